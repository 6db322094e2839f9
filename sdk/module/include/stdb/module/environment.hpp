// sdk/module/.../environment.hpp: Environment, the values that a database is given when it is published.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/schema/column.hpp"

namespace stdb {

namespace detail {

// Empty: the database has no value under this key. A key that the module does not declare is a panic.
std::optional<std::string> environment_value(std::string_view key);

[[noreturn]] void environment_is_wrong(std::string_view key);

template <class T>
struct IsVariable {
  static constexpr bool value = std::is_same_v<T, std::string> || bsatn::kind<T> == bsatn::Kind::enumeration;
};
template <class T>
struct IsVariable<std::optional<T>> : IsVariable<T> {};

template <class T>
constexpr bool check_variable() {
  static_assert(IsVariable<T>::value,
                "stdb: a variable of the environment is a std::string, an enum, or a std::optional of these");
  return IsVariable<T>::value;
}

template <class Enum>
Enum enumerator_of(std::string_view key, std::string_view text) {
  constexpr auto& list = bsatn::detail::enumerators<Enum>;
  for (std::size_t i = 0; i < list.count; ++i) {
    if (list.at[i].name == text) return static_cast<Enum>(list.at[i].value);
  }
  environment_is_wrong(key);
}

}  // namespace detail

// A part of define<...>: what the database must be told when it is published. Each field of the struct is a variable
// under the field's name: a std::string, an enum whose enumerators are the values allowed, or a std::optional of
// these. One a module. Needs TARGET 2.14.
//   struct Settings { std::string API_KEY; std::optional<LogLevel> LOG_LEVEL; };
template <class Variables>
struct environment {};

// ctx.env of every context. Without state. Values are kept as plain text and can be read by who owns the database.
class Environment {
 public:
  // The value of a declared variable: ctx.env.get<&Settings::API_KEY>(). Two host calls. A required one that is
  // missing, or a value that is not among the enum's, is a panic.
  template <auto Member>
  auto get() const {
    using Value = typename Column<Member>::value_type;
    static_assert(detail::offered<detail::has_environment, Value>, "stdb: ctx.env needs TARGET 2.14 or newer");
    constexpr std::string_view key = Column<Member>::name;
    std::optional<std::string> text = detail::environment_value(key);
    if constexpr (!detail::check_variable<Value>()) {
      return Value();
    } else if constexpr (bsatn::kind<Value> == bsatn::Kind::option) {
      return text.has_value() ? Value(convert<typename Value::value_type>(key, std::move(*text))) : Value();
    } else {
      if (!text.has_value()) detail::environment_is_wrong(key);
      return convert<Value>(key, std::move(*text));
    }
  }

 private:
  template <class Value>
  static Value convert(std::string_view key, std::string text) {
    if constexpr (std::is_same_v<Value, std::string>) {
      return text;
    } else {
      return detail::enumerator_of<Value>(key, text);
    }
  }
};

}  // namespace stdb
