// expect: stdb: a table's row contains a type that contains itself; real servers stop when they meet one
// broken: 6
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
#elif STDB_BROKEN == 4
struct Tree;
struct BranchCases {
  stdb::Unit leaf;
  std::shared_ptr<const Tree> fork;
};
struct Branch : stdb::Sum<BranchCases> {};
struct Tree {
  Branch branch;
};
#elif STDB_BROKEN == 5
struct Tree {
  int x = 0;
  stdb::Result<std::shared_ptr<const Tree>, std::string> branch;
};
#elif STDB_BROKEN == 6
struct Tree {
  int x = 0;
  std::array<std::shared_ptr<const Tree>, 2> branches;
};
#else
struct Tree {
  int x = 0;
  std::vector<int> branches;
};
#endif
inline constexpr stdb::table<Tree, "tree"> table_under_test;

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
