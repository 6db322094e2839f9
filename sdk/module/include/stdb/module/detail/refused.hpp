// sdk/module/.../detail/refused.hpp: what stands for something that was refused in words already: it takes whatever the
// real one takes, so that the compiler says nothing more.
#pragma once

#include <cstdint>
#include <optional>

#include "stdb/bsatn/result.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/module/rows.hpp"

namespace stdb::detail {

// Where a handle that only reads is asked to write.
template <class Handle>
[[noreturn]] void refuse_write() {
  static_assert(sizeof(Handle) == 0, "stdb: a view only reads: it finds, filters and counts");
  __builtin_unreachable();
}

// What a refused call gives: whatever it is taken for.
struct Refused {
  template <class T>
  operator T() const;
};

// An index that is none. Nothing that was refused is ever linked: the functions need no bodies.
template <class Row>
struct RefusedIndex {
  template <class... Given>
  std::optional<Row> find(const Given&...) const;
  template <class... Given>
  Rows<Row> filter(const Given&...) const;
  template <class... Given>
  std::uint32_t erase(const Given&...) const;
  Row update(const Row&) const;
  Row insert_or_update(const Row&) const;
  Result<Row, InsertError> try_insert_or_update(const Row&) const;
};

}  // namespace stdb::detail
