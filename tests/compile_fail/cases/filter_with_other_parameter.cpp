// expect: stdb: the SQL of a client_visibility_filter has one parameter, :sender
#include "module.hpp"

struct Account {
  stdb::Identity owner;
};
inline constexpr stdb::table<Account, "account", stdb::is_public, stdb::primary_key<&Account::owner>> account;

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<account>, stdb::client_visibility_filter<"SELECT * FROM account WHERE owner = :caller">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<account>, stdb::client_visibility_filter<"SELECT * FROM account WHERE owner = :sender">>;
#endif
