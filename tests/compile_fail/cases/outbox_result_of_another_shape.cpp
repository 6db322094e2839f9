// expect: stdb: the reducer that hears an outbox's results has two fields: the row, and a stdb::Result<stdb::Unit,
// broken: 3
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
struct hear;
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive, hear>>
    mail;
struct hear {
#if STDB_BROKEN == 1
  Mail mail;
#elif STDB_BROKEN == 2
  Mail mail;
  std::string result;
#elif STDB_BROKEN == 3
  stdb::Result<stdb::Unit, std::string> result;
  Mail mail;
#else
  Mail mail;
  stdb::Result<stdb::Unit, std::string> result;
#endif
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::reducers<hear>>;
