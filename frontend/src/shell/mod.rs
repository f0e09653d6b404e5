//! What touches the browser: one file per effect. Components never do.

mod animation;
pub mod clipboard;
mod conductor;
pub mod files;
mod focus;
mod size;

pub use conductor::{Conductor, Subscription};
pub use focus::focus;
pub use size::SizeWatch;
