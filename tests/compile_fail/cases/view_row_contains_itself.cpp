// expect: stdb: a view's row contains a type that contains itself, which no row may
// broken: 3
#include "module.hpp"

struct Tree {
  std::uint64_t id = 0;
#ifdef STDB_BROKEN
  std::vector<Tree> branches;
#else
  std::vector<std::uint64_t> branches;
#endif
};
struct Forest {
  std::vector<Tree> trees;
};

struct all {
#if STDB_BROKEN == 2
  std::optional<Tree> operator()(const stdb::ViewContext&) const { return {}; }
#elif STDB_BROKEN == 3
  std::vector<Forest> operator()(const stdb::AnonymousViewContext&) const { return {}; }
#else
  std::vector<Tree> operator()(const stdb::AnonymousViewContext&) const { return {}; }
#endif
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<all>>;
