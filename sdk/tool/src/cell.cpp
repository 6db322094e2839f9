// sdk/tool/src/cell.cpp: values written for people, and tables of them.
#include "cell.hpp"

#include <algorithm>
#include <cstring>

#include "printable.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/timestamp.hpp"
#include "stdb/host/value.hpp"

namespace stdb::tool {
namespace {

using host::SpecialType;
using host::TypeKind;

// Longer cells are written whole, but do not push the columns behind them to the right.
constexpr std::size_t widest_column = 40;
constexpr std::string_view gap = "  ";

bool is_number(const host::AlgebraicType& type) { return type.kind >= TypeKind::i8; }

// A JSON string without its quotes: as it is, with what is not printable escaped.
void append_plain(host::ByteView text, std::string& out) {
  std::string quoted;
  std::string plain;
  host::append_json_string({reinterpret_cast<const char*>(text.data()), text.size()}, quoted);
  for (std::size_t at = 1; at + 1 < quoted.size(); ++at) {
    // Quotes and backslashes need no escape here.
    if (quoted[at] == '\\' && (quoted[at + 1] == '"' || quoted[at + 1] == '\\')) ++at;
    plain.push_back(quoted[at]);
  }
  out += printable(plain);
}

void append_hexadecimal(host::ByteView little_endian, std::string& out) {
  out += "0x";
  for (std::size_t at = little_endian.size(); at-- > 0;) {
    out.push_back("0123456789abcdef"[little_endian[at] >> 4]);
    out.push_back("0123456789abcdef"[little_endian[at] & 15]);
  }
}

// Characters on a screen, as far as they can be told: the bytes that begin a character of UTF-8.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// The cells of a row, in the columns' order.
std::vector<std::string> cells_of(const host::AlgebraicType& row_type, const host::Typespace& space,
                                  host::ByteView row) {
  std::vector<std::string> cells;
  for (const host::TypeMember& column : row_type.members) {
    row = row.subspan(append_cell(column.type, space, row, cells.emplace_back()));
  }
  return cells;
}

void append_padded(std::string_view cell, std::size_t width, bool to_the_right, std::string& line) {
  const std::size_t own = width_of(cell);
  const std::string padding(width > own ? width - own : 0, ' ');
  if (to_the_right) line += padding;
  line += cell;
  if (!to_the_right) line += padding;
}

}  // namespace

std::size_t append_cell(const host::AlgebraicType& given, const host::Typespace& space, host::ByteView bytes,
                        std::string& out) {
  const host::AlgebraicType& type = space.resolve(given);
  if (type.is(TypeKind::string)) {
    const std::size_t size = host::checked_size(type, space, bytes);
    append_plain(bytes.subspan(4, size - 4), out);
    return size;
  }
  switch (host::special_type(type)) {
    case SpecialType::identity:
    case SpecialType::connection_id:
      append_hexadecimal(bytes.first(type.fixed_size), out);
      return type.fixed_size;
    case SpecialType::timestamp: {
      host::Timestamp time;
      std::memcpy(&time.micros, bytes.data(), sizeof time.micros);
      out += time.to_text();
      return type.fixed_size;
    }
    default:
      return host::append_json(type, space, bytes, out);
  }
}

void print_table(std::string_view heading, const host::AlgebraicType& row_type, const host::Typespace& space,
                 const std::vector<host::ByteView>& rows, Output& output) {
  output.write(std::string(heading) + "\n");
  std::vector<std::string> names;
  std::vector<std::size_t> widths;
  for (const host::TypeMember& column : row_type.members) {
    names.push_back(column.name.value_or(std::to_string(names.size())));
    widths.push_back(width_of(names.back()));
  }
  for (const host::ByteView row : rows) {
    const auto cells = cells_of(row_type, space, row);
    for (std::size_t at = 0; at < cells.size(); ++at) {
      widths[at] = std::max(widths[at], std::min(width_of(cells[at]), widest_column));
    }
  }
  const auto print = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      line += gap;
      append_padded(cells[at], widths[at], is_number(space.resolve(row_type.members[at].type)), line);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    output.write(line + "\n");
  };
  print(names);
  for (const host::ByteView row : rows) print(cells_of(row_type, space, row));
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view singular) {
  return grouped(number) + " " + std::string(singular) + (number == 1 ? "" : "s");
}

}  // namespace stdb::tool
