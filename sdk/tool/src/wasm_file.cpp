// sdk/tool/src/wasm_file.cpp: what a wasm file is made of.
#include "wasm_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace stdb::tool {
namespace {

constexpr std::array<std::uint8_t, 8> magic{0, 'a', 's', 'm', 1, 0, 0, 0};
constexpr std::array<std::string_view, 14> section_names{"custom", "type",   "import",     "function", "table",
                                                         "memory", "global", "export",     "start",    "element",
                                                         "code",   "data",   "data count", "tag"};
constexpr std::array<std::string_view, 5> kind_names{"function", "table", "memory", "global", "tag"};

enum SectionId : std::uint8_t { custom = 0, imports = 2, exports = 7, code = 10 };

// Thrown when bytes are missing or make no sense; caught in parse_wasm.
struct Malformed {};

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool is_done() const { return position_ == bytes_.size(); }
  std::size_t position() const { return position_; }

  std::uint8_t byte() {
    if (is_done()) throw Malformed();
    return bytes_[position_++];
  }

  // An unsigned number of up to 32 bits (64 for the limits of large memories), seven bits a byte.
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if ((next & 0x80) == 0) return value;
    }
    throw Malformed();
  }

  std::span<const std::uint8_t> take(std::uint64_t size) {
    if (size > bytes_.size() - position_) throw Malformed();
    const auto taken = bytes_.subspan(position_, size);
    position_ += size;
    return taken;
  }

  std::string text() {
    const auto bytes = take(number());
    return {bytes.begin(), bytes.end()};
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t position_ = 0;
};

void skip_limits(Reader& reader) {
  const std::uint8_t flags = reader.byte();
  reader.number();
  if ((flags & 1) != 0) reader.number();
}

// A value type; references of the newer kinds take a heap type besides.
void skip_value_type(Reader& reader) {
  const std::uint8_t type = reader.byte();
  if (type == 0x63 || type == 0x64) reader.number();
}

void skip_import_type(Reader& reader, std::uint8_t kind) {
  switch (kind) {
    case 0:  // function
      reader.number();
      return;
    case 1:  // table
      skip_value_type(reader);
      return skip_limits(reader);
    case 2:  // memory
      return skip_limits(reader);
    case 3:  // global
      skip_value_type(reader);
      reader.byte();
      return;
    case 4:  // tag
      reader.byte();
      reader.number();
      return;
    default:
      throw Malformed();
  }
}

void read_imports(Reader reader, WasmFile& file) {
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    WasmImport import;
    import.module = reader.text();
    import.name = reader.text();
    const std::uint8_t kind = reader.byte();
    import.is_function = kind == 0;
    skip_import_type(reader, kind);
    file.imports.push_back(std::move(import));
  }
}

void read_exports(Reader reader, WasmFile& file) {
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    WasmExport item;
    item.name = reader.text();
    const std::uint8_t kind = reader.byte();
    if (kind >= kind_names.size()) throw Malformed();
    item.kind = kind_names[kind];
    item.index = static_cast<std::uint32_t>(reader.number());
    file.exports.push_back(std::move(item));
  }
}

void read_code(Reader reader, WasmFile& file) {
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::size_t start = reader.position();
    reader.take(reader.number());
    file.functions.push_back({"", reader.position() - start});
  }
}

// Function names of the custom section "name", by index.
std::map<std::uint64_t, std::string> read_names(Reader reader) {
  constexpr std::uint8_t function_names = 1;
  std::map<std::uint64_t, std::string> names;
  while (!reader.is_done()) {
    const std::uint8_t id = reader.byte();
    Reader part(reader.take(reader.number()));
    if (id != function_names) continue;
    for (std::uint64_t left = part.number(); left > 0; --left) {
      const std::uint64_t index = part.number();
      names[index] = part.text();
    }
  }
  return names;
}

void name_functions(WasmFile& file, std::map<std::uint64_t, std::string> names) {
  for (const WasmExport& item : file.exports) {
    if (item.kind == kind_names[0]) names.emplace(item.index, item.name);
  }
  auto index = static_cast<std::uint64_t>(std::ranges::count_if(file.imports, &WasmImport::is_function));
  for (WasmFunction& function : file.functions) {
    const auto named = names.find(index);
    function.name = named == names.end() ? "function " + std::to_string(index) : named->second;
    ++index;
  }
}

WasmFile parse(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  if (!std::ranges::equal(reader.take(magic.size()), magic)) throw Malformed();
  WasmFile file;
  std::map<std::uint64_t, std::string> names;
  while (!reader.is_done()) {
    const std::size_t start = reader.position();
    const std::uint8_t id = reader.byte();
    Reader section(reader.take(reader.number()));
    if (id >= section_names.size()) throw Malformed();
    std::string name(section_names[id]);
    if (id == custom) {
      const std::string own_name = section.text();
      if (own_name == "name") names = read_names(section);
      name = '"' + own_name + '"';
    }
    if (id == imports) read_imports(section, file);
    if (id == exports) read_exports(section, file);
    if (id == code) read_code(section, file);
    file.sections.push_back({std::move(name), reader.position() - start});
  }
  name_functions(file, std::move(names));
  return file;
}

}  // namespace

std::optional<WasmFile> parse_wasm(std::span<const std::uint8_t> bytes) {
  try {
    return parse(bytes);
  } catch (const Malformed&) {
    return std::nullopt;
  }
}

}  // namespace stdb::tool
