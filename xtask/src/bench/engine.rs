//! `cargo xtask bench engine`: gets SimPy into a Python environment of its own and NeXosim into a program, then runs the
//! core's bench with them. `seek` and `growth` need neither.

use super::nexosim;
use crate::pins::SIMPY;
use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Measures the engine.
pub(crate) fn run(project: &Project, progress: &Progress) -> Result<()> {
    let python = progress.during("SimPy", "looking for it", |_| python_with_simpy(project))?;
    let nexosim = progress.during("NeXosim", "building it", |_| nexosim::program(project))?;
    progress.during("bench engine", "five rounds, about a minute", |step| {
        step.hand_over_the_terminal();
        process::openly(measuring(project, "engine").arg(&python).arg(&nexosim))
    })
}

/// Measures what needs nothing but the core.
pub(crate) fn run_alone(project: &Project, progress: &Progress, bench: &str) -> Result<()> {
    progress.during(&format!("bench {bench}"), "several rounds, less than a minute", |step| {
        step.hand_over_the_terminal();
        process::openly(&mut measuring(project, bench))
    })
}

/// The core's bench of that name; its arguments may follow.
fn measuring(project: &Project, bench: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root()).args(["run", "--quiet", "--profile", "bench", "--package", "benches"]);
    cargo.args(["--bin", bench, "--"]);
    cargo
}

/// The Python of an environment below `target/` that has SimPy, made where it is missing.
fn python_with_simpy(project: &Project) -> Result<PathBuf> {
    let environment = project.scratch("bench")?.join(format!("simpy-{SIMPY}"));
    let python = environment.join("bin/python");
    let has_simpy = process::succeeds(Command::new(&python).args(["-c", "import simpy"]));
    if !has_simpy {
        let log = project.log("simpy")?;
        process::quietly(Command::new("python3").args(["-m", "venv"]).arg(&environment), &log)?;
        let wanted = format!("simpy=={SIMPY}");
        process::quietly(Command::new(&python).args(["-m", "pip", "install", &wanted]), &log)?;
    }
    Ok(python)
}
