// tests/modules/schema_wide.cpp: a table of 128 columns and an enum of 64 cases.
#include <stdb/module.hpp>

struct Wide {
  std::uint32_t a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0;
  std::uint32_t b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0, b7 = 0;
  std::uint32_t c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
  std::uint32_t d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0;
  std::uint32_t e0 = 0, e1 = 0, e2 = 0, e3 = 0, e4 = 0, e5 = 0, e6 = 0, e7 = 0;
  std::uint32_t f0 = 0, f1 = 0, f2 = 0, f3 = 0, f4 = 0, f5 = 0, f6 = 0, f7 = 0;
  std::uint32_t g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0;
  std::uint32_t h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0;
  std::uint32_t i0 = 0, i1 = 0, i2 = 0, i3 = 0, i4 = 0, i5 = 0, i6 = 0, i7 = 0;
  std::uint32_t j0 = 0, j1 = 0, j2 = 0, j3 = 0, j4 = 0, j5 = 0, j6 = 0, j7 = 0;
  std::uint32_t k0 = 0, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0;
  std::uint32_t l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
  std::uint32_t m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0;
  std::uint32_t n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
  std::uint32_t o0 = 0, o1 = 0, o2 = 0, o3 = 0, o4 = 0, o5 = 0, o6 = 0, o7 = 0;
  std::uint32_t p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
};
inline constexpr stdb::table<Wide, "wide", stdb::is_public> wide;

enum class Case : std::uint8_t {
  a0,
  a1,
  a2,
  a3,
  a4,
  a5,
  a6,
  a7,
  b0,
  b1,
  b2,
  b3,
  b4,
  b5,
  b6,
  b7,
  c0,
  c1,
  c2,
  c3,
  c4,
  c5,
  c6,
  c7,
  d0,
  d1,
  d2,
  d3,
  d4,
  d5,
  d6,
  d7,
  e0,
  e1,
  e2,
  e3,
  e4,
  e5,
  e6,
  e7,
  f0,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  g0,
  g1,
  g2,
  g3,
  g4,
  g5,
  g6,
  g7,
  h0,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  h7,
};

struct Chosen {
  Case case_ = Case::a0;
};
template <>
inline constexpr std::string_view stdb::wire_member_name<&Chosen::case_> = "case";
inline constexpr stdb::table<Chosen, "chosen", stdb::is_public> chosen;

// A few of the columns, from the first to the last.
struct fill {
  std::uint32_t from = 0;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[wide].insert({.a0 = from, .a7 = from + 1, .h3 = from + 2, .p7 = from + 3});
    return stdb::Ok();
  }
};

struct choose {
  Case case_ = Case::a0;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[chosen].insert({case_});
    return stdb::Ok();
  }
};
template <>
inline constexpr std::string_view stdb::wire_member_name<&choose::case_> = "case";

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<wide, chosen>, stdb::reducers<fill, choose>>;
