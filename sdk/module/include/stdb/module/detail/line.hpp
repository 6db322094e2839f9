// sdk/module/.../detail/line.hpp: Line, a text under construction.
#pragma once

#include <cstddef>
#include <string_view>

namespace stdb::detail {

// Grows in the scratch buffer, so that logging takes nothing from the heap. One at a time, and no host call but the one
// that takes the finished line may come between.
class Line {
 public:
  void append(std::string_view text);
  void append(char character) { append(std::string_view(&character, 1)); }

  std::string_view text() const;

 private:
  std::size_t size_ = 0;
};

}  // namespace stdb::detail
