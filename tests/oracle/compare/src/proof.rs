// tests/oracle/compare/src/proof.rs: changes descriptions in every place there is, and asks whether that is noticed.
use std::any::TypeId;
use std::collections::{BTreeMap, HashMap};

use anyhow::{bail, ensure, Context, Result};
use spacetimedb_lib::sats::typespace::TypespaceBuilder;
use spacetimedb_lib::sats::{AlgebraicType, AlgebraicTypeRef, SpacetimeType};
use spacetimedb_lib::{bsatn, RawModuleDef};

use crate::facts;

/// Where a change may have no effect on the module, and why. Unless `always`, some change there must be noticed.
struct WithoutEffect {
    place: &'static str,
    always: bool,
    reason: &'static str,
}

const WITHOUT_EFFECT: &[WithoutEffect] = &[
    WithoutEffect { place: "V10.sections.Views.index", always: true, reason: "views are known by their names" },
    WithoutEffect {
        place: "V10.sections.Reducers.visibility",
        always: false,
        reason: "lifecycle and scheduled reducers are private whatever is said",
    },
    WithoutEffect {
        place: "V10.sections.Procedures.visibility",
        always: false,
        reason: "scheduled procedures are private whatever is said",
    },
];

/// True if every change of every description is noticed: refused by the validator, or seen in the facts.
pub fn run(descriptions: &[Vec<u8>]) -> Result<bool> {
    // Some changes make the validator panic; that is a refusal, and nothing to print.
    std::panic::set_hook(Box::new(|_| {}));
    let (mut unnoticed, mut seen) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    let mut refused = 0;
    for description in descriptions {
        let facts = facts::of(bsatn::from_slice(description)?)?;
        let edits = edits(description)?;
        ensure!(edits.len() > 20, "only {} places to change were found", edits.len());
        for edit in edits {
            let changed = bsatn::from_slice::<RawModuleDef>(&edit.apply(description));
            match changed.map_err(Into::into).and_then(facts::of) {
                Err(_) => refused += 1,
                Ok(changed) if changed != facts => *seen.entry(edit.place).or_default() += 1,
                Ok(_) => *unnoticed.entry(edit.place).or_default() += 1,
            }
        }
    }
    println!("{refused} changes were refused, {} were seen", seen.values().sum::<usize>());
    let mut all_noticed = true;
    for (place, count) in unnoticed {
        let known = WITHOUT_EFFECT.iter().find(|known| known.place == place);
        match known.filter(|known| known.always || seen.contains_key(&place)) {
            Some(known) => println!("{count} without effect: {place} ({})", known.reason),
            None => {
                println!("{count} NOT NOTICED: {place}");
                all_noticed = false;
            }
        }
    }
    Ok(all_noticed)
}

/// The bytes from `start` to `end` become others.
struct Edit {
    place: String,
    start: usize,
    end: usize,
    bytes: Vec<u8>,
}

impl Edit {
    fn apply(&self, to: &[u8]) -> Vec<u8> {
        [&to[..self.start], &self.bytes, &to[self.end..]].concat()
    }
}

/// The types that a description is made of.
#[derive(Default)]
struct Types {
    known: HashMap<TypeId, AlgebraicTypeRef>,
    all: Vec<AlgebraicType>,
}

impl TypespaceBuilder for Types {
    fn add(
        &mut self,
        typeid: TypeId,
        _name: Option<&'static str>,
        make_ty: impl FnOnce(&mut Self) -> AlgebraicType,
    ) -> AlgebraicType {
        if let Some(known) = self.known.get(&typeid) {
            return AlgebraicType::Ref(*known);
        }
        let place = self.all.len();
        let reference = AlgebraicTypeRef(place as u32);
        self.known.insert(typeid, reference);
        self.all.push(AlgebraicType::unit());
        self.all[place] = make_ty(self);
        AlgebraicType::Ref(reference)
    }
}

/// One change for each number, text, flag and choice, and one for each array that has elements: the last one goes.
fn edits(description: &[u8]) -> Result<Vec<Edit>> {
    let mut types = Types::default();
    let root = RawModuleDef::make_type(&mut types);
    let mut walk = Walk { types: &types, bytes: description, at: 0, place: vec![], edits: vec![] };
    walk.value(&root)?;
    ensure!(walk.at == description.len(), "{} bytes are left over", description.len() - walk.at);
    Ok(walk.edits)
}

