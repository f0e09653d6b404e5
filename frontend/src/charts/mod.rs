//! The numbers of a run over time, as charts: readings of the trace at even instants, and the lines drawn through them.
//! Knows no words and no browser.

mod chart;
mod path;
mod reading;
mod readings;
mod scale;
#[cfg(test)]
mod tests;

pub use chart::{Chart, Drawn, Kind, Line, Name, value, worked};
pub use reading::Reading;
pub use readings::{MOST, Readings};
pub use scale::Scale;
