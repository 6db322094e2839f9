// sdk/tool/src/cell.hpp: values written for people, and tables of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::tool {

// A value as a cell of a table: strings without quotes and with what is not printable escaped, identities in
// hexadecimal, times as dates, everything else as in JSON. Reads the value that `bytes` begins with; the bytes that it
// takes.
std::size_t append_cell(const host::AlgebraicType& type, const host::Typespace& space, host::ByteView bytes,
                        std::string& out);

// Rows of a product type under a heading, columns aligned, numbers to the right:
//   person (2 rows)
//     id  name  age
//      1  Ann    30
void print_table(std::string_view heading, const host::AlgebraicType& row_type, const host::Typespace& space,
                 const std::vector<host::ByteView>& rows, Output& output);

// "1,234,567".
std::string grouped(std::uint64_t number);

// "1 row", "2 rows".
std::string counted(std::uint64_t number, std::string_view singular);

}  // namespace stdb::tool