struct Walk<'a> {
    types: &'a Types,
    bytes: &'a [u8],
    at: usize,
    place: Vec<String>,
    edits: Vec<Edit>,
}

impl Walk<'_> {
    fn edit(&mut self, start: usize, end: usize, bytes: Vec<u8>) {
        self.edits.push(Edit { place: self.place.join("."), start, end, bytes });
    }

    fn take(&mut self, count: usize) -> Result<&[u8]> {
        let taken = self.bytes.get(self.at..self.at + count).context("the description ends too early")?;
        self.at += count;
        Ok(taken)
    }

    fn length(&mut self) -> Result<usize> {
        Ok(u32::from_le_bytes(self.take(4)?.try_into()?) as usize)
    }

    fn within(&mut self, name: Option<&str>, ty: &AlgebraicType) -> Result<()> {
        self.place.push(name.unwrap_or("?").to_owned());
        self.value(ty)?;
        self.place.pop();
        Ok(())
    }

    fn value(&mut self, ty: &AlgebraicType) -> Result<()> {
        let start = self.at;
        match ty {
            AlgebraicType::Ref(to) => self.value(&self.types.all[to.0 as usize])?,
            AlgebraicType::Product(product) => {
                for element in &product.elements {
                    self.within(element.name().map(|name| &**name), &element.algebraic_type)?;
                }
            }
            AlgebraicType::Sum(sum) => {
                let tag = usize::from(self.take(1)?[0]);
                let variant = sum.variants.get(tag).with_context(|| format!("there is no case {tag}"))?;
                let place = self.place.len();
                self.within(variant.name().map(|name| &**name), &variant.algebraic_type)?;
                debug_assert_eq!(place, self.place.len());
                let is_unit = |ty: &AlgebraicType| ty.as_product().is_some_and(|product| product.elements.is_empty());
                let mut others = sum.variants.iter().enumerate().filter(|(other, _)| *other != tag);
                if let Some((other, _)) = others.find(|(_, variant)| is_unit(&variant.algebraic_type)) {
                    self.edit(start, self.at, vec![other as u8]);
                }
            }
            AlgebraicType::Array(array) => self.array(&array.elem_ty)?,
            AlgebraicType::String => {
                let length = self.length()?;
                let longer = [self.take(length)?, b"q"].concat();
                self.edit(start, self.at, [&(length as u32 + 1).to_le_bytes()[..], &longer].concat());
            }
            AlgebraicType::Bool => {
                let other = 1 - self.take(1)?[0];
                self.edit(start, self.at, vec![other]);
            }
            number => {
                let mut bytes = self.take(size_of_number(number)?)?.to_vec();
                bytes[0] = bytes[0].wrapping_add(1);
                self.edit(start, self.at, bytes);
            }
        }
        Ok(())
    }

    fn array(&mut self, element: &AlgebraicType) -> Result<()> {
        let start = self.at;
        let count = self.length()?;
        let mut last = self.at;
        for _ in 0..count {
            last = self.at;
            self.value(element)?;
        }
        if count > 0 {
            let fewer = [&(count as u32 - 1).to_le_bytes()[..], &self.bytes[start + 4..last]].concat();
            self.edit(start, self.at, fewer);
        }
        Ok(())
    }
}

fn size_of_number(ty: &AlgebraicType) -> Result<usize> {
    Ok(match ty {
        AlgebraicType::U8 | AlgebraicType::I8 => 1,
        AlgebraicType::U16 | AlgebraicType::I16 => 2,
        AlgebraicType::U32 | AlgebraicType::I32 | AlgebraicType::F32 => 4,
        AlgebraicType::U64 | AlgebraicType::I64 | AlgebraicType::F64 => 8,
        AlgebraicType::U128 | AlgebraicType::I128 => 16,
        AlgebraicType::U256 | AlgebraicType::I256 => 32,
        other => bail!("{other:?} is no number"),
    })
}
