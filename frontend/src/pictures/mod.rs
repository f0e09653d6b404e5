//! Pictures of what is seen, as files that need nothing else: SVG text with its colours and its words in it. Pure: the
//! same still gives the same bytes. Whoever wants pixels lets the browser paint the SVG.

pub mod colours;
pub mod graph;
pub mod lettering;
pub mod svg;
pub mod timeline;

pub use colours::{Colour, Colours};
pub use graph::{GraphStill, graph};
pub use timeline::{TimelineStill, timeline};
