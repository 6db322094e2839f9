// tests/modules/check.hpp: Check, by which a reducer judges itself: every host then says "ok" or what went wrong.
#pragma once

#include <stdb/module.hpp>
#include <string>
#include <string_view>

// The first failure is the reducer's error; the others are not looked at.
class Check {
 public:
  void operator()(bool holds, std::string_view what) {
    if (!holds && failure_.empty()) failure_ = what;
  }

  // What the reducer returns.
  stdb::ReducerResult result() const {
    if (failure_.empty()) return stdb::Ok();
    return stdb::Err("does not hold: " + failure_);
  }

 private:
  std::string failure_;
};
