// sdk/module/.../log.hpp: log, lines for the database's log.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/module/detail/place.hpp"
#include "stdb/module/detail/text_argument.hpp"

namespace stdb::log {

// The levels of the host's log, as it numbers them.
enum class Level : std::uint8_t { error = 0, warn = 1, info = 2, debug = 3, trace = 4 };

namespace detail {

// Not constexpr, so that the compiler refuses the text with one of these names in its message.
inline void the_text_has_not_one_pair_of_braces_for_each_argument() {}
inline void braces_in_the_text_are_empty_without_width_or_precision() {}

consteval void check(std::string_view text, std::size_t arguments) {
  std::size_t places = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (text.substr(at, 2) == "{}") {
      ++places;
    } else if (text.substr(at, 2) == "{:") {
      braces_in_the_text_are_empty_without_width_or_precision();
    }
  }
  if (places != arguments) the_text_has_not_one_pair_of_braces_for_each_argument();
}

// A text with a {} for each argument, and the place in the source that it comes from.
template <class... Arguments>
struct Text {
  std::string_view text;
  stdb::detail::Place at;

  template <class Literal>
    requires std::convertible_to<const Literal&, std::string_view>
  consteval Text(const Literal& literal, const char* file = __builtin_FILE(), std::uint32_t line = __builtin_LINE())
      : text(literal), at(stdb::detail::place_of(file, line)) {
    check(text, sizeof...(Arguments));
  }
};

// Puts the arguments in the places of the text and hands the line to the host.
void write(Level level, std::string_view text, std::span<const stdb::detail::TextArgument> arguments,
           const stdb::detail::Place& at);

template <class... Arguments>
void write_all(Level level, const Text<std::type_identity_t<Arguments>...>& text, const Arguments&... arguments) {
  if constexpr (sizeof...(Arguments) == 0) {
    write(level, text.text, {}, text.at);
  } else {
    const stdb::detail::TextArgument list[] = {stdb::detail::text_argument(arguments)...};
    write(level, text.text, list, text.at);
  }
}

}  // namespace detail

// Each {} of the text, a literal, is replaced by the next argument: integers, bools, floats, text, Identity,
// ConnectionId and Timestamp. The number of arguments is checked by the compiler; the line carries its place in the
// source.
template <class... Arguments>
void error(detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  detail::write_all<Arguments...>(Level::error, text, arguments...);
}
template <class... Arguments>
void warn(detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  detail::write_all<Arguments...>(Level::warn, text, arguments...);
}
template <class... Arguments>
void info(detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  detail::write_all<Arguments...>(Level::info, text, arguments...);
}
template <class... Arguments>
void debug(detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  detail::write_all<Arguments...>(Level::debug, text, arguments...);
}
template <class... Arguments>
void trace(detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  detail::write_all<Arguments...>(Level::trace, text, arguments...);
}

}  // namespace stdb::log
