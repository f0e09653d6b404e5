//! A second engine, written from the specification (`docs/semantics.md`) alone, to hold the real one to the text.
//!
//! It is slow and plain on purpose: every poll is an event, every look-up a scan, every name a text of its own. A
//! reader can lay it beside the specification and compare rule by rule; the rules are quoted where they are kept.
//! It knows nothing of the real engine, only the types of a scenario.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "every test file has this module to itself and uses its own part of it"
)]

mod commands;
mod entry;
mod metrics;
mod service;
mod world;

use event_pattern::scenario::{Scenario, TimedCommand};
use event_pattern::time::Time;
use serde_json::Value;

pub use entry::Entry;
pub use service::{Phase, Service, Work};
use world::World;

/// What came of a run, up to and with all that happens at its last instant.
pub struct NaiveRun {
    until: Time,
    world: World,
}

/// Runs `scenario` from its beginning. "`--until t` include[s] everything at t".
pub fn run(scenario: &Scenario, until: Time) -> NaiveRun {
    let mut world = World::new(scenario);
    let mut commands = scenario.commands.clone();
    while let Some(now) = next_instant(&world, &commands)
        && now <= until
    {
        // "each in the order given": the filter keeps the order of the list.
        let due: Vec<TimedCommand> = commands.iter().filter(|c| c.at == now).cloned().collect();
        commands.retain(|c| c.at != now);
        instant(&mut world, now, &due);
    }
    NaiveRun { until, world }
}

/// "At one instant: services whose `starts_at_ms` it is; then commands, [...] each in the order given; then writes
/// of finished work; then reads. [...] A read sees every write of its instant but those of 0 ms work, which come
/// after all its reads".
fn instant(world: &mut World, now: Time, commands: &[TimedCommand]) {
    world.now = now;
    world.starts();
    for timed in commands {
        world.obey(&timed.command);
    }
    world.writes();
    world.reads();
    // What began before has been written by now: the work that ends at this instant is work of 0 ms.
    world.writes();
}

/// The earliest instant at which something is due.
fn next_instant(world: &World, commands: &[TimedCommand]) -> Option<Time> {
    let commands = commands.iter().map(|c| c.at);
    let services = world.services.iter().filter_map(Service::due);
    commands.chain(services).min()
}

impl NaiveRun {
    /// The entries, in their order.
    pub fn entries(&self) -> &[Entry] {
        &self.world.entries
    }

    /// The JSON lines: an entry a line, each line with its end.
    pub fn jsonl(&self) -> String {
        self.entries().iter().map(|e| e.json() + "\n").collect()
    }

    /// The metrics, busy time counted up to the end of the run.
    pub fn metrics(&self) -> Value {
        metrics::metrics(&self.world, self.until)
    }

    /// Every read that led to nothing: the index of the service in order of appearance, and when.
    pub fn reads(&self) -> &[(usize, Time)] {
        &self.world.idle_reads
    }

    /// The value of the state key at the end; nothing for a missing key.
    pub fn key(&self) -> Option<&str> {
        self.world.key.as_ref().map(|set| set.state.as_str())
    }

    /// Every identity in order of appearance, removed ones too, as it is at the end.
    pub fn services(&self) -> &[Service] {
        &self.world.services
    }
}
