//! The programs that are measured, as the command line names them.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// Where they are.
pub(crate) struct Programs {
    pub(crate) bridge: PathBuf,
    pub(crate) redis_server: PathBuf,
    pub(crate) redis_benchmark: PathBuf,
    pub(crate) webdis: PathBuf,
}

impl Programs {
    /// Reads the arguments. `cargo bench` adds some of its own, which mean nothing here.
    pub(crate) fn of(arguments: &[String]) -> Result<Programs> {
        let named = |flag: &str| {
            let mut behind = arguments.iter().skip_while(|argument| *argument != flag).skip(1);
            let usage = || format!("usage: cargo xtask bench bridge (it passes {flag} PROGRAM)");
            behind.next().map(PathBuf::from).with_context(usage)
        };
        Ok(Programs {
            bridge: named("--bridge")?,
            redis_server: named("--redis-server")?,
            redis_benchmark: named("--redis-benchmark")?,
            webdis: named("--webdis")?,
        })
    }
}
