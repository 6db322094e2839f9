// tests/modules/schema_recursive.cpp: types that contain themselves, as arguments and results.
#include <stdb/module.hpp>

#include <algorithm>

struct Tree {
  std::uint32_t value = 0;
  std::vector<Tree> children;
};

struct Entry;
struct Folder {
  std::string name;
  std::vector<Entry> entries;
};
struct EntryCases {
  std::string file;
  Folder folder;
};
struct Entry : stdb::Sum<EntryCases> {};

struct Total {
  std::uint32_t sum = 0;
  std::uint32_t depth = 0;
};
inline constexpr stdb::table<Total, "total", stdb::is_public> total;

namespace {

Total total_of(const Tree& tree) {
  Total all{tree.value, 0};
  for (const Tree& child : tree.children) {
    const Total below = total_of(child);
    all.sum += below.sum;
    all.depth = std::max(all.depth, below.depth);
  }
  ++all.depth;
  return all;
}

Total total_of(const Folder& folder) {
  Total all;
  for (const Entry& entry : folder.entries) {
    const Folder* const inner = entry.get_if<&EntryCases::folder>();
    const Total below = inner ? total_of(*inner) : Total{1, 0};
    all.sum += below.sum;
    all.depth = std::max(all.depth, below.depth);
  }
  ++all.depth;
  return all;
}

}  // namespace

struct add_up {
  Tree tree;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[total].insert(total_of(tree));
    return stdb::Ok();
  }
};

struct walk {
  Folder root;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    stdb::log::info("walked {}", root.name);
    ctx.db[total].insert(total_of(root));
    return stdb::Ok();
  }
};

struct grow {
  std::uint32_t depth = 0;

  Tree operator()(stdb::ProcedureContext&) const {
    Tree tree;
    for (std::uint32_t value = depth; value > 0; --value) {
      Tree parent{value, {}};
      parent.children.push_back(std::move(tree));
      tree = std::move(parent);
    }
    return tree;
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<total>, stdb::reducers<add_up, walk>, stdb::procedures<grow>>;
