//! The timeline without its elements: which part of the record is shown, what lies where in it, and the painter that
//! draws it. All but the painter knows no browser.

pub mod axis;
mod brush;
mod crowd;
pub mod few;
pub mod fill;
pub mod hand;
mod ids;
pub mod index;
#[cfg(test)]
mod index_tests;
pub mod lanes;
pub mod looks;
pub mod marks;
mod names;
pub mod painter;
pub mod row;
#[cfg(test)]
mod row_tests;
mod shapes;
pub mod stops;
pub mod window;

pub use fill::Fill;
pub use hand::{Eagerness, Gesture, Hand};
pub use index::{Index, Progress, SharedIndex};
pub use lanes::Lanes;
pub use marks::Marking;
pub use painter::{LanesPainter, Shown};
pub use row::{Bar, Hit, Mark, MarkKind, Row, Scene};
pub use stops::Stop;
pub use window::Window;
