// expect: stdb: the function of this on<...> takes the payload of its case as its one argument
// broken: 2
#include "module.hpp"

struct Cases {
  int number;
  std::string text;
};
struct Shape : stdb::Sum<Cases> {};

#if STDB_BROKEN == 1
void use(const Shape& shape) {
  static_cast<void>(shape.match(stdb::on<&Cases::number>([](std::string) { return 1; }),
                                stdb::on<&Cases::text>([](const std::string&) { return 2; })));
}
#elif STDB_BROKEN == 2
void use(const Shape& shape) {
  static_cast<void>(shape.match(stdb::on<&Cases::number>([] { return 1; }),
                                stdb::on<&Cases::text>([](const std::string&) { return 2; })));
}
#else
void use(const Shape& shape) {
  static_cast<void>(shape.match(stdb::on<&Cases::number>([](int) { return 1; }),
                                stdb::on<&Cases::text>([](const std::string&) { return 2; })));
}
#endif
