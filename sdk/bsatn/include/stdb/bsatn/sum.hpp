// sdk/bsatn/.../sum.hpp: Sum, a value that is one of several named cases.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "stdb/bsatn/detail/member_names.hpp"
#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/bsatn/detail/visit_held.hpp"
#include "stdb/bsatn/on.hpp"
#include "stdb/bsatn/unit.hpp"
#include "stdb/bsatn/violation.hpp"

namespace stdb {

namespace bsatn::detail {

template <class Cases, class Indexes>
struct variant_of_cases;
template <class Cases, std::size_t... Index>
struct variant_of_cases<Cases, std::index_sequence<Index...>> {
  using type = std::variant<field_type<Cases, Index>...>;
};
// Refused by Sum; this keeps the compiler from saying more.
template <class Cases>
struct variant_of_cases<Cases, std::index_sequence<>> {
  using type = std::variant<Unit>;
};

// std::variant's own == exists for every variant and fails only inside.
template <class Variant>
inline constexpr bool are_comparable = false;
template <class... T>
inline constexpr bool are_comparable<std::variant<T...>> = (true && ... && std::equality_comparable<T>);

}  // namespace bsatn::detail

// One of the fields of Cases; two cases may have the same type. The field's place is the tag on the wire, its name the
// case's name:
//   struct ShapeCases { float circle; float square; stdb::Unit none; };
//   struct Shape : stdb::Sum<ShapeCases> {};
//   Shape shape = Shape::of<&ShapeCases::circle>(1.5f);
template <class Cases>
class Sum {
  static constexpr bsatn::detail::FieldsProblem problem = bsatn::detail::fields_problem<Cases>;
  static_assert(problem != bsatn::detail::FieldsProblem::too_many,
                "stdb: a Sum has 200 cases at most: give some of them a Sum of their own");
  static_assert(problem != bsatn::detail::FieldsProblem::c_array,
                "stdb: a case of this Sum is a C array, which has no encoding: write std::array");
  static_assert(problem != bsatn::detail::FieldsProblem::none || bsatn::detail::field_count<Cases> > 0,
                "stdb: a Sum needs at least one case: a field of its Cases struct");

  static constexpr std::size_t case_count = bsatn::detail::field_count<Cases>;

 public:
  using cases = Cases;
  using variant_type = typename bsatn::detail::variant_of_cases<Cases, std::make_index_sequence<case_count>>::type;

  // The first case, value-initialised.
  constexpr Sum() = default;
  constexpr explicit Sum(variant_type value) : value_(std::move(value)) {}

  // The case with this payload: Shape::of<&ShapeCases::circle>(1.5f).
  template <auto Case>
  static constexpr Sum of(decltype(bsatn::detail::member_of(Case)) payload = {}) {
    return Sum(variant_type(std::in_place_index<bsatn::detail::member_place<Case>>, std::move(payload)));
  }

  // What derives from this and adds nothing is made of it without being said so: Shape shape = Shape::of<...>(...).
  template <class Derived>
    requires(std::is_base_of_v<Sum, Derived> && !std::is_same_v<Sum, Derived> && std::is_aggregate_v<Derived>)
  constexpr operator Derived() const {
    return Derived{*this};
  }

  // The place of a case, for a switch over tag().
  template <auto Case>
  static constexpr std::size_t tag_of = bsatn::detail::member_place<Case>;

  constexpr std::size_t tag() const { return value_.index(); }

  // What the case that is held is called on the wire.
  constexpr std::string_view case_name() const { return bsatn::detail::field_names<Cases>[tag()]; }

  // Whether it holds this case.
  template <auto Case>
  constexpr bool is() const {
    return tag() == tag_of<Case>;
  }

  // The payload of this case, or null.
  template <auto Case>
  constexpr const auto* get_if() const {
    return std::get_if<tag_of<Case>>(&value_);
  }
  template <auto Case>
  constexpr auto* get_if() {
    return std::get_if<tag_of<Case>>(&value_);
  }

  // The payload of this case; of another a panic.
  template <auto Case>
  constexpr const auto& get() const {
    return checked(get_if<Case>());
  }
  template <auto Case>
  constexpr auto& get() {
    return checked(get_if<Case>());
  }

  // Holds this case from now on.
  template <auto Case>
  constexpr void set(decltype(bsatn::detail::member_of(Case)) payload = {}) {
    value_.template emplace<tag_of<Case>>(std::move(payload));
  }

  // visitor(payload) with the payload of the case that is held; what it answers is of one type for all cases.
  template <class Visitor>
  constexpr auto visit(Visitor&& visitor) const {
    return bsatn::detail::visit_held(value_, visitor);
  }

  // Does what the arm of the case that is held says; every case needs one, and all answer the same type:
  //   shape.match(stdb::on<&ShapeCases::circle>([](float radius) { ... }), stdb::otherwise([] { ... }));
  template <class... Arms>
  constexpr auto match(const Arms&... arms) const {
    constexpr bool complete =
        every_case([](std::size_t index) { return bsatn::detail::count_arms<Arms...>(index) > 0; });
    constexpr bool has_rest = bsatn::detail::count_arms<Arms...>(bsatn::detail::every_other_case) > 0;
    static_assert(complete || has_rest,
                  "stdb: this match leaves out a case of the sum: add an on<...> for it, or otherwise(...)");
    static_assert(every_case([](std::size_t index) { return bsatn::detail::count_arms<Arms...>(index) <= 1; }),
                  "stdb: this match has two on<...> for one case");
    if constexpr (complete || has_rest) return call_arm<0>(arms...);
  }

  // For code that goes over all cases, or makes them.
  constexpr const variant_type& as_variant() const { return value_; }
  constexpr variant_type& as_variant() { return value_; }

  // Where all payloads can be compared.
  constexpr bool operator==(const Sum& other) const
    requires bsatn::detail::are_comparable<variant_type>
  {
    return value_ == other.value_;
  }

 private:
  template <class Payload>
  static constexpr Payload& checked(Payload* payload) {
    if (payload == nullptr) bsatn::violation("a Sum was asked for a case that it does not hold");
    return *payload;
  }

  template <class Predicate>
  static constexpr bool every_case(Predicate predicate) {
    for (std::size_t index = 0; index < case_count; ++index) {
      if (!predicate(index)) return false;
    }
    return true;
  }

  template <std::size_t Index, class... Arms>
  constexpr auto call_arm(const Arms&... arms) const {
    if constexpr (Index + 1 == case_count) {
      return bsatn::detail::find_arm<Index>(arms...)(*std::get_if<Index>(&value_));
    } else {
      if (tag() == Index) return bsatn::detail::find_arm<Index>(arms...)(*std::get_if<Index>(&value_));
      return call_arm<Index + 1>(arms...);
    }
  }

  variant_type value_;
};

}  // namespace stdb
