// expect: stdb: a submodule's name consists of letters, digits and _, 63 at most
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"two words", stdb::reducers<greet>>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"", stdb::reducers<greet>>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::submodule<"a_name_of_sixty_four_letters_which_is_one_more_than_a_server_takes", stdb::reducers<greet>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"two_words", stdb::reducers<greet>>>;
#endif
