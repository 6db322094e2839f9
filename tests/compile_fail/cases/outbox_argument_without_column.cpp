// expect: stdb: each field of the reducer that an outbox calls is a column of its row, by name and type
// broken: 2
#include "module.hpp"

struct Mail {
  std::uint64_t id = 0;
  stdb::Identity to;
  std::string text;
};
struct receive {
  std::string text;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct receive_other {
  std::string words;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct receive_number {
  std::uint32_t text = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#if STDB_BROKEN == 1
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive_other>>
    table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive_number>>
    table_under_test;
#else
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
