// tests/unit/bsatn/refusal_test.cpp: bytes that are no value are refused, by name and place, and before memory is
// spent.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "stdb/bsatn.hpp"

namespace {

std::size_t allocated = 0;  // bytes asked of the heap since the last reset

}  // namespace

void* operator new(std::size_t size) {
  allocated += size;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  allocated += size;
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

namespace bsatn = stdb::bsatn;
using Bytes = std::vector<std::uint8_t>;
using Code = bsatn::DecodeError::Code;

enum class Color : std::uint8_t { Red, Green, Blue };
struct ShapeCases {
  float circle;
  std::string text;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Person {
  std::uint64_t id;
  std::string name;
  bool tall;
};
struct Tree {
  std::vector<Tree> branches;
};

template <class T>
void expect_refused(const Bytes& bytes, Code code, std::size_t offset) {
  const std::size_t before = allocated;
  bsatn::Reader reader(bytes);
  T value{};
  bool decoded = bsatn::decode_next(reader, value);
  if (decoded && reader.remaining() != 0) decoded = reader.refuse(Code::trailing);
  const std::size_t spent = allocated - before;
  ASSERT_FALSE(decoded);
  EXPECT_EQ(reader.error().code, code) << reader.error().text();
  EXPECT_EQ(reader.error().offset, offset);
  EXPECT_LE(spent, 64 * bytes.size()) << "memory was spent on bytes that are no value";
}

TEST(Refusal, OfTruncatedValues) {
  expect_refused<std::uint32_t>({1, 2, 3}, Code::truncated, 0);
  expect_refused<std::string>({5, 0, 0, 0, 'a'}, Code::truncated, 4);
  expect_refused<stdb::Identity>(Bytes(31), Code::truncated, 0);
  expect_refused<Person>({1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 'a'}, Code::truncated, 13);
}

TEST(Refusal, OfLyingLengthsBeforeAnythingIsReserved) {
  expect_refused<std::string>({0xff, 0xff, 0xff, 0xff, 'a'}, Code::truncated, 4);
  expect_refused<std::vector<std::uint64_t>>({0xff, 0xff, 0xff, 0x7f, 1, 2, 3}, Code::truncated, 0);
  expect_refused<std::vector<std::string>>({0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0}, Code::truncated, 0);
  expect_refused<std::vector<std::vector<bool>>>({2, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff}, Code::truncated, 8);
  expect_refused<std::vector<stdb::Unit>>({0xff, 0xff, 0xff, 0xff}, Code::too_many, 0);
}

TEST(Refusal, OfBytesThatAreNoValue) {
  expect_refused<bool>({2}, Code::bad_bool, 0);
  expect_refused<Color>({3}, Code::bad_tag, 0);
  expect_refused<Shape>({3}, Code::bad_tag, 0);
  expect_refused<std::optional<bool>>({2}, Code::bad_tag, 0);
  expect_refused<stdb::Result<bool, bool>>({2, 0}, Code::bad_tag, 0);
  expect_refused<std::array<std::uint8_t, 2>>({3, 0, 0, 0, 1, 2, 3}, Code::bad_count, 0);
  expect_refused<std::vector<bool>>({2, 0, 0, 0, 1, 7}, Code::bad_bool, 5);
}

TEST(Refusal, OfTextThatIsNotUtf8) {
  const auto text = [](std::initializer_list<std::uint8_t> bytes) {
    Bytes encoded = {static_cast<std::uint8_t>(bytes.size()), 0, 0, 0};
    encoded.insert(encoded.end(), bytes);
    return encoded;
  };
  expect_refused<std::string>(text({0x80}), Code::bad_text, 4);                    // a continuation alone
  expect_refused<std::string>(text({0xc0, 0x80}), Code::bad_text, 4);              // overlong
  expect_refused<std::string>(text({0xe0, 0x80, 0x80}), Code::bad_text, 4);        // overlong
  expect_refused<std::string>(text({0xed, 0xa0, 0x80}), Code::bad_text, 4);        // a surrogate
  expect_refused<std::string>(text({0xf4, 0x90, 0x80, 0x80}), Code::bad_text, 4);  // over U+10FFFF
  expect_refused<std::string>(text({0xf0, 0x9f, 0x98}), Code::bad_text, 4);        // cut
  expect_refused<std::string>(text({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 0xff}), Code::bad_text, 4);
  EXPECT_TRUE(bsatn::decode<std::string>(text({0xf4, 0x8f, 0xbf, 0xbf})).is_ok());
}

TEST(Refusal, OfWhatIsLeftOver) { expect_refused<std::uint8_t>({1, 2}, Code::trailing, 1); }

// One list in the other, as deep as the bytes go.
Bytes nested(std::size_t depth) {
  Bytes bytes;
  for (std::size_t i = 0; i < depth; ++i) bytes.insert(bytes.end(), {1, 0, 0, 0});
  bytes.insert(bytes.end(), {0, 0, 0, 0});
  return bytes;
}

TEST(Refusal, OfNestingWithoutEnd) {
  EXPECT_TRUE(bsatn::decode<Tree>(nested(bsatn::max_depth - 1)).is_ok());
  const auto deep = bsatn::decode<Tree>(nested(100'000));
  ASSERT_TRUE(deep.is_err());
  EXPECT_EQ(deep.error().code, Code::too_deep);
}

// Every prefix and every single-bit change of an encoding is either refused or another value; nothing is read beyond
// it.
TEST(Refusal, OfEveryCutAndFlippedBit) {
  const Bytes whole = bsatn::encode(std::vector<Person>{{1, "Ann", true}, {2, "B\xc3\xb6rje", false}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_TRUE(
        bsatn::decode<std::vector<Person>>(Bytes(whole.begin(), whole.begin() + static_cast<long>(size))).is_err());
  }
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes changed = whole;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
    const auto decoded = bsatn::decode<std::vector<Person>>(changed);
    if (decoded.is_ok()) {
      EXPECT_EQ(bsatn::encode(decoded.value()), changed);
    }
  }
}

TEST(RefusalDeathTest, OfAnEnumWithoutName) {
  EXPECT_DEATH(bsatn::encode(static_cast<Color>(9)), "an enum holds a value that no enumerator names");
}

}  // namespace
