// tests/compile_fail/accepted/queries.cpp: queries as filters of what clients see, as views, over views, and joined.
#include <stdb/module.hpp>

struct Person {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
  bool online = false;
  stdb::Identity who;
};
struct Pet {
  std::uint64_t id = 0;
  std::uint64_t owner = 0;
};

inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>, stdb::btree<&Person::age>>
    person;
inline constexpr stdb::table<Pet, "pet", stdb::primary_key<&Pet::id>, stdb::auto_inc<&Pet::id>,
                             stdb::btree<&Pet::owner>>
    pet;

struct adults {
  stdb::Query<Person> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[person].where(stdb::col<&Person::age> >= 18).filter(stdb::col<&Person::online>);
  }
};
struct owners {
  stdb::Query<Person> operator()(const stdb::ViewContext& ctx) const {
    return ctx.from[pet]
        .where(stdb::col<&Pet::id> > 5)
        .right_semijoin(person, stdb::col<&Pet::owner> == stdb::col<&Person::id>)
        .where(stdb::col<&Person::who> != ctx.sender());
  }
};
struct oldest {
  std::optional<Person> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.db[person].by(stdb::col<&Person::id>).find(1);
  }
};
struct same_age {
  using primary_key = stdb::primary_key<&Person::id>;
  std::vector<Person> operator()(const stdb::ViewContext& ctx) const {
    std::vector<Person> found;
    for (const Person& one : ctx.db[person].by(stdb::col<&Person::age>).filter(5)) found.push_back(one);
    return found;
  }
};

inline std::string use_queries() {
  std::string all = stdb::from[stdb::view<oldest>].where(stdb::col<&Person::age> < 65).sql();
  all += stdb::from[stdb::view<same_age>].where(!stdb::col<&Person::online>).sql();
  all += stdb::from[person].left_semijoin(pet, stdb::col<&Person::id> == stdb::col<&Pet::owner>).sql();
  return all;
}

constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::tables<person, pet>, stdb::views<adults, owners, oldest, same_age>,
    stdb::client_visibility_filter<[] { return stdb::from[person].where(stdb::col<&Person::who> == stdb::sender); }>,
    stdb::client_visibility_filter<"SELECT * FROM person WHERE online = true">>;
