// sdk/query/.../sender.hpp: sender, whoever a query is run for.
#pragma once

namespace stdb {

// Stands for the identity of the client that a row-level security filter judges, or that subscribes:
//   stdb::from[account].where(stdb::col<&Account::owner> == stdb::sender)
// A view's own query has no such client (servers refuse it there): write ctx.sender().
struct Sender {};
inline constexpr Sender sender{};

}  // namespace stdb
