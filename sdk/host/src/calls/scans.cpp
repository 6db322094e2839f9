// sdk/host/src/calls/scans.cpp: host calls that read or delete many rows.
#include <algorithm>

#include "base/concat.hpp"
#include "calls/system_calls.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

// Rows gathered into chunks that close beyond limits::chunk, at a row's end.
class ChunkWriter {
 public:
  void add(ByteView row) {
    chunk_.insert(chunk_.end(), row.begin(), row.end());
    if (chunk_.size() > limits::chunk) chunks_.push_back(std::exchange(chunk_, Bytes()));
  }

  std::vector<Bytes> finish() {
    if (!chunk_.empty()) chunks_.push_back(std::move(chunk_));
    return std::move(chunks_);
  }

 private:
  std::vector<Bytes> chunks_;
  Bytes chunk_;
};

enum class BoundKind : std::uint8_t { included, excluded, unbounded };

// One end of a range: its kind, and the sort key of prefix and value.
struct Bound {
  BoundKind kind;
  Bytes key;
};

// Reads a Bound<T>; none when the bytes are no such thing.
std::optional<Bound> read_bound(ByteView bytes, const Index& index, const AlgebraicType& type, Profile profile,
                                const Bytes& prefix) {
  if (bytes.empty() || bytes[0] > 2) return std::nullopt;
  Bound bound{static_cast<BoundKind>(bytes[0]), prefix};
  if (bound.kind == BoundKind::unbounded) return bound;
  const AlgebraicType* const types[] = {&type};
  if (!index.read_key(bytes.subspan(1), types, profile, bound.key)) return std::nullopt;
  return bound;
}

}  // namespace

SystemCalls::RangeArguments SystemCalls::range_arguments(const Memory& memory, std::uint32_t index, Address prefix,
                                                         std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                         Address start, std::uint32_t start_length, Address end,
                                                         std::uint32_t end_length) {
  if (prefix_elements > 0xFFFF) throw Trap("ABI violation, a `ColId` must be a `u16`");
  RangeArguments arguments{index, {}, prefix_elements, {}, {}};
  if (prefix_elements != 0) arguments.prefix = memory.slice(prefix, prefix_length);
  arguments.start = memory.slice(start, start_length);
  arguments.end = memory.slice(end, end_length);
  return arguments;
}

std::int32_t SystemCalls::find_range(const RangeArguments& arguments, std::optional<Span>& span) {
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const auto found = store().find_index(arguments.index);
  if (!found) return STDB_NO_SUCH_INDEX;
  const Index& index = *found->index;
  if (index.def().algorithm == IndexAlgorithm::hash) {
    throw Trap(concat("runtime error calling datastore_index_scan_range_bsatn: ", index.def().name,
                      " is a hash index, which holds no ranges; use a point scan"));
  }
  const auto& types = index.key_types();
  if (arguments.prefix_elements >= types.size()) return STDB_BSATN_DECODE_ERROR;
  const Profile profile = environment_.profile;
  Bytes prefix;
  const std::span prefix_types(types.data(), arguments.prefix_elements);
  if (!index.read_key(arguments.prefix, prefix_types, profile, prefix)) return STDB_BSATN_DECODE_ERROR;
  const AlgebraicType& type = *types[arguments.prefix_elements];
  auto start = read_bound(arguments.start, index, type, profile, prefix);
  auto end = read_bound(arguments.end, index, type, profile, prefix);
  if (!start || !end) return STDB_BSATN_DECODE_ERROR;
  // Servers up to 2.1 fill the columns behind the range so that an excluded bound lets its rows in (host-abi 1.4).
  const bool has_suffix = arguments.prefix_elements + 1 < types.size();
  if (has_suffix && profile == Profile::v1_2) {
    if (start->kind == BoundKind::excluded) start->kind = BoundKind::included;
    if (end->kind == BoundKind::excluded) end->kind = BoundKind::included;
  }
  span = Span{
      found->table, &index,
      index.between({start->key, start->kind == BoundKind::excluded}, {end->key, end->kind == BoundKind::excluded})};
  if (ReadSet* reads = store().reads()) {
    const bool is_point =
        !has_suffix && start->kind == BoundKind::included && end->kind == BoundKind::included && start->key == end->key;
    if (is_point) {
      reads->add(*found->table, index, start->key);
    } else {
      reads->add(*found->table);
    }
  }
  return STDB_OK;
}

std::int32_t SystemCalls::find_point(std::uint32_t index_id, ByteView point, std::optional<Span>& span) {
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const auto found = store().find_index(index_id);
  if (!found) return STDB_NO_SUCH_INDEX;
  Bytes& key = point_key_;
  key.clear();
  if (!found->index->read_key(point, found->index->key_types(), environment_.profile, key)) {
    return STDB_BSATN_DECODE_ERROR;
  }
  span = Span{found->table, found->index, found->index->equal_to(key)};
  if (ReadSet* reads = store().reads()) reads->add(*found->table, *found->index, std::move(key));
  return STDB_OK;
}

std::uint32_t SystemCalls::add_iterator(Iterator iterator) {
  std::size_t bytes = 0;
  for (const Bytes& chunk : iterator.chunks) bytes += chunk.size();
  if (bytes > limits::iterator_bytes - iterator_bytes_) {
    throw Trap("the open iterators hold too many bytes; close what is not used up");
  }
  const std::uint32_t handle = iterators_.add(std::move(iterator));
  iterator_bytes_ += bytes;
  return handle;
}

