// tests/compile_fail/accepted/wide_row.cpp: a row of 60 columns, and an enum of 40 cases.
#include <stdb/module.hpp>

enum class Sign : std::uint8_t {
  s00,
  s01,
  s02,
  s03,
  s04,
  s05,
  s06,
  s07,
  s08,
  s09,
  s10,
  s11,
  s12,
  s13,
  s14,
  s15,
  s16,
  s17,
  s18,
  s19,
  s20,
  s21,
  s22,
  s23,
  s24,
  s25,
  s26,
  s27,
  s28,
  s29,
  s30,
  s31,
  s32,
  s33,
  s34,
  s35,
  s36,
  s37,
  s38,
  s39
};

struct Wide {
  std::uint32_t c00, c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20,
      c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43,
      c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58;
  Sign sign;
};

inline constexpr stdb::table<Wide, "wide", stdb::primary_key<&Wide::c58>, stdb::btree<&Wide::sign>> wide;

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<wide>>;
