// tests/fuzz/targets/wasm.cpp: whole modules, changed within their sections: compiled, checked, published, called.
#include <algorithm>
#include <optional>
#include <span>

#include "stdb/host/database.hpp"
#include "stdb/host/describe.hpp"
#include "target.hpp"

namespace {

using namespace stdb::host;

void publish(ByteView wasm, Profile profile) {
  DatabaseOptions options;
  options.profile = profile;
  options.limits.fuel_per_call = 20'000;
  options.limits.memory_bytes = 4 << 20;
  Database database(options);
  const auto published = database.publish(wasm, Timestamp{});
  if (!published) {
    stdb::fuzz::must(!published.error().text.empty(), "a refusal without words");
    stdb::fuzz::must(!database.call("act", ByteView()), "nothing was published, and yet it is called");
    return;
  }
  for (const ReducerDef& reducer : database.module().reducers) {
    static_cast<void>(database.call(reducer.name, ByteView()));
  }
  for (const ViewDef& view : database.module().views) static_cast<void>(database.view(view.name));
  for (const ProcedureDef& one : database.module().procedures) {
    static_cast<void>(database.call_procedure(one.name, ByteView()));
  }
  for (const TableDef& table : database.module().tables) {
    stdb::fuzz::must(database.rows(table.name).has_value(), "a table of the module is not there");
  }
}

}  // namespace

#ifdef STDB_FUZZER
namespace {

constexpr std::size_t header = 8;  // magic and version

struct Section {
  std::uint8_t id = 0;
  Bytes content;
};

// A number of up to 32 bits as wasm writes it; moves `at`.
std::optional<std::uint32_t> read_leb(ByteView bytes, std::size_t& at) {
  std::uint32_t number = 0;
  for (unsigned shift = 0; shift < 32 && at < bytes.size(); shift += 7) {
    const std::uint8_t byte = bytes[at++];
    number |= std::uint32_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

void append_leb(Bytes& out, std::size_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<std::uint8_t>(number | 0x80));
  out.push_back(static_cast<std::uint8_t>(number));
}

std::vector<Section> read_sections(ByteView wasm) {
  std::vector<Section> sections;
  for (std::size_t at = header; at < wasm.size();) {
    Section section{wasm[at++], {}};
    const auto size = read_leb(wasm, at);
    if (!size || *size > wasm.size() - at) break;
    section.content.assign(wasm.begin() + static_cast<std::ptrdiff_t>(at),
                           wasm.begin() + static_cast<std::ptrdiff_t>(at + *size));
    at += *size;
    sections.push_back(std::move(section));
  }
  return sections;
}

Bytes write_sections(std::span<const Section> sections) {
  Bytes wasm{0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00};
  for (const Section& section : sections) {
    wasm.push_back(section.id);
    append_leb(wasm, section.content.size());
    wasm.insert(wasm.end(), section.content.begin(), section.content.end());
  }
  return wasm;
}

}  // namespace

// libFuzzer's own changes, within one section whose length is then made right; else hardly a module would be read past
// its first bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  auto sections = read_sections({data, size});
  if (sections.empty() || size + 64 > most || seed % 16 == 0) return LLVMFuzzerMutate(data, size, most);
  Section& chosen = sections[seed % sections.size()];
  const std::size_t before = chosen.content.size();
  chosen.content.resize(before + 32);
  chosen.content.resize(LLVMFuzzerMutate(chosen.content.data(), before, before + 32));
  const Bytes wasm = write_sections(sections);
  if (wasm.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::ranges::copy(wasm, data);
  return wasm.size();
}
#endif

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes wasm(data, data + size);
  publish(wasm, Profile::v2);
  return 0;
}
