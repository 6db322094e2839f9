// tests/oracle/describe_wasm.cpp: gets the description out of a module that was compiled to wasm.
// Usage: describe_wasm MODULE.wasm DESCRIPTION
// It does as a server does, by Wasmtime alone: nothing of our own host has a part in what is then judged.
#include <wasmtime.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

[[noreturn]] void fail(std::string_view what, wasmtime_error_t* error = nullptr, wasm_trap_t* trap = nullptr) {
  wasm_byte_vec_t message = {.size = 0, .data = nullptr};
  if (error != nullptr) wasmtime_error_message(error, &message);
  if (trap != nullptr) wasm_trap_message(trap, &message);
  std::fprintf(stderr, "describe_wasm: %.*s %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(message.size), message.data);
  std::exit(1);
}

// What the module writes to the one sink there is.
struct Sink {
  Bytes written;
};

wasm_trap_t* trapped(std::string_view why) { return wasmtime_trap_new(why.data(), why.size()); }

// bytes_sink_write(sink, bytes, count): `count` points to how many bytes there are, and is told how many were taken.
wasm_trap_t* sink_write(void* environment, wasmtime_caller_t* caller, const wasmtime_val_t* arguments, std::size_t,
                        wasmtime_val_t* results, std::size_t) {
  wasmtime_extern_t memory;
  constexpr std::string_view name = "memory";
  if (!wasmtime_caller_export_get(caller, name.data(), name.size(), &memory) || memory.kind != WASMTIME_EXTERN_MEMORY) {
    return trapped("the module has no memory");
  }
  wasmtime_context_t* const context = wasmtime_caller_context(caller);
  const std::uint8_t* const data = wasmtime_memory_data(context, &memory.of.memory);
  const std::size_t size = wasmtime_memory_data_size(context, &memory.of.memory);
  const auto from = static_cast<std::uint32_t>(arguments[1].of.i32);
  const auto count_at = static_cast<std::uint32_t>(arguments[2].of.i32);
  std::uint32_t count = 0;
  if (size < sizeof(count) || count_at > size - sizeof(count)) return trapped("the count is outside of the memory");
  std::memcpy(&count, data + count_at, sizeof(count));
  if (count > size || from > size - count) return trapped("the bytes are outside of the memory");
  Bytes& written = static_cast<Sink*>(environment)->written;
  written.insert(written.end(), data + from, data + from + count);
  results[0].kind = WASMTIME_I32;
  results[0].of.i32 = 0;
  return nullptr;
}

class Instance {
 public:
  Instance(const Bytes& wasm, Sink& sink)
      : engine_(wasm_engine_new()), store_(wasmtime_store_new(engine_, nullptr, nullptr)) {
    if (auto* error = wasmtime_module_new(engine_, wasm.data(), wasm.size(), &module_))
      fail("this is no module:", error);
    wasmtime_linker_t* const linker = wasmtime_linker_new(engine_);
    define_sink_write(linker, sink);
    // A description needs nothing else of a host.
    if (auto* error = wasmtime_linker_define_unknown_imports_as_traps(linker, module_)) fail("its imports:", error);
    wasm_trap_t* trap = nullptr;
    wasmtime_context_t* const context = wasmtime_store_context(store_);
    auto* const error = wasmtime_linker_instantiate(linker, context, module_, &instance_, &trap);
    if (error != nullptr || trap != nullptr) fail("it does not start:", error, trap);
  }

  // The names of the exported functions, in order.
  std::set<std::string> function_names() const {
    wasm_exporttype_vec_t exports;
    wasmtime_module_exports(module_, &exports);
    std::set<std::string> names;
    for (std::size_t at = 0; at < exports.size; ++at) {
      const wasm_name_t* const name = wasm_exporttype_name(exports.data[at]);
      if (wasm_externtype_kind(wasm_exporttype_type(exports.data[at])) == WASM_EXTERN_FUNC) {
        names.emplace(name->data, name->size);
      }
    }
    return names;
  }

  // Calls an exported function with one argument or none.
  void call(const std::string& name, const std::vector<std::int32_t>& arguments) {
    wasmtime_context_t* const context = wasmtime_store_context(store_);
    wasmtime_extern_t function;
    if (!wasmtime_instance_export_get(context, &instance_, name.data(), name.size(), &function)) fail("no " + name);
    std::vector<wasmtime_val_t> values;
    for (const std::int32_t argument : arguments) values.push_back({.kind = WASMTIME_I32, .of = {.i32 = argument}});
    wasm_trap_t* trap = nullptr;
    auto* const error = wasmtime_func_call(context, &function.of.func, values.data(), values.size(), nullptr, 0, &trap);
    if (error != nullptr || trap != nullptr) fail(name + ":", error, trap);
  }

 private:
  static void define_sink_write(wasmtime_linker_t* linker, Sink& sink) {
    wasm_functype_t* const type = wasm_functype_new_3_1(wasm_valtype_new_i32(), wasm_valtype_new_i32(),
                                                        wasm_valtype_new_i32(), wasm_valtype_new_i32());
    constexpr std::string_view module = "spacetime_10.0";
    constexpr std::string_view name = "bytes_sink_write";
    auto* const error = wasmtime_linker_define_func(linker, module.data(), module.size(), name.data(), name.size(),
                                                    type, sink_write, &sink, nullptr);
    if (error != nullptr) fail("the sink:", error);
  }

  // All of this lives as long as the process.
  wasm_engine_t* engine_;
  wasmtime_store_t* store_;
  wasmtime_module_t* module_ = nullptr;
  wasmtime_instance_t instance_ = {};
};

// host-abi 3.2: what a server calls before it asks for the description.
void start(Instance& instance) {
  const std::set<std::string> names = instance.function_names();
  if (names.contains("_initialize")) instance.call("_initialize", {});
  for (const std::string& name : names) {
    if (name.starts_with("__preinit__")) instance.call(name, {});
  }
}

Bytes description_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(std::string("cannot read ") + path);
  const Bytes wasm{std::istreambuf_iterator<char>(file), {}};
  Sink sink;
  Instance instance(wasm, sink);
  start(instance);
  instance.call("__describe_module__", {1});
  return sink.written;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: describe_wasm MODULE.wasm DESCRIPTION\n", stderr);
    return 2;
  }
  const Bytes description = description_of(arguments[1]);
  std::ofstream file(arguments[2], std::ios::binary);
  file.write(reinterpret_cast<const char*>(description.data()), static_cast<std::streamsize>(description.size()));
  if (!file.flush()) fail(std::string("cannot write ") + arguments[2]);
}
