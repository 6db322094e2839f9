// expect: stdb: a view queries tables of its module
// broken: 4
#include "module.hpp"

struct Dog {
  std::uint64_t id = 0;
  std::uint64_t owner = 0;
};
inline constexpr stdb::table<Dog, "dog", stdb::primary_key<&Dog::id>, stdb::btree<&Dog::owner>> dog;
inline constexpr stdb::table<Dog, "stray", stdb::primary_key<&Dog::id>> stray;

// A Query has forgotten its table; its rows are known.
struct dogs {
  stdb::Query<Dog> operator()(const stdb::AnonymousViewContext& ctx) const { return ctx.from[dog]; }
};
struct other_dogs {
  auto operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[dog].where(stdb::col<&Dog::owner> > 0);
  }
};
struct owners {
  auto operator()(const stdb::ViewContext& ctx) const {
    return ctx.from[dog].right_semijoin(person, stdb::col<&Dog::owner> == stdb::col<&Person::id>);
  }
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>, stdb::views<dogs>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person, stray>, stdb::views<other_dogs>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>, stdb::views<owners>>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person>, stdb::submodule<"kennel", stdb::views<dogs>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person, dog>, stdb::views<dogs, other_dogs>,
                                                               stdb::submodule<"kennel", stdb::views<owners>>>;
#endif
