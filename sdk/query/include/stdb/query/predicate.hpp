// sdk/query/.../predicate.hpp: Predicate, a condition that is put together at run time.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/query/condition.hpp"
#include "stdb/query/detail/condition_code.hpp"

namespace stdb {

// Every condition has a type of its own. This type holds any on the columns of Row:
//   stdb::Predicate<Person> wanted = stdb::col<&Person::age> >= 18;
//   if (!name.empty()) wanted = wanted && stdb::col<&Person::name> == name;
//   return ctx.from[person].where(wanted);
// Costs a string, and a copy of it for each step.
template <class Row>
class Predicate : public Condition {
 public:
  using row_type = Row;
  static constexpr std::size_t holes = 1;
  static constexpr bool has_sender = false;

  // true holds for every row, false for none.
  template <detail::MayBeCondition C>
    requires(!std::same_as<C, Predicate>)
  constexpr Predicate(const C& condition) {
    using Known = decltype(detail::as_condition(condition));
    static_assert(detail::are_of_one_row<typename Known::row_type, Row>,
                  "stdb: this condition is on a column of another struct than the Predicate's");
    static_assert(!Known::has_sender, "stdb: a Predicate does not hold stdb::sender: write the condition into where()");
    if constexpr (detail::are_of_one_row<typename Known::row_type, Row> && !Known::has_sender) {
      std::string code;
      detail::encode_condition(code, detail::as_condition(condition));
      code_.assign(code.begin(), code.end());
    }
  }

  static constexpr void write(detail::ConstantText& sql, std::string_view) { sql += detail::hole; }

  template <class Text, std::size_t First>
  constexpr void fill(std::string& sql, std::string_view table) const {
    detail::append_code(sql, {code_.data(), code_.size()}, table);
    detail::append_piece<Text, First + 1>(sql);
  }

  constexpr Predicate opposite() const {
    Predicate other = *this;
    detail::turn_round(other.code_);
    return other;
  }

  constexpr void encode(std::string& code) const { code.append(code_.data(), code_.size()); }

 private:
  std::vector<char> code_;  // see detail/condition_code.hpp
};

}  // namespace stdb
