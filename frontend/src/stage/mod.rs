//! The stage without its elements: where the nodes lie, what flies between them, and the painter that draws it.
//!
//! All but the painter knows no browser.

mod brush;
pub mod doing;
pub mod edges;
pub mod flights;
#[cfg(test)]
mod flights_tests;
pub mod geometry;
pub mod layout;
#[cfg(test)]
mod layout_tests;
pub mod measure;
pub mod painter;
pub(crate) mod palette;
mod plan;
pub mod ring;
pub mod route;
pub mod rows;
pub mod scene;
pub(crate) mod sprite;
pub mod still;
pub mod walk;
pub mod words;

pub use geometry::{Point, Rect, Size};
pub use layout::{Cast, Layout, Placed, Receiver, Spread};
pub use measure::{Arrangement, Density};
pub use painter::{Motion, Painter};
pub use scene::Scene;
