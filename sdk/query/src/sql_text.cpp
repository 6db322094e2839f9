// sdk/query/src/sql_text.cpp: the literals of SQL, written at run time; compiled once for all queries.
#include "stdb/query/detail/sql_text.hpp"

namespace stdb::detail {

void append_sql_text(std::string& sql, const char* text, std::size_t size) { sql.append(text, size); }

void append_sql_unsigned(std::string& sql, std::uint64_t value) { write_unsigned(sql, value); }

void append_sql_signed(std::string& sql, std::int64_t value) { write_signed(sql, value); }

void append_sql_wide(std::string& sql, const Words& words, bool is_signed) { write_wide(sql, words, is_signed); }

void append_sql_real(std::string& sql, double value) { write_real(sql, value); }

void append_sql_quoted(std::string& sql, std::string_view text) { write_quoted(sql, text); }

void append_sql_bytes(std::string& sql, std::span<const std::uint8_t> bytes) { write_bytes(sql, bytes); }

void append_sql_hex(std::string& sql, const std::uint64_t* words, std::size_t count) { write_hex(sql, words, count); }

void append_sql_uuid(std::string& sql, u128 value) { write_uuid(sql, value); }

void append_sql_timestamp(std::string& sql, std::int64_t micros) { write_timestamp(sql, micros); }

}  // namespace stdb::detail
