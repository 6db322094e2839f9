// tests/unit/host/v10.hpp: V10 descriptions put together by the tests, right or wrong.
#pragma once

#include <boost/json.hpp>
#include <initializer_list>
#include <string_view>

#include "support.hpp"

namespace stdb::host::test {

// Types as JSON.
boost::json::value ref_json(std::uint32_t index);
boost::json::value array_json(boost::json::value element);
boost::json::value option_json(boost::json::value some);
boost::json::value query_json(std::uint32_t row);  // what a view that returns a query declares
boost::json::value schedule_at_json();
boost::json::value plain(std::string_view kind);  // "U64", "String"
boost::json::value unit_json();
using Members = std::initializer_list<std::pair<std::string_view, boost::json::value>>;
boost::json::value members_json(Members members);  // a ProductType

// A description of version 10. Names are not converted. Each function answers the JSON of what it added, to change.
class V10 {
 public:
  V10();

  boost::json::array& section(std::string_view name);
  boost::json::object& add(std::string_view name, boost::json::object item);

  // A type of the typespace with its name; its index counts from 0.
  void type(std::string_view name, Members members);
  void sum(std::string_view name, Members cases);
  boost::json::array& members(std::size_t type);  // of such a type, to change
  // A private table of a row type whose first column is a primary key, drawn from a sequence.
  boost::json::object& table(std::string_view name, std::uint32_t row_type);
  boost::json::object& reducer(std::string_view name, Members params = {});
  boost::json::object& procedure(std::string_view name, boost::json::value return_type, Members params = {});
  boost::json::object& view(std::string_view name, std::uint32_t index, bool is_anonymous,
                            boost::json::value return_type);
  void schedule(std::string_view table, std::uint16_t at_column, std::string_view function);
  void handler(std::string_view name);
  // `method` as the wire's case is called ("Get"); empty: any.
  boost::json::object& route(std::string_view handler, std::string_view method, std::string_view path);

  boost::json::value json() const;
  Bytes encode() const { return encode_module(json()); }

 private:
  void add_type(std::string_view name, boost::json::object type);

  boost::json::object sections_;
};

}  // namespace stdb::host::test
