// sdk/module/.../detail/json_pull.hpp: JsonPull, a walk through a JSON text that makes no tree of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stdb::detail {

// How deep arrays and objects may lie in each other; what is deeper is no JSON here. As serde_json has it.
inline constexpr std::uint32_t max_json_depth = 128;

// Borrows the text. RFC 8259, strictly: the text is UTF-8, escapes of surrogates come in pairs, nothing comes after the
// value. Every function answers whether the text went on as expected; after the first that did not, none is of use.
class JsonPull {
 public:
  explicit JsonPull(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) { skip_blanks(); }

  // Past this character and the blanks after it; not if another one is there.
  bool take(char character);
  // A string, its escapes resolved.
  bool text(std::string& out);
  // Past a whole value, which is checked.
  bool value();
  bool is_at(char character) const { return at_ != end_ && *at_ == character; }
  bool is_at_end() const { return at_ == end_; }

  // Where it stands, for a value to be kept as the text that it is: value_text(from) is what was passed since.
  const char* position() const { return at_; }

 private:
  void skip_blanks();
  bool literal(std::string_view word);
  bool number();
  bool digits();
  bool skip_string();
  bool escape(std::string* out);
  bool hex_digits(std::uint32_t& unit);
  bool plain(std::string* out);
  bool list(char close, bool has_keys);

  const char* at_;
  const char* end_;
  std::uint32_t depth_ = 0;
};

}  // namespace stdb::detail
