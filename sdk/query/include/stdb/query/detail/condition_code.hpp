// sdk/query/.../detail/condition_code.hpp: a condition as a string, for those that are put together at run time.
//
// A relation comes before what it relates: [both] condition condition, [equal] name operand. A name or an operand is
// its size in four bytes and its characters; an operand begins with a byte that tells a column's name from a literal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stdb/query/detail/conditions.hpp"
#include "stdb/query/detail/operands.hpp"
#include "stdb/query/detail/relation.hpp"
#include "stdb/query/detail/sql_text.hpp"

namespace stdb::detail {

inline constexpr char literal_follows = 0;
inline constexpr char column_follows = 1;

constexpr void encode_relation(std::string& code, Relation relation) {
  code += static_cast<char>(static_cast<std::uint8_t>(relation));
}

constexpr void encode_text(std::string& code, std::string_view text) {
  for (int shift = 0; shift < 32; shift += 8) code += static_cast<char>(text.size() >> shift & 0xff);
  append_constant(code, text);
}

constexpr std::string_view take(std::string_view& code, std::size_t size) {
  const std::string_view taken = code.substr(0, size);
  code.remove_prefix(size);
  return taken;
}

constexpr std::string_view take_text(std::string_view& code) {
  std::size_t size = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    size |= static_cast<std::size_t>(static_cast<std::uint8_t>(take(code, 1)[0])) << shift;
  }
  return take(code, size);
}

constexpr Relation take_relation(std::string_view& code) {
  return static_cast<Relation>(static_cast<std::uint8_t>(take(code, 1)[0]));
}

template <auto Member>
constexpr void encode_operand(std::string& code, ColumnOperand<Member>) {
  code += column_follows;
  encode_text(code, Column<Member>::name);
}
constexpr void encode_operand(std::string& code, TrueOperand) {
  code += literal_follows;
  encode_text(code, TrueOperand::text);
}
template <class Operand>
constexpr void encode_operand(std::string& code, const Operand& operand) {
  code += literal_follows;
  std::string literal;
  operand.append(literal);
  encode_text(code, literal);
}

template <auto Member, Relation Is, class Operand>
constexpr void encode_condition(std::string& code, const Comparison<Member, Is, Operand>& condition) {
  encode_relation(code, Is);
  encode_text(code, Column<Member>::name);
  encode_operand(code, condition.operand);
}
constexpr void encode_condition(std::string& code, const Constant& condition) {
  encode_relation(code, condition.value ? Relation::always : Relation::never);
}
template <class Held>
  requires requires(const Held& condition, std::string& code) { condition.encode(code); }
constexpr void encode_condition(std::string& code, const Held& condition) {
  condition.encode(code);
}
template <Relation Is, class A, class B>
constexpr void encode_condition(std::string& code, const Combination<Is, A, B>& condition) {
  encode_relation(code, Is);
  encode_condition(code, condition.first);
  encode_condition(code, condition.second);
}

constexpr void write_operand(std::string& sql, std::string_view& code, std::string_view table) {
  const bool is_column = take(code, 1)[0] == column_follows;
  const std::string_view text = take_text(code);
  if (is_column) {
    write_column(sql, table, text);
  } else {
    write_text(sql, text);
  }
}

// Appends the condition with which the code begins, and takes it off. As deep as the condition; servers stop at some
// 1,600 conditions in each other.
constexpr void write_code(std::string& sql, std::string_view& code, std::string_view table) {
  const Relation relation = take_relation(code);
  if (relation >= Relation::always) {
    write_text(sql, text_of(relation));
    return;
  }
  sql += '(';
  if (relation >= Relation::both) {
    write_code(sql, code, table);
    write_text(sql, text_of(relation));
    write_code(sql, code, table);
  } else {
    write_column(sql, table, take_text(code));
    write_text(sql, text_of(relation));
    write_operand(sql, code, table);
  }
  sql += ')';
}

// Makes a condition its opposite, relation by relation.
constexpr void turn_code_round(std::span<char> code) {
  for (std::string_view rest(code.data(), code.size()); !rest.empty();) {
    char& first = code[code.size() - rest.size()];
    const Relation relation = take_relation(rest);
    first = static_cast<char>(static_cast<std::uint8_t>(opposite(relation)));
    if (relation < Relation::both) {
      take_text(rest);
      take(rest, 1);
      take_text(rest);
    }
  }
}

void append_sql_code(std::string& sql, std::string_view code, std::string_view table);
void turn_sql_code_round(std::span<char> code);

constexpr void append_code(std::string& sql, std::string_view code, std::string_view table) {
  if consteval {
    write_code(sql, code, table);
  } else {
    append_sql_code(sql, code, table);
  }
}

constexpr void turn_round(std::span<char> code) {
  if consteval {
    turn_code_round(code);
  } else {
    turn_sql_code_round(code);
  }
}

}  // namespace stdb::detail
