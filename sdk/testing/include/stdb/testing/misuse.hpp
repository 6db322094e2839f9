// sdk/testing/.../misuse.hpp: Misuse, what the test did wrong.
#pragma once

#include <stdexcept>

namespace stdb::testing {

// Thrown where a test asks for what cannot be: a reducer that the module does not have, the value of a call that
// failed, a row that is not there. Every test framework reports it with its text and goes on with the next test.
class Misuse : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace stdb::testing
