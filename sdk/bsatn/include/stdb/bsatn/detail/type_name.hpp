// sdk/bsatn/.../detail/type_name.hpp: names as the compiler prints them: of types, members and enumerators.
#pragma once

#include <cstddef>
#include <string_view>

namespace stdb::bsatn::detail {

template <class T>
constexpr std::string_view printed_type() {
  return __PRETTY_FUNCTION__;
}

// Where in the printed signature the type stands, found by printing one whose name is known.
inline constexpr std::size_t printed_type_prefix = printed_type<double>().find("double");
inline constexpr std::size_t printed_type_suffix = printed_type<double>().size() - printed_type_prefix - 6;

// "chat::Person" for chat::Person.
template <class T>
constexpr std::string_view full_type_name() {
  std::string_view printed = printed_type<T>();
  printed.remove_prefix(printed_type_prefix);
  printed.remove_suffix(printed_type_suffix);
  return printed;
}

constexpr std::string_view last_component(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

constexpr bool is_identifier(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    if (!letter) return false;
  }
  return true;
}

// "Person" for chat::Person. A type without a name of its own (a lambda, a template's instance) is refused.
template <class T>
constexpr std::string_view type_name() {
  constexpr std::string_view name = last_component(full_type_name<T>());
  static_assert(
      is_identifier(name),
      "stdb: this type has no plain name (it is unnamed, a lambda, or a template's instance): give it a named "
      "struct of its own");
  return name;
}

template <auto Value>
constexpr std::string_view printed_value() {
  return __PRETTY_FUNCTION__;
}

// "age" for &Person::age.
template <auto Member>
constexpr std::string_view member_name() {
  std::string_view printed = printed_value<Member>();
  // clang ends with "]"; g++ may go on with "; std::string_view = ..." after a ";".
  const std::size_t semicolon = printed.find(';');
  printed = printed.substr(0, semicolon == std::string_view::npos ? printed.size() - 1 : semicolon);
  return last_component(printed);
}

}  // namespace stdb::bsatn::detail
