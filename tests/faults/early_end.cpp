// tests/faults/early_end.cpp: a module whose scans end before the host has given all rows, so that they are closed.
#include <stdb/module.hpp>
#include <vector>

namespace {

struct Blob {
  std::uint32_t id = 0;
  std::vector<std::uint8_t> bytes;
};

inline constexpr stdb::table<Blob, "blob", stdb::primary_key<&Blob::id>> blob;

}  // namespace

struct fill {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    for (std::uint32_t id = 0; id < 4; ++id) ctx.db[blob].insert({id, std::vector<std::uint8_t>(40'000)});
    return stdb::Ok();
  }
};

struct look_at_first {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    for (const Blob& first : ctx.db[blob].rows()) {
      if (first.bytes.size() == 40'000) return stdb::Ok();
    }
    return stdb::Err("there is none");
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<blob>, stdb::reducers<fill, look_at_first>>;
