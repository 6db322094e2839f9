// tests/unit/module/description_test.cpp: descriptions made at compile time, against the official ones byte for byte.
#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <string>

#include "golden.hpp"
#include "stdb/abi/raw_module_def.hpp"
#include "stdb/module.hpp"

namespace {

namespace abi = stdb::abi;

// The module that the golden file calls A.
struct Person {
  std::uint64_t id;
  std::string name;
  std::uint8_t age;
};
inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>, stdb::btree<"by_age", &Person::age>>
    person;
struct init {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct add {
  std::string name;
  std::uint8_t age;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

golden::Bytes description_of(const stdb::Module& module) {
  return {module.definition.description, module.definition.description + module.definition.description_len};
}

TEST(Description, OfModuleAIsTheOfficialOne) {
  constexpr const stdb::Module& module = stdb::define<stdb::tables<person>, stdb::on_init<init>, stdb::reducers<add>>;
  const char* const name = stdb::detail::has_v10 ? "module_a_v10" : "module_a_v9";
  EXPECT_EQ(golden::to_hex(description_of(module)), golden::to_hex(golden::vector(name)));
  EXPECT_EQ(module.definition.reducer_count, 2u);
}

TEST(Description, OfNothingHasNoReducers) {
  constexpr const stdb::Module& module = stdb::define<>;
  EXPECT_EQ(module.definition.reducer_count, 0u);
  EXPECT_TRUE(stdb::bsatn::decode<abi::RawModuleDef>(description_of(module)).is_ok());
}

// Every kind of type, nested, and types that are used twice.
enum class Mood { calm, merry };
struct Place {
  float x, y;
};
struct ShapeCases {
  Place circle;
  Place square;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Everything {
  bool flag;
  std::int8_t i8;
  std::uint16_t u16;
  stdb::i128 i128;
  stdb::u256 u256;
  double real;
  std::vector<Place> places;
  std::array<Place, 2> corners;
  std::optional<Mood> mood;
  std::optional<Shape> shape;
  stdb::Identity identity;
  stdb::ConnectionId connection;
  stdb::Timestamp at;
  stdb::TimeDuration lasted;
  stdb::ScheduleAt schedule;
  stdb::Unit unit;
};
inline constexpr stdb::table<Everything, "everything"> everything;

// Recursive types are fine as arguments, through a list.
struct Tree {
  std::int32_t value;
  std::vector<Tree> branches;
};
struct plant {
  Tree tree;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

// All AlgebraicTypes of a description, wherever its version keeps them.
const std::vector<abi::AlgebraicType>& types_of(const abi::RawModuleDef& module) {
  if (const auto* v9 = std::get_if<abi::RawModuleDef::V9>(&module.value)) return v9->value.typespace.types;
  for (const auto& section : std::get<abi::RawModuleDef::V10>(module.value).value.sections) {
    if (const auto* found = std::get_if<abi::RawModuleDefV10Section::Typespace>(&section.value))
      return found->value.types;
  }
  static const std::vector<abi::AlgebraicType> none;
  return none;
}

TEST(Description, NamesEachTypeOnceAndRefersToIt) {
  constexpr const stdb::Module& module = stdb::define<stdb::tables<everything>, stdb::reducers<plant>>;
  const auto decoded = stdb::bsatn::decode<abi::RawModuleDef>(description_of(module));
  ASSERT_TRUE(decoded.is_ok()) << decoded.error().text() << " at " << decoded.error().offset;
  const auto& types = types_of(decoded.value());
  EXPECT_EQ(types.size(), 5u);  // Everything, Tree, Place, Mood, Shape
  const auto& row = std::get<abi::AlgebraicType::Product>(types[0].value).value;
  ASSERT_EQ(row.elements.size(), 16u);
  EXPECT_EQ(row.elements[0].name, "flag");
  const auto& places = std::get<abi::AlgebraicType::Array>(row.elements[6].algebraic_type.value);
  const auto& corners = std::get<abi::AlgebraicType::Array>(row.elements[7].algebraic_type.value);
  const auto place = std::get<abi::AlgebraicType::Ref>(places.value->value).value;
  EXPECT_EQ(std::get<abi::AlgebraicType::Ref>(corners.value->value).value, place);
  EXPECT_EQ(std::get<abi::AlgebraicType::Product>(types[place].value).value.elements[1].name, "y");
}

// A special type is known by its shape; these are the official bytes of each.
TEST(Description, WritesSpecialTypesInTheirOfficialShape) {
  const auto written = []<class T>(std::type_identity<T>) {
    stdb::detail::PieceWriter counter;
    stdb::detail::write_type<T>(counter);
    golden::Bytes bytes(counter.size());
    stdb::detail::PieceWriter writer(bytes.data(), nullptr);
    stdb::detail::write_type<T>(writer);
    return golden::to_hex(bytes);
  };
  const auto official = [](std::string_view name) { return golden::to_hex(golden::vector(name)); };
  EXPECT_EQ(written(std::type_identity<stdb::Identity>()), official("type_identity"));
  EXPECT_EQ(written(std::type_identity<stdb::ConnectionId>()), official("type_connection_id"));
  EXPECT_EQ(written(std::type_identity<stdb::Timestamp>()), official("type_timestamp"));
  EXPECT_EQ(written(std::type_identity<stdb::TimeDuration>()), official("type_time_duration"));
  EXPECT_EQ(written(std::type_identity<stdb::Uuid>()), official("type_uuid"));
  EXPECT_EQ(written(std::type_identity<stdb::ScheduleAt>()), official("type_schedule_at"));
  EXPECT_EQ(written(std::type_identity<std::optional<std::string>>()), official("type_option_string"));
  EXPECT_EQ(written(std::type_identity<stdb::Result<std::uint8_t, std::string>>()), official("type_result_u8_string"));
  EXPECT_EQ(written(std::type_identity<std::vector<std::uint16_t>>()), official("type_array_u16"));
  EXPECT_EQ(written(std::type_identity<stdb::Unit>()), official("type_unit"));
  EXPECT_EQ(written(std::type_identity<double>()), official("type_f64"));
}

}  // namespace
