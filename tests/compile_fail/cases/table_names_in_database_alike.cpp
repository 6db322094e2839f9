// expect: stdb: two tables, indexes, unique columns or auto_inc columns get the same name in the database
// broken: 4
#include "module.hpp"

struct Shop {
  std::uint64_t id = 0;
  std::uint64_t item_id = 0;
};
struct Item {
  std::uint64_t id = 0;
};
#if STDB_BROKEN == 1
// Both have a unique column whose constraint is called shop_item_id_key.
inline constexpr stdb::table<Shop, "shop", stdb::unique<&Shop::item_id>> shop;
inline constexpr stdb::table<Item, "shop_item", stdb::unique<&Item::id>> item;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Shop, "shop", stdb::btree<&Shop::id>> shop;
inline constexpr stdb::table<Item, "shop_id_idx_btree"> item;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Shop, "shop", stdb::canonical<"stall">> shop;
inline constexpr stdb::table<Item, "stall"> item;
#elif STDB_BROKEN == 4
// The sequence is called by the canonical name of its table.
inline constexpr stdb::table<Shop, "shop", stdb::canonical<"stall">, stdb::auto_inc<&Shop::id>> shop;
inline constexpr stdb::table<Item, "stall_id_seq"> item;
#else
inline constexpr stdb::table<Shop, "shop", stdb::canonical<"stall">, stdb::unique<&Shop::item_id>> shop;
inline constexpr stdb::table<Item, "shop_items", stdb::unique<&Item::id>> item;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<shop, item>>;
