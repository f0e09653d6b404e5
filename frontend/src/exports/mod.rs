//! What leaves the page as text: which formats there are, which part of a run they hold, and writing it piece by piece,
//! so that a long run stops nothing else. Knows no browser.

mod extent;
mod format;
mod pieces;

pub use extent::{Cut, Extent};
pub use format::{Content, Format};
pub use pieces::Pieces;
