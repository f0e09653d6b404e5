//! What happened, in words: one source for the panel, the console, the screen reader and exports. Knows no browser.

mod entry;
#[cfg(test)]
mod golden;
mod heard;
mod sentence;
mod story;
pub mod told;
mod why;

pub use entry::{entry_sentence, idle_read_sentence};
pub use heard::{Heard, Subject, heard};
pub use sentence::{Piece, Sentence, Value};
pub use story::{Move, Story, quiet_story, story};
pub use why::missed_sentences;
