// tests/compile_fail/prelude.hpp: what every case includes, to be parsed by each compiler once for all of them. Not
// included by anything: the compilers are told to begin with it.
#include <stdb/module.hpp>
