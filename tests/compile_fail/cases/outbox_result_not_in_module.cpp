// expect: stdb: the reducer that hears an outbox's results is not in the module: add it to reducers<...>
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
  Mail mail;
  stdb::Result<stdb::Unit, std::string> result;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::reducers<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::reducers<hear>>;
#endif
