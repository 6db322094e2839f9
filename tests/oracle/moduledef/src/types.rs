// tests/oracle/moduledef/src/types.rs: collects the types that RawModuleDef is made of, under their official names.
use std::any::TypeId;
use std::collections::HashMap;

use anyhow::{bail, ensure, Result};
use spacetimedb_lib::sats::typespace::TypespaceBuilder;
use spacetimedb_lib::sats::{bsatn, AlgebraicType, AlgebraicTypeRef, SpacetimeType, Typespace};
use spacetimedb_lib::RawModuleDef;

/// A named type of the description; its place in [`Types::named`] is its ref in the typespace.
pub struct Named {
    pub name: String,
    pub definition: AlgebraicType,
}

pub struct Types {
    pub named: Vec<Named>,
    /// The ref of RawModuleDef itself.
    pub root: u32,
}

/// What the crate's own `SpacetimeType` implementations report their types to.
#[derive(Default)]
struct Collector {
    known: HashMap<TypeId, AlgebraicTypeRef>,
    named: Vec<Named>,
}

impl TypespaceBuilder for Collector {
    fn add(
        &mut self,
        typeid: TypeId,
        name: Option<&'static str>,
        make_ty: impl FnOnce(&mut Self) -> AlgebraicType,
    ) -> AlgebraicType {
        if let Some(known) = self.known.get(&typeid) {
            return AlgebraicType::Ref(*known);
        }
        let place = self.named.len();
        let reference = AlgebraicTypeRef(place as u32);
        self.known.insert(typeid, reference);
        // The unit holds the place while the members, which may refer back to it, are added.
        self.named.push(Named { name: name.unwrap_or_default().to_owned(), definition: AlgebraicType::unit() });
        self.named[place].definition = make_ty(self);
        AlgebraicType::Ref(reference)
    }
}

impl Types {
    /// Fails if a type has no name or two share one: C++ could not tell them apart.
    pub fn of_raw_module_def() -> Result<Self> {
        let mut collector = Collector::default();
        let AlgebraicType::Ref(root) = RawModuleDef::make_type(&mut collector) else {
            bail!("RawModuleDef is not a named type");
        };
        let mut seen = HashMap::new();
        for (place, named) in collector.named.iter().enumerate() {
            ensure!(!named.name.is_empty(), "type {place} has no name: {:?}", named.definition);
            if let Some(other) = seen.insert(&named.name, place) {
                bail!("types {other} and {place} are both named {}", named.name);
            }
        }
        Ok(Types { named: collector.named, root: root.0 })
    }

    /// The BSATN of the typespace: an array of `AlgebraicType`, names of members included.
    pub fn to_bsatn(&self) -> Result<Vec<u8>> {
        let types = self.named.iter().map(|named| named.definition.clone()).collect();
        Ok(bsatn::to_vec(&Typespace { types })?)
    }
}
