// sdk/host/src/base/near_name.cpp: what someone who mistyped a name may have meant.
#include "stdb/host/near_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/concat.hpp"

namespace stdb::host {
namespace {

constexpr std::size_t most_listed = 10;
constexpr std::size_t most_compared = 200;  // letters; the distance takes the product of both lengths

// Letters to insert, delete or replace to make one of the other (Levenshtein).
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string suggestion(std::string_view name, std::span<const std::string> names) {
  if (names.empty()) return "; there are none";
  const std::string* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : names) {
    if (candidate.size() > most_compared || name.size() > most_compared) continue;
    const std::size_t edits = distance(name, candidate);
    if (edits >= least || edits >= candidate.size()) continue;
    least = edits;
    nearest = &candidate;
  }
  if (nearest != nullptr) return concat("; did you mean \"", *nearest, "\"?");
  std::string out = "; there are:";
  for (std::size_t index = 0; index < std::min(names.size(), most_listed); ++index) {
    out += concat(index == 0 ? " " : ", ", names[index]);
  }
  return names.size() > most_listed ? out + ", ..." : out;
}

}  // namespace stdb::host
