// tests/compile_fail/accepted/special_types.cpp: SpacetimeDB's own types as columns, in lists and options, as keys,
// alone and as arguments.
#include <stdb/module.hpp>

struct Special {
  stdb::Identity who;
  stdb::ConnectionId connection;
  stdb::Timestamp when;
  stdb::TimeDuration lasting;
  stdb::ScheduleAt at;
  stdb::Uuid uuid;
};
struct Lists {
  std::vector<stdb::Identity> who;
  std::vector<stdb::ConnectionId> connection;
  std::vector<stdb::Timestamp> when;
  std::vector<stdb::TimeDuration> lasting;
  std::vector<stdb::ScheduleAt> at;
  std::vector<stdb::Uuid> uuid;
};
struct Options {
  std::optional<stdb::Identity> who;
  std::optional<stdb::ConnectionId> connection;
  std::optional<stdb::Timestamp> when;
  std::optional<stdb::ScheduleAt> at;
};
struct OneIdentity {
  stdb::Identity who;
};
struct OneWide {
  stdb::u128 number = 0;
};
struct Wrapped {
  OneIdentity inner;
  std::vector<OneWide> list;
};

inline constexpr stdb::table<Special, "special", stdb::unique<&Special::who>, stdb::unique<&Special::connection>,
                             stdb::unique<&Special::when>, stdb::unique<&Special::uuid>>
    special;
inline constexpr stdb::table<Special, "by_who", stdb::primary_key<&Special::who>> by_who;
inline constexpr stdb::table<Special, "by_connection", stdb::primary_key<&Special::connection>> by_connection;
inline constexpr stdb::table<Special, "by_when", stdb::primary_key<&Special::when>> by_when;
inline constexpr stdb::table<Special, "by_uuid", stdb::primary_key<&Special::uuid>> by_uuid;
inline constexpr stdb::table<Lists, "lists"> lists;
inline constexpr stdb::table<Options, "options"> options;
inline constexpr stdb::table<OneIdentity, "one_identity"> one_identity;
inline constexpr stdb::table<OneWide, "one_wide"> one_wide;
inline constexpr stdb::table<Wrapped, "wrapped"> wrapped;

struct take_special {
  stdb::Identity who;
  stdb::ConnectionId connection;
  stdb::Timestamp when;
  stdb::TimeDuration lasting;
  stdb::ScheduleAt at;
  stdb::Uuid uuid;
  std::optional<stdb::ScheduleAt> maybe;
  std::vector<stdb::Identity> many;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::tables<special, by_who, by_connection, by_when, by_uuid, lists, options, one_identity, one_wide, wrapped>,
    stdb::reducers<take_special>>;
