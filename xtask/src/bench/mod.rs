//! Benchmarks: each prints ratios against a yardstick that is measured in the same run. And the server from which a
//! browser measures the page.

mod bridge;
mod compress;
mod engine;
mod files;
mod nexosim;
mod page;
mod server;
mod size;
mod wasm;

use crate::cli::Bench;
use crate::setup::{self, Purpose, Site};
use anyhow::Result;

/// Measures what was asked for.
pub(crate) fn run(site: &Site<'_>, subject: &Bench) -> Result<()> {
    match subject {
        Bench::Engine => engine::run(site.project, site.progress),
        Bench::Seek => engine::run_alone(site.project, site.progress, "seek"),
        Bench::Growth => engine::run_alone(site.project, site.progress, "growth"),
        Bench::Wasm(preparing) => {
            let (tools, browser) = setup::for_bench_page(site, preparing.permission())?;
            wasm::run(site.project, site.progress, &tools, &browser)
        }
        Bench::Bridge(preparing) => bridge::run(site, preparing),
        Bench::Size(preparing) => {
            let tools = setup::for_page(site, preparing.permission(), Purpose::Shipping)?;
            size::run(site.project, site.progress, &tools)
        }
        Bench::Start(preparing) => page::start(site, preparing),
        Bench::Frame(preparing) => page::frame(site, preparing),
        Bench::Server(arguments) => server::run(site.project, site.progress, arguments.port),
    }
}
