// expect: stdb: this type has no BSATN encoding
// broken: 3
#include "module.hpp"

class Hidden {
  int x_ = 0;

 public:
  int x() const { return x_; }
};
struct Inner {
  Hidden hidden;
};
struct reducer_under_test {
#if STDB_BROKEN == 1
  Hidden hidden;
#elif STDB_BROKEN == 2
  std::vector<Inner> inner;
#elif STDB_BROKEN == 3
  std::string_view text;
#else
  std::string text;
#endif
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<reducer_under_test>>;
