// tests/oracle/query/boost_json.cpp: Boost.JSON, compiled into the program.
#include <boost/json/src.hpp>
