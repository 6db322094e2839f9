// tests/unit/bsatn/boost_json.cpp: Boost.JSON's own code, compiled once for the tests that read JSON.
#include <boost/json/src.hpp>
