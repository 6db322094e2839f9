// tests/oracle/query/tables.hpp: the tables of src/tables.rs in C++.
#pragma once

#include <stdb/query.hpp>

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

struct Account {
  std::uint64_t id = 0, best = 0;
  std::string name, nick;
  std::uint8_t tiny = 0;
  std::uint16_t small = 0;
  std::uint32_t medium = 0;
  stdb::u128 huge = 0;
  stdb::u256 vast;
  std::int8_t low = 0;
  std::int16_t brief = 0;
  std::int32_t level = 0;
  std::int64_t balance = 0;
  stdb::i128 deep = 0;
  stdb::i256 abyss;
  float ratio = 0;
  double score = 0, top = 0;
  bool online = false, banned = false;
  stdb::Identity owner, friendly;
  stdb::ConnectionId link, last;
  stdb::Timestamp made, seen;
  stdb::Uuid key, other_key;
  std::vector<std::uint8_t> data, more;
};

struct Pet {
  std::uint64_t id = 0, owner = 0;
  std::uint32_t tag = 0;
  std::string name;
  bool tame = false;
};

struct Place {
  std::uint32_t id = 0;
  stdb::Identity keeper;
  std::string name;
  bool open = false;
  std::uint8_t rooms = 0;
};

struct Signal {
  std::uint64_t owner = 0;
  stdb::Timestamp at;
  bool urgent = false;
};

inline constexpr stdb::table<Account, "account", stdb::primary_key<&Account::id>,
                             stdb::btree<"by_owner", &Account::owner>>
    account;
inline constexpr stdb::table<Account, "archive", stdb::primary_key<&Account::id>,
                             stdb::btree<"by_owner", &Account::owner>>
    archive;
inline constexpr stdb::table<Pet, "pet", stdb::primary_key<&Pet::id>, stdb::btree<"by_owner", &Pet::owner>,
                             stdb::hash<"by_tag", &Pet::tag>, stdb::btree<"by_name", &Pet::name>>
    pet;
inline constexpr stdb::table<Place, "place", stdb::unique<&Place::id>, stdb::btree<"by_keeper", &Place::keeper>,
                             stdb::btree<"by_name", &Place::name>>
    place;
inline constexpr stdb::table<Signal, "signal", stdb::is_event, stdb::btree<"by_owner", &Signal::owner>> signal_table;

// All columns of a row, to be found by name.
template <auto... Members>
inline constexpr std::tuple<stdb::Column<Members>...> columns_of{};

template <class Row>
inline constexpr int columns = 0;
template <>
inline constexpr auto columns<Account> =
    columns_of<&Account::id, &Account::best, &Account::name, &Account::nick, &Account::tiny, &Account::small,
               &Account::medium, &Account::huge, &Account::vast, &Account::low, &Account::brief, &Account::level,
               &Account::balance, &Account::deep, &Account::abyss, &Account::ratio, &Account::score, &Account::top,
               &Account::online, &Account::banned, &Account::owner, &Account::friendly, &Account::link, &Account::last,
               &Account::made, &Account::seen, &Account::key, &Account::other_key, &Account::data, &Account::more>;
template <>
inline constexpr auto columns<Pet> = columns_of<&Pet::id, &Pet::owner, &Pet::tag, &Pet::name, &Pet::tame>;
template <>
inline constexpr auto columns<Place> =
    columns_of<&Place::id, &Place::keeper, &Place::name, &Place::open, &Place::rooms>;
template <>
inline constexpr auto columns<Signal> = columns_of<&Signal::owner, &Signal::at, &Signal::urgent>;
