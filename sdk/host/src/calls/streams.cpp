// sdk/host/src/calls/streams.cpp: byte sources, which the guest reads, and byte sinks, which it writes.
#include <algorithm>

#include "calls/system_calls.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {

std::uint32_t SystemCalls::open_sink() {
  // 1.2.0 knows one sink at a time.
  const std::uint32_t sink = environment_.profile == Profile::v1_2 ? 1 : next_sink_++;
  sinks_[sink] = {};
  return sink;
}

Bytes SystemCalls::take_sink(std::uint32_t sink) {
  auto node = sinks_.extract(sink);
  return node.empty() ? Bytes() : std::move(node.mapped());
}

std::uint32_t SystemCalls::begin_call(Bytes arguments, CallStart start) {
  in_call_ = true;
  start_ = std::move(start);
  log_bytes_ = 0;
  queued_bytes_ = 0;
  leavings_ = {};
  return add_source(std::move(arguments));
}

std::uint32_t SystemCalls::add_source(Bytes bytes) {
  return bytes.empty() ? STDB_INVALID_HANDLE : keep_source(std::move(bytes));
}

// A source even for no bytes.
std::uint32_t SystemCalls::keep_source(Bytes bytes) {
  const std::uint32_t source = environment_.profile == Profile::v1_2 ? 1 : next_source_++;
  source_bytes_ += bytes.size();
  sources_[source] = {std::move(bytes), 0};
  return source;
}

void SystemCalls::check_room_for_source(std::size_t size) const {
  if (sources_.size() < limits::handles && size + source_bytes_ <= limits::source_bytes) return;
  throw Trap("the open byte sources hold too much; read them to their end");
}

SystemCalls::Leavings SystemCalls::end_call() {
  in_call_ = false;
  sources_.clear();
  source_bytes_ = 0;
  sinks_.clear();
  next_source_ = 1;
  next_sink_ = 1;
  return std::exchange(leavings_, {});
}

std::int32_t SystemCalls::bytes_sink_write(const Memory& memory, std::uint32_t handle, Address buffer,
                                           Address length_address) {
  const auto sink = sinks_.find(handle);
  if (sink == sinks_.end()) return STDB_NO_SUCH_BYTES;
  const auto length = memory.read<std::uint32_t>(length_address);
  const auto bytes = memory.slice(buffer, length);
  if (length > limits::sink - sink->second.size()) throw Trap("too much was written to a byte sink");
  sink->second.insert(sink->second.end(), bytes.begin(), bytes.end());
  return STDB_OK;
}

std::int32_t SystemCalls::bytes_source_read(const Memory& memory, std::uint32_t handle, Address buffer_address,
                                            Address length_address) {
  const auto source = sources_.find(handle);
  if (source == sources_.end()) return STDB_NO_SUCH_BYTES;
  const auto capacity = memory.read<std::uint32_t>(length_address);
  const auto buffer = memory.slice(buffer_address, capacity);
  auto& [bytes, read] = source->second;
  const std::size_t size = std::min<std::size_t>(capacity, bytes.size() - read);
  std::ranges::copy(ByteView(bytes).subspan(read, size), buffer.begin());
  read += size;
  memory.write(length_address, static_cast<std::uint32_t>(size));
  if (read < bytes.size()) return STDB_OK;
  source_bytes_ -= bytes.size();
  sources_.erase(source);
  return STDB_EXHAUSTED;
}

std::int32_t SystemCalls::bytes_source_remaining_length(const Memory& memory, std::uint32_t handle, Address out) {
  const auto source = sources_.find(handle);
  if (source == sources_.end()) return STDB_NO_SUCH_BYTES;
  memory.write(out, static_cast<std::uint32_t>(source->second.bytes.size() - source->second.read));
  return STDB_OK;
}

}  // namespace stdb::host
