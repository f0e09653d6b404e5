//! What can be typed after `cargo xtask`, and nothing of what it does.

use crate::live;
use crate::page::Profile;
use crate::setup::{Permission, Purpose};
use clap::{Args, Parser, Subcommand};
use std::num::NonZeroU32;

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One variant for each command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Prepare this machine for every other command, and do nothing else
    Setup(Preparing),
    /// Build the page and serve it on this machine, again after each change
    Serve(Serve),
    /// Build the release page into dist/, and the bridge with that page inside
    Build(Preparing),
    /// Run every check and every test there is
    Test(Preparing),
    /// Let a seeded monkey use the page for a long while
    Fuzz(Fuzz),
    /// Measure, beside yardsticks that are measured in the same run
    #[command(subcommand)]
    Bench(Bench),
    /// Check the invariants of the house
    Tidy,
}

/// How a command that needs tools may come by them.
#[derive(Debug, Args)]
pub(crate) struct Preparing {
    /// Install nothing: report what is missing, and fail if something is
    #[arg(long)]
    no_install: bool,
}

impl Preparing {
    /// Whether the machine may be changed.
    pub(crate) fn permission(&self) -> Permission {
        if self.no_install { Permission::OnlyReport } else { Permission::Install }
    }
}

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Open the page in the default browser
    #[arg(long)]
    pub(crate) open: bool,
    /// With a bridge to a Redis behind it: the one at URL, or in BRIDGE_REDIS, or on 127.0.0.1:6379; if none listens
    /// there, one is started
    #[arg(long, value_name = "URL")]
    redis: Option<Option<String>>,
    /// Serve the page as it is shipped: small, and slow to build
    #[arg(long)]
    release: bool,
    /// How to come by the tools.
    #[command(flatten)]
    pub(crate) preparing: Preparing,
}

impl Serve {
    /// How the page is to be compiled.
    pub(crate) fn profile(&self) -> Profile {
        if self.release { Profile::Release } else { Profile::Dev }
    }

    /// Whether a bridge is wanted.
    pub(crate) fn is_live(&self) -> bool {
        self.redis.is_some()
    }

    /// The Redis that a person named.
    pub(crate) fn redis_url(&self) -> Option<String> {
        self.redis.clone().flatten().or_else(live::redis_in_environment)
    }

    /// What the page is prepared for.
    pub(crate) fn purpose(&self) -> Purpose {
        if self.release { Purpose::Shipping } else { Purpose::Development }
    }
}

/// The arguments of `fuzz`.
#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// How long
    #[arg(long)]
    pub(crate) minutes: NonZeroU32,
    /// Repeat the run of this seed, instead of a new one
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How to come by the tools.
    #[command(flatten)]
    pub(crate) preparing: Preparing,
}

/// What can be measured, and what measuring takes.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// The engine, beside SimPy, NeXosim and a bare binary heap
    Engine,
    /// Jumps to random places of a long run, beside those in a short one
    Seek,
    /// A trace entry in runs of any size, beside a bare heap of that size
    Growth,
    /// The engine in a browser, beside itself outside of it
    Wasm(Preparing),
    /// The bridge on a Redis, beside webdis, a bare axum broadcast and redis-benchmark
    Bridge(Preparing),
    /// What the browser loads first, beside a bare Yew counter
    Size(Preparing),
    /// How long the page takes until publishing works, beside a bare Yew counter until its button works
    Start(Preparing),
    /// How smooth the page is with 200 services and 5,000 messages, beside a bare canvas with as many dots
    Frame(Preparing),
    /// Serve the release page of dist/ as a host would, compressed, for a measuring browser
    Server(BenchServer),
}

/// The arguments of `bench server`.
#[derive(Debug, Args)]
pub(crate) struct BenchServer {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8081)]
    pub(crate) port: u16,
}
