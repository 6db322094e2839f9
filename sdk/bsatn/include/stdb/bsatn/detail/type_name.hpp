// sdk/bsatn/.../detail/type_name.hpp: names of types, from what the compiler prints or from what is said beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "stdb/bsatn/wire_name.hpp"

namespace stdb::bsatn::detail {

template <class T>
constexpr std::string_view printed_type() {
  return __PRETTY_FUNCTION__;
}

// Where in the printed signature the type stands, found by printing one whose name is known.
inline constexpr std::size_t printed_type_prefix = printed_type<double>().find("double");
inline constexpr std::size_t printed_type_suffix = printed_type<double>().size() - printed_type_prefix - 6;

constexpr std::string_view take_printed_type(std::string_view printed) {
  return printed.substr(printed_type_prefix, printed.size() - printed_type_prefix - printed_type_suffix);
}

// "chat::Person" for chat::Person: tells apart what has one name in two namespaces.
template <class T>
constexpr std::string_view full_type_name() {
  return take_printed_type(printed_type<T>());
}

constexpr std::string_view last_component(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Servers accept more than ASCII; not every language that clients are generated for does.
constexpr bool is_identifier(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    if (!letter) return false;
  }
  return true;
}

// A type's name on the wire: "Auth.UserRole" has the scope "Auth" and the last component "UserRole".
struct ScopedName {
  std::string_view whole;  // two types of a module must differ in this

  constexpr std::size_t scope_count() const {
    std::size_t dots = 0;
    for (const char c : whole) dots += c == '.' ? 1 : 0;
    return dots;
  }

  // One part of the scope, the outermost first; index < scope_count().
  constexpr std::string_view scope(std::size_t index) const {
    std::string_view rest = whole;
    for (; index > 0; --index) rest.remove_prefix(rest.find('.') + 1);
    return rest.substr(0, rest.find('.'));
  }

  constexpr std::string_view last() const { return whole.substr(whole.rfind('.') + 1); }

  constexpr bool is_valid() const {
    std::string_view rest = whole;
    for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
      if (!is_identifier(rest.substr(0, dot))) return false;
      rest.remove_prefix(dot + 1);
    }
    return is_identifier(rest);
  }
};

enum class NameProblem : std::uint8_t { none, not_plain, said_badly };

struct CheckedName {
  ScopedName name;
  NameProblem problem = NameProblem::none;
};

// Of what is said, or else of what the compiler prints.
constexpr CheckedName check_name(std::string_view said, std::string_view printed) {
  if (!said.empty()) {
    const ScopedName name{said};
    return {name, name.is_valid() ? NameProblem::none : NameProblem::said_badly};
  }
  const ScopedName name{last_component(take_printed_type(printed))};
  return {name, is_identifier(name.whole) ? NameProblem::none : NameProblem::not_plain};
}

template <class T>
inline constexpr CheckedName name_of = check_name(wire_name<T>, printed_type<T>());

// "Person" for chat::Person, or the wire_name that is said. A type without a name of its own (a lambda, a template's
// instance) is refused.
template <class T>
constexpr const ScopedName& scoped_name() {
  static_assert(name_of<T>.problem != NameProblem::not_plain,
                "stdb: this type has no plain name (it is unnamed, a lambda, or a template's instance): give it a "
                "named struct of its own, or say its stdb::wire_name");
  static_assert(name_of<T>.problem != NameProblem::said_badly,
                "stdb: a stdb::wire_name consists of letters, digits and _, does not begin with a digit, and may have "
                "a scope before a dot: \"Auth.UserRole\"");
  return name_of<T>.name;
}

// The last component of a type's name.
template <class T>
constexpr std::string_view type_name() {
  return scoped_name<T>().last();
}

// A function's name, which has no scope.
template <class T>
constexpr std::string_view function_name() {
  constexpr const ScopedName& name = scoped_name<T>();
  static_assert(name.scope_count() == 0,
                "stdb: the stdb::wire_name of a function has no dots: functions have no scope");
  return name.whole;
}

}  // namespace stdb::bsatn::detail
