// sdk/host/src/values/json_read.cpp: SATS-JSON encoded as values.
#include <algorithm>
#include <bit>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "base/wide_integer.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

namespace json = boost::json;

// What was found instead, short enough for one line of an error.
std::string found(const json::value& value) {
  constexpr std::size_t most_text = 40;
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case json::kind::int64:
      return concat(value.get_int64());
    case json::kind::uint64:
      return concat(value.get_uint64());
    case json::kind::double_: {
      std::string text(32, ' ');
      const auto end = std::to_chars(text.data(), text.data() + text.size(), value.get_double()).ptr;
      text.resize(static_cast<std::size_t>(end - text.data()));
      return text;
    }
    case json::kind::string: {
      const std::string_view text = value.get_string();
      std::string out;
      if (text.size() <= most_text) {
        append_json_string(text, out);
        return out;
      }
      return concat("a string of ", text.size(), " bytes");
    }
    case json::kind::array:
      return concat("an array of ", value.get_array().size());
    case json::kind::object:
      return concat("an object of ", value.get_object().size());
  }
  return "something else";
}

std::string range_text(TypeKind kind) {
  switch (kind) {
    case TypeKind::i8:
      return "i8 (-128 to 127)";
    case TypeKind::u8:
      return "u8 (0 to 255)";
    case TypeKind::i16:
      return "i16 (-32768 to 32767)";
    case TypeKind::u16:
      return "u16 (0 to 65535)";
    case TypeKind::i32:
      return "i32 (-2147483648 to 2147483647)";
    case TypeKind::u32:
      return "u32 (0 to 4294967295)";
    default: {
      AlgebraicType type;
      type.kind = kind;
      return type_name(type);
    }
  }
}

bool is_signed(TypeKind kind) {
  return kind == TypeKind::i8 || kind == TypeKind::i16 || kind == TypeKind::i32 || kind == TypeKind::i64 ||
         kind == TypeKind::i128 || kind == TypeKind::i256;
}

class JsonReader {
 public:
  JsonReader(const Typespace& space, Bytes& out) : space_(space), out_(out) {}

  std::string path;  // to the value in hand
  std::string text;  // of the mismatch

  bool read(const AlgebraicType& type, const json::value& value, unsigned depth) {
    if (depth > limits::depth) return fail(concat("values nest more than ", limits::depth, " levels"));
    switch (type.kind) {
      case TypeKind::ref:
        return read(space_.resolve(type), value, depth);
      case TypeKind::product:
        return product(type, value, depth);
      case TypeKind::sum:
        return sum(type, value, depth);
      case TypeKind::array:
        return array(type, value, depth);
      case TypeKind::string:
        if (!value.is_string()) return mismatch("a string", value);
        return counted(as_bytes(value.get_string()));
      case TypeKind::boolean:
        if (!value.is_bool()) return mismatch("true or false", value);
        out_.push_back(value.get_bool() ? 1 : 0);
        return true;
      case TypeKind::f32:
      case TypeKind::f64:
        return floating(type.kind, value);
      default:
        return integer(type.kind, value);
    }
  }

 private:
  bool fail(std::string reason) {
    text = std::move(reason);
    return false;
  }

  bool mismatch(std::string_view expected, const json::value& value) {
    return fail(concat("expected ", expected, ", found ", found(value)));
  }

  // Reads a part of the value in hand; the path is lengthened for as long as the part has not been read.
  bool part(std::string_view name, const AlgebraicType& type, const json::value& value, unsigned depth) {
    const auto outer = path.size();
    if (outer != 0 && !name.starts_with('[')) path.push_back('.');
    path.append(name);
    if (!read(type, value, depth + 1)) return false;
    path.resize(outer);
    return true;
  }

