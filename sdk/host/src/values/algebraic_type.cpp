// sdk/host/src/values/algebraic_type.cpp: types read from BSATN, checked and measured.
#include "stdb/host/algebraic_type.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

constexpr auto last_tag = static_cast<std::uint8_t>(TypeKind::f64);

std::unexpected<Error> bad(std::string text) { return refuse(ErrorKind::bad_description, std::move(text)); }

// Reads AlgebraicType's BSATN by hand: the first step, from which all other types are read.
class TypeReader {
 public:
  explicit TypeReader(ByteView bytes) : bytes_(bytes) {}

  std::size_t position() const { return position_; }

  Expected<AlgebraicType> type(unsigned depth) {
    if (depth > limits::depth) return bad(concat("a type nests more than ", limits::depth, " levels"));
    const auto tag = byte();
    if (!tag) return std::unexpected(tag.error());
    if (*tag > last_tag) return bad(concat("unknown tag ", int{*tag}, " for a type"));
    AlgebraicType type;
    type.kind = static_cast<TypeKind>(*tag);
    switch (type.kind) {
      case TypeKind::ref: {
        const auto index = word();
        if (!index) return std::unexpected(index.error());
        type.ref = *index;
        break;
      }
      case TypeKind::sum:
      case TypeKind::product:
        if (auto read = members(type, depth); !read) return std::unexpected(read.error());
        break;
      case TypeKind::array: {
        auto element = this->type(depth + 1);
        if (!element) return element;
        type.element = std::make_shared<const AlgebraicType>(*std::move(element));
        break;
      }
      default:
        break;
    }
    return type;
  }

  Expected<void> members(AlgebraicType& type, unsigned depth) {
    const auto count = word();
    if (!count) return std::unexpected(count.error());
    // Each member takes two bytes at least, so a count beyond what is left is a lie.
    if (*count > (bytes_.size() - position_) / 2) return bad(concat("a type claims ", *count, " members"));
    if (type.kind == TypeKind::sum && *count > 256) return bad(concat("a sum has ", *count, " cases, more than 256"));
    type.members.reserve(*count);
    for (std::uint32_t index = 0; index < *count; ++index) {
      auto member_name = name();
      if (!member_name) return std::unexpected(member_name.error());
      auto member_type = this->type(depth + 1);
      if (!member_type) return std::unexpected(member_type.error());
      type.members.push_back({*std::move(member_name), *std::move(member_type)});
    }
    return {};
  }

 private:
  Expected<std::uint8_t> byte() {
    if (position_ == bytes_.size()) return bad("a type ends too early");
    return bytes_[position_++];
  }

  Expected<std::uint32_t> word() {
    if (bytes_.size() - position_ < 4) return bad("a type ends too early");
    position_ += 4;
    return load<std::uint32_t>(bytes_.data() + position_ - 4);
  }

  Expected<std::optional<std::string>> name() {
    const auto tag = byte();
    if (!tag) return std::unexpected(tag.error());
    if (*tag == 1) return std::nullopt;
    if (*tag != 0) return bad(concat("unknown tag ", int{*tag}, " for a member's name"));
    const auto length = word();
    if (!length) return std::unexpected(length.error());
    if (*length > bytes_.size() - position_) return bad("a member's name is longer than the bytes that are left");
    const auto text = bytes_.subspan(position_, *length);
    if (!is_utf8(text)) return bad("a member's name is not UTF-8");
    position_ += *length;
    return std::string(as_text(text));
  }

  ByteView bytes_;
  std::size_t position_ = 0;
};

// What is known of one type of a typespace.
struct Note {
  enum class Mark : std::uint8_t { untouched, open, done };
  Mark mark = Mark::untouched;
  std::uint32_t fixed_size = AlgebraicType::variable;
  bool any_bytes = false;
  std::uint64_t parts = 1;  // written out
};

// Finds sizes, and refuses what would not end. Types of the typespace are visited once, when first referred to.
class Preparer {
 public:
  // `types`: those to visit; none when every note is done.
  Preparer(std::span<AlgebraicType> types, std::vector<Note>& notes) : types_(types), notes_(notes) {}

  // The parts of the type, written out; open references (recursive types) count one.
  Expected<std::uint64_t> prepare(AlgebraicType& type, unsigned depth) {
    if (depth > limits::depth) return bad(concat("types nest more than ", limits::depth, " levels"));
    switch (type.kind) {
      case TypeKind::ref:
        return reference(type, depth);
      case TypeKind::product:
        return product(type, depth);
      case TypeKind::sum:
        return sum(type, depth);
      case TypeKind::array: {
        AlgebraicType element = *type.element;
        const auto parts = prepare(element, depth + 1);
        type.element = std::make_shared<const AlgebraicType>(std::move(element));
        return parts ? Expected<std::uint64_t>(*parts + 1) : parts;
      }
      case TypeKind::string:
        return std::uint64_t{1};
      default:
        type.fixed_size = scalar_size(type.kind);
        type.any_bytes = type.kind != TypeKind::boolean;
        return std::uint64_t{1};
    }
  }

  Expected<void> prepare_all() {
    for (std::size_t index = 0; index < types_.size(); ++index) {
      if (auto visited = visit(index, 0); !visited) return visited;
    }
    return {};
  }

 private:
  Expected<void> visit(std::size_t index, unsigned depth) {
    Note& note = notes_[index];
    if (note.mark != Note::Mark::untouched) return {};
    note.mark = Note::Mark::open;
    const auto parts = prepare(types_[index], depth);
    if (!parts) return std::unexpected(parts.error());
    note = {Note::Mark::done, types_[index].fixed_size, types_[index].any_bytes, *parts};
    return {};
  }

