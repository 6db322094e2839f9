// sdk/host/src/values/json_write.cpp: encoded values written as SATS-JSON.
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "base/wide_integer.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

void append_hex(ByteView bytes, std::string& out) {
  for (const std::uint8_t byte : bytes) {
    out.push_back("0123456789abcdef"[byte >> 4]);
    out.push_back("0123456789abcdef"[byte & 15]);
  }
}

// The shortest digits that read back as the number, laid out as servers do: plain from 1e-5 up to 1e16 (floats: 1e-6 to
// 1e13), otherwise with an exponent; always with a point or an exponent, so that it stays a float.
template <class Float>
void append_float(Float number, std::string& out) {
  constexpr int most_plain = sizeof(Float) == 4 ? 13 : 16;
  constexpr int least_plain = sizeof(Float) == 4 ? -6 : -5;
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  if (std::signbit(number)) out.push_back('-');
  if (std::fpclassify(number) == FP_ZERO) {
    out += "0.0";
    return;
  }
  std::array<char, 40> buffer;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const auto exponent_at = text.find('e');
  std::string digits(text.substr(0, 1));
  if (exponent_at > 2) digits += text.substr(2, exponent_at - 2);
  int exponent = 0;
  const auto sign_at = exponent_at + (text[exponent_at + 1] == '+' ? 2 : 1);
  std::from_chars(text.data() + sign_at, text.data() + text.size(), exponent);

  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // digits before the decimal point
  if (point > most_plain || point <= least_plain) {
    out += digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    out += concat('e', exponent);
  } else if (point <= 0) {
    out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else if (point >= count) {
    out += digits + std::string(static_cast<std::size_t>(point - count), '0') + ".0";
  } else {
    const auto whole = static_cast<std::size_t>(point);
    out += digits.substr(0, whole) + "." + digits.substr(whole);
  }
}

class JsonWriter {
 public:
  JsonWriter(const Typespace& space, ByteView bytes, std::string& out) : space_(space), bytes_(bytes), out_(out) {}

  std::size_t position() const { return position_; }

  // The recursion is as deep as the value, which measure() has bounded.
  void write(const AlgebraicType& type) {
    switch (type.kind) {
      case TypeKind::ref:
        return write(space_.resolve(type));
      case TypeKind::product:
        return product(type);
      case TypeKind::sum:
        return sum(type);
      case TypeKind::array:
        return array(type);
      case TypeKind::string:
        return append_json_string(as_text(counted()), out_);
      case TypeKind::boolean:
        out_ += take(1)[0] != 0 ? "true" : "false";
        return;
      case TypeKind::f32:
        return append_float(std::bit_cast<float>(load<std::uint32_t>(take(4).data())), out_);
      case TypeKind::f64:
        return append_float(std::bit_cast<double>(load<std::uint64_t>(take(8).data())), out_);
      default:
        return integer(type.kind);
    }
  }

 private:
  ByteView take(std::size_t size) {
    const auto taken = bytes_.subspan(position_, size);
    position_ += size;
    return taken;
  }

  std::uint32_t count() { return load<std::uint32_t>(take(4).data()); }
  ByteView counted() { return take(count()); }

  void integer(TypeKind kind) {
    const ByteView number = take(scalar_size(kind));
    switch (kind) {
      case TypeKind::i8:
        return append_text(out_, load<std::int8_t>(number.data()));
      case TypeKind::u8:
        return append_text(out_, number[0]);
      case TypeKind::i16:
        return append_text(out_, load<std::int16_t>(number.data()));
      case TypeKind::u16:
        return append_text(out_, load<std::uint16_t>(number.data()));
      case TypeKind::i32:
        return append_text(out_, load<std::int32_t>(number.data()));
      case TypeKind::u32:
        return append_text(out_, load<std::uint32_t>(number.data()));
      case TypeKind::i64:
        return append_text(out_, load<std::int64_t>(number.data()));
      case TypeKind::u64:
        return append_text(out_, load<std::uint64_t>(number.data()));
      case TypeKind::i128:
      case TypeKind::u128:
        out_ += decimal_text(number, kind == TypeKind::i128);
        return;
      default:
        out_ += concat('"', hex_text(number, kind == TypeKind::i256), '"');
    }
  }

  void product(const AlgebraicType& type) {
    const bool by_name = !type.members.empty() && type.members.front().name.has_value();
    out_.push_back(by_name ? '{' : '[');
    for (const TypeMember& member : type.members) {
      if (&member != &type.members.front()) out_.push_back(',');
      if (by_name) {
        append_json_string(member.name.value_or(""), out_);
        out_.push_back(':');
      }
      write(member.type);
    }
    out_.push_back(by_name ? '}' : ']');
  }

  void sum(const AlgebraicType& type) {
    const std::uint8_t tag = take(1)[0];
    const TypeMember& chosen = type.members[tag];
    out_.push_back(chosen.name ? '{' : '[');
    if (chosen.name) {
      append_json_string(*chosen.name, out_);
      out_.push_back(':');
    } else {
      out_ += concat(tag, ',');
    }
    write(chosen.type);
    out_.push_back(chosen.name ? '}' : ']');
  }

  void array(const AlgebraicType& type) {
    const AlgebraicType& element = space_.resolve(*type.element);
    if (element.is(TypeKind::u8)) {
      out_.push_back('"');
      append_hex(counted(), out_);
      out_.push_back('"');
      return;
    }
    const std::uint32_t elements = count();
    out_.push_back('[');
    for (std::uint32_t index = 0; index < elements; ++index) {
      if (index != 0) out_.push_back(',');
      write(element);
    }
    out_.push_back(']');
  }

  const Typespace& space_;
  ByteView bytes_;
  std::string& out_;
  std::size_t position_ = 0;
};

}  // namespace

std::size_t append_json(const AlgebraicType& type, const Typespace& space, ByteView bytes, std::string& out) {
  JsonWriter writer(space, bytes, out);
  writer.write(type);
  return writer.position();
}

void append_json_string(std::string_view text, std::string& out) {
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          out += "\\u00";
          append_hex({&byte, 1}, out);
        } else {
          out.push_back(c);
        }
    }
  }
  out.push_back('"');
}

}  // namespace stdb::host
