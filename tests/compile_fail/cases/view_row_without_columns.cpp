// expect: stdb: a view's row needs at least one column
#include "module.hpp"

struct Row {
#ifndef STDB_BROKEN
  std::uint32_t x = 0;
#endif
};
struct all {
  std::vector<Row> operator()(const stdb::AnonymousViewContext&) const { return {}; }
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<all>>;
