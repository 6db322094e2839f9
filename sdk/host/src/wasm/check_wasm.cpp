// sdk/host/src/wasm/check_wasm.cpp: imports and exports of a module, checked in the servers' order and words.
#include <algorithm>
#include <optional>

#include "base/concat.hpp"
#include "wasm/engine.hpp"
#include "wasm/wasm_module.hpp"

namespace stdb::host {
namespace {

constexpr std::string_view module_prefix = "spacetime_";
constexpr std::uint32_t host_major = 10;

struct Version {
  std::uint32_t major = 0;
  std::uint32_t minor = 0;
};

// Decimal digits as a number below a million; none for anything else.
std::optional<std::uint32_t> parse_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::uint32_t number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return number;
}

// "10.4" as numbers.
std::optional<Version> parse_version(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const auto major = parse_number(text.substr(0, point));
  const auto minor = parse_number(text.substr(point + 1));
  if (!major || !minor) return std::nullopt;
  return Version{*major, *minor};
}

bool is_function(const wasmtime::ExternType::Ref& type) {
  return std::holds_alternative<wasmtime::FuncType::Ref>(type);
}

// The module's ABI: the newest minor among its function imports.
Expected<Version> abi_of(const wasmtime::Module& module) {
  std::optional<Version> abi;
  for (wasmtime::ImportType::Ref import : module.imports()) {
    const std::string_view name = import.module();
    if (!name.starts_with(module_prefix) || !is_function(wasmtime::ExternType::from_import(import))) continue;
    const auto version = parse_version(name.substr(module_prefix.size()));
    if (!version) {
      return refuse(ErrorKind::unsupported_abi, concat("import module \"", name, "\" has malformed version string"));
    }
    if (abi && abi->major != version->major) {
      return refuse(ErrorKind::unsupported_abi, concat("module cannot depend on both major version ", abi->major,
                                                       " and major version ", version->major));
    }
    if (!abi || abi->minor < version->minor) abi = version;
  }
  if (abi) return *abi;
  return refuse(
      ErrorKind::unsupported_abi,
      "unable to determine ABI of module: it imports no function of \"spacetime_10.0\"; is it a SpacetimeDB module?");
}

using Kinds = std::vector<wasmtime::ValKind>;

std::string_view kind_name(wasmtime::ValKind kind) {
  switch (kind) {
    case wasmtime::ValKind::I32:
      return "i32";
    case wasmtime::ValKind::I64:
      return "i64";
    case wasmtime::ValKind::F32:
      return "f32";
    case wasmtime::ValKind::F64:
      return "f64";
    case wasmtime::ValKind::V128:
      return "v128";
    default:
      return "ref";
  }
}

struct Signature {
  Kinds params;
  Kinds results;
  bool operator==(const Signature&) const = default;
};

std::string signature_text(const Signature& signature) {
  std::string out = "(func";
  const auto list = [&](std::string_view word, const Kinds& kinds) {
    if (kinds.empty()) return;
    out += concat(" (", word);
    for (const auto kind : kinds) out += concat(' ', kind_name(kind));
    out += ')';
  };
  list("param", signature.params);
  list("result", signature.results);
  return out + ")";
}

Signature signature_of(const wasmtime::FuncType::Ref& type) {
  Signature signature;
  for (const auto& kind : type.params()) signature.params.push_back(kind.kind());
  for (const auto& kind : type.results()) signature.results.push_back(kind.kind());
  return signature;
}

struct KnownExport {
  std::string_view name;
  bool is_required;
  Signature signature;
};

// abi's exports.def, read.
std::vector<KnownExport> known_exports() {
  constexpr auto I32 = wasmtime::ValKind::I32;
  constexpr auto I64 = wasmtime::ValKind::I64;
  constexpr bool REQUIRED = true;
  constexpr bool OPTIONAL = false;
  const Kinds result_VOID;
  const Kinds result_I32{I32};
#define STDB_UNPACK(...) __VA_ARGS__
#define STDB_EXPORT(name, need, result, params) {#name, need, {{STDB_UNPACK params}, result_##result}},
  std::vector<KnownExport> exports{
#include "stdb/abi/exports.def"
  };
#undef STDB_EXPORT
#undef STDB_UNPACK
  static_cast<void>(I64);
  return exports;
}

// The newest servers hand HTTP handlers their sender too, where the module's export has this type.
const Signature& handler_with_sender() {
  static const Signature signature = [] {
    constexpr auto I32 = wasmtime::ValKind::I32;
    constexpr auto I64 = wasmtime::ValKind::I64;
    return Signature{{I32, I64, I64, I64, I64, I32, I64, I32, I32, I32, I32}, {I32}};
  }();
  return signature;
}

Expected<void> check_signature(std::string_view name, const wasmtime::ExternType::Ref& type,
                               const Signature& expected) {
  if (!is_function(type)) {
    return refuse(ErrorKind::bad_export, concat("expected \"", name, "\" export to be a function with signature ",
                                                signature_text(expected), ", but it wasn't a function at all"));
  }
  const Signature actual = signature_of(std::get<wasmtime::FuncType::Ref>(type));
  if (actual == expected || (name == "__call_http_handler__" && actual == handler_with_sender())) return {};
  return refuse(ErrorKind::bad_export, concat("bad signature for \"", name, "\"; expected ", signature_text(expected),
                                              " got ", signature_text(actual)));
}

}  // namespace

