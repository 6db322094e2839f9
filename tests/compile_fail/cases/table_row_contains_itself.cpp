// expect: stdb: a table's row contains a type that contains itself; real servers stop when they meet one
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
struct Tree {
  int x = 0;
  std::vector<Tree> branches;
};
#elif STDB_BROKEN == 2
struct Tree {
  int x = 0;
  std::optional<std::shared_ptr<const Tree>> parent;
};
#elif STDB_BROKEN == 3
struct Tree;
struct Branch {
  std::vector<Tree> trees;
};
struct Tree {
  std::vector<Branch> branches;
};
#else
struct Tree {
  int x = 0;
  std::vector<int> branches;
};
#endif
inline constexpr stdb::table<Tree, "tree"> table_under_test;

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
