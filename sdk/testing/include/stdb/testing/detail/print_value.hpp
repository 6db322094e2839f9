// sdk/testing/.../detail/print_value.hpp: values of every type that a column can have, as a reader wants to see them.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "stdb/bsatn.hpp"

namespace stdb::testing::detail {

// Elements of one list that are written out.
inline constexpr std::size_t most_elements = 256;

void print_text(std::string& out, std::string_view text);  // quoted, what is not printable escaped
void print_bytes(std::string& out, const std::uint8_t* bytes, std::size_t size);

template <class T>
void print_value(std::string& out, const T& value);

template <class Real>
void print_real(std::string& out, Real value) {
  char digits[64];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

template <class List>
void print_list(std::string& out, const List& list) {
  using Element = typename List::value_type;
  if constexpr (std::same_as<Element, std::uint8_t>) {
    print_bytes(out, list.data(), list.size());
  } else {
    out += '[';
    std::size_t printed = 0;
    for (const Element& element : list) {
      if (printed != 0) out += ", ";
      if (printed++ == most_elements) {
        out += "... " + std::to_string(list.size() - most_elements) + " more";
        break;
      }
      print_value<Element>(out, element);
    }
    out += ']';
  }
}

template <class Enum>
void print_enumerator(std::string& out, Enum value) {
  const std::string_view name = enumerator_name(value);
  out += name.empty() ? "no enumerator, " + std::to_string(std::to_underlying(value)) : std::string(name);
}

template <class T>
void print_sum(std::string& out, const T& value) {
  out += value.case_name();
  bsatn::detail::visit_held(value.as_variant(), [&out](const auto& payload) {
    if constexpr (!std::same_as<std::remove_cvref_t<decltype(payload)>, Unit>) {
      out += '(';
      print_value(out, payload);
      out += ')';
    }
  });
}

template <class T>
void print_product(std::string& out, const T& value) {
  if constexpr (std::same_as<T, Identity> || std::same_as<T, ConnectionId>) {
    out += "0x" + value.to_hex();
  } else if constexpr (std::same_as<T, Timestamp>) {
    out += value.to_iso_string();
  } else if constexpr (std::same_as<T, TimeDuration>) {
    out += value.to_string() + " s";
  } else if constexpr (std::same_as<T, Uuid>) {
    out += value.to_string();
  } else {
    out += '{';
    bsatn::detail::with_fields(value, [&out](const auto&... field) {
      [[maybe_unused]] std::size_t place = 0;
      const auto print_one = [&](const auto& one) {
        if (place != 0) out += ", ";
        out += bsatn::detail::field_names<T>[place++];
        out += ": ";
        print_value(out, one);
      };
      (print_one(field), ...);
    });
    out += '}';
  }
}

template <class T>
void print_value(std::string& out, const T& value) {
  constexpr bsatn::Kind kind = bsatn::kind<T>;
  if constexpr (kind == bsatn::Kind::boolean) {
    out += value ? "true" : "false";
  } else if constexpr (kind == bsatn::Kind::integer || kind == bsatn::Kind::wide_integer) {
    out += stdb::to_string(value);
  } else if constexpr (kind == bsatn::Kind::real) {
    print_real(out, value);
  } else if constexpr (kind == bsatn::Kind::string) {
    print_text(out, value);
  } else if constexpr (kind == bsatn::Kind::list || kind == bsatn::Kind::array) {
    print_list(out, value);
  } else if constexpr (kind == bsatn::Kind::option) {
    value.has_value() ? print_value(out, *value) : void(out += "none");
  } else if constexpr (kind == bsatn::Kind::result) {
    out += value.is_ok() ? "ok(" : "err(";
    value.is_ok() ? print_value(out, value.value()) : print_value(out, value.error());
    out += ')';
  } else if constexpr (kind == bsatn::Kind::sum) {
    print_sum(out, value);
  } else if constexpr (kind == bsatn::Kind::variant) {
    bsatn::detail::visit_held(value, [&out](const auto& held) { print_value(out, held); });
  } else if constexpr (kind == bsatn::Kind::enumeration) {
    print_enumerator(out, value);
  } else if constexpr (kind == bsatn::Kind::box) {
    value == nullptr ? void(out += "nothing") : print_value(out, *value);
  } else {
    static_assert(kind == bsatn::Kind::product, "stdb: only what a column can hold can be printed");
    print_product(out, value);
  }
}

}  // namespace stdb::testing::detail
