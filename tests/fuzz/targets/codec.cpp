// tests/fuzz/targets/codec.cpp: the guest's codec, which the compiler makes of types, against the host's reader, which
// goes by their description.
#include <tuple>

#include "stdb/host/schema.hpp"
#include "stdb/host/value.hpp"
#include "stdb/module.hpp"
#include "target.hpp"

namespace {

using stdb::fuzz::must;

enum class Mood : std::uint8_t { calm, merry, wild };
enum class Sparse { low = 3, high = 200 };
struct Place {
  float x = 0;
  float y = 0;
};
struct ShapeCases {
  Place circle;
  std::string text;
  stdb::Unit none;
  std::vector<std::uint16_t> path;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Words {
  std::string first;
  std::vector<std::string> rest;
};

struct Scalars {
  bool flag = false;
  std::int8_t i8 = 0;
  std::uint16_t u16 = 0;
  std::int32_t i32 = 0;
  std::uint64_t u64 = 0;
  stdb::i128 i128 = 0;
  stdb::u128 u128 = 0;
  stdb::i256 i256{};
  stdb::u256 u256{};
  float f32 = 0;
  double f64 = 0;
};
struct Plain {  // one copy
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Place place;
};
struct Lists {
  std::vector<std::uint8_t> bytes;
  std::vector<bool> flags;
  std::vector<Plain> plain;
  std::vector<Words> words;
  std::vector<std::vector<std::int16_t>> nested;
  std::vector<stdb::Unit> units;
};
struct Choices {
  std::optional<Mood> mood;
  std::optional<std::optional<std::string>> twice;
  stdb::Result<Shape, std::string> outcome = stdb::Err(std::string());
  Sparse sparse = Sparse::low;
  std::vector<Shape> shapes;
  std::vector<std::optional<std::uint32_t>> perhaps;
};
struct Specials {
  stdb::Identity identity;
  stdb::ConnectionId connection;
  stdb::Timestamp at;
  stdb::TimeDuration lasted;
  stdb::Uuid uuid;
  stdb::ScheduleAt schedule;
  std::optional<stdb::Identity> other;
};
// Fields that are copied together, between such that are not.
struct Mixed {
  std::uint8_t a = 0;
  std::uint32_t b = 0;
  std::string text;
  std::uint16_t c = 0;
  Mood mood = Mood::calm;
  std::uint64_t d = 0;
  std::vector<std::uint32_t> list;
  bool last = false;
};

inline constexpr stdb::table<Scalars, "scalars"> scalars;
inline constexpr stdb::table<Plain, "plain"> plain;
inline constexpr stdb::table<Lists, "lists"> lists;
inline constexpr stdb::table<Choices, "choices"> choices;
inline constexpr stdb::table<Specials, "specials"> specials;
inline constexpr stdb::table<Mixed, "mixed"> mixed;
constexpr const stdb::Module& module_of_all =
    stdb::define<stdb::tables<scalars, plain, lists, choices, specials, mixed>>;

const stdb::host::ModuleDef& described() {
  static const stdb::host::ModuleDef module = [] {
    const auto& definition = module_of_all.definition;
    auto read =
        stdb::host::read_module_def({definition.description, definition.description_len}, stdb::host::Profile::v2);
    must(read.has_value(), "the module is none");
    return *std::move(read);
  }();
  return module;
}

template <class Row>
void compare(std::string_view table, const std::vector<std::uint8_t>& bytes) {
  const auto& module = described();
  const auto& type = module.typespace.types()[module.find_table(table)->row_type];
  const auto measured = stdb::host::measure(type, module.typespace, bytes);
  const auto decoded = stdb::bsatn::decode<Row>(bytes);
  const bool is_whole = measured && *measured == bytes.size();
  must(decoded.is_ok() == is_whole, decoded.is_ok() ? "the host refuses what the guest reads" : "the guest refuses");
  stdb::bsatn::Reader reader(bytes);
  Row next{};
  const bool is_read = stdb::bsatn::decode_next(reader, next);
  must(is_read == measured.has_value(), "one of the two reads a value, the other does not");
  if (!is_read) return;
  const std::size_t size = bytes.size() - reader.remaining();
  must(size == *measured, "the two read different lengths");
  must(stdb::bsatn::measure(next) == size, "the guest measures another length than it read");
  const auto encoded = stdb::bsatn::encode(next);
  must(std::equal(encoded.begin(), encoded.end(), bytes.begin()), "the guest writes other bytes than it read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stdb::fuzz::Script script({data, size});
  const std::size_t choice = script.below(6);
  const auto bytes = script.rest();
  switch (choice) {
    case 0:
      compare<Scalars>("scalars", bytes);
      break;
    case 1:
      compare<Plain>("plain", bytes);
      break;
    case 2:
      compare<Lists>("lists", bytes);
      break;
    case 3:
      compare<Choices>("choices", bytes);
      break;
    case 4:
      compare<Specials>("specials", bytes);
      break;
    default:
      compare<Mixed>("mixed", bytes);
  }
  return 0;
}
