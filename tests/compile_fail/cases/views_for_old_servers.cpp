// expect: stdb: views need TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

struct adults {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<adults>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
