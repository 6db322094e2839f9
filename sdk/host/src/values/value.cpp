// sdk/host/src/values/value.cpp: encoded values checked and measured.
#include "stdb/host/value.hpp"

#include <optional>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

enum class Fault : std::uint8_t { none, too_short, bad_bool, bad_tag, bad_utf8, too_deep, too_many, never };

// Walks one value. Faults are noted, not thrown: a reader of rows meets them a million times a second.
class Measurer {
 public:
  Measurer(const Typespace& space, ByteView bytes) : space_(space), bytes_(bytes) {}

  std::size_t position() const { return position_; }

  bool skip(const AlgebraicType& type, unsigned depth) {
    if (type.any_bytes) return take(type.fixed_size);
    switch (type.kind) {
      case TypeKind::boolean:
        return boolean();
      case TypeKind::string:
        return string();
      case TypeKind::product:
        return product(type, depth);
      case TypeKind::sum:
        return sum(type, depth);
      case TypeKind::array:
        return array(type, depth);
      case TypeKind::ref:
        return skip(space_.resolve(type), depth);
      default:
        return take(scalar_size(type.kind));
    }
  }

  DecodeError error() const { return {position_, concat("at byte ", position_, ": ", reason())}; }

 private:
  std::size_t left() const { return bytes_.size() - position_; }

  bool fail(Fault fault, std::uint64_t detail = 0) {
    fault_ = fault;
    detail_ = detail;
    return false;
  }

  bool take(std::uint64_t size) {
    if (size > left()) return fail(Fault::too_short, size);
    position_ += size;
    return true;
  }

  bool boolean() {
    if (left() == 0) return fail(Fault::too_short, 1);
    if (bytes_[position_] > 1) return fail(Fault::bad_bool, bytes_[position_]);
    ++position_;
    return true;
  }

  std::optional<std::uint32_t> count() {
    if (left() < 4) {
      fail(Fault::too_short, 4);
      return std::nullopt;
    }
    const auto number = load<std::uint32_t>(bytes_.data() + position_);
    position_ += 4;
    return number;
  }

  bool string() {
    const auto length = count();
    if (!length) return false;
    if (*length > left()) return fail(Fault::too_short, *length);
    if (!is_utf8(bytes_.subspan(position_, *length))) return fail(Fault::bad_utf8);
    position_ += *length;
    return true;
  }

  bool product(const AlgebraicType& type, unsigned depth) {
    if (depth >= limits::depth) return fail(Fault::too_deep);
    for (const TypeMember& member : type.members) {
      if (!skip(member.type, depth + 1)) return false;
    }
    return true;
  }

  bool sum(const AlgebraicType& type, unsigned depth) {
    if (depth >= limits::depth) return fail(Fault::too_deep);
    if (type.members.empty()) return fail(Fault::never);
    if (left() == 0) return fail(Fault::too_short, 1);
    const std::uint8_t tag = bytes_[position_];
    if (tag >= type.members.size()) return fail(Fault::bad_tag, tag);
    ++position_;
    return skip(type.members[tag].type, depth + 1);
  }

  bool array(const AlgebraicType& type, unsigned depth) {
    if (depth >= limits::depth) return fail(Fault::too_deep);
    const auto number = count();
    if (!number) return false;
    const AlgebraicType& element = *type.element;
    if (element.fixed_size == 0) {
      empty_elements_ += *number;
      return empty_elements_ <= limits::empty_elements || fail(Fault::too_many, empty_elements_);
    }
    if (element.fixed_size != AlgebraicType::variable) {
      const std::uint64_t size = std::uint64_t{*number} * element.fixed_size;
      if (size > left()) return fail(Fault::too_short, size);
      if (element.any_bytes) return take(size);
    }
    for (std::uint32_t index = 0; index < *number; ++index) {
      if (!skip(element, depth + 1)) return false;
    }
    return true;
  }

  std::string reason() const {
    switch (fault_) {
      case Fault::too_short:
        return concat("a value of ", detail_, " bytes, but ", left(), " are left");
      case Fault::bad_bool:
        return concat("a bool is 0 or 1, not ", detail_);
      case Fault::bad_tag:
        return concat("unknown tag ", detail_, " for a sum");
      case Fault::bad_utf8:
        return "a string is not UTF-8";
      case Fault::too_deep:
        return concat("values nest more than ", limits::depth, " levels");
      case Fault::too_many:
        return concat("arrays of ", detail_, " elements that take no bytes, more than ", limits::empty_elements);
      case Fault::never:
        return "a sum without cases has no values";
      case Fault::none:
        break;
    }
    return "no fault";
  }

  const Typespace& space_;
  ByteView bytes_;
  std::size_t position_ = 0;
  std::uint64_t empty_elements_ = 0;
  Fault fault_ = Fault::none;
  std::uint64_t detail_ = 0;
};

}  // namespace

std::expected<std::size_t, DecodeError> measure(const AlgebraicType& type, const Typespace& space, ByteView bytes) {
  Measurer measurer(space, bytes);
  if (!measurer.skip(type, 0)) return std::unexpected(measurer.error());
  return measurer.position();
}

std::size_t checked_size(const AlgebraicType& type, const Typespace& space, ByteView bytes) {
  if (type.fixed_size != AlgebraicType::variable) return type.fixed_size;
  switch (type.kind) {
    case TypeKind::string:
      return 4 + std::size_t{load<std::uint32_t>(bytes.data())};
    case TypeKind::ref:
      return checked_size(space.resolve(type), space, bytes);
    case TypeKind::sum:
      return 1 + checked_size(type.members[bytes[0]].type, space, bytes.subspan(1));
    case TypeKind::product: {
      std::size_t size = 0;
      for (const TypeMember& member : type.members) size += checked_size(member.type, space, bytes.subspan(size));
      return size;
    }
    case TypeKind::array: {
      const auto number = load<std::uint32_t>(bytes.data());
      const AlgebraicType& element = *type.element;
      if (element.fixed_size != AlgebraicType::variable) return 4 + std::size_t{number} * element.fixed_size;
      std::size_t size = 4;
      for (std::uint32_t index = 0; index < number; ++index) size += checked_size(element, space, bytes.subspan(size));
      return size;
    }
    default:
      return scalar_size(type.kind);
  }
}

}  // namespace stdb::host
