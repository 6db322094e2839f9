// sdk/module/.../define.hpp: define, which makes a Module of its parts at compile time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "stdb/module/detail/description.hpp"
#include "stdb/module/detail/reducer_thunk.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/module/module_value.hpp"

namespace stdb {

// The tables of a module, by their constants: tables<person, message>.
template <auto... Tables>
struct tables {};

// The reducers that clients may call, by their types. An id on the wire is the place in the module.
template <class... Reducers>
struct reducers {};

// The reducer that runs once, when the database is created; if it fails nothing is created.
template <class Reducer>
struct on_init {};

// The reducer that runs when a client connects; if it fails the client is turned away.
template <class Reducer>
struct on_connect {};

// The reducer that runs when a client is gone.
template <class Reducer>
struct on_disconnect {};

namespace detail {

template <class... T>
struct List {};

template <class Type, Lifecycle Event>
struct ReducerEntry {
  using reducer = Type;
  static constexpr Lifecycle event = Event;
};

// What one part of define<...> brings in: a list of table types and a list of reducer entries.
template <class Part>
struct PartOf {
  static_assert(
      !std::is_same_v<Part, Part>,
      "stdb: define<...> takes tables<...>, reducers<...>, on_init<...>, on_connect<...> and on_disconnect<...>");
};
template <auto... Tables>
struct PartOf<tables<Tables...>> {
  using table_list = List<std::remove_cvref_t<decltype(Tables)>...>;
  using reducer_list = List<>;
};
template <class... Reducers>
struct PartOf<reducers<Reducers...>> {
  using table_list = List<>;
  using reducer_list = List<ReducerEntry<Reducers, Lifecycle::none>...>;
};
template <class Reducer, Lifecycle Event>
struct LifecyclePart {
  static_assert(std::is_empty_v<Reducer>, "stdb: a lifecycle reducer takes no arguments: its struct has no fields");
  using table_list = List<>;
  using reducer_list = List<ReducerEntry<Reducer, Event>>;
};
template <class Reducer>
struct PartOf<on_init<Reducer>> : LifecyclePart<Reducer, Lifecycle::init> {};
template <class Reducer>
struct PartOf<on_connect<Reducer>> : LifecyclePart<Reducer, Lifecycle::on_connect> {};
template <class Reducer>
struct PartOf<on_disconnect<Reducer>> : LifecyclePart<Reducer, Lifecycle::on_disconnect> {};

// Joins the lists of the parts, which are few; the lists themselves may be long and are only expanded.
template <class... Lists>
struct Join {
  using type = List<>;
};
template <class... A>
struct Join<List<A...>> {
  using type = List<A...>;
};
template <class... A, class... B, class... Rest>
struct Join<List<A...>, List<B...>, Rest...> {
  using type = typename Join<List<A..., B...>, Rest...>::type;
};

constexpr bool has_duplicates(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

constexpr std::size_t count_events(std::span<const LifecycleEntry> entries, Lifecycle event) {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(),
                                                [event](const LifecycleEntry& entry) { return entry.event == event; }));
}

constexpr std::size_t count_lifecycle(std::span<const LifecycleEntry> all) {
  return all.size() - count_events(all, Lifecycle::none);
}

template <std::size_t Count>
constexpr auto lifecycle_of(std::span<const LifecycleEntry> all) {
  std::array<LifecycleEntry, Count> found{};
  std::copy_if(all.begin(), all.end(), found.begin(),
               [](const LifecycleEntry& entry) { return entry.event != Lifecycle::none; });
  return found;
}

// Everything of a module as constants.
template <class Tables, class Reducers>
struct Assembly;
template <class... Tables, class... Reducers>
struct Assembly<List<Tables...>, List<Reducers...>> {
  static constexpr std::array<PieceView, sizeof...(Tables)> tables = {piece_view<&write_table<Tables>>...};
  static constexpr std::array<PieceView, sizeof...(Reducers)> reducers = {
      piece_view<&write_reducer<typename Reducers::reducer, Reducers::event>>...};
  static constexpr std::array<LifecycleEntry, sizeof...(Reducers)> names = {
      LifecycleEntry{Reducers::event, bsatn::detail::type_name<typename Reducers::reducer>()}...};
  static constexpr auto lifecycle = lifecycle_of<count_lifecycle(names)>(names);
  static constexpr ModuleParts parts = {tables, reducers, lifecycle};

  static constexpr bool check() {
    // An array, not a fold: folds are nested as deep as they are long, and compilers limit that.
    [[maybe_unused]] constexpr bool checked[] = {true, check_reducer<typename Reducers::reducer>()...};
    static_assert(!has_duplicates({Tables::name...}), "stdb: two tables have the same name");
    static_assert(!has_duplicates({bsatn::detail::type_name<typename Reducers::reducer>()...}),
                  "stdb: two reducers have the same name");
    static_assert(count_events(names, Lifecycle::init) <= 1, "stdb: a module has one on_init at most");
    static_assert(count_events(names, Lifecycle::on_connect) <= 1, "stdb: a module has one on_connect at most");
    static_assert(count_events(names, Lifecycle::on_disconnect) <= 1, "stdb: a module has one on_disconnect at most");
    static_assert(
        !has_recursive_row(parts),
        "stdb: a table's row contains a type that contains itself; real servers stop when they meet one: keep the "
        "id of the other row instead");
    static_assert(!has_name_clash(parts), "stdb: two different types of this module have the same name");
    return true;
  }

  static constexpr auto description() {
    std::array<std::uint8_t, write_description(parts, nullptr)> bytes{};
    write_description(parts, bytes.data());
    return bytes;
  }
};

template <class Assembled>
inline constexpr auto description_bytes = Assembled::description();

template <class Reducers>
inline constexpr stdb_reducer reducer_table[] = {nullptr};
template <class... Reducers>
  requires(sizeof...(Reducers) > 0)
inline constexpr stdb_reducer reducer_table<List<Reducers...>>[] = {&call_reducer<typename Reducers::reducer>...};

template <class... Tables>
constexpr std::uint32_t length_of(List<Tables...>) {
  return sizeof...(Tables);
}

template <class... Parts>
constexpr Module assemble() {
  using TableList = typename Join<typename PartOf<Parts>::table_list...>::type;
  using ReducerList = typename Join<typename PartOf<Parts>::reducer_list...>::type;
  using Assembled = Assembly<TableList, ReducerList>;
  static_assert(Assembled::check());
  return {{description_bytes<Assembled>.data(), static_cast<std::uint32_t>(description_bytes<Assembled>.size()),
           reducer_table<ReducerList>, length_of(ReducerList{})}};
}

}  // namespace detail

// A module: its tables, its reducers, and what runs at the events of its life. A constant; nothing runs at start.
//   constinit const stdb::Module stdb::module = stdb::define<stdb::tables<person>, stdb::reducers<add, say_hello>>;
template <class... Parts>
inline constexpr Module define = detail::assemble<Parts...>();

}  // namespace stdb
