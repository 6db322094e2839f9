// expect: stdb: environment<Environment> means stdb::Environment here
#include "module.hpp"

struct Environment {
  std::string API_KEY;
};

// A name in a definition of something of stdb's is looked for in stdb first.
#ifdef STDB_BROKEN
constinit const stdb::Module stdb::module = stdb::define<stdb::environment<Environment>>;
#else
constinit const stdb::Module stdb::module = stdb::define<stdb::environment<::Environment>>;
#endif
