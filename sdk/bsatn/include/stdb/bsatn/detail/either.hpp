// sdk/bsatn/.../detail/either.hpp: Either, one of two values. A std::variant of two would do the same by tables of
// functions, which a module would carry and call through.
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace stdb::bsatn::detail {

struct InFirst {};
struct InSecond {};

// The two may be of one type.
template <class First, class Second>
class Either {
 public:
  constexpr Either() : first_(), holds_first_(true) {}
  template <class... Arguments>
  constexpr explicit Either(InFirst, Arguments&&... arguments)
      : first_(std::forward<Arguments>(arguments)...), holds_first_(true) {}
  template <class... Arguments>
  constexpr explicit Either(InSecond, Arguments&&... arguments)
      : second_(std::forward<Arguments>(arguments)...), holds_first_(false) {}

  constexpr Either(const Either& other)
    requires std::copy_constructible<First> && std::copy_constructible<Second>
      : holds_first_(other.holds_first_) {
    take(other);
  }
  constexpr Either(Either&& other) noexcept : holds_first_(other.holds_first_) { take(std::move(other)); }

  constexpr Either& operator=(const Either& other)
    requires std::copy_constructible<First> && std::copy_constructible<Second>
  {
    return *this = Either(other);
  }
  constexpr Either& operator=(Either&& other) noexcept {
    if (this != &other) {
      end();
      holds_first_ = other.holds_first_;
      take(std::move(other));
    }
    return *this;
  }
  constexpr ~Either() { end(); }

  constexpr bool holds_first() const { return holds_first_; }
  // Null where the other is held.
  constexpr First* first() { return holds_first_ ? &first_ : nullptr; }
  constexpr const First* first() const { return holds_first_ ? &first_ : nullptr; }
  constexpr Second* second() { return holds_first_ ? nullptr : &second_; }
  constexpr const Second* second() const { return holds_first_ ? nullptr : &second_; }

  constexpr bool operator==(const Either& other) const
    requires std::equality_comparable<First> && std::equality_comparable<Second>
  {
    if (holds_first_ != other.holds_first_) return false;
    return holds_first_ ? first_ == other.first_ : second_ == other.second_;
  }

 private:
  template <class Other>
  constexpr void take(Other&& other) {
    if (holds_first_) {
      std::construct_at(&first_, std::forward<Other>(other).first_);
    } else {
      std::construct_at(&second_, std::forward<Other>(other).second_);
    }
  }

  constexpr void end() {
    if (holds_first_) {
      std::destroy_at(&first_);
    } else {
      std::destroy_at(&second_);
    }
  }

  union {
    First first_;
    Second second_;
  };
  bool holds_first_;
};

}  // namespace stdb::bsatn::detail
