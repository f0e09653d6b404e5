//! Ports for what a test starts. Below those that the system hands out for outgoing connections, so that a server that was
//! killed finds its own port free again.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Context, Result};

const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

/// Where this test program looks next; each begins elsewhere.
static NEXT: AtomicU16 = AtomicU16::new(0);

/// A loopback port on which nobody listens.
pub(super) fn free() -> Result<u16> {
    let start = u16::try_from(std::process::id() % u32::from(COUNT))?;
    (0..COUNT)
        .map(|_| FIRST + (start + NEXT.fetch_add(7, Ordering::Relaxed) % COUNT) % COUNT)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .context("no loopback port is free")
}
