// sdk/host/src/describe/case_conversion.cpp: how V10 descriptions turn the module's names into the database's.
#include "describe/case_conversion.hpp"

#include <vector>

namespace stdb::host {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '_' || c == '-' || c == ' '; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// Whether a word ends between two neighbours; `next` is what follows `right` (0: nothing).
bool parts_words(char left, char right, char next) {
  if (is_lower(left) && is_upper(right)) return true;
  if (is_upper(left) && is_upper(right) && is_lower(next)) return true;  // the end of an acronym
  if (is_digit(left)) return is_lower(right) || is_upper(right);
  return is_digit(right) && (is_lower(left) || is_upper(left));
}

// The words in lower case.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (is_separator(name[at])) {
      close();
      continue;
    }
    word.push_back(lower(name[at]));
    const char next = at + 2 < name.size() ? name[at + 2] : '\0';
    if (at + 1 < name.size() && parts_words(name[at], name[at + 1], next)) close();
  }
  close();
  return words;
}

std::string join_capitalised(std::string_view name, bool first_too) {
  std::string out;
  for (std::string& word : words_of(name)) {
    if (first_too || !out.empty()) word[0] = upper(word[0]);
    out += word;
  }
  return out;
}

}  // namespace

std::string to_snake_case(std::string_view name) {
  std::string out;
  for (const std::string& word : words_of(name)) {
    if (!out.empty()) out.push_back('_');
    out += word;
  }
  return out;
}

std::string to_camel_case(std::string_view name) { return join_capitalised(name, false); }
std::string to_pascal_case(std::string_view name) { return join_capitalised(name, true); }

void convert_member_names(AlgebraicType& type) {
  if (special_type(type) != SpecialType::none) return;
  if (type.is(TypeKind::array)) {
    AlgebraicType element = *type.element;
    convert_member_names(element);
    type.element = std::make_shared<const AlgebraicType>(std::move(element));
    return;
  }
  for (TypeMember& member : type.members) {
    if (member.name) {
      member.source_name = *member.name;
      member.name = type.is(TypeKind::sum) ? to_camel_case(*member.name) : to_snake_case(*member.name);
    }
    convert_member_names(member.type);
  }
}

}  // namespace stdb::host