std::uint32_t SystemCalls::open_iterator(const Span& span) {
  ChunkWriter writer;
  span.index->each(span.entries, [&](Slot slot) { writer.add(span.table->row_at(slot)->bytes()); });
  return add_iterator({writer.finish()});
}

std::uint32_t SystemCalls::delete_span(const Span& span) {
  slots_to_delete_.clear();
  span.index->each(span.entries, [&](Slot slot) { slots_to_delete_.push_back(slot); });
  for (const Slot slot : slots_to_delete_) store().remove(*span.table, slot);
  return static_cast<std::uint32_t>(slots_to_delete_.size());
}

std::int32_t SystemCalls::datastore_table_scan_bsatn(const Memory& memory, std::uint32_t table_id, Address out) {
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const Table* table = store().find_table(table_id);
  if (table == nullptr) return STDB_NO_SUCH_TABLE;
  if (ReadSet* reads = store().reads()) reads->add(*table);
  ChunkWriter writer;
  for (Slot slot = 0; slot < table->slot_count(); ++slot) {
    if (const Row* row = table->row_at(slot)) writer.add(row->bytes());
  }
  memory.write(out, add_iterator({writer.finish()}));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_index_scan_range_bsatn(const Memory& memory, std::uint32_t index, Address prefix,
                                                           std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                           Address start, std::uint32_t start_length, Address end,
                                                           std::uint32_t end_length, Address out) {
  std::optional<Span> span;
  const auto error = find_range(
      range_arguments(memory, index, prefix, prefix_length, prefix_elements, start, start_length, end, end_length),
      span);
  if (!span) return error;
  memory.write(out, open_iterator(*span));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_btree_scan_bsatn(const Memory& memory, std::uint32_t index, Address prefix,
                                                     std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                     Address start, std::uint32_t start_length, Address end,
                                                     std::uint32_t end_length, Address out) {
  return datastore_index_scan_range_bsatn(memory, index, prefix, prefix_length, prefix_elements, start, start_length,
                                          end, end_length, out);
}

std::int32_t SystemCalls::datastore_delete_by_index_scan_range_bsatn(const Memory& memory, std::uint32_t index,
                                                                     Address prefix, std::uint32_t prefix_length,
                                                                     std::uint32_t prefix_elements, Address start,
                                                                     std::uint32_t start_length, Address end,
                                                                     std::uint32_t end_length, Address out) {
  std::optional<Span> span;
  const auto error = find_range(
      range_arguments(memory, index, prefix, prefix_length, prefix_elements, start, start_length, end, end_length),
      span);
  if (!span) return error;
  memory.write(out, delete_span(*span));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_delete_by_btree_scan_bsatn(const Memory& memory, std::uint32_t index,
                                                               Address prefix, std::uint32_t prefix_length,
                                                               std::uint32_t prefix_elements, Address start,
                                                               std::uint32_t start_length, Address end,
                                                               std::uint32_t end_length, Address out) {
  return datastore_delete_by_index_scan_range_bsatn(memory, index, prefix, prefix_length, prefix_elements, start,
                                                    start_length, end, end_length, out);
}

std::int32_t SystemCalls::datastore_index_scan_point_bsatn(const Memory& memory, std::uint32_t index, Address point,
                                                           std::uint32_t length, Address out) {
  std::optional<Span> span;
  const auto error = find_point(index, memory.slice(point, length), span);
  if (!span) return error;
  memory.write(out, open_iterator(*span));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_delete_by_index_scan_point_bsatn(const Memory& memory, std::uint32_t index,
                                                                     Address point, std::uint32_t length, Address out) {
  std::optional<Span> span;
  const auto error = find_point(index, memory.slice(point, length), span);
  if (!span) return error;
  memory.write(out, delete_span(*span));
  return STDB_OK;
}

std::int32_t SystemCalls::row_iter_bsatn_advance(const Memory& memory, std::uint32_t handle, Address buffer_address,
                                                 Address length_address) {
  Iterator* iterator = iterators_.find(handle);
  if (iterator == nullptr) return STDB_NO_SUCH_ITER;
  const auto capacity = memory.read<std::uint32_t>(length_address);
  const auto buffer = memory.slice(buffer_address, capacity);
  std::uint32_t written = 0;
  // Whole chunks, as many as fit.
  for (; iterator->next < iterator->chunks.size(); ++iterator->next) {
    Bytes& chunk = iterator->chunks[iterator->next];
    if (chunk.size() > buffer.size() - written) break;
    std::ranges::copy(chunk, buffer.begin() + written);
    written += static_cast<std::uint32_t>(chunk.size());
    iterator_bytes_ -= chunk.size();
    chunk = Bytes();
  }
  const bool is_exhausted = iterator->next == iterator->chunks.size();
  if (written == 0 && !is_exhausted) {
    memory.write(length_address, static_cast<std::uint32_t>(iterator->chunks[iterator->next].size()));
    return STDB_BUFFER_TOO_SMALL;
  }
  if (is_exhausted) iterators_.take(handle);
  memory.write(length_address, written);
  return is_exhausted ? STDB_EXHAUSTED : STDB_OK;
}

std::int32_t SystemCalls::row_iter_bsatn_close(const Memory&, std::uint32_t handle) {
  const auto iterator = iterators_.take(handle);
  if (!iterator) return STDB_NO_SUCH_ITER;
  for (const Bytes& chunk : iterator->chunks) iterator_bytes_ -= chunk.size();
  return STDB_OK;
}

}  // namespace stdb::host
