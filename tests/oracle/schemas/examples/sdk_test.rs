// tests/oracle/schemas/examples/sdk_test.rs: the official module `sdk-test`, 109 tables with 198 reducers.
#![allow(unused_variables, dead_code, clippy::too_many_arguments)]
use spacetimedb::sats::{i256, u256};
use spacetimedb::{
    client_visibility_filter, reducer, table, ConnectionId, Filter, Identity, ReducerContext, ScheduleAt,
    SpacetimeType, TimeDuration, Timestamp, Uuid,
};

#[derive(SpacetimeType, PartialEq, Eq, Hash)]
pub enum SimpleEnum {
    Zero,
    One,
    Two,
}

#[derive(SpacetimeType)]
pub enum EnumWithPayload {
    U8(u8),
    U16(u16),
    U32(u32),
    U64(u64),
    U128(u128),
    U256(u256),
    I8(i8),
    I16(i16),
    I32(i32),
    I64(i64),
    I128(i128),
    I256(i256),
    Bool(bool),
    F32(f32),
    F64(f64),
    Str(String),
    Identity(Identity),
    ConnectionId(ConnectionId),
    Timestamp(Timestamp),
    Uuid(Uuid),
    Bytes(Vec<u8>),
    Ints(Vec<i32>),
    Strings(Vec<String>),
    SimpleEnums(Vec<SimpleEnum>),
}

#[derive(SpacetimeType)]
pub struct UnitStruct {}

#[derive(SpacetimeType)]
pub struct ByteStruct {
    b: u8,
}

/// Names the columns `a`, `b`, ... of these types, as they are and as lists.
macro_rules! every {
    ($($name:ident: $ty:ty),*) => {
        #[derive(SpacetimeType)]
        pub struct EveryPrimitiveStruct {
            $($name: $ty),*
        }

        #[derive(SpacetimeType)]
        pub struct EveryVecStruct {
            $($name: Vec<$ty>),*
        }
    };
}

every! {
    a: u8, b: u16, c: u32, d: u64, e: u128, f: u256, g: i8, h: i16, i: i32, j: i64, k: i128, l: i256, m: bool, n: f32,
    o: f64, p: String, q: Identity, r: ConnectionId, s: Timestamp, t: TimeDuration, u: Uuid
}

macro_rules! reducers {
    ($($name:ident($($argument:ident: $ty:ty),*);)*) => {$(
        #[reducer]
        fn $name(ctx: &ReducerContext, $($argument: $ty),*) {}
    )*};
}

