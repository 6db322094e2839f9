// sdk/schema/.../outbox.hpp: outbox, a table whose rows are messages to other databases.
#pragma once

#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/option_kind.hpp"

namespace stdb {

// Each row becomes, when its transaction has committed, a call of the reducer Remote in the database that the Identity
// in this column names. Remote is that database's reducer type, from the header it shares; each of its fields is a
// column of the row under the same name and type. The host delivers each row once and in order, and then erases it.
// OnResult, if given, is a reducer of this module with two fields, the row and a stdb::Result<stdb::Unit, std::string>,
// that hears what came of it. The table needs a std::uint64_t primary_key that is auto_inc; a module inserts into it
// and looks at what waits there. Needs TARGET 2.14.
template <auto Member, class Remote, class OnResult = void>
struct outbox {
  static constexpr detail::OptionKind kind = detail::OptionKind::outbox;
  using column = Column<Member>;
  using remote = Remote;
  using on_result = OnResult;
};

}  // namespace stdb
