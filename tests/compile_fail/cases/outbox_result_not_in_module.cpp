// expect: stdb: the reducer that hears an outbox's results is not in the module: add it to reducers<...>
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
struct hear;
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive, hear>>
    mail;
struct hear {
  Mail mail;
  stdb::Result<stdb::Unit, std::string> result;
#if STDB_BROKEN == 2
  void operator()(stdb::ProcedureContext&) const {}
#else
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
#endif
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::reducers<greet>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::procedures<hear>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<mail>, stdb::reducers<hear>>;
#endif
