// tests/unit/bsatn/runs_test.cpp: texts and lists of every length, at every alignment: what is copied by blocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "stdb/bsatn.hpp"

namespace {

namespace bsatn = stdb::bsatn;

// The bytes of a text, one after another, as the format says.
std::vector<std::uint8_t> spelled_out(const std::string& text) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(text.size() >> (8 * i)));
  for (const char c : text) bytes.push_back(static_cast<std::uint8_t>(c));
  return bytes;
}

TEST(Runs, OfTextAreWrittenToTheByte) {
  constexpr std::uint8_t untouched = 0xEE;
  for (std::size_t size = 0; size <= 200; ++size) {
    std::string text(size, ' ');
    std::iota(text.begin(), text.end(), '!');
    for (char& c : text) c = static_cast<char>(c & 0x7F);
    for (std::size_t offset = 0; offset < 8; ++offset) {
      std::vector<std::uint8_t> room(offset + 4 + size + 20, untouched);
      const std::uint8_t* const end = bsatn::encode_at(room.data() + offset, text);
      const auto expected = spelled_out(text);
      ASSERT_EQ(end - room.data(), static_cast<std::ptrdiff_t>(offset + expected.size())) << size;
      ASSERT_TRUE(std::equal(expected.begin(), expected.end(), room.data() + offset)) << size << " at " << offset;
      ASSERT_EQ(std::count(room.begin(), room.begin() + static_cast<std::ptrdiff_t>(offset), untouched),
                static_cast<std::ptrdiff_t>(offset));
      ASSERT_EQ(std::count(room.end() - 20, room.end(), untouched), 20) << size << " at " << offset;
      bsatn::Reader reader(std::span<const std::uint8_t>(room).subspan(offset, expected.size()));
      std::string read = "of another length";
      ASSERT_TRUE(bsatn::decode_next(reader, read));
      ASSERT_EQ(read, text);
    }
  }
}

TEST(Runs, OfMoreElementsThanACountCanSayAreNotEncoded) {
  std::uint8_t count[4];
  EXPECT_EQ(bsatn::detail::put_count(count, 0xFFFF'FFFF), count + 4);
  EXPECT_DEATH(bsatn::detail::put_count(count, 0x1'0000'0000), "2\\^32 or more elements");
}

struct Point {
  std::uint32_t x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

template <class T>
T make_element(std::size_t number) {
  if constexpr (std::is_same_v<T, Point>) {
    return {static_cast<std::uint32_t>(number * 77'777), static_cast<std::uint32_t>(number)};
  } else if constexpr (std::is_same_v<T, stdb::Timestamp>) {
    return {static_cast<std::int64_t>(number * 77'777)};
  } else if constexpr (std::is_same_v<T, stdb::Identity>) {
    return {stdb::u256(number, 1, 2, 3)};
  } else {
    return static_cast<T>(number * 2'654'435'761u);
  }
}

// Into lists that were empty, shorter, as long and longer, from bytes at every alignment.
template <class T>
void expect_lists_of() {
  for (std::size_t size = 0; size <= 40; ++size) {
    std::vector<T> list;
    for (std::size_t i = 0; i < size; ++i) list.push_back(make_element<T>(i + size));
    for (const std::size_t before : {std::size_t{0}, size / 2, size, size + 7}) {
      for (std::size_t offset = 0; offset < 8; ++offset) {
        std::vector<std::uint8_t> bytes(offset + bsatn::measure(list));
        bsatn::encode_at(bytes.data() + offset, list);
        bsatn::Reader reader(std::span<const std::uint8_t>(bytes).subspan(offset));
        std::vector<T> read(before, make_element<T>(99));
        ASSERT_TRUE(bsatn::decode_next(reader, read));
        ASSERT_EQ(reader.remaining(), 0u);
        ASSERT_EQ(read, list) << size << " over " << before << " at " << offset;
      }
    }
  }
}

TEST(Runs, OfElementsAreReadIntoListsOfAnyLength) {
  expect_lists_of<std::uint8_t>();
  expect_lists_of<std::int8_t>();
  expect_lists_of<std::uint16_t>();
  expect_lists_of<double>();
  expect_lists_of<stdb::u128>();
  expect_lists_of<stdb::i256>();
  expect_lists_of<stdb::Identity>();
  expect_lists_of<stdb::Timestamp>();
  expect_lists_of<Point>();
  expect_lists_of<bool>();
}

}  // namespace
