// sdk/query/.../semijoin.hpp: Semijoin, the rows of one table for which another has a match.
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include "stdb/query/condition.hpp"
#include "stdb/query/detail/statement.hpp"

namespace stdb {

namespace detail {

enum class Side : bool { left, right };

}  // namespace detail

// Comes from left_semijoin() and right_semijoin(). Conditions that are added here are on the rows that it gives; those
// on the rows of the left table that are not given were added before the join.
template <detail::Side Given, class On, class Left, class LeftWhere, class Right, class RightWhere = detail::Everything>
class Semijoin : public detail::QueryBase {
  static constexpr bool gives_left = Given == detail::Side::left;
  using Table = std::conditional_t<gives_left, Left, Right>;

 public:
  using row_type = typename Table::row_type;
  using table_type = Table;  // whose rows it gives
  using joined_type = std::conditional_t<gives_left, Right, Left>;
  static constexpr bool is_whole_table = false;
  static constexpr bool has_sender = LeftWhere::has_sender || RightWhere::has_sender;

  constexpr Semijoin(LeftWhere left, RightWhere right) : left_(std::move(left)), right_(std::move(right)) {}

  // Of the rows so far those that meet the condition.
  template <class C>
  constexpr auto where(C condition) const {
    auto more = detail::as_condition(std::move(condition));
    if constexpr (!detail::check_condition<row_type, decltype(more)>()) {
      return *this;
    } else if constexpr (gives_left) {
      auto both = detail::add_condition(left_, std::move(more));
      return Semijoin<Given, On, Left, decltype(both), Right>(std::move(both), {});
    } else {
      auto both = detail::add_condition(right_, std::move(more));
      return Semijoin<Given, On, Left, LeftWhere, Right, decltype(both)>(left_, std::move(both));
    }
  }
  // The same.
  template <class C>
  constexpr auto filter(C condition) const {
    return where(std::move(condition));
  }

  // The SELECT as a text of its own, for the host or for a client.
  constexpr std::string sql() const {
    return detail::Statement<detail::JoinHead<Table, Left, Right, On>, Left, LeftWhere, Right, RightWhere>::sql(left_,
                                                                                                                right_);
  }

 private:
  [[no_unique_address]] LeftWhere left_;
  [[no_unique_address]] RightWhere right_;
};

}  // namespace stdb
