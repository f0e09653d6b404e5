//! `cargo xtask serve --redis`: the page with a bridge behind it, and a Redis behind that. Whatever was started here
//! ends here.

mod children;
mod redis;

use crate::bridge;
use crate::cli::Serve;
use crate::page;
use crate::project::Project;
use crate::setup::{PageTools, Site};
use anyhow::Result;
use children::Children;
use std::process::Command;

/// Where the bridge listens; `Trunk.toml` sends the page's WebSocket there.
const BRIDGE: &str = "127.0.0.1:3000";
/// In the environment, because a Redis's address may have a password in it.
const REDIS_VARIABLE: &str = "BRIDGE_REDIS";

/// Serves the page, its bridge and, where none is named and none listens, a Redis, until somebody ends them.
pub(crate) fn serve(site: &Site<'_>, tools: &PageTools, arguments: &Serve) -> Result<()> {
    let (project, progress) = (site.project, site.progress);
    bridge::build_dev(project, progress)?;
    let mut children = Children::watching()?;
    let redis = match arguments.redis_url() {
        Some(url) => url,
        None => redis::on_this_machine(site, arguments.preparing.permission(), &mut children)?,
    };
    let mut bridge = bridge_serve(project, arguments.port);
    bridge.env(REDIS_VARIABLE, redis);
    progress.note("bridge", &format!("listens on {BRIDGE}; Trunk passes the page's /ws on to it"));
    children.start("the bridge", &mut bridge)?;
    children.start("Trunk", &mut page::trunk_serve(project, progress, tools, arguments)?)?;
    children.until_one_ends()
}

/// The address of a Redis in the environment, if there is one.
pub(crate) fn redis_in_environment() -> Option<String> {
    std::env::var(REDIS_VARIABLE).ok().filter(|url| !url.is_empty())
}

fn bridge_serve(project: &Project, port: u16) -> Command {
    // `cargo run` knows where cargo puts what it builds, and becomes the program.
    let mut bridge = PageTools::cargo(project);
    bridge.args(["run", "--quiet", "--package", "bridge", "--", "serve", "--listen", BRIDGE]);
    for host in ["127.0.0.1", "localhost"] {
        bridge.args(["--origin", &format!("http://{host}:{port}")]);
    }
    bridge
}
