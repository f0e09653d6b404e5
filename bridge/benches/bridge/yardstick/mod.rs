//! Yardsticks that are servers, each in a process of its own as the bridge is.

mod broadcast;
mod parrot;

use anyhow::{Result, bail};

/// What makes this program a yardstick; its kind and its port follow.
pub(crate) const FLAG: &str = "--yardstick";
/// A bare axum broadcast.
pub(crate) const BROADCAST: &str = "broadcast";
/// A server that answers without doing anything: what is left is the load client.
pub(crate) const PARROT: &str = "parrot";

/// Serves until the process is ended.
pub(crate) fn serve(kind: &str, port: u16) -> Result<()> {
    rlimit::increase_nofile_limit(u64::MAX)?;
    match kind {
        BROADCAST => broadcast::serve(port),
        PARROT => parrot::serve(port),
        _ => bail!("there is no yardstick {kind}"),
    }
}

/// What the load client takes for a welcome.
const WELCOME: &str = r#"{"welcome":{"protocol":1}}"#;