/// `Row(operation ...) { columns }` is a public table with a reducer for each operation. `insert`,
/// `update` and `delete_row` take all columns, `delete` the first one.
macro_rules! tables {
    ($($row:ident($($operation:ident)*) { $($(#[$what:ident])? $column:ident: $ty:ty),* })*) => {$(
        paste::paste! {
            #[table(accessor = [<$row:snake>], public)]
            pub struct $row {
                $($(#[$what])? $column: $ty),*
            }
        }
        tables!(@all $row [$($operation)*] { $($column: $ty),* });
    )*};
    (@all $row:ident [$($operation:ident)*] $columns:tt) => {
        $(tables!(@$operation $row $columns);)*
    };
    (@insert $row:ident { $($column:ident: $ty:ty),* }) => {
        paste::paste! { reducers! { [<insert_ $row:snake>]($($column: $ty),*); } }
    };
    (@update $row:ident { $($column:ident: $ty:ty),* }) => {
        paste::paste! { reducers! { [<update_ $row:snake>]($($column: $ty),*); } }
    };
    (@delete_row $row:ident { $($column:ident: $ty:ty),* }) => {
        paste::paste! { reducers! { [<delete_ $row:snake>]($($column: $ty),*); } }
    };
    (@delete $row:ident { $column:ident: $ty:ty $(, $more:ident: $more_ty:ty)* }) => {
        paste::paste! { reducers! { [<delete_ $row:snake>]($column: $ty); } }
    };
}

/// For each type the tables `OneT`, `VecT` and, where there is a key, `UniqueT` and `PkT`.
macro_rules! families {
    ($($name:ident $column:ident: $ty:ty $(, $keyed:ident)?;)*) => {
        paste::paste! {$(
            tables! {
                [<One $name>](insert) { $column: $ty }
                [<Vec $name>](insert) { $column: Vec<$ty> }
            }
            $(families!(@$keyed $name $column: $ty);)?
        )*}
    };
    (@keyed $name:ident $column:ident: $ty:ty) => {
        paste::paste! {
            tables! {
                [<Unique $name>](insert update delete) { #[unique] $column: $ty, data: i32 }
                [<Pk $name>](insert update delete) { #[primary_key] $column: $ty, data: i32 }
            }
        }
    };
}

families! {
    U8 n: u8, keyed;
    U16 n: u16, keyed;
    U32 n: u32, keyed;
    U64 n: u64, keyed;
    U128 n: u128, keyed;
    U256 n: u256, keyed;
    I8 n: i8, keyed;
    I16 n: i16, keyed;
    I32 n: i32, keyed;
    I64 n: i64, keyed;
    I128 n: i128, keyed;
    I256 n: i256, keyed;
    Bool b: bool, keyed;
    F32 f: f32;
    F64 f: f64;
    String s: String, keyed;
    Identity i: Identity, keyed;
    Uuid u: Uuid, keyed;
    Timestamp t: Timestamp;
    SimpleEnum e: SimpleEnum;
    EnumWithPayload e: EnumWithPayload;
    UnitStruct s: UnitStruct;
    ByteStruct s: ByteStruct;
    EveryPrimitiveStruct s: EveryPrimitiveStruct;
    EveryVecStruct s: EveryVecStruct;
}

tables! {
    OneConnectionId(insert) { a: ConnectionId }
    VecConnectionId(insert) { a: Vec<ConnectionId> }
    UniqueConnectionId(insert update delete) { #[unique] a: ConnectionId, data: i32 }
    PkConnectionId(insert update delete) { #[primary_key] a: ConnectionId, data: i32 }
    PkU32Two(insert update delete) { #[primary_key] n: u32, data: i32 }
    PkSimpleEnum(insert update) { #[primary_key] a: SimpleEnum, data: i32 }

    OptionI32(insert) { n: Option<i32> }
    OptionString(insert) { s: Option<String> }
    OptionIdentity(insert) { i: Option<Identity> }
    OptionUuid(insert) { u: Option<Uuid> }
    OptionSimpleEnum(insert) { e: Option<SimpleEnum> }
    OptionEveryPrimitiveStruct(insert) { s: Option<EveryPrimitiveStruct> }
    OptionVecOptionI32(insert) { v: Option<Vec<Option<i32>>> }

    ResultI32String(insert) { r: Result<i32, String> }
    ResultStringI32(insert) { r: Result<String, i32> }
    ResultIdentityString(insert) { r: Result<Identity, String> }
    ResultSimpleEnumI32(insert) { r: Result<SimpleEnum, i32> }
    ResultEveryPrimitiveStructString(insert) { r: Result<EveryPrimitiveStruct, String> }
    ResultVecI32String(insert) { r: Result<Vec<i32>, String> }

    LargeTable(insert delete_row) {
        a: u8, b: u16, c: u32, d: u64, e: u128, f: u256, g: i8, h: i16, i: i32, j: i64, k: i128, l: i256, m: bool,
        n: f32, o: f64, p: String, q: SimpleEnum, r: EnumWithPayload, s: UnitStruct, t: ByteStruct,
        u: EveryPrimitiveStruct, v: EveryVecStruct
    }
    TableHoldsTable(insert) { a: OneU8, b: VecU8 }
}

#[table(accessor = scheduled_table, scheduled(send_scheduled_message), public)]
pub struct ScheduledTable {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    text: String,
}

#[table(accessor = indexed_table)]
struct IndexedTable {
    #[index(btree)]
    player_id: u32,
}

#[table(
    accessor = indexed_table_2,
    index(accessor = player_id_snazz_index, btree(columns = [player_id, player_snazz]))
)]
struct IndexedTable2 {
    player_id: u32,
    player_snazz: f32,
}

#[table(accessor = btree_u32, public)]
struct BTreeU32 {
    #[index(btree)]
    n: u32,
    data: i32,
}

#[table(accessor = users, public)]
struct Users {
    #[primary_key]
    identity: Identity,
    name: String,
}

#[table(accessor = indexed_simple_enum, public)]
struct IndexedSimpleEnum {
    #[index(btree)]
    n: SimpleEnum,
}

reducers! {
    send_scheduled_message(arg: ScheduledTable);
    insert_into_btree_u32(rows: Vec<BTreeU32>);
    delete_from_btree_u32(rows: Vec<BTreeU32>);
    insert_into_pk_btree_u32(pk_u32: Vec<PkU32>, bt_u32: Vec<BTreeU32>);
    insert_unique_u32_update_pk_u32(n: u32, d_unique: i32, d_pk: i32);
    delete_pk_u32_insert_pk_u32_two(n: u32, data: i32);
    insert_caller_one_identity();
    insert_caller_vec_identity();
    insert_caller_unique_identity(data: i32);
    insert_caller_pk_identity(data: i32);
    insert_caller_one_connection_id();
    insert_caller_vec_connection_id();
    insert_caller_unique_connection_id(data: i32);
    insert_caller_pk_connection_id(data: i32);
    insert_call_timestamp();
    insert_call_uuid_v4();
    insert_call_uuid_v7();
    insert_primitives_as_strings(s: EveryPrimitiveStruct);
    insert_user(name: String, identity: Identity);
    insert_into_indexed_simple_enum(n: SimpleEnum);
    update_indexed_simple_enum(a: SimpleEnum, b: SimpleEnum);
    sorted_uuids_insert();
    no_op_succeeds();
}

#[client_visibility_filter]
const ONE_U8_VISIBLE: Filter = Filter::Sql("SELECT * FROM one_u_8");

#[client_visibility_filter]
const USERS_FILTER: Filter = Filter::Sql("SELECT * FROM users WHERE identity = :sender");
