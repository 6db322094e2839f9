// tests/modules/schema_scopes.cpp: types with scopes, and names that C++ has as words of its own.
#include <stdb/module.hpp>

#include <string_view>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

namespace auth {

enum class UserRole : std::uint8_t { guest, member, private_ };

struct Token {
  bool explicit_ = false;
  std::string text;
};

}  // namespace auth

namespace shop {

struct TokenCases {
  std::uint32_t coin;
  std::uint64_t bill;
};
struct Token : stdb::Sum<TokenCases> {};

}  // namespace shop

struct User {
  std::uint64_t id = 0;
  auth::UserRole role = auth::UserRole::guest;
  auth::Token token;
  std::vector<shop::Token> purse;
  std::string class_;
  std::uint32_t default_ = 0;
};

struct delete_ {
  std::uint64_t operator_ = 0;
  ReducerResult operator()(ReducerContext& ctx) const;
};
struct switch_ {
  auth::UserRole role = auth::UserRole::guest;
  shop::Token operator()(stdb::ProcedureContext& ctx) const;
};

namespace stdb {

template <>
inline constexpr std::string_view wire_name<auth::UserRole> = "Auth.UserRole";
template <>
inline constexpr std::string_view wire_member_name<auth::UserRole::private_> = "private";
template <>
inline constexpr std::string_view wire_name<auth::Token> = "Auth.Tokens.Token";
template <>
inline constexpr std::string_view wire_member_name<&auth::Token::explicit_> = "explicit";
template <>
inline constexpr std::string_view wire_name<shop::Token> = "Shop.Token";
template <>
inline constexpr std::string_view wire_member_name<&User::class_> = "class";
template <>
inline constexpr std::string_view wire_member_name<&User::default_> = "default";
template <>
inline constexpr std::string_view wire_name<delete_> = "delete";
template <>
inline constexpr std::string_view wire_member_name<&delete_::operator_> = "operator";
template <>
inline constexpr std::string_view wire_name<switch_> = "switch";

}  // namespace stdb

inline constexpr stdb::table<User, "user", stdb::is_public, stdb::primary_key<&User::id>, stdb::btree<&User::default_>>
    user;

ReducerResult delete_::operator()(ReducerContext& ctx) const {
  if (ctx.db[user].by(col<&User::id>).erase(operator_) == 0) return stdb::Err("no such user");
  return Ok();
}

struct add_user {
  User new_;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[user].insert(new_);
    return Ok();
  }
};
template <>
inline constexpr std::string_view stdb::wire_member_name<&add_user::new_> = "new";

shop::Token switch_::operator()(stdb::ProcedureContext&) const {
  if (role == auth::UserRole::guest) return shop::Token::of<&shop::TokenCases::coin>(1);
  return shop::Token::of<&shop::TokenCases::bill>(2);
}

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<user>, stdb::reducers<delete_, add_user>, stdb::procedures<switch_>>;