  Expected<std::uint64_t> reference(AlgebraicType& type, unsigned depth) {
    if (type.ref >= notes_.size()) return bad(concat("reference to type ", type.ref, " of ", notes_.size()));
    if (auto visited = visit(type.ref, depth + 1); !visited) return std::unexpected(visited.error());
    const Note& note = notes_[type.ref];  // an open one is recursive and says so: no fixed size, one part
    type.fixed_size = note.fixed_size;
    type.any_bytes = note.any_bytes;
    return note.parts;
  }

  Expected<std::uint64_t> product(AlgebraicType& type, unsigned depth) {
    std::uint64_t parts = 1;
    std::uint64_t size = 0;
    bool is_fixed = true;
    type.any_bytes = true;
    for (TypeMember& member : type.members) {
      const auto member_parts = prepare(member.type, depth + 1);
      if (!member_parts) return member_parts;
      parts += *member_parts;
      if (parts > limits::type_parts) return bad(concat("a type unfolds to over ", limits::type_parts, " parts"));
      is_fixed = is_fixed && member.type.fixed_size != AlgebraicType::variable;
      if (is_fixed) size += member.type.fixed_size;
      type.any_bytes = type.any_bytes && member.type.any_bytes;
    }
    if (is_fixed && size <= limits::fixed_size) {
      type.fixed_size = static_cast<std::uint32_t>(size);
    } else {
      type.any_bytes = false;
    }
    return parts;
  }

  Expected<std::uint64_t> sum(AlgebraicType& type, unsigned depth) {
    std::uint64_t parts = 1;
    std::uint32_t size = AlgebraicType::variable;
    bool is_fixed = !type.members.empty();
    for (TypeMember& member : type.members) {
      const auto member_parts = prepare(member.type, depth + 1);
      if (!member_parts) return member_parts;
      parts += *member_parts;
      if (parts > limits::type_parts) return bad(concat("a type unfolds to over ", limits::type_parts, " parts"));
      if (&member == &type.members.front()) size = member.type.fixed_size;
      is_fixed = is_fixed && size != AlgebraicType::variable && member.type.fixed_size == size;
    }
    if (is_fixed) type.fixed_size = size + 1;
    return parts;
  }

  std::span<AlgebraicType> types_;
  std::vector<Note>& notes_;
};

// Refuses references that lead only to references and so mean nothing.
Expected<void> check_chains(const std::vector<AlgebraicType>& types) {
  for (std::size_t start = 0; start < types.size(); ++start) {
    const AlgebraicType* at = &types[start];
    for (std::size_t steps = 0; at->kind == TypeKind::ref; ++steps) {
      if (steps > types.size()) return bad(concat("type ", start, " is a reference that leads back to itself"));
      if (at->ref >= types.size()) return bad(concat("reference to type ", at->ref, " of ", types.size()));
      at = &types[at->ref];
    }
  }
  return {};
}

}  // namespace

Expected<AlgebraicType> read_type(ByteView bytes, std::size_t& used) {
  TypeReader reader(bytes);
  auto type = reader.type(0);
  used = reader.position();
  return type;
}

Expected<AlgebraicType> read_product(ByteView bytes) {
  AlgebraicType type;
  if (auto read = TypeReader(bytes).members(type, 0); !read) return std::unexpected(read.error());
  return type;
}

Expected<Typespace> Typespace::create(std::vector<AlgebraicType> types) {
  if (auto checked = check_chains(types); !checked) return std::unexpected(checked.error());
  std::vector<Note> notes(types.size());
  Preparer preparer(types, notes);
  if (auto prepared = preparer.prepare_all(); !prepared) return std::unexpected(prepared.error());
  Typespace space;
  space.types_ = std::move(types);
  for (const Note& note : notes) space.parts_.push_back(note.parts);
  return space;
}

Expected<void> Typespace::prepare(AlgebraicType& type) const {
  std::vector<Note> notes;
  notes.reserve(types_.size());
  for (std::size_t index = 0; index < types_.size(); ++index) {
    notes.push_back({Note::Mark::done, types_[index].fixed_size, types_[index].any_bytes, parts_[index]});
  }
  if (auto parts = Preparer({}, notes).prepare(type, 0); !parts) return std::unexpected(parts.error());
  return {};
}

bool Typespace::is_recursive(const AlgebraicType& type) const {
  // Depth-first over references; an open one met again closes a circle.
  std::vector<std::uint8_t> state(types_.size(), 0);  // 0 untouched, 1 open, 2 done
  auto search = [&](auto&& self, const AlgebraicType& at) -> bool {
    if (at.is(TypeKind::ref)) {
      if (state[at.ref] != 0) return state[at.ref] == 1;
      state[at.ref] = 1;
      const bool found = self(self, types_[at.ref]);
      state[at.ref] = 2;
      return found;
    }
    if (at.is(TypeKind::array)) return self(self, *at.element);
    return std::ranges::any_of(at.members, [&](const TypeMember& member) { return self(self, member.type); });
  };
  return search(search, type);
}

std::uint32_t scalar_size(TypeKind kind) {
  switch (kind) {
    case TypeKind::boolean:
    case TypeKind::i8:
    case TypeKind::u8:
      return 1;
    case TypeKind::i16:
    case TypeKind::u16:
      return 2;
    case TypeKind::i32:
    case TypeKind::u32:
    case TypeKind::f32:
      return 4;
    case TypeKind::i64:
    case TypeKind::u64:
    case TypeKind::f64:
      return 8;
    case TypeKind::i128:
    case TypeKind::u128:
      return 16;
    case TypeKind::i256:
    case TypeKind::u256:
      return 32;
    default:
      return 0;
  }
}

}  // namespace stdb::host
