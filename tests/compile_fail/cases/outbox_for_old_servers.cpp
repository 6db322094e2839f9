// expect: stdb: an outbox needs TARGET 2.14 or newer
// target: 20800
#include "module.hpp"

struct receive {
  std::string text;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct hear;
struct Mail {
  std::uint64_t id = 0;
  stdb::Identity to;
  std::string text;
  std::uint32_t number = 0;
  stdb::ScheduleAt at;
};
struct Other {
  std::uint64_t id = 0;
  stdb::Identity to;
  std::uint32_t text = 0;
};
struct tick;

#ifdef STDB_BROKEN
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive>>
    table_under_test;
#else
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>> table_under_test;
#endif

struct hear {
  Mail mail;
  stdb::Result<stdb::Unit, std::string> result;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct tick {
  Mail mail;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::reducers<hear, tick>>;
