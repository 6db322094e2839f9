// sdk/host/src/run/subscriptions.hpp: queries whose rows somebody is kept informed of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "run/live_views.hpp"
#include "stdb/host/database.hpp"
#include "stdb/host/query.hpp"

namespace stdb::host {

struct SubscribedQuery {
  std::string sql;
  QueryResult result;              // as the subscriber knows it
  std::set<const TableDef*> read;  // by definition: tables, and views as tables
  bool is_event = false;           // its rows are gone after the commit
};

struct Subscription {
  Caller subscriber;
  std::vector<SubscribedQuery> queries;
  OnUpdate on_update;
};

// What rows are new in `after`, and which are missing, of those in `before`; rows may stand several times.
QueryUpdate difference(const QueryResult& before, const QueryResult& after);

}  // namespace stdb::host
