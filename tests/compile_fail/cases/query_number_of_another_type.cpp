// expect: a_number_of_another_type_must_be_a_literal
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use(int number) { show(from[person].where(col<&Person::age> == number)); }
#else
void use(int number) { show(from[person].where(col<&Person::age> == static_cast<std::uint8_t>(number))); }
#endif
