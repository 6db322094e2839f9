// sdk/module/.../detail/json_pull.hpp: JsonPull, which reads JSON piece by piece and keeps nothing of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stdb::detail {

enum class JsonToken : std::uint8_t {
  object_begin,
  object_end,
  array_begin,
  array_end,
  key,  // of a member; its value follows
  string,
  number,
  boolean_true,
  boolean_false,
  null,
  end,    // after the one value that a document is
  error,  // it is no JSON (RFC 8259, in UTF-8), or nested too deeply; every further token is an error too
};

// Borrows the text, allocates nothing, and nothing nests: containers are bits. Whatever comes before an error is given
// out, so whoever must not trust half a document reads to the end first.
class JsonPull {
 public:
  // As many containers in one another as the servers' own reader takes (serde_json's 128, of which the last is
  // refused).
  static constexpr std::size_t max_depth = 127;

  explicit JsonPull(std::string_view text) : text_(text) {}

  JsonToken next();

  // How many containers are open: 1 within the outermost object.
  std::size_t depth() const { return depth_; }

  // Where the last token begins and ends in the text; of a key or string with its quotes.
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  // The last token as it stands in the text.
  std::string_view raw() const { return text_.substr(begin_, end_ - begin_); }

  // The last key or string, its escapes undone.
  std::string unescaped() const;
  // Whether the last key or string is this one, its escapes undone. Allocates nothing.
  bool equals(std::string_view other) const;

 private:
  enum class Expect : std::uint8_t { value, value_or_array_end, key, key_or_object_end, comma_or_end, end, nothing };

  std::string_view content() const { return raw().substr(1, end_ - begin_ - 2); }
  JsonToken token();
  void skip_blanks();
  bool take(char c);
  bool take_word(std::string_view word);
  bool take_string();
  bool take_escape();
  bool take_number();
  std::uint32_t take_hex4();
  bool in_object() const;
  void after_value();
  JsonToken open(bool is_object);
  JsonToken close();
  JsonToken value();
  JsonToken key();
  JsonToken fail();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t depth_ = 0;
  std::array<std::uint64_t, 2> is_object_{};  // a bit for each open container
  Expect expect_ = Expect::value;
};

}  // namespace stdb::detail
