// tests/oracle/compare/src/types.rs: types written as text, so that where they lie in a typespace does not matter.
use spacetimedb_lib::sats::{AlgebraicType, AlgebraicTypeRef, ArrayType, ProductType, SumType};
use spacetimedb_schema::def::ModuleDef;

/// A type that refers to itself without a name on the way would never end.
const MAX_DEPTH: usize = 64;

pub fn text(module: &ModuleDef, ty: &AlgebraicType) -> String {
    written(module, ty, 0)
}

/// Named types by their names, others by what they are.
pub fn reference(module: &ModuleDef, to: AlgebraicTypeRef) -> String {
    written(module, &AlgebraicType::Ref(to), 0)
}

fn written(module: &ModuleDef, ty: &AlgebraicType, depth: usize) -> String {
    if depth > MAX_DEPTH {
        return "...".to_owned();
    }
    match ty {
        AlgebraicType::Ref(to) => match module.type_def_from_ref(*to) {
            Some((name, _)) => format!("&{name}"),
            None => written(module, &module.typespace()[*to], depth + 1),
        },
        AlgebraicType::Product(product) => format!("({})", members(module, product, depth)),
        AlgebraicType::Sum(sum) => format!("<{}>", cases(module, sum, depth)),
        AlgebraicType::Array(ArrayType { elem_ty }) => format!("[{}]", written(module, elem_ty, depth + 1)),
        builtin => format!("{builtin:?}"),
    }
}

/// The members of a product, without brackets.
pub fn members_of(module: &ModuleDef, product: &ProductType) -> String {
    members(module, product, 0)
}

fn members(module: &ModuleDef, product: &ProductType, depth: usize) -> String {
    let member = |(name, ty): (Option<&str>, &AlgebraicType)| named(module, name, ty, depth);
    let all = product.elements.iter().map(|element| (element.name().map(|name| &**name), &element.algebraic_type));
    all.map(member).collect::<Vec<_>>().join(", ")
}

fn cases(module: &ModuleDef, sum: &SumType, depth: usize) -> String {
    let all = sum.variants.iter().map(|variant| (variant.name().map(|name| &**name), &variant.algebraic_type));
    all.map(|(name, ty)| named(module, name, ty, depth)).collect::<Vec<_>>().join(" | ")
}

fn named(module: &ModuleDef, name: Option<&str>, ty: &AlgebraicType, depth: usize) -> String {
    let ty = written(module, ty, depth + 1);
    // A name in quotes: so that a name is never taken for something else.
    name.map_or_else(|| ty.clone(), |name| format!("{name:?}: {ty}"))
}
