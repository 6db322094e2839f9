// expect: stdb: a view returns std::optional<Row>, std::vector<Row> or stdb::Query<Row>, and Row is a struct
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[stdb::view<numbers>]); }
#else
void use() { show(from[stdb::view<adults>]); }
#endif