Expected<void> check_imports(const wasmtime::Module& module, Profile profile) {
  const auto abi = abi_of(module);
  if (!abi) return std::unexpected(abi.error());
  if (abi->major != host_major || !offers(profile, abi->minor)) {
    return refuse(ErrorKind::unsupported_abi,
                  concat("abi version ", abi->major, '.', abi->minor, " is not supported (host implements ", host_major,
                         '.', newest_minor(profile), ')'));
  }
  for (wasmtime::ImportType::Ref import : module.imports()) {
    const bool is_known = is_function(wasmtime::ExternType::from_import(import)) &&
                          is_host_function(import.module(), import.name(), profile);
    if (is_known) continue;
    return refuse(ErrorKind::bad_import, concat("unknown import: `", import.module(), "::", import.name(),
                                                "` has not been defined: no SpacetimeDB host has it"));
  }
  return {};
}

Expected<void> check_exports(const wasmtime::Module& module, std::vector<std::string>& preinits) {
  constexpr std::string_view preinit_prefix = "__preinit__";
  const wasmtime::ExportType::List exports = module.exports();
  const auto find = [&](std::string_view name) -> std::optional<wasmtime::ExternType::Ref> {
    for (wasmtime::ExportType::Ref item : exports) {
      if (item.name() == name) return wasmtime::ExternType::from_export(item);
    }
    return std::nullopt;
  };
  const auto memory = find("memory");
  if (!memory || !std::holds_alternative<wasmtime::MemoryType::Ref>(*memory)) {
    return refuse(ErrorKind::bad_export, "there should be a memory export called \"memory\" but it does not exist");
  }
  if (std::get<wasmtime::MemoryType::Ref>(*memory).is_64()) {
    return refuse(ErrorKind::bad_export, "the export \"memory\" should be a 32-bit memory, but it is a 64-bit one");
  }
  for (const KnownExport& known : known_exports()) {
    const auto type = find(known.name);
    if (!type && known.is_required) {
      return refuse(ErrorKind::bad_export,
                    concat("there should be a function called \"", known.name, "\" but it does not exist"));
    }
    // Servers call _initialize if its type fits and ignore it otherwise.
    if (!type || known.name == "_initialize") continue;
    if (auto checked = check_signature(known.name, *type, known.signature); !checked) return checked;
  }
  for (wasmtime::ExportType::Ref item : exports) {
    if (!item.name().starts_with(preinit_prefix)) continue;
    if (auto checked = check_signature(item.name(), wasmtime::ExternType::from_export(item), {}); !checked)
      return checked;
    preinits.emplace_back(item.name());
  }
  std::ranges::sort(preinits);
  return {};
}

}  // namespace stdb::host
