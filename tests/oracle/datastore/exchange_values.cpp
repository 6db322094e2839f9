// tests/oracle/datastore/exchange_values.cpp: reads values of src/exchange.rs by the module's codec and by the host's
// own reader, and writes what each makes of them.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <cstring>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/value.hpp"

namespace {

using stdb::host::Bytes;
using stdb::host::ByteView;

template <class T>
struct Triple {
  T first;
  std::string second;
  std::optional<T> third;
};

template <class T>
struct Cases {
  T one;
  stdb::Unit none;
  std::vector<T> many;
};

template <class T>
struct Choice : stdb::Sum<Cases<T>> {};

template <class T>
struct Nest {
  Choice<T> choice;
  std::vector<Triple<T>> triples;
};

class Input {
 public:
  explicit Input(Bytes bytes) : bytes_(std::move(bytes)) {}

  std::uint32_t word() {
    std::uint32_t word = 0;
    std::memcpy(&word, take(sizeof word).data(), sizeof word);
    return word;
  }
  ByteView counted() { return take(word()); }
  bool is_at_end() const { return at_ == bytes_.size(); }

 private:
  ByteView take(std::size_t size) {
    if (size > bytes_.size() - at_) throw std::runtime_error("the input ends too early");
    at_ += size;
    return ByteView(bytes_).subspan(at_ - size, size);
  }

  Bytes bytes_;
  std::size_t at_ = 0;
};

void put(Bytes& out, ByteView bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const auto at = out.size();
  out.resize(at + sizeof size);
  std::memcpy(out.data() + at, &size, sizeof size);
  out.insert(out.end(), bytes.begin(), bytes.end());
}

ByteView bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

// The host's part: its complaints, and the value as JSON.
class HostReader {
 public:
  explicit HostReader(ByteView type) {
    std::size_t used = 0;
    auto read = stdb::host::read_type(type, used);
    if (!read || used != type.size()) throw std::runtime_error("the host does not read a type");
    type_ = std::move(*read);
    if (!space_.prepare(type_)) throw std::runtime_error("the host refuses a type");
  }

  std::string judge(ByteView bytes, std::string_view official_json, std::string& json) const {
    std::string complaint;
    const auto size = measure(type_, space_, bytes);
    if (!size) return " the host refuses it: " + size.error().text + ";";
    if (*size != bytes.size() || checked_size(type_, space_, bytes) != bytes.size()) complaint += " measured wrong;";
    if (!bytes.empty() && measure(type_, space_, bytes.first(bytes.size() - 1))) complaint += " measured though cut;";
    if (append_json(type_, space_, bytes, json) != bytes.size()) complaint += " its JSON takes other bytes;";
    if (official_json.empty()) return complaint;
    if (!is_value(json, bytes)) complaint += " the host reads its own JSON as another value: " + json + ";";
    if (!is_value(official_json, bytes)) complaint += " the host reads the official JSON as another value;";
    return complaint;
  }

 private:
  bool is_value(std::string_view json, ByteView bytes) const {
    const auto parsed = stdb::host::parse_json(json);
    Bytes encoded;
    return parsed && encode_json(type_, space_, *parsed, encoded) && std::ranges::equal(encoded, bytes);
  }

  stdb::host::AlgebraicType type_;
  stdb::host::Typespace space_;
};

// The next values of the input are of this type.
template <class T>
void exchange(Input& input, Bytes& out) {
  const HostReader host(input.counted());
  for (std::uint32_t left = input.word(); left > 0; --left) {
    const ByteView bytes = input.counted();
    const ByteView text = input.counted();
    const std::string_view official_json(reinterpret_cast<const char*>(text.data()), text.size());
    std::string json;
    std::string complaint = host.judge(bytes, official_json, json);
    std::vector<std::uint8_t> again;
    if (const auto decoded = stdb::bsatn::decode<T>(bytes); decoded.is_ok()) {
      again = stdb::bsatn::encode(decoded.value());
      if (stdb::bsatn::measure(decoded.value()) != bytes.size()) complaint += " the module measures it wrong;";
    } else {
      complaint += " the module does not read it;";
    }
    if (!bytes.empty() && stdb::bsatn::decode<T>(bytes.first(bytes.size() - 1)).is_ok()) {
      complaint += " the module reads it though cut;";
    }
    put(out, bytes_of(complaint));
    put(out, again);
    put(out, bytes_of(json));
  }
}

// In the order of all_types in src/exchange.rs.
template <class T>
void exchange_around(Input& input, Bytes& out) {
  exchange<T>(input, out);
  exchange<std::optional<T>>(input, out);
  exchange<std::vector<T>>(input, out);
  exchange<std::optional<std::vector<T>>>(input, out);
  exchange<std::vector<std::optional<T>>>(input, out);
  exchange<stdb::Result<T, std::string>>(input, out);
  exchange<Triple<T>>(input, out);
  exchange<Choice<T>>(input, out);
  exchange<Nest<T>>(input, out);
}

template <class... Basic>
void exchange_all(Input& input, Bytes& out) {
  (exchange_around<Basic>(input, out), ...);
  if (!input.is_at_end()) throw std::runtime_error("there are more types than here");
}

int run() {
  Bytes bytes;
  std::uint8_t buffer[65'536];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, stdin)) {
    bytes.insert(bytes.end(), buffer, buffer + size);
  }
  Input input(std::move(bytes));
  Bytes out;
  exchange_all<bool, std::int8_t, std::uint8_t, std::int16_t, std::uint16_t, std::int32_t, std::uint32_t, std::int64_t,
               std::uint64_t, stdb::i128, stdb::u128, stdb::i256, stdb::u256, float, double, std::string,
               stdb::Identity, stdb::ConnectionId, stdb::Timestamp, stdb::TimeDuration, stdb::Uuid, stdb::ScheduleAt>(
      input, out);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
}
