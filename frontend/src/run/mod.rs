//! A run as the page holds it: what was asked for, what is shown. Knows no browser.

pub mod branch;
pub mod condition_code;
pub mod deed;
pub mod errand;
pub mod frame;
pub mod intent;
pub mod passage;
pub mod picture;
pub mod refused;
pub mod saved;
pub mod saved_branches;

pub use branch::{BranchId, BranchSummary, BranchTitle, KeptBranch};
pub use deed::Deed;
pub use errand::{Breakpoint, Halt, Pace, Progress, Watch};
pub use frame::Frame;
pub use intent::{Intent, Speed};
pub use passage::{Direction, Jump, Range};
pub use picture::{Origin, Picture};
pub use refused::{End, LiveRefusal, Refused};
pub use saved::SavedRun;
