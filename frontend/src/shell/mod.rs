//! What touches the browser: one file per effect. Components never do.

mod animation;
mod conductor;

pub use conductor::{Conductor, Subscription};
