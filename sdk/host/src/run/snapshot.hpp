// sdk/host/src/run/snapshot.hpp: a database as bytes.
//
// All numbers are little-endian; a text or run of bytes is preceded by its length (u32).
//
//   "stdb snapshot 1\n"
//   profile: u8; time: i64 (microseconds since the epoch); whether it stands still: u8
//   database, owner: 32 bytes each
//   description of the module: bytes
//   tables: u32, each: name: text; rows: u64, each: bytes; sequences: u32, each: name: text, next: i128
//   a hash of all bytes before it: u64
#pragma once

#include <map>
#include <string>

#include "run/fill.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::host {

struct Snapshot {
  Profile profile = Profile::v2;
  Timestamp time;
  bool is_steered = false;
  Identity database;
  Identity owner;
  ByteView description;
  std::map<std::string, TableContents> tables;
};

Bytes write_snapshot(const Snapshot& snapshot);

// Borrows from the bytes. The error is of kind bad_snapshot.
Expected<Snapshot> read_snapshot(ByteView bytes);

}  // namespace stdb::host
