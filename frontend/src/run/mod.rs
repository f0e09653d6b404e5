//! A run as the page holds it: what was asked for, what is shown. Knows no browser.

pub mod deed;
pub mod frame;
pub mod intent;
pub mod picture;
pub mod refused;
pub mod saved;

pub use deed::Deed;
pub use frame::Frame;
pub use intent::{Intent, Speed};
pub use picture::{Origin, Picture};
pub use refused::{End, LiveRefusal, Refused};
pub use saved::SavedRun;
