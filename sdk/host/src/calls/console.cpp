// sdk/host/src/calls/console.cpp: logs and timers, who we are, and what else a reducer may ask for.
#include <algorithm>

#include "base/concat.hpp"
#include "calls/system_calls.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

LogLevel level_of(std::uint32_t code) {
  switch (code & 0xFF) {  // servers look at the low byte
    case STDB_LOG_ERROR:
      return LogLevel::error;
    case STDB_LOG_WARN:
      return LogLevel::warn;
    case STDB_LOG_INFO:
      return LogLevel::info;
    case STDB_LOG_TRACE:
      return LogLevel::trace;
    case STDB_LOG_PANIC:
      return LogLevel::panic;
    default:
      return LogLevel::debug;
  }
}

// None for a null pointer.
std::optional<std::string> optional_text(const Memory& memory, Address address, std::uint32_t length) {
  if (address == 0) return std::nullopt;
  return lossy_utf8(memory.slice(address, length));
}

// "1.234567ms", in the unit that leaves the fewest digits before the point.
std::string duration_text(std::chrono::nanoseconds duration) {
  const auto nanos = static_cast<std::uint64_t>(duration.count());
  struct Unit {
    std::uint64_t nanos;
    std::size_t digits;
    const char* name;
  };
  for (const Unit& unit : {Unit{1'000'000'000, 9, "s"}, Unit{1'000'000, 6, "ms"}, Unit{1'000, 3, "\u00B5s"}}) {
    if (nanos < unit.nanos) continue;
    std::string rest = concat(nanos % unit.nanos);
    rest.insert(0, unit.digits - rest.size(), '0');
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return concat(nanos / unit.nanos, rest.empty() ? "" : ".", rest, unit.name);
  }
  return concat(nanos, "ns");
}

}  // namespace

std::string_view level_name(LogLevel level) {
  switch (level) {
    case LogLevel::error:
      return "error";
    case LogLevel::warn:
      return "warn";
    case LogLevel::info:
      return "info";
    case LogLevel::debug:
      return "debug";
    case LogLevel::trace:
      return "trace";
    case LogLevel::panic:
      break;
  }
  return "panic";
}

bool SystemCalls::may_log(std::size_t text_bytes) {
  log_bytes_ += text_bytes + sizeof(LogRecord);
  if (log_bytes_ <= limits::log_bytes) return true;
  ++leavings_.dropped_logs;
  return false;
}

void SystemCalls::console_log(const Memory& memory, std::uint32_t level, Address target, std::uint32_t target_length,
                              Address filename, std::uint32_t filename_length, std::uint32_t line, Address message,
                              std::uint32_t message_length) {
  // A record with a bad pointer is dropped; it does not trap.
  try {
    const auto text = memory.slice(message, message_length);
    if (!may_log(text.size() + target_length + filename_length)) return;
    LogRecord record;
    record.level = level_of(level);
    record.target = optional_text(memory, target, target_length);
    record.filename = optional_text(memory, filename, filename_length);
    if (line != STDB_NO_LINE) record.line = line;
    record.message = lossy_utf8(text);
    leavings_.logs.push_back(std::move(record));
  } catch (const Trap&) {
    return;
  }
}

std::uint32_t SystemCalls::console_timer_start(const Memory& memory, Address name, std::uint32_t length) {
  const auto text = memory.slice(name, length);
  if (length > limits::timer_bytes - timer_bytes_)
    throw Trap("the running timers hold too many bytes; end those in use");
  std::string name_text = lossy_utf8(text);
  timer_bytes_ += length;
  return timers_.add({std::move(name_text), length, std::chrono::steady_clock::now()});
}

std::int32_t SystemCalls::console_timer_end(const Memory&, std::uint32_t handle) {
  const auto timer = timers_.take(handle);
  if (!timer) return STDB_NO_SUCH_CONSOLE_TIMER;
  timer_bytes_ -= timer->bytes;
  if (!may_log(timer->name.size())) return STDB_OK;
  LogRecord record;
  record.message = "Timing span ";
  append_json_string(timer->name, record.message);
  record.message += ": " + duration_text(std::chrono::steady_clock::now() - timer->start);
  leavings_.logs.push_back(std::move(record));
  return STDB_OK;
}

void SystemCalls::identity(const Memory& memory, Address out) {
  std::ranges::copy(environment_.database.bytes, memory.slice(out, environment_.database.bytes.size()).begin());
}

void SystemCalls::volatile_nonatomic_schedule_immediate(const Memory& memory, Address name, std::uint32_t name_length,
                                                        Address arguments, std::uint32_t arguments_length) {
  const std::string_view function = memory.text(name, name_length);
  const ByteView bytes = memory.slice(arguments, arguments_length);
  const bool is_full = leavings_.queued.size() >= limits::queued_calls;
  if (is_full || bytes.size() > limits::queued_bytes - queued_bytes_) {
    throw Trap("too many calls are queued behind this one");
  }
  queued_bytes_ += bytes.size();
  leavings_.queued.push_back({std::string(function), Bytes(bytes.begin(), bytes.end())});
}

std::int32_t SystemCalls::get_jwt(const Memory& memory, Address connection_id, Address out) {
  ConnectionId connection;
  std::ranges::copy(memory.slice(connection_id, connection.bytes.size()), connection.bytes.begin());
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const auto& connections = environment_.surroundings->connections;
  const auto known = connections.find(connection);
  std::uint32_t source = STDB_INVALID_HANDLE;
  if (known != connections.end() && known->second) {
    const auto claims = as_bytes(*known->second);
    check_room_for_source(claims.size());
    source = add_source(Bytes(claims.begin(), claims.end()));
  }
  memory.write(out, source);
  return STDB_OK;
}

std::int32_t SystemCalls::env_get(const Memory& memory, Address key, std::uint32_t length, Address out) {
  if (length == 0 || length > limits::environment_key) return STDB_HOST_CALL_FAILURE;
  const std::string_view text = memory.text(key, length);
  if (!is_environment_key(text)) return STDB_HOST_CALL_FAILURE;
  // The values are the root module's.
  const bool is_namespaced = start_.function.find('.') != std::string::npos;
  if (!in_call_ || is_namespaced || environment_.module == nullptr) {
    throw Trap("runtime error calling env_get: environment access requires a host-dispatched root module function");
  }
  if (!in_transaction() && !may_run_procedures()) return STDB_NOT_IN_TRANSACTION;
  if (environment_.module->find_environment(text) == nullptr) {
    throw Trap(concat("runtime error calling env_get: environment key is not declared: ", text));
  }
  const auto& values = environment_.surroundings->environment;
  const auto value = values.find(text);
  std::uint32_t source = STDB_INVALID_HANDLE;
  if (value != values.end()) {
    if (sources_.size() >= limits::environment_sources) return STDB_NO_SPACE;
    const auto bytes = as_bytes(value->second);
    source = keep_source(Bytes(bytes.begin(), bytes.end()));  // an empty value is still one
  }
  memory.write(out, source);
  return STDB_OK;
}

}  // namespace stdb::host
