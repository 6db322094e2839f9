// sdk/module/.../format.hpp: format, a text with values in it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/module/log.hpp"

namespace stdb {

namespace detail {

std::string format_text(std::string_view text, std::span<const TextArgument> arguments);

}  // namespace detail

// Each {} of the text, a literal, is replaced by the next argument, as the log does it; their number is checked by the
// compiler: stdb::Err(stdb::format("no row with id {}", id)).
template <class... Arguments>
std::string format(log::detail::Text<std::type_identity_t<Arguments>...> text, const Arguments&... arguments) {
  static_assert(sizeof...(Arguments) > 0, "stdb: this text has no {}: use it as it is");
  const detail::TextArgument list[] = {detail::text_argument(arguments)...};
  return detail::format_text(text.text, list);
}

}  // namespace stdb
