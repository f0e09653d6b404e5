//! The floor: a bare binary heap that pushes and pops as many items and records nothing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hint::black_box;

use crate::clock::timed;

/// How many pushes and pops are timed.
const TURNS: u64 = 2_000_000;

/// Nanoseconds for one pop and one push in a heap of `items` items.
pub fn push_and_pop_ns(items: usize) -> f64 {
    // Times that do not come in order, from a fixed sequence (an xorshift).
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut delay = || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % 1_000_000
    };
    let mut heap: BinaryHeap<Reverse<(u64, u32)>> =
        (0..items).map(|n| Reverse((delay(), n as u32))).collect();
    let ((), seconds) = timed(|| {
        for _ in 0..TURNS {
            if let Some(Reverse((at, item))) = heap.pop() {
                heap.push(Reverse((at + delay(), item)));
            }
        }
    });
    black_box(heap.len());
    seconds * 1e9 / TURNS as f64
}
