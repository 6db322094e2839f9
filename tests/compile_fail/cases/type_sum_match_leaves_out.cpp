// expect: stdb: this match leaves out a case of the sum: add an on<...> for it, or otherwise(...)
#include "module.hpp"

struct ShapeCases {
  float circle;
  float square;
};
struct Shape : stdb::Sum<ShapeCases> {};

float area(const Shape& shape) {
#ifdef STDB_BROKEN
  return shape.match(stdb::on<&ShapeCases::square>([](float side) { return side * side; }));
#else
  return shape.match(stdb::on<&ShapeCases::square>([](float side) { return side * side; }),
                     stdb::on<&ShapeCases::circle>([](float radius) { return radius * radius * 3.14f; }));
#endif
}
