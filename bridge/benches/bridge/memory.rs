//! What a process holds: the bytes that are allocated, as the bridge tells them, and what the system set aside for it.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::children::Server;

/// The figure's name in `/metrics`.
const ALLOCATED: &str = "bridge_memory_allocated_bytes ";
/// For an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a bridge holds.
#[derive(Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) allocated: f64,
    /// Only where the system tells it (Linux).
    pub(crate) resident: Option<f64>,
}

impl Memory {
    /// Asks the bridge, and the system.
    pub(crate) fn of(bridge: &Server) -> Result<Memory> {
        let metrics = http(bridge.address, "/metrics")?;
        let allocated = metrics.lines().find_map(|line| line.strip_prefix(ALLOCATED));
        let allocated = allocated.with_context(|| format!("/metrics has no {ALLOCATED}"))?.trim().parse()?;
        Ok(Memory { allocated, resident: resident(bridge.id()) })
    }

    /// What came on top since then, for each of `count`.
    pub(crate) fn since(self, before: Memory, count: usize) -> Memory {
        let each = |after: f64, before: f64| (after - before) / count as f64;
        Memory {
            allocated: each(self.allocated, before.allocated),
            resident: self.resident.zip(before.resident).map(|(after, before)| each(after, before)),
        }
    }
}

/// The answer to a GET, head and body.
pub(crate) fn http(address: SocketAddr, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn resident(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}
