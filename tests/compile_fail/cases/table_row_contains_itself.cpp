// expect: stdb: a table's row contains a type that contains itself; real servers stop when they meet one
#include "module.hpp"

#ifdef STDB_BROKEN
struct Tree {
  int x = 0;
  std::vector<Tree> branches;
};
inline constexpr stdb::table<Tree, "tree"> table_under_test;
#else
struct Tree {
  int x = 0;
  std::vector<int> branches;
};
inline constexpr stdb::table<Tree, "tree"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
