//! What happened, in words: one source for the panel, the console, the screen reader and exports. Knows no browser.

mod entry;
mod sentence;

pub use entry::{entry_sentence, idle_read_sentence};
pub use sentence::{Piece, Sentence, Value};
