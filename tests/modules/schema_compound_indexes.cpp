// tests/modules/schema_compound_indexes.cpp: indexes over several columns, with and without other names.
#include <stdb/module.hpp>

#include "check.hpp"

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Measurement {
  std::uint32_t id = 0;
  std::string place;
  std::int64_t at = 0;
  std::uint16_t sensor = 0;
  std::string unit;
  stdb::Identity owner;
  std::int8_t quality = 0;
  double value = 0;
};
inline constexpr stdb::table<
    Measurement, "measurement", stdb::is_public, stdb::primary_key<&Measurement::id>, stdb::auto_inc<&Measurement::id>,
    stdb::btree<"by_place", &Measurement::place, &Measurement::at>,
    stdb::btree<"by_time", &Measurement::at, &Measurement::place, &Measurement::sensor>,
    stdb::btree<"by_all", &Measurement::place, &Measurement::at, &Measurement::sensor, &Measurement::unit,
                &Measurement::owner, &Measurement::quality>,
    stdb::hash<"by_unit", &Measurement::unit, &Measurement::owner>,
    stdb::btree<&Measurement::quality, &Measurement::unit>, stdb::index_name<"quality_unit", "measurement_quality">>
    measurement;

struct measure {
  std::string place;
  std::int64_t at = 0;
  std::uint16_t sensor = 0;
  std::string unit;
  std::int8_t quality = 0;
  double value = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[measurement].insert({.place = place,
                                .at = at,
                                .sensor = sensor,
                                .unit = unit,
                                .owner = ctx.sender(),
                                .quality = quality,
                                .value = value});
    return Ok();
  }
};

// Expects the rows that the script has put there.
struct search {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto table = ctx.db[measurement];
    const auto by_place = table.by(col<&Measurement::place>, col<&Measurement::at>);
    check(by_place.filter("attic").count() == 3, "one of two columns");
    check(by_place.filter("attic", 10).count() == 2, "both columns");
    check(by_place.filter("attic", stdb::less_than(20)).count() == 2, "a column and a range");
    const auto by_time = table.by(col<&Measurement::at>, col<&Measurement::place>, col<&Measurement::sensor>);
    check(by_time.filter(10, "attic", stdb::at_least(2)).count() == 1, "two columns and a range");
    check(by_time.filter(stdb::between(10, 20)).count() == 4, "a range of the first column");
    const auto by_all = table.by(col<&Measurement::place>, col<&Measurement::at>, col<&Measurement::sensor>,
                                 col<&Measurement::unit>, col<&Measurement::owner>, col<&Measurement::quality>);
    check(by_all.filter("attic", 10, 1, "C", ctx.sender(), -1).count() == 1, "six columns");
    check(by_all.filter("attic", 10, 1, "C", ctx.sender(), stdb::less_than(0)).count() == 1, "five and a range");
    check(by_all.filter("attic", 10, 1, "C").count() == 1, "four of six");
    const auto by_unit = table.by(col<&Measurement::unit>, col<&Measurement::owner>);
    check(by_unit.filter("C", ctx.sender()).count() == 3, "by a hash");
    check(by_unit.erase("F", ctx.sender()) == 1, "erased by a hash");
    const auto by_quality = table.by(col<&Measurement::quality>, col<&Measurement::unit>);
    check(by_quality.erase(5, stdb::at_most("C")) == 1, "erased by a range");
    return check.result();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<measurement>, stdb::reducers<measure, search>>;
