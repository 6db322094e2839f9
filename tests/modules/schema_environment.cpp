// tests/modules/schema_environment.cpp: values that a database is given when it is published.
#include <stdb/module.hpp>

enum class Volume : std::uint8_t { quiet, loud };

struct Variables {
  std::optional<std::string> API_KEY;
  std::optional<std::string> GREETING;
  std::optional<Volume> VOLUME;
};

struct Seen {
  std::string name;
  std::optional<std::string> value;
};
inline constexpr stdb::table<Seen, "seen", stdb::is_public> seen;

struct look {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[seen].clear();
    ctx.db[seen].insert({"API_KEY", ctx.env.get<&Variables::API_KEY>()});
    ctx.db[seen].insert({"GREETING", ctx.env.get<&Variables::GREETING>()});
    const std::optional<Volume> volume = ctx.env.get<&Variables::VOLUME>();
    std::optional<std::string> text;
    if (volume) text = *volume == Volume::loud ? "loud" : "quiet";
    ctx.db[seen].insert({"VOLUME", text});
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<seen>, stdb::reducers<look>, stdb::environment<Variables>>;
