//! How quick the bridge is, beside yardsticks on the same Redis and in the same run: webdis, which answers over HTTP; a
//! bare axum broadcast; redis-benchmark. `cargo xtask bench bridge` prepares them and starts this.
//!
//! Machines are noisy: within a round all take turns, and of the turns the one counts that was disturbed least; each figure
//! is a median over rounds.

mod children;
mod connection;
mod crowd;
mod dialect;
mod latency;
mod load;
mod memory;
mod programs;
mod redis;
mod report;
mod rounds;
mod yardstick;

use anyhow::Result;

use programs::Programs;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, kind, port] = arguments.as_slice()
        && flag == yardstick::FLAG
    {
        return yardstick::serve(kind, port.parse()?);
    }
    let programs = Programs::of(&arguments)?;
    rlimit::increase_nofile_limit(u64::MAX)?;
    let report = report::Report::of(&rounds::run(&programs)?);
    println!("{report}");
    report.save()
}
