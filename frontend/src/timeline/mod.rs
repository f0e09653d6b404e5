//! The timeline without its elements: which part of the record is shown, and what lies where in it. Knows no browser.

pub mod window;

pub use window::Window;
