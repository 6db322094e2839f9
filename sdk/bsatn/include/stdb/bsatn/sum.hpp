// sdk/bsatn/.../sum.hpp: Sum, a value that is one of several named cases.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/violation.hpp"

namespace stdb {

namespace bsatn::detail {

template <class Cases, class Indexes>
struct variant_of_cases;
template <class Cases, std::size_t... Index>
struct variant_of_cases<Cases, std::index_sequence<Index...>> {
  using type = std::variant<field_type<Cases, Index>...>;
};

template <class Aggregate, class Member>
constexpr Aggregate aggregate_of(Member Aggregate::*);
template <class Aggregate, class Member>
constexpr Member member_of(Member Aggregate::*);

// std::variant's own == exists for every variant and fails only inside.
template <class Variant>
inline constexpr bool are_comparable = false;
template <class... T>
inline constexpr bool are_comparable<std::variant<T...>> = (true && ... && std::equality_comparable<T>);

// The place of a member among its aggregate's fields.
template <auto Member>
constexpr std::size_t member_index() {
  using Aggregate = decltype(aggregate_of(Member));
  constexpr std::string_view name = member_name<Member>();
  return [name]<std::size_t... Index>(std::index_sequence<Index...>) {
    std::size_t found = sizeof...(Index);
    ((field_name<Aggregate, Index> == name ? void(found = Index) : void()), ...);
    return found;
  }(std::make_index_sequence<field_count<Aggregate>>{});
}

}  // namespace bsatn::detail

// One of the fields of Cases; two cases may have the same type. The field's place is the tag on the wire, its name the
// case's name:
//   struct ShapeCases { float circle; float square; stdb::Unit none; };
//   struct Shape : stdb::Sum<ShapeCases> {};
//   Shape shape{Shape::of<&ShapeCases::circle>(1.5f)};
template <class Cases>
class Sum {
  static_assert(bsatn::detail::field_count<Cases> > 0 && bsatn::detail::field_count<Cases> <= 256,
                "stdb: a Sum has 1 to 256 cases: one field of its Cases struct for each");

 public:
  using cases = Cases;
  using variant_type =
      typename bsatn::detail::variant_of_cases<Cases,
                                               std::make_index_sequence<bsatn::detail::field_count<Cases>>>::type;

  // The first case, value-initialised.
  constexpr Sum() = default;
  constexpr explicit Sum(variant_type value) : value_(std::move(value)) {}

  template <auto Case>
  static constexpr Sum of(decltype(bsatn::detail::member_of(Case)) payload = {}) {
    return Sum(variant_type(std::in_place_index<bsatn::detail::member_index<Case>()>, std::move(payload)));
  }

  constexpr std::size_t tag() const { return value_.index(); }

  template <auto Case>
  constexpr bool is() const {
    return tag() == bsatn::detail::member_index<Case>();
  }

  // The payload of this case, or null.
  template <auto Case>
  constexpr const auto* get_if() const {
    return std::get_if<bsatn::detail::member_index<Case>()>(&value_);
  }

  // The payload of this case; of another a violation.
  template <auto Case>
  constexpr const auto& get() const {
    const auto* payload = get_if<Case>();
    if (payload == nullptr) bsatn::violation("a Sum was asked for a case that it does not hold");
    return *payload;
  }

  // For code that goes over all cases.
  constexpr const variant_type& as_variant() const { return value_; }

  // Where all payloads can be compared.
  constexpr bool operator==(const Sum& other) const
    requires bsatn::detail::are_comparable<variant_type>
  {
    return value_ == other.value_;
  }

 private:
  variant_type value_;
};

}  // namespace stdb
