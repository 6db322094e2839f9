// sdk/host/src/sql/compile.cpp: queries read and checked against a module's tables.
#include <algorithm>

#include "base/concat.hpp"
#include "sql/literal.hpp"
#include "sql/select.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

constexpr unsigned deepest = 1'600;  // as a server has it

// Carries the reason to compile_select; a query is read once, so what it costs does not matter.
struct Refused {
  std::string text;
};

template <class... Parts>
[[noreturn]] void refuse_query(const Parts&... parts) {
  throw Refused{concat(parts...)};
}

class Compiler {
 public:
  Compiler(std::vector<Token> tokens, const SqlScope& scope)
      : tokens_(std::move(tokens)), scope_(scope), module_(scope.module) {}

  Select compile() {
    expect_keyword("SELECT");
    const std::string shown = projection();
    expect_keyword("FROM");
    relation();
    while (peek().is(TokenKind::keyword, "JOIN") || peek().is(TokenKind::keyword, "INNER")) join();
    if (shown.empty() && select_.relations.size() > 1) refuse_query("SELECT * is not supported for joins");
    if (!shown.empty()) select_.shown = find_relation(shown);
    if (accept(TokenKind::keyword, "WHERE")) select_.where = either(0);
    if (peek().kind != TokenKind::end) refuse_query("sql parser error: unexpected `", peek().text, "`");
    return std::move(select_);
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  Token take() { return tokens_[std::min(at_++, tokens_.size() - 1)]; }

  bool accept(TokenKind kind, std::string_view text) {
    if (!peek().is(kind, text)) return false;
    ++at_;
    return true;
  }

  void expect(TokenKind kind, std::string_view text) {
    if (!accept(kind, text)) refuse_query("sql parser error: expected ", text, ", found `", peek().text, "`");
  }
  void expect_keyword(std::string_view word) { expect(TokenKind::keyword, word); }

  std::string name() {
    if (peek().kind != TokenKind::name) refuse_query("sql parser error: expected a name, found `", peek().text, "`");
    return take().text;
  }

  // The name before ".*", or nothing.
  std::string projection() {
    std::string shown;
    if (!accept(TokenKind::sign, "*")) {
      shown = name();
      if (!accept(TokenKind::sign, ".") || !accept(TokenKind::sign, "*")) {
        refuse_query("Column projections are not supported in subscriptions; Subscriptions must return a table type");
      }
    }
    return shown;
  }

  void relation() {
    std::string table_name = name();
    // A submodule's table, "library"."book" or "library.book".
    while (accept(TokenKind::sign, ".")) table_name += "." + name();
    const TableDef* table = find_table(table_name);
    if (table == nullptr || !(table->is_public || scope_.sees_private)) {
      refuse_query("no such table: `", table_name, "`. If the table exists, it may be marked private.");
    }
    accept(TokenKind::keyword, "AS");
    if (peek().kind == TokenKind::name) table_name = take().text;
    if (std::ranges::find(names_, table_name) != names_.end()) refuse_query("Duplicate name `", table_name, "`");
    if (names_.size() == limits::query_relations) refuse_query("the query joins more than ", names_.size(), " tables");
    names_.push_back(table_name);
    select_.relations.push_back(table);
  }

  const TableDef* find_table(std::string_view table_name) const {
    if (const TableDef* table = module_.find_table(table_name)) return table;
    const ViewDef* view = module_.find_view(table_name);
    if (view == nullptr) return nullptr;
    if (scope_.views == nullptr) refuse_query("view definition cannot read from other views");
    return &(*scope_.views)[static_cast<std::size_t>(view - module_.views.data())];
  }

  void join() {
    accept(TokenKind::keyword, "INNER");
    expect_keyword("JOIN");
    relation();
    expect_keyword("ON");
    const bool is_nested = accept(TokenKind::sign, "(");
    Operand left = column();
    expect(TokenKind::sign, "=");
    Operand right = column();
    if (is_nested) expect(TokenKind::sign, ")");
    const std::size_t own = select_.relations.size() - 1;
    if (left.relation == own) std::swap(left, right);
    if (right.relation != own || left.relation == own) refuse_query("Non-inner joins are not supported");
    if (!same_type(type_of(left), type_of(right))) {
      refuse_query("Unexpected type: (expected) ", type_name(type_of(left)), " != ", type_name(type_of(right)),
                   " (inferred)");
    }
    select_.joins.push_back({left, right});
  }

  std::size_t find_relation(const std::string& wanted) {
    const auto found = std::ranges::find(names_, wanted);
    if (found == names_.end()) refuse_query("`", wanted, "` is not in scope");
    return static_cast<std::size_t>(found - names_.begin());
  }

  // "t.a", or "a" where there is one table.
  Operand column() {
    std::string first = name();
    Operand operand;
    if (accept(TokenKind::sign, ".")) {
      // The last name is the column's; those before it are the table's.
      std::string field = name();
      while (accept(TokenKind::sign, ".")) {
        first += "." + field;
        field = name();
      }
      operand.relation = find_relation(first);
      first = std::move(field);
    } else {
      if (select_.relations.size() > 1) refuse_query("Names must be qualified when using joins");
      operand.relation = 0;
    }
    const auto& columns = select_.relations[*operand.relation]->columns;
    // As servers do, by the module's own name before the database's.
    auto found = std::ranges::find(columns, first, &ColumnDef::source_name);
    if (found == columns.end()) found = std::ranges::find(columns, first, &ColumnDef::name);
    if (found == columns.end()) refuse_query("`", first, "` is not in scope");
    operand.column = static_cast<std::uint16_t>(found - columns.begin());
    return operand;
  }

  const AlgebraicType& type_of(const Operand& operand) const {
    return module_.typespace.resolve(select_.relations[*operand.relation]->columns[operand.column].type);
  }

  static bool same_type(const AlgebraicType& left, const AlgebraicType& right) {
    if (left.kind != right.kind || left.members.size() != right.members.size()) return false;
    if (left.is(TypeKind::array)) return same_type(*left.element, *right.element);
    return special_type(left) == special_type(right);
  }

  std::size_t add(Condition condition) {
    select_.conditions.push_back(std::move(condition));
    return select_.conditions.size() - 1;
  }

  void check_depth(unsigned depth) const {
    if (depth > deepest) refuse_query("recursion limit exceeded: the query nests more than ", deepest, " levels");
  }

  std::size_t either(unsigned depth) {
    check_depth(depth);
    std::size_t first = both(depth + 1);
    for (unsigned chain = 1; accept(TokenKind::keyword, "OR"); ++chain) {
      check_depth(depth + chain);
      const std::size_t second = both(depth + 1);
      first = add({Condition::Kind::either, first, second, {}, {}, {}});
    }
    return first;
  }

  std::size_t both(unsigned depth) {
    std::size_t first = compare(depth);
    for (unsigned chain = 1; accept(TokenKind::keyword, "AND"); ++chain) {
      check_depth(depth + chain);
      const std::size_t second = compare(depth);
      first = add({Condition::Kind::both, first, second, {}, {}, {}});
    }
    return first;
  }

  std::size_t compare(unsigned depth) {
    if (peek().is(TokenKind::sign, "(")) {
      ++at_;
      const std::size_t inner = either(depth + 1);
      expect(TokenKind::sign, ")");
      return inner;
    }
    const Token left = operand_token();
    const auto comparison = accept_comparison();
    if (!comparison) return compare_with_true(left);
    return compare_two(left, *comparison, operand_token());
  }

  // A literal or parameter as it stands; a column as its first name, to be read again.
  Token operand_token() {
    if (peek().kind == TokenKind::name) {
      Token token = peek();
      columns_.push_back(column());
      return token;
    }
    switch (peek().kind) {
      case TokenKind::number:
      case TokenKind::text:
      case TokenKind::hexadecimal:
      case TokenKind::parameter:
        return take();
      case TokenKind::keyword:
        if (peek().text == "TRUE" || peek().text == "FALSE") return take();
        [[fallthrough]];
      default:
        refuse_query("sql parser error: expected an expression, found `", peek().text, "`");
    }
  }

  Operand take_column() {
    Operand operand = columns_.front();
    columns_.erase(columns_.begin());
    return operand;
  }

  std::optional<Comparison> accept_comparison() {
    constexpr std::pair<std::string_view, Comparison> known[] = {
        {"=", Comparison::equal},    {"<>", Comparison::not_equal}, {"!=", Comparison::not_equal},
        {"<=", Comparison::at_most}, {">=", Comparison::at_least},  {"<", Comparison::less},
        {">", Comparison::greater}};
    for (const auto& [sign, comparison] : known) {
      if (accept(TokenKind::sign, sign)) return comparison;
    }
    return std::nullopt;
  }

  static AlgebraicType boolean() {
    AlgebraicType type;
    type.kind = TypeKind::boolean;
    type.fixed_size = 1;
    return type;
  }

  std::size_t compare_with_true(const Token& left) {
    Token truth;
    truth.kind = TokenKind::keyword;
    truth.text = "TRUE";
    if (left.kind != TokenKind::name && left.kind != TokenKind::keyword) {
      refuse_query("Unexpected type: (expected) Bool: `", left.text, "` is no condition");
    }
    return compare_two(left, Comparison::equal, truth);
  }

  std::size_t compare_two(const Token& left, Comparison comparison, const Token& right) {
    Condition condition;
    condition.comparison = comparison;
    AlgebraicType type = boolean();  // of two literals, which only bools can be
    if (left.kind == TokenKind::name) type = type_of(condition.left = take_column());
    if (right.kind == TokenKind::name) {
      condition.right = take_column();
      if (left.kind == TokenKind::name && !same_type(type, type_of(condition.right))) {
        refuse_query("Unexpected type: (expected) ", type_name(type), " != ", type_name(type_of(condition.right)),
                     " (inferred)");
      }
      type = type_of(condition.right);
    }
    if (!is_comparable(type)) refuse_query("Invalid binary operator for type `", type_name(type), "`");
    if (left.kind != TokenKind::name) condition.left.key = value_key(left, type);
    if (right.kind != TokenKind::name) condition.right.key = value_key(right, type);
    return add(std::move(condition));
  }

  Bytes value_key(const Token& token, const AlgebraicType& type) const {
    std::optional<Bytes> value;
    if (token.kind == TokenKind::parameter) {
      if (token.text != "sender" || special_type(type) != SpecialType::identity) {
        refuse_query("parameterized SQL is not supported for view materialization yet");
      }
      value = Bytes(scope_.sender.bytes.begin(), scope_.sender.bytes.end());
    } else {
      value = encode_literal(token, type);
    }
    if (!value) {
      refuse_query("The literal expression `", token.text, "` cannot be parsed as type `", type_name(type), "`");
    }
    Bytes key;
    append_sort_key(type, module_.typespace, *value, key);
    return key;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  const SqlScope& scope_;
  const ModuleDef& module_;
  Select select_;
  std::vector<std::string> names_;  // of the relations
  std::vector<Operand> columns_;    // read and not yet taken
};

}  // namespace

std::expected<Select, std::string> compile_select(std::string_view sql, const SqlScope& scope) {
  auto tokens = read_tokens(sql);
  if (!tokens) return std::unexpected(tokens.error());
  try {
    return Compiler(*std::move(tokens), scope).compile();
  } catch (const Refused& refused) {
    return std::unexpected(refused.text);
  }
}

}  // namespace stdb::host
