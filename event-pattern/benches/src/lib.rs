//! What the engine is measured with: work for it, yardsticks beside it, and the table of what came out.
//!
//! Machines are noisy: each figure is a median over rounds in which everything that is compared takes turns.

pub mod clock;
pub mod heap;
pub mod measure;
pub mod report;
pub mod workload;
pub mod yardstick;

/// The median of some figures.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The figure that 95 of 100 do not exceed.
pub fn p95(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() * 95 / 100]
}
