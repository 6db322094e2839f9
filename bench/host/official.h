// bench/host/official.h: the official datastore as tests/oracle/datastore/src/lib.rs offers it.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
struct OfficialDatabase;

std::size_t official_describe(std::uint8_t* out, std::size_t capacity);
OfficialDatabase* official_create();
void official_destroy(OfficialDatabase* database);
void official_begin(OfficialDatabase* database);
void official_commit(OfficialDatabase* database);
void official_roll_back(OfficialDatabase* database);
bool official_insert(OfficialDatabase* database, const std::uint8_t* row, std::size_t length);
bool official_update(OfficialDatabase* database, const std::uint8_t* row, std::size_t length);
std::size_t official_scan_point(OfficialDatabase* database, const std::uint8_t* key, std::size_t length,
                                std::uint8_t* out, std::size_t capacity);
std::size_t official_scan_range(OfficialDatabase* database, const std::uint8_t* start, const std::uint8_t* end,
                                std::size_t length, std::uint8_t* out, std::size_t capacity);
std::uint32_t official_delete_point(OfficialDatabase* database, const std::uint8_t* key, std::size_t length);
}
