// sdk/module/.../detail/randomness.hpp: Randomness, the random numbers and UUIDs of a context.
#pragma once

#include <cstdint>
#include <optional>

#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/uuid.hpp"
#include "stdb/module/random.hpp"

namespace stdb::detail {

// A base of the contexts that have a time; its functions are theirs. Costs nothing before the first number is asked
// for.
class Randomness {
 public:
  // Random numbers that follow from the call's time. One sequence for the context.
  Random& rng() { return random_.has_value() ? *random_ : random_.emplace(now_); }

  // A random UUID, as random as rng() is: not for secrets.
  Uuid new_uuid_v4() { return Uuid::from_random_bytes_v4(rng().bytes<16>()); }

  // A UUID that begins with the call's time: those of one call ascend, and later calls' are greater.
  Uuid new_uuid_v7() { return Uuid::from_counter_v7(counter_, now_, rng().bytes<4>()); }

 protected:
  explicit Randomness(Timestamp now) : now_(now) {}

 private:
  Timestamp now_;
  std::uint32_t counter_ = 0;
  std::optional<Random> random_;
};

}  // namespace stdb::detail
