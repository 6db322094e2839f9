// sdk/host/src/run/snapshot.cpp: a database as bytes, and from bytes.
#include "run/snapshot.hpp"

#include <algorithm>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "run/runner.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

constexpr std::string_view magic = "stdb snapshot 1\n";

void append_bytes(Bytes& out, ByteView bytes) {
  append(out, static_cast<std::uint32_t>(bytes.size()));
  out.insert(out.end(), bytes.begin(), bytes.end());
}

// Thrown to read_snapshot, which makes an error of it.
struct Damaged {
  std::string text;
};

// Every length is held against what is left.
class SnapshotReader {
 public:
  explicit SnapshotReader(ByteView bytes) : left_(bytes) {}

  ByteView take(std::size_t size) {
    if (size > left_.size()) throw Damaged{"it ends too early"};
    const ByteView taken = left_.first(size);
    left_ = left_.subspan(size);
    return taken;
  }
  template <std::integral Number>
  Number number() {
    return load<Number>(take(sizeof(Number)).data());
  }
  ByteView bytes() { return take(number<std::uint32_t>()); }
  std::string text() { return std::string(as_text(bytes())); }
  Identity identity() {
    Identity identity;
    std::ranges::copy(take(identity.bytes.size()), identity.bytes.begin());
    return identity;
  }
  Int128 wide() {
    Int128 number = 0;
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
    return number;
  }
  bool is_at_end() const { return left_.empty(); }

 private:
  ByteView left_;
};

TableContents read_contents(SnapshotReader& reader) {
  TableContents contents;
  for (auto count = reader.number<std::uint64_t>(); count > 0; --count) contents.rows.push_back(reader.bytes());
  for (auto count = reader.number<std::uint32_t>(); count > 0; --count) {
    std::string name = reader.text();
    contents.sequences[std::move(name)] = reader.wide();
  }
  return contents;
}

Snapshot read_all(SnapshotReader& reader) {
  Snapshot snapshot;
  snapshot.profile = static_cast<Profile>(reader.number<std::uint8_t>());
  snapshot.time.micros = reader.number<std::int64_t>();
  snapshot.is_steered = reader.number<std::uint8_t>() != 0;
  snapshot.database = reader.identity();
  snapshot.owner = reader.identity();
  snapshot.description = reader.bytes();
  for (auto count = reader.number<std::uint32_t>(); count > 0; --count) {
    std::string name = reader.text();
    snapshot.tables[std::move(name)] = read_contents(reader);
  }
  if (!reader.is_at_end()) throw Damaged{"more follows than belongs to it"};
  return snapshot;
}

// Rows are held to their types before they are put anywhere.
std::string find_bad_row(const Snapshot& snapshot, const ModuleDef& module) {
  for (const TableDef& table : module.tables) {
    const auto contents = snapshot.tables.find(table.name);
    if (contents == snapshot.tables.end()) return concat("it lacks table ", table.name);
    const AlgebraicType& type = module.typespace.types()[table.row_type];
    for (const ByteView row : contents->second.rows) {
      const auto size = measure(type, module.typespace, row);
      if (!size) return concat("table ", table.name, ": ", size.error().text);
      if (*size != row.size()) return concat("table ", table.name, ": a row is followed by other bytes");
    }
  }
  return {};
}

std::unexpected<Error> refuse_snapshot(std::string_view why) {
  return refuse(ErrorKind::bad_snapshot, concat("this is no snapshot that can be restored: ", why));
}

}  // namespace

Bytes write_snapshot(const Snapshot& snapshot) {
  Bytes out(magic.begin(), magic.end());
  append(out, static_cast<std::uint8_t>(snapshot.profile));
  append(out, snapshot.time.micros);
  append(out, static_cast<std::uint8_t>(snapshot.is_steered));
  for (const Identity* identity : {&snapshot.database, &snapshot.owner}) {
    out.insert(out.end(), identity->bytes.begin(), identity->bytes.end());
  }
  append_bytes(out, snapshot.description);
  append(out, static_cast<std::uint32_t>(snapshot.tables.size()));
  for (const auto& [name, contents] : snapshot.tables) {
    append_bytes(out, as_bytes(name));
    append(out, std::uint64_t{contents.rows.size()});
    for (const ByteView row : contents.rows) append_bytes(out, row);
    append(out, static_cast<std::uint32_t>(contents.sequences.size()));
    for (const auto& [sequence, next] : contents.sequences) {
      append_bytes(out, as_bytes(sequence));
      append(out, static_cast<std::uint64_t>(next));
      append(out, static_cast<std::uint64_t>(next >> 64));
    }
  }
  append(out, content_hash(out));
  return out;
}

Expected<Snapshot> read_snapshot(ByteView bytes) {
  if (!as_text(bytes).starts_with(magic)) return refuse_snapshot("it does not begin as one of this version");
  if (bytes.size() < magic.size() + sizeof(std::uint64_t)) return refuse_snapshot("it ends too early");
  const ByteView body = bytes.first(bytes.size() - sizeof(std::uint64_t));
  if (content_hash(body) != load<std::uint64_t>(body.data() + body.size())) {
    return refuse_snapshot("its bytes are not those that were written");
  }
  SnapshotReader reader(body.subspan(magic.size()));
  try {
    return read_all(reader);
  } catch (const Damaged& damaged) {
    return refuse_snapshot(damaged.text);
  }
}

Bytes Runner::save() {
  Snapshot snapshot{options_.profile,
                    around_.clock.now(),
                    around_.clock.is_steered(),
                    options_.database,
                    options_.owner,
                    description_,
                    {}};
  for (Table& table : store_->tables()) snapshot.tables.emplace(table.def().name, contents_of(table));
  return write_snapshot(snapshot);
}

Expected<void> Runner::restore(ByteView bytes, std::unique_ptr<GuestModule> guest) {
  auto snapshot = read_snapshot(bytes);
  if (!snapshot) return std::unexpected(snapshot.error());
  if (snapshot->profile != options_.profile) return refuse_snapshot("it is of a database of another profile");
  const Identity database = std::exchange(options_.database, snapshot->database);
  const Identity owner = std::exchange(options_.owner, snapshot->owner);
  auto restored = restore(*snapshot, std::move(guest));
  if (!restored) {
    options_.database = database;
    options_.owner = owner;
  }
  return restored;
}

Expected<void> Runner::restore(const Snapshot& snapshot, std::unique_ptr<GuestModule> guest) {
  const auto old = read_module_def(snapshot.description, snapshot.profile);
  if (!old) return refuse_snapshot(old.error().text);
  if (const std::string bad = find_bad_row(snapshot, *old); !bad.empty()) return refuse_snapshot(bad);
  auto loaded = prepare(std::move(guest));
  if (!loaded) return std::unexpected(loaded.error());
  const auto plan = plan_migration(*old, *loaded->module, options_.profile);
  if (!plan) return std::unexpected(plan.error());
  const auto contents = [&](const std::string& table) { return snapshot.tables.at(table); };
  if (auto filled = fill(*loaded->store, *loaded->module, *plan, contents); !filled) return filled;
  if (snapshot.is_steered) around_.clock.set(snapshot.time);
  install(*std::move(loaded));
  const Timestamp now = around_.clock.now();
  for (Table& table : store_->tables()) {
    if (!table.def().schedule) continue;
    for (const ByteView row : table.rows()) around_.timers.set(table, row, now, now);
  }
  return {};
}

}  // namespace stdb::host
