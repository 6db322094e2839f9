// tests/modules/functions_schema.hpp: rows and tables of the module that has every kind of function.
#pragma once

#include <cstdint>
#include <stdb/schema.hpp>
#include <string>

namespace functions {

struct Note {
  std::uint64_t id = 0;
  stdb::Identity owner;
  std::string text;
  std::uint32_t length = 0;
  std::uint8_t stars = 0;
};
inline constexpr stdb::table<Note, "note", stdb::is_public, stdb::primary_key<&Note::id>, stdb::auto_inc<&Note::id>,
                             stdb::btree<&Note::owner>, stdb::btree<&Note::length>,
                             stdb::default_value<&Note::stars, 3>>
    note;

// What was called, by whom and when: for the test to look at.
struct Seen {
  std::uint64_t id = 0;
  std::string what;
  stdb::Identity sender;
  stdb::Timestamp at;
  bool is_connected = false;
};
inline constexpr stdb::table<Seen, "seen", stdb::primary_key<&Seen::id>, stdb::auto_inc<&Seen::id>> seen;

struct tick;
struct Timer {
  std::uint64_t id = 0;
  stdb::ScheduleAt at;
  std::string name;
};
inline constexpr stdb::table<Timer, "timer", stdb::primary_key<&Timer::id>, stdb::auto_inc<&Timer::id>,
                             stdb::scheduled<&Timer::at, tick>>
    timer;

struct work;
struct Job {
  std::uint64_t id = 0;
  stdb::ScheduleAt at;
  std::string name;
};
inline constexpr stdb::table<Job, "job", stdb::primary_key<&Job::id>, stdb::auto_inc<&Job::id>,
                             stdb::scheduled<&Job::at, work>>
    job;

// An index of each kind.
struct Word {
  std::string text;
  std::uint16_t place = 0;
};
inline constexpr stdb::table<Word, "word", stdb::hash<&Word::text>, stdb::unique<&Word::place>,
                             stdb::direct<&Word::place>>
    word;

struct Flash {
  std::uint64_t id = 0;
  std::string text;
};
inline constexpr stdb::table<Flash, "flash", stdb::is_public, stdb::is_event, stdb::primary_key<&Flash::id>,
                             stdb::auto_inc<&Flash::id>>
    flash;

namespace library {

struct Book {
  std::uint64_t id = 0;
  std::string title;
};
inline constexpr stdb::table<Book, "book", stdb::in_namespace<"library">, stdb::primary_key<&Book::id>,
                             stdb::auto_inc<&Book::id>>
    book;

}  // namespace library
}  // namespace functions
