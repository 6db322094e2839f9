// sdk/query/.../detail/operands.hpp: what a column can be compared with. An operand either is the same text in every
// run (is_constant, and write() gives it) or is appended when the query is made (append()).
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "stdb/query/detail/sql_text.hpp"
#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/literal.hpp"

namespace stdb::detail {

template <class Sql>
constexpr void write_column(Sql& sql, std::string_view table, std::string_view column) {
  sql += '"';
  write_text(sql, table);
  write_text(sql, "\".\"");
  write_text(sql, column);
  sql += '"';
}

template <class T>
struct ValueOperand {
  static constexpr bool is_constant = false;
  T value;

  constexpr void append(std::string& sql) const { append_literal(sql, value); }
};

// A text that lives as long as the program.
struct LiteralTextOperand {
  static constexpr bool is_constant = false;
  std::string_view value;

  constexpr void append(std::string& sql) const { append_quoted(sql, value); }
};

// Text and bytes are copied, so that a condition outlives what it was made from. Not into a std::string: g++ 12 loses a
// short one when an object that holds it is returned at compile time.
struct TextOperand {
  static constexpr bool is_constant = false;
  std::vector<char> value;

  constexpr explicit TextOperand(std::string_view text) : value(text.begin(), text.end()) {}
  constexpr void append(std::string& sql) const { append_quoted(sql, {value.data(), value.size()}); }
};
struct BytesOperand {
  static constexpr bool is_constant = false;
  std::vector<std::uint8_t> value;

  constexpr explicit BytesOperand(std::span<const std::uint8_t> bytes) : value(bytes.begin(), bytes.end()) {}
  constexpr void append(std::string& sql) const { append_bytes(sql, value); }
};

// Of the same row as the column it is compared with, or of the other table of a semijoin.
template <auto Member>
struct ColumnOperand {
  static constexpr bool is_constant = true;
  using column = Column<Member>;

  static constexpr void write(ConstantText& sql, std::string_view table) { write_column(sql, table, column::name); }
};

// What a bool column is compared with when it stands alone.
struct TrueOperand {
  static constexpr bool is_constant = true;
  static constexpr std::string_view text = "TRUE";

  static constexpr void write(ConstantText& sql, std::string_view) { write_text(sql, text); }
};

struct SenderOperand {
  static constexpr bool is_constant = true;

  static constexpr void write(ConstantText& sql, std::string_view) { write_text(sql, ":sender"); }
};

// A literal of another type than the column of type T, judged by the compiler.
template <class T>
struct LiteralOf {
  T value;

  template <class Literal>
    requires LiteralFor<T, Literal> || RealLiteralFor<T, Literal>
  consteval LiteralOf(const Literal& literal)
      : value(fit<T>(a_number_of_another_type_must_be_a_literal<Literal>(literal))) {}

  constexpr ValueOperand<T> operand() const { return {value}; }
};
template <>
struct LiteralOf<std::string> {
  std::string_view value;

  template <std::size_t Size>
  consteval LiteralOf(const char (&literal)[Size]) : value(literal) {}

  constexpr LiteralTextOperand operand() const { return {value}; }
};

// Whether an argument of this type is taken as a literal of the column and not as a value of its own.
template <class T, class Argument>
concept IsLiteralOf =
    LiteralFor<T, std::remove_cvref_t<Argument>> || RealLiteralFor<T, std::remove_cvref_t<Argument>> ||
    (std::same_as<T, std::string> && std::is_array_v<std::remove_reference_t<Argument>> &&
     std::is_const_v<std::remove_reference_t<Argument>>);

}  // namespace stdb::detail
