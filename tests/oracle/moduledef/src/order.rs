// tests/oracle/moduledef/src/order.rs: the order in which C++ can define the types, and which members must be boxed.
use std::collections::HashSet;

use anyhow::{bail, Result};
use spacetimedb_lib::sats::AlgebraicType;

use crate::types::Types;

/// The refs a definition mentions: held by value, so that C++ needs them defined before, or as elements of an array.
#[derive(Default)]
struct Uses {
    by_value: Vec<usize>,
    in_arrays: Vec<usize>,
}

impl Uses {
    fn of(definition: &AlgebraicType) -> Self {
        let mut uses = Uses::default();
        uses.collect(definition, false);
        uses
    }

    fn collect(&mut self, ty: &AlgebraicType, in_array: bool) {
        match ty {
            AlgebraicType::Ref(to) if in_array => self.in_arrays.push(to.0 as usize),
            AlgebraicType::Ref(to) => self.by_value.push(to.0 as usize),
            AlgebraicType::Array(array) => self.collect(&array.elem_ty, true),
            AlgebraicType::Product(product) => {
                product.elements.iter().for_each(|element| self.collect(&element.algebraic_type, in_array))
            }
            AlgebraicType::Sum(sum) => {
                sum.variants.iter().for_each(|variant| self.collect(&variant.algebraic_type, in_array))
            }
            _ => {}
        }
    }
}

/// All refs that a type mentions, in their order.
pub fn mentioned(ty: &AlgebraicType) -> Vec<usize> {
    let uses = Uses::of(ty);
    [uses.by_value, uses.in_arrays].concat()
}

pub struct Order {
    /// The refs, each after all that it holds by value.
    pub definitions: Vec<usize>,
    /// (holder, held): members by value that lead back to their holder, and so need a pointer.
    pub boxed: HashSet<(usize, usize)>,
}

impl Order {
    pub fn of(types: &Types) -> Result<Self> {
        let uses: Vec<Uses> = types.named.iter().map(|named| Uses::of(&named.definition)).collect();
        let by_value = |place: usize| uses[place].by_value.clone();
        let leads_to: Vec<HashSet<usize>> =
            (0..uses.len()).map(|place| reachable(types, mentioned(&types.named[place].definition))).collect();

        let mut boxed = HashSet::new();
        for holder in 0..uses.len() {
            let cyclic = |held: &&usize| follow(vec![**held], by_value).contains(&holder);
            boxed.extend(uses[holder].by_value.iter().filter(cyclic).map(|held| (holder, *held)));
        }
        let mut definitions: Vec<usize> = vec![];
        while definitions.len() < uses.len() {
            // Elements of arrays come before too, unless they lead back here.
            let ready = |place: &usize| {
                let defined = |held: &usize| definitions.contains(held);
                let value_ready = |held: &usize| defined(held) || boxed.contains(&(*place, *held));
                let array_ready = |held: &usize| defined(held) || held == place || leads_to[*held].contains(place);
                !definitions.contains(place)
                    && uses[*place].by_value.iter().all(value_ready)
                    && uses[*place].in_arrays.iter().all(array_ready)
            };
            match (0..uses.len()).find(ready) {
                Some(next) => definitions.push(next),
                None => bail!("no order of definitions found; defined so far: {definitions:?}"),
            }
        }
        Ok(Order { definitions, boxed })
    }
}

/// `from` and all that it leads to.
pub fn reachable(types: &Types, from: Vec<usize>) -> HashSet<usize> {
    follow(from, |place| mentioned(&types.named[place].definition))
}

fn follow(from: Vec<usize>, edges: impl Fn(usize) -> Vec<usize>) -> HashSet<usize> {
    let (mut seen, mut open) = (HashSet::new(), from);
    while let Some(place) = open.pop() {
        if seen.insert(place) {
            open.extend(edges(place));
        }
    }
    seen
}
