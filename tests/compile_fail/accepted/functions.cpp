// tests/compile_fail/accepted/functions.cpp: what reducers, procedures and transactions may take and give.
#include <stdb/module.hpp>

struct Person {
  std::uint64_t id = 0;
  std::string name;
};
struct PersonTimer {
  std::uint64_t id = 0;
  stdb::ScheduleAt at;
  Person person;
};
struct remind;
struct archive;

inline constexpr stdb::table<Person, "person", stdb::primary_key<&Person::id>> person;
inline constexpr stdb::table<PersonTimer, "person_timer", stdb::primary_key<&PersonTimer::id>,
                             stdb::auto_inc<&PersonTimer::id>, stdb::scheduled<&PersonTimer::at, remind>>
    person_timer;
// The names of the columns are free.
struct Archive {
  std::string note;
  stdb::ScheduleAt moment;
  std::uint64_t number = 0;
};
inline constexpr stdb::table<Archive, "archive_timer", stdb::primary_key<&Archive::number>,
                             stdb::scheduled<&Archive::moment, archive>>
    archive_timer;

struct remind {
  PersonTimer timer;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct archive {
  Archive row;
  void operator()(stdb::ProcedureContext&) const {}
};

// One helper for every context that has tables.
inline void add(auto& ctx, std::string name) { ctx.db[person].insert({.id = 0, .name = std::move(name)}); }
inline std::uint64_t count(const stdb::ReadOnlyDatabase& db) { return db[person].count(); }

struct start {
  stdb::Outcome<> operator()(stdb::ReducerContext& ctx) const {
    add(ctx, "Ann");
    return count(ctx.db) == 1 ? stdb::ReducerResult(stdb::Ok()) : stdb::ReducerResult(stdb::Err("not one"));
  }
};
struct cannot_fail {
  void operator()(stdb::ReducerContext& ctx) const { add(ctx, "Cid"); }
};
struct nothing {
  void operator()(stdb::ProcedureContext& ctx) const {
    ctx.with_tx([](stdb::TransactionContext& tx) { add(tx, "Bob"); });
  }
};
struct number {
  std::uint32_t operator()(stdb::ProcedureContext& ctx) const {
    return ctx.with_tx([](auto& tx) { return static_cast<std::uint32_t>(count(tx.db)); });
  }
};
struct outcome {
  stdb::Result<Person, std::string> operator()(stdb::ProcedureContext& ctx) const {
    return ctx.try_with_tx(
        [](stdb::TransactionContext&) -> stdb::Result<Person, std::string> { return stdb::Err("no"); });
  }
};
struct unit {
  stdb::Unit operator()(stdb::ProcedureContext&) const { return {}; }
};
struct list {
  std::vector<std::optional<Person>> operator()(stdb::ProcedureContext&) const { return {}; }
};

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, person_timer, archive_timer>, stdb::reducers<remind>,
                 stdb::private_reducers<start, cannot_fail>, stdb::procedures<nothing, number, outcome>,
                 stdb::private_procedures<archive, unit, list>>;
