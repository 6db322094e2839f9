// sdk/host/src/values/value_view.cpp: encoded values taken apart by the names of their type's members.
#include "values/value_view.hpp"

#include <cstring>

#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {

ValueView ValueView::field(std::string_view name) const {
  std::size_t at = 0;
  for (const TypeMember& member : type_->members) {
    if (member.name == name) return {member.type, *space_, bytes_.subspan(at)};
    at += checked_size(member.type, *space_, bytes_.subspan(at));
  }
  throw UnknownMember("no member " + std::string(name) + " in " + type_name(*type_));
}

std::string_view ValueView::case_name() const {
  if (!type_->is(TypeKind::sum)) throw UnknownMember("no sum: " + type_name(*type_));
  const auto& name = type_->members[bytes_[0]].name;
  return name ? std::string_view(*name) : std::string_view();
}

ValueView ValueView::payload() const { return {type_->members[bytes_[0]].type, *space_, bytes_.subspan(1)}; }

std::optional<ValueView> ValueView::some() const {
  if (case_name() == "some") return payload();
  return std::nullopt;
}

std::vector<ValueView> ValueView::elements() const {
  if (!type_->is(TypeKind::array)) throw UnknownMember("no array: " + type_name(*type_));
  const auto count = load<std::uint32_t>(bytes_.data());
  std::vector<ValueView> found;
  found.reserve(count);
  std::size_t at = 4;
  for (std::uint32_t index = 0; index < count; ++index) {
    found.emplace_back(*type_->element, *space_, bytes_.subspan(at));
    at += checked_size(*type_->element, *space_, bytes_.subspan(at));
  }
  return found;
}

std::uint16_t ValueView::as_u16() const { return load<std::uint16_t>(bytes_.data()); }
std::uint32_t ValueView::as_u32() const { return load<std::uint32_t>(bytes_.data()); }

Int128 ValueView::as_i128() const {
  Int128 number;
  std::memcpy(&number, bytes_.data(), sizeof number);
  return number;
}

std::string ValueView::as_string() const {
  return std::string(as_text(bytes_.subspan(4, load<std::uint32_t>(bytes_.data()))));
}

Bytes ValueView::as_bytes() const {
  const auto text = bytes_.subspan(4, load<std::uint32_t>(bytes_.data()));
  return {text.begin(), text.end()};
}

}  // namespace stdb::host
