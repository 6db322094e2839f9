// expect: stdb: this type has no BSATN encoding
// errors: 2
#include "module.hpp"

#include <map>

// What follows from the refused row is not said as well: that its indexes had the same name.
struct Odd {
  std::uint64_t id = 0;
  std::uint64_t owner = 0;
#ifdef STDB_BROKEN
  std::map<int, int> extra;
#else
  std::vector<int> extra;
#endif
};

inline constexpr stdb::table<Odd, "odd", stdb::primary_key<&Odd::id>, stdb::btree<&Odd::owner>> odd;

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<odd>>;
