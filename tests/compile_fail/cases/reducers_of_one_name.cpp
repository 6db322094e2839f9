// expect: stdb: two reducers have the same name, of which namespaces are no part: rename one, or give one a wire_name
#include "module.hpp"

#ifdef STDB_BROKEN
namespace other {
struct greet {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
using reducer = greet;
}  // namespace other
#else
namespace other {
struct wave {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
using reducer = wave;
}  // namespace other
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet, other::reducer>>;
