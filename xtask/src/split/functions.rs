//! Which functions a program is written with, and where each of them comes.
//!
//! Of those that do the same one is enough: whoever calls them does not see it, and pointers to them stay different ones,
//! because a pointer is a place in a table.

use super::order;
use anyhow::Result;
use std::collections::BTreeMap;
use wasmparser::{Parser, Payload, TypeRef};

/// Where the functions are, and where they will be.
pub(super) struct Functions {
    /// So many are not the program's own: they come first, and stay.
    imported: u32,
    /// The own ones as they will follow each other, by where they were. Of those that are the same there is one.
    order: Vec<usize>,
    /// Where each of them will be, by where it was.
    places: Vec<u32>,
}

impl Functions {
    /// Of this program.
    pub(super) fn of(program: &[u8]) -> Result<Self> {
        let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let (mut known, mut kept) = (BTreeMap::new(), Vec::new());
        let firsts: Vec<usize> = (types.iter().zip(&bodies).enumerate())
            .map(|(own, function)| {
                *known.entry(function).or_insert_with(|| {
                    kept.push(own);
                    kept.len() - 1
                })
            })
            .collect();
        let order = order::of(&kept.iter().map(|own| bodies[*own]).collect::<Vec<_>>());
        let mut places = vec![0; order.len()];
        for (place, which) in (0..).zip(&order) {
            places[*which] = place;
        }
        Ok(Self {
            imported,
            order: order.into_iter().map(|which| kept[which]).collect(),
            places: firsts.into_iter().map(|first| places[first]).collect(),
        })
    }

    /// The own ones that are written, by where they were.
    pub(super) fn order(&self) -> Vec<usize> {
        self.order.clone()
    }

    /// What number the function with this one will have.
    pub(super) fn new_number(&self, of: u32) -> u32 {
        let own = of.checked_sub(self.imported);
        own.map_or(of, |own| self.imported + self.places[own as usize])
    }
}
