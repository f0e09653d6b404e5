//! Benchmarks: each prints ratios against a yardstick that is measured in the same run.

mod engine;

use crate::cli::{Bench, Subject};
use crate::progress::Progress;
use crate::project::Project;
use anyhow::Result;

/// Measures what was asked for.
pub(crate) fn run(project: &Project, progress: &Progress, arguments: &Bench) -> Result<()> {
    match arguments.subject {
        Subject::Engine => engine::run(project, progress),
    }
}
