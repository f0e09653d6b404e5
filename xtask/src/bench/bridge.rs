//! `cargo xtask bench bridge`: gets the yardsticks, builds the bridge as it is shipped, then runs its bench with them.

use crate::bridge;
use crate::cli::Preparing;
use crate::process;
use crate::setup::{self, PageTools, Site};
use anyhow::Result;

/// Measures the bridge.
pub(crate) fn run(site: &Site<'_>, preparing: &Preparing) -> Result<()> {
    let yardsticks = setup::for_bench_bridge(site, preparing.permission())?;
    let program = bridge::build_to_measure(site.project, site.progress)?;
    site.progress.during("bench bridge", "five rounds, about two minutes", |step| {
        step.hand_over_the_terminal();
        let mut cargo = PageTools::cargo(site.project);
        cargo.args(["bench", "--quiet", "--package", "bridge", "--bench", "bridge", "--"]);
        cargo.arg("--bridge").arg(&program).arg("--redis-server").arg(&yardsticks.redis.server);
        cargo.arg("--redis-benchmark").arg(&yardsticks.redis_benchmark);
        cargo.arg("--webdis").arg(&yardsticks.webdis);
        process::openly(&mut cargo)
    })
}
