//! Random ways to walk through a run: where it ends, the slices it is run in, the places where it is cut.

use event_pattern::time::Time;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::plan::INSTANTS;

/// A place in a run: "(instant, number of its entries already seen)".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The instant.
    pub at: Time,
    /// How many of its entries were seen; it may be more than there are, then all of them were.
    pub seen: usize,
}

/// An instant to run to: one of those at which much happens, or any other up to 4 s.
pub fn untils() -> impl Strategy<Value = Time> {
    prop_oneof![
        2 => select(&INSTANTS[..]),
        1 => 0..20_000u64,
        1 => 0..4_000_000u64,
    ]
    .prop_map(Time::from_micros)
}

/// Instants to run to one after the other, never back, the same one twice now and then. The last is the end.
pub fn slices() -> impl Strategy<Value = Vec<Time>> {
    vec(untils(), 1..=8).prop_map(|mut slices| {
        slices.sort();
        slices
    })
}

/// Where a run is cut off, or looked at, in the order of a person who jumps about.
pub fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    let seen = prop_oneof![3 => 0..4usize, 1 => 0..40usize];
    vec((untils(), seen).prop_map(|(at, seen)| Cut { at, seen }), 1..=6)
}
