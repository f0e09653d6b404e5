//! Hooks that several areas share.

mod contexts;

pub use contexts::{use_conductor, use_dispatch};