  bool counted(ByteView bytes) {
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) return fail("longer than 4 GiB");
    append(out_, static_cast<std::uint32_t>(bytes.size()));
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    return true;
  }

  bool integer(TypeKind kind, const json::value& value) {
    const auto start = out_.size();
    out_.resize(start + scalar_size(kind));
    const auto target = std::span(out_).subspan(start);
    if (value.is_string() && target.size() >= 8) {
      if (parse_integer(value.get_string(), is_signed(kind), target)) return true;
    } else if (value.is_int64()) {
      if (parse_integer(concat(value.get_int64()), is_signed(kind), target)) return true;
    } else if (value.is_uint64()) {
      if (parse_integer(concat(value.get_uint64()), is_signed(kind), target)) return true;
    }
    return mismatch(range_text(kind), value);
  }

  bool floating(TypeKind kind, const json::value& value) {
    double number = 0;
    if (value.is_double()) {
      number = value.get_double();
    } else if (value.is_int64()) {
      number = static_cast<double>(value.get_int64());
    } else if (value.is_uint64()) {
      number = static_cast<double>(value.get_uint64());
    } else if (value.is_string()) {  // an integer over 64 bits, as parse_json hands it on
      const std::string_view digits = value.get_string();
      const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
      if (digits.empty() || end.ec != std::errc() || end.ptr != digits.data() + digits.size()) {
        return mismatch("a number", value);
      }
    } else {
      return mismatch("a number", value);
    }
    if (kind == TypeKind::f64) {
      append(out_, std::bit_cast<std::uint64_t>(number));
      return true;
    }
    append(out_, std::bit_cast<std::uint32_t>(static_cast<float>(number)));
    return true;
  }

  bool product(const AlgebraicType& type, const json::value& value, unsigned depth) {
    if (value.is_array()) return by_position(type, value.get_array(), depth);
    if (value.is_object()) return by_name(type, value.get_object(), depth);
    return mismatch(concat("an object or array of ", type.members.size(), " for ", type_name(type)), value);
  }

  bool by_position(const AlgebraicType& type, const json::array& values, unsigned depth) {
    if (values.size() != type.members.size()) {
      return fail(concat("expected ", type.members.size(), " values for ", type_name(type), ", found ", values.size()));
    }
    for (std::size_t index = 0; index < values.size(); ++index) {
      const TypeMember& member = type.members[index];
      const std::string name = member.name ? *member.name : concat('[', index, ']');
      if (!part(name, member.type, values[index], depth)) return false;
    }
    return true;
  }

  bool by_name(const AlgebraicType& type, const json::object& object, unsigned depth) {
    // Arguments of a function go by the module's own names too, as on servers.
    const bool has_source_names = depth == 0;
    for (const auto& [key, ignored] : object) {
      const auto is_key = [&, wanted = std::string_view(key)](const TypeMember& member) {
        return member.name == wanted || (has_source_names && member.source_name == wanted);
      };
      if (std::ranges::none_of(type.members, is_key)) {
        return fail(concat("unknown name \"", std::string_view(key), "\"; the names are those of ", type_name(type)));
      }
    }
    for (const TypeMember& member : type.members) {
      if (!member.name) return fail(concat(type_name(type), " has unnamed members: write an array"));
      const json::value* value = object.if_contains(*member.name);
      if (has_source_names && !member.source_name.empty() && member.source_name != *member.name) {
        const json::value* other = object.if_contains(member.source_name);
        if (value != nullptr && other != nullptr) {
          return fail(concat("\"", *member.name, "\" is \"", member.source_name, "\": give one of them"));
        }
        if (value == nullptr) value = other;
      }
      if (value == nullptr) return fail(concat("\"", *member.name, "\" (", type_name(member.type), ") is missing"));
      if (!part(*member.name, member.type, *value, depth)) return false;
    }
    return true;
  }

  // The case that a key names, by name or by tag; the number of cases when it names none.
  static std::size_t case_named(const AlgebraicType& type, std::string_view key) {
    for (std::size_t tag = 0; tag < type.members.size(); ++tag) {
      if (type.members[tag].name == key) return tag;
    }
    std::size_t tag = type.members.size();
    const auto end = std::from_chars(key.data(), key.data() + key.size(), tag);
    return end.ptr == key.data() + key.size() && tag < type.members.size() ? tag : type.members.size();
  }

  bool chosen(const AlgebraicType& type, std::size_t tag, const json::value& payload, unsigned depth) {
    out_.push_back(static_cast<std::uint8_t>(tag));
    const TypeMember& member = type.members[tag];
    return part(member.name ? *member.name : concat('[', tag, ']'), member.type, payload, depth);
  }

  bool sum(const AlgebraicType& type, const json::value& value, unsigned depth) {
    const json::value unit{json::array()};
    if (value.is_null() && special_type(type) == SpecialType::option) return chosen(type, 1, unit, depth);
    if (value.is_object() && value.get_object().size() == 1) {
      const auto& entry = *value.get_object().begin();
      const std::size_t tag = case_named(type, entry.key());
      if (tag < type.members.size()) return chosen(type, tag, entry.value(), depth);
      return fail(concat("unknown case \"", std::string_view(entry.key()), "\" of ", type_name(type)));
    }
    if (value.is_array() && value.get_array().size() == 2) {
      const json::value& key = value.get_array()[0];
      std::size_t tag = type.members.size();
      if (key.is_string()) tag = case_named(type, key.get_string());
      if (key.is_int64() && key.get_int64() >= 0) tag = static_cast<std::size_t>(key.get_int64());
      if (tag < type.members.size()) return chosen(type, tag, value.get_array()[1], depth);
      return fail(concat("unknown case ", found(key), " of ", type_name(type)));
    }
    return mismatch(concat("{\"case\": value} for ", type_name(type)), value);
  }

  bool hexadecimal(std::string_view digits) {
    if (digits.size() % 2 != 0) return fail("expected an even number of hexadecimal digits");
    append(out_, static_cast<std::uint32_t>(digits.size() / 2));
    for (std::size_t at = 0; at < digits.size(); at += 2) {
      std::uint8_t byte = 0;
      const auto end = std::from_chars(digits.data() + at, digits.data() + at + 2, byte, 16);
      if (end.ptr != digits.data() + at + 2) return fail("expected hexadecimal digits or an array of numbers");
      out_.push_back(byte);
    }
    return true;
  }

  bool array(const AlgebraicType& type, const json::value& value, unsigned depth) {
    const AlgebraicType& element = space_.resolve(*type.element);
    if (value.is_string() && element.is(TypeKind::u8)) return hexadecimal(value.get_string());
    if (!value.is_array()) return mismatch(concat("an array for ", type_name(type)), value);
    const json::array& values = value.get_array();
    append(out_, static_cast<std::uint32_t>(values.size()));
    for (std::size_t index = 0; index < values.size(); ++index) {
      if (!part(concat('[', index, ']'), element, values[index], depth)) return false;
    }
    return true;
  }

  const Typespace& space_;
  Bytes& out_;
};

}  // namespace

std::expected<void, JsonMismatch> encode_json(const AlgebraicType& type, const Typespace& space,
                                              const json::value& value, Bytes& out) {
  JsonReader reader(space, out);
  if (!reader.read(type, value, 0))
    return std::unexpected(JsonMismatch{std::move(reader.path), std::move(reader.text)});
  return {};
}

}  // namespace stdb::host
