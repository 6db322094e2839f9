// sdk/module/.../detail/submodule_parts.hpp: modules within a module, each with names of its own.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/description.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/module/detail/sql_source.hpp"

namespace stdb::detail {

template <FixedString Namespace, class Assembled>
struct SubmoduleEntry {
  using assembly = Assembled;
  static constexpr std::string_view name = Namespace.view();
};

// RawSubmoduleV10: the namespace, and the module's sections with a typespace of their own.
template <class Entry>
constexpr auto write_submodule() {
  constexpr std::size_t size =
      write_description(Entry::assembly::parts, TypeIndex(Entry::assembly::parts.lists), nullptr, true);
  std::array<std::uint8_t, 4 + Entry::name.size() + size> bytes{};
  std::uint8_t* at = bytes.data();
  for (int shift = 0; shift < 32; shift += 8) *at++ = static_cast<std::uint8_t>(Entry::name.size() >> shift);
  for (const char c : Entry::name) *at++ = static_cast<std::uint8_t>(c);
  write_description(Entry::assembly::parts, at, true);
  return bytes;
}
template <class Entry>
inline constexpr auto submodule_bytes = write_submodule<Entry>();

constexpr bool is_namespace(std::string_view name) { return name.size() <= 63 && bsatn::detail::is_identifier(name); }

template <class List>
struct SubmoduleParts;
template <class... Entries>
struct SubmoduleParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> submodules = {PieceView{
      submodule_bytes<Entries>.data(), static_cast<std::uint32_t>(submodule_bytes<Entries>.size()), nullptr, 0, 1}...};

  using table_list = join_t<typename Entries::assembly::all_tables...>;
  // The functions of a submodule have numbers after its parent's own.
  using reducer_list = join_t<typename Entries::assembly::all_reducers...>;
  using procedure_list = join_t<typename Entries::assembly::all_procedures...>;
  using view_list = join_t<typename Entries::assembly::all_views...>;

  static constexpr bool has_two_of_one_name() {
    std::array<std::string_view, sizeof...(Entries)> names = {Entries::name...};
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
  }

  template <class Convert>
  static constexpr bool stays_namespace(std::string_view name) {
    SqlText converted;  // holds one character more than a namespace may have
    Convert()(converted, name);
    return is_namespace(converted.view());
  }

  template <class Convert>
  static constexpr bool have_one_name_converted() {
    return has_equal_hashes(std::array<std::uint64_t, sizeof...(Entries)>{hash_converted<Convert>(Entries::name)...});
  }

  template <class Convert>
  static constexpr void check() {
    static_assert((true && ... && is_namespace(Entries::name)),
                  "stdb: a submodule's name consists of letters, digits and _, 63 at most, and does not begin with a "
                  "digit");
    static_assert(!has_two_of_one_name(), "stdb: two submodules have the same name");
    static_assert(has_two_of_one_name() || !have_one_name_converted<Convert>(),
                  "stdb: case_conversion makes two submodules have the same name");
    static_assert(
        (true && ... && (!is_namespace(Entries::name) || stays_namespace<Convert>(Entries::name))),
        "stdb: case_conversion makes of a submodule's name one that is longer than 63, empty, or begins with a "
        "digit");
    static_assert((true && ... && Entries::assembly::has_no_lifecycle),
                  "stdb: a submodule has no on_init, on_connect or on_disconnect: only the module itself does");
    static_assert((true && ... && Entries::assembly::has_no_environment),
                  "stdb: a submodule has no environment: only the module itself does");
    static_assert((true && ... && Entries::assembly::has_no_routes),
                  "stdb: a submodule has no routes: give them to the module itself");
    static_assert((true && ... && Entries::assembly::check()));
  }

  // Among names of the module that the submodules are part of.
  static constexpr bool have_name_among([[maybe_unused]] std::span<const std::string_view> names) {
    return (false || ... || (std::find(names.begin(), names.end(), Entries::name) != names.end()));
  }

  static constexpr bool are_within([[maybe_unused]] std::string_view path) {
    return (true && ... && Entries::assembly::is_within(join(path, Entries::name)));
  }

  static constexpr std::string join(std::string_view path, std::string_view name) {
    std::string joined(path);
    if (!path.empty()) joined += '.';
    joined += name;
    return joined;
  }
};

}  // namespace stdb::detail
