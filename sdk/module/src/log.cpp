// sdk/module/src/log.cpp: log lines, panics, and the texts of what the host refused.
#include "stdb/module/log.hpp"

#include <cstring>

#include "stdb/bsatn/violation.hpp"
#include "stdb/module/detail/line.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/format.hpp"
#include "stdb/module/panic.hpp"
#include "stdb/shim/bindings.h"

namespace stdb {
namespace {

void write_line(std::uint32_t level, std::string_view line, const detail::Place& at) {
  const auto bytes_of = [](std::string_view text) {
    return text.empty() ? nullptr : reinterpret_cast<const std::uint8_t*>(text.data());
  };
  stdb_console_log(level, nullptr, 0, bytes_of(at.file), static_cast<std::uint32_t>(at.file.size()), at.line,
                   reinterpret_cast<const std::uint8_t*>(line.data()), static_cast<std::uint32_t>(line.size()));
}

// Where the next "{}" begins. By hand: std::string_view's own search is ten times the code.
std::size_t find_place(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text.substr(at, 2) != "{}") ++at;
  return at;
}

void compose(detail::Line& line, std::string_view text, std::span<const detail::TextArgument> arguments) {
  for (const detail::TextArgument& argument : arguments) {
    const std::size_t place = find_place(text);
    line.append(text.substr(0, place));
    argument.append(line, argument);
    text = text.substr(place + 2);
  }
  line.append(text);
}

// The names of the errnos, each with a zero after it: one constant without pointers.
constexpr char errno_names[] =
#define STDB_ERRNO(code, name, text) #name "\0"
#include "stdb/abi/errno.def"
#undef STDB_ERRNO
    ;

std::string_view errno_name(std::int32_t code) {
  std::string_view names(errno_names, sizeof errno_names - 1);
  for (std::int32_t skipped = 1; skipped < code && !names.empty(); ++skipped) names.remove_prefix(names.find('\0') + 1);
  return code < 1 || names.empty() ? "an unknown code" : names.substr(0, names.find('\0'));
}

}  // namespace

void detail::panic_at(std::string_view text, const Place& at) {
  write_line(STDB_LOG_PANIC, text, at);
  stdb_trap();
}

void detail::panic_in(std::string_view text, const char* path, std::uint32_t line) {
  panic_at(text, place_of(path, line));
}

// Whatever was in the scratch buffer is given up: the call that needed it is over.
void detail::Line::append(std::string_view text) {
  std::memcpy(scratch(size_ + text.size(), size_) + size_, text.data(), text.size());
  size_ += text.size();
}

std::string_view detail::Line::text() const { return {reinterpret_cast<const char*>(scratch(0)), size_}; }

void log::detail::write(Level level, std::string_view text, std::span<const stdb::detail::TextArgument> arguments,
                        const stdb::detail::Place& at) {
  if (arguments.empty()) return write_line(static_cast<std::uint32_t>(level), text, at);
  stdb::detail::Line line;
  compose(line, text, arguments);
  write_line(static_cast<std::uint32_t>(level), line.text(), at);
}

std::string detail::format_text(std::string_view text, std::span<const TextArgument> arguments) {
  Line line;
  compose(line, text, arguments);
  return std::string(line.text());
}

void detail::host_refused(std::string_view call, std::string_view on, std::int32_t code) {
  Line line;
  for (const std::string_view part :
       {call, std::string_view(" ("), on, std::string_view("): the host answered "), errno_name(code)}) {
    line.append(part);
  }
  panic_at(line.text(), {});
}

void detail::row_does_not_decode(std::string_view table) { host_refused("decode", table, STDB_BSATN_DECODE_ERROR); }

void detail::write_sink(std::uint32_t sink, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    auto size = static_cast<std::uint32_t>(bytes.size());
    expect_ok(stdb_bytes_sink_write(sink, bytes.data(), &size), "write", "the answer of a call");
    bytes = bytes.subspan(size);
  }
}

std::int32_t detail::fail_reducer(std::uint32_t sink, std::string_view text) {
  write_sink(sink, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  return STDB_HOST_CALL_FAILURE;
}

}  // namespace stdb
