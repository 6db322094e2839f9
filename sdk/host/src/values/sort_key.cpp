// sdk/host/src/values/sort_key.cpp: values turned into strings that sort as the values do.
#include <algorithm>
#include <bit>
#include <cmath>

#include "base/little_endian.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

// Strings end with two zero bytes; a zero byte inside becomes 0x00 0xFF, which sorts after the end and before all else.
void append_escaped(ByteView text, Bytes& out) {
  for (const std::uint8_t byte : text) {
    out.push_back(byte);
    if (byte == 0) out.push_back(0xFF);
  }
  out.push_back(0);
  out.push_back(0);
}

// Little-endian to big-endian; two's complement sorts right once its sign bit is turned over.
void append_integer(ByteView number, bool is_signed, Bytes& out) {
  const auto start = out.size();
  out.insert(out.end(), number.rbegin(), number.rend());
  if (is_signed) out[start] ^= 0x80;
}

template <class Float, class Word>
void append_float(const std::uint8_t* at, Bytes& out) {
  auto number = std::bit_cast<Float>(load<Word>(at));
  if (number == 0) number = 0;  // -0 equals +0
  Word word = std::isnan(number) ? ~Word{0} : std::bit_cast<Word>(number);
  constexpr Word sign = Word{1} << (sizeof(Word) * 8 - 1);
  // Positive numbers sort above negative ones; negative ones sort backwards. NaN becomes the greatest of all.
  if (!std::isnan(number)) word = (word & sign) != 0 ? ~word : word | sign;
  std::uint8_t bytes[sizeof(Word)];
  store(bytes, word);
  append_integer(bytes, false, out);
}

class KeyWriter {
 public:
  KeyWriter(const Typespace& space, ByteView bytes, Bytes& out) : space_(space), bytes_(bytes), out_(out) {}

  std::size_t position() const { return position_; }

  // The recursion is as deep as the value, which measure() has bounded.
  void write(const AlgebraicType& type) {
    switch (type.kind) {
      case TypeKind::ref:
        return write(space_.resolve(type));
      case TypeKind::product:
        for (const TypeMember& member : type.members) write(member.type);
        return;
      case TypeKind::sum: {
        const std::uint8_t tag = bytes_[position_++];
        out_.push_back(tag);
        return write(type.members[tag].type);
      }
      case TypeKind::array:
        return array(type);
      case TypeKind::string:
        return append_escaped(counted(1), out_);
      case TypeKind::f32:
        append_float<float, std::uint32_t>(take(4).data(), out_);
        return;
      case TypeKind::f64:
        append_float<double, std::uint64_t>(take(8).data(), out_);
        return;
      default:
        return append_integer(take(scalar_size(type.kind)), is_signed(type.kind), out_);
    }
  }

 private:
  static bool is_signed(TypeKind kind) {
    return kind == TypeKind::i8 || kind == TypeKind::i16 || kind == TypeKind::i32 || kind == TypeKind::i64 ||
           kind == TypeKind::i128 || kind == TypeKind::i256;
  }

  ByteView take(std::size_t size) {
    const auto taken = bytes_.subspan(position_, size);
    position_ += size;
    return taken;
  }

  ByteView counted(std::size_t element_size) {
    const auto count = load<std::uint32_t>(take(4).data());
    return take(std::size_t{count} * element_size);
  }

  void array(const AlgebraicType& type) {
    if (type.element->is(TypeKind::u8)) return append_escaped(counted(1), out_);
    const auto count = load<std::uint32_t>(take(4).data());
    for (std::uint32_t index = 0; index < count; ++index) {
      out_.push_back(1);  // another element follows: longer sorts after shorter
      write(*type.element);
    }
    out_.push_back(0);
  }

  const Typespace& space_;
  ByteView bytes_;
  Bytes& out_;
  std::size_t position_ = 0;
};

}  // namespace

std::size_t append_sort_key(const AlgebraicType& type, const Typespace& space, ByteView bytes, Bytes& out) {
  KeyWriter writer(space, bytes, out);
  writer.write(type);
  return writer.position();
}

}  // namespace stdb::host
