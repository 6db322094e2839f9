// sdk/tool/src/size.cpp: `stdb size`: where the bytes of a module are.
#include <algorithm>

#include "cell.hpp"
#include "commands.hpp"
#include "exit_code.hpp"
#include "file.hpp"
#include "json_object.hpp"
#include "output.hpp"
#include "printable.hpp"
#include "wasm_file.hpp"

namespace stdb::tool {
namespace {

constexpr std::size_t most_functions = 20;  // shown as text; JSON has all

// "   1,234 bytes  12.3 %  name".
std::string share_line(std::uint64_t bytes, std::uint64_t total, const std::string& name) {
  std::string number = grouped(bytes);
  number.insert(0, number.size() < 12 ? 12 - number.size() : 0, ' ');
  const std::uint64_t tenths = total == 0 ? 0 : (bytes * 1000 + total / 2) / total;
  std::string share = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  share.insert(0, share.size() < 5 ? 5 - share.size() : 0, ' ');
  return number + "  " + share + " %  " + printable(name) + "\n";
}

void print_text(const std::string& path, std::uint64_t total, const WasmFile& file, Output& output) {
  output.write(path + ": " + counted(total, "byte") + "\n\nsections\n");
  for (const WasmSection& section : file.sections) output.write(share_line(section.bytes, total, section.name));
  output.write("\nlargest of " + counted(file.functions.size(), "function") + "\n");
  for (std::size_t at = 0; at < std::min(file.functions.size(), most_functions); ++at) {
    output.write(share_line(file.functions[at].bytes, total, file.functions[at].name));
  }
  output.write("\n" + counted(file.imports.size(), "import") + "\n");
  for (const WasmImport& import : file.imports)
    output.write("  " + printable(import.module + "." + import.name) + "\n");
  output.write("\n" + counted(file.exports.size(), "export") + "\n");
  for (const WasmExport& item : file.exports) output.write("  " + printable(item.name) + " (" + item.kind + ")\n");
}

template <class Item, class Write>
std::string json_list(const std::vector<Item>& items, Write write) {
  std::string list = "[";
  for (const Item& item : items) {
    if (list.size() > 1) list.push_back(',');
    list += write(item);
  }
  return list + "]";
}

void print_json(const std::string& path, std::uint64_t total, const WasmFile& file, Output& output) {
  const auto sized = [](const auto& item) {
    return JsonObject().text("name", item.name).number("bytes", item.bytes).object();
  };
  JsonObject object;
  object.text("module", path).number("bytes", total);
  object.raw("sections", json_list(file.sections, sized)).raw("functions", json_list(file.functions, sized));
  object.raw("imports", json_list(file.imports, [](const WasmImport& import) {
               return JsonObject().text("module", import.module).text("name", import.name).object();
             }));
  object.raw("exports", json_list(file.exports, [](const WasmExport& item) {
               return JsonObject().text("name", item.name).text("kind", item.kind).object();
             }));
  output.write(object.line());
}

}  // namespace

int size(const SizeOptions& options) {
  const auto bytes = read_file(options.module_path);
  if (!bytes) {
    complain(bytes.error());
    return misuse;
  }
  auto file = parse_wasm(*bytes);
  if (!file) {
    complain(options.module_path + ": not a wasm module, or a damaged one");
    return misuse;
  }
  std::ranges::sort(file->functions, [](const WasmFunction& left, const WasmFunction& right) {
    return left.bytes != right.bytes ? left.bytes > right.bytes : left.name < right.name;
  });
  Output output;
  if (options.json) {
    print_json(options.module_path, bytes->size(), *file, output);
  } else {
    print_text(options.module_path, bytes->size(), *file, output);
  }
  return output.flush() ? all_was_run : misuse;
}

}  // namespace stdb::tool
