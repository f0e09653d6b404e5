//! With a store that answers in the same instant, and nobody else at the key, a live run is the simulation of the same
//! commands: the same entries, the same numbers.

use proptest::prelude::*;

use super::store::Store;
use crate::engine::Engine;
use crate::export::{jsonl, metrics_json};
use crate::live::LiveRun;
use crate::metrics::Metrics;
use crate::random::{self, Random};
use crate::scenario::{Command, TimedCommand};
use crate::time::Time;
use crate::trace::Trace;

/// The commands of `random`, after those that start every service: live, none starts by itself, and of one that was
/// never switched on nobody knows what it missed.
fn commands(random: &Random) -> Vec<TimedCommand> {
    let scenario = &random.scenario;
    let starts = scenario.services.iter().map(|service| Command::Start(service.name.clone()));
    let mut commands: Vec<_> = starts.map(|command| TimedCommand { at: Time::ZERO, command }).collect();
    commands.extend(scenario.commands.iter().cloned());
    for timed in &mut commands {
        if let Command::Add(setup) = &mut timed.command {
            setup.starts_at = Some(timed.at);
        }
    }
    commands.sort_by_key(|timed| timed.at);
    commands
}

fn live(random: &Random, until: Time) -> LiveRun {
    let mut store = Store::empty();
    let mut run = LiveRun::enter(random.scenario.clone(), store.welcome());
    let commands = commands(random);
    let mut commands = commands.iter().peekable();
    loop {
        let next = commands.peek().map(|timed| timed.at);
        let Some(now) = [run.wakes_at(), next].into_iter().flatten().min().filter(|&at| at <= until) else {
            return run;
        };
        while let Some(timed) = commands.next_if(|timed| timed.at == now) {
            run.command(now, timed.command.clone()).expect("the scenario is valid");
            store.serve(&mut run, now);
        }
        while run.wakes_at().is_some_and(|at| at <= now) {
            run.wake(now);
            store.serve(&mut run, now);
        }
    }
}

fn lines(trace: &Trace) -> String {
    jsonl(trace, 0, trace.len())
}

fn numbers(trace: &Trace, at: Time) -> String {
    metrics_json(&Metrics::at(trace, &trace.view_at(trace.place_after(at))))
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_live_run_alone_with_a_quick_store_is_the_simulation((random, until) in random::runs()) {
        let run = live(&random, until);
        let mut engine = Engine::new(run.scenario_with_given());
        engine.run_to(until);
        prop_assert_eq!(lines(run.trace()), lines(engine.trace()));
        prop_assert_eq!(numbers(run.trace(), until), numbers(engine.trace(), until));
        let half = Time::from_micros(until.as_micros() / 2);
        prop_assert_eq!(numbers(run.trace(), half), numbers(engine.trace(), half));
    }
}
