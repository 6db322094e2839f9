// expect: stdb: a claim is read as std::string, bool, an integer, double or std::vector<std::string>
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::Jwt& jwt) { static_cast<void>(jwt.claim<Person>("sub")); }
#elif STDB_BROKEN == 2
void use(const stdb::Jwt& jwt) { static_cast<void>(jwt.claim<float>("sub")); }
#else
void use(const stdb::Jwt& jwt) { static_cast<void>(jwt.claim<std::uint32_t>("sub")); }
#endif
