// sdk/host/src/base/boost_json.cpp: the one place of this library that compiles Boost.JSON.
#include <boost/json/src.hpp>
