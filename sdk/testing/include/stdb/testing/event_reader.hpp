// sdk/testing/.../event_reader.hpp: EventReader: an event table as a test looks at it.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "stdb/testing/detail/session.hpp"
#include "stdb/testing/rows.hpp"
#include "stdb/testing/table_reader.hpp"

namespace stdb::testing {

// Rows of an event table are gone at the commit that tells clients of them; a test sees what clients were told. Comes
// from db[table].
template <class Table>
class EventReader {
  template <class Asked>
  static constexpr bool is_never = false;
  // What a table has that an event table has not.
  template <class Asked>
  static void refuse_rows() {
    static_assert(is_never<Asked>,
                  "stdb: an event table has no rows that could be read: they are gone at the commit; events() gives "
                  "those that were put in");
  }

 public:
  using row_type = typename Table::row_type;

  explicit EventReader(std::shared_ptr<const detail::Session> session) : session_(std::move(session)) {}

  // The rows that were put in and committed since init has run, or since the last db.clear_events(). A row that one
  // transaction puts in twice is one, as in any table.
  Rows<row_type> events() const {
    constexpr std::string_view name = detail::table_name<Table>;
    return Rows<row_type>(detail::decode_rows<row_type>(session_->events(name), name));
  }

  template <class Asked = Table>
  Rows<row_type> rows() const {
    refuse_rows<Asked>();
    return {};
  }
  template <class Asked = Table>
  std::uint64_t count() const {
    refuse_rows<Asked>();
    return 0;
  }
  template <class Predicate>
  Rows<row_type> where(Predicate) const {
    refuse_rows<Predicate>();
    return {};
  }

 private:
  std::shared_ptr<const detail::Session> session_;
};

}  // namespace stdb::testing
