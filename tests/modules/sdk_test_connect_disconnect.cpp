// tests/modules/sdk_test_connect_disconnect.cpp: who came and who went, for clients that watch themselves do it.
#include <stdb/module.hpp>

struct Connected {
  stdb::Identity identity;
};
inline constexpr stdb::table<Connected, "connected", stdb::is_public> connected;
struct Disconnected {
  stdb::Identity identity;
};
inline constexpr stdb::table<Disconnected, "disconnected", stdb::is_public> disconnected;

void insert_sender(stdb::ReducerContext& ctx, const auto& table) { ctx.db[table].insert({ctx.sender()}); }
struct identity_connected {
  void operator()(stdb::ReducerContext& ctx) const { insert_sender(ctx, connected); }
};
struct identity_disconnected {
  void operator()(stdb::ReducerContext& ctx) const { insert_sender(ctx, disconnected); }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<connected, disconnected>, stdb::on_connect<identity_connected>,
                 stdb::on_disconnect<identity_disconnected>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
