//! The long fuzz: the whole-system test `fuzz_long`, on a page whose debug assertions speak up.

use crate::cli::Fuzz;
use crate::page;
use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::TestTools;
use anyhow::Result;

/// Builds the page and lets the monkey loose.
pub(crate) fn run(project: &Project, progress: &Progress, tools: &TestTools, arguments: &Fuzz) -> Result<()> {
    let page = page::build_for_fuzz(project, progress, &tools.page)?;
    let mut cargo = tools.cargo_whole_system(project, &page);
    // Its output is passed on at once: the seed is wanted before the end, too.
    cargo.args(["--", "fuzz_long", "used_for_long", "--nocapture"]);
    cargo.env("FUZZ_MINUTES", arguments.minutes.to_string());
    if let Some(seed) = arguments.seed {
        cargo.env("FUZZ_SEED", seed.to_string());
    }
    progress.during("fuzz", &format!("{} minutes", arguments.minutes), |step| {
        step.hand_over_the_terminal();
        process::openly(&mut cargo)
    })
}
