//! What comes from outside, in the order in which it takes effect.

use std::sync::Arc;

use crate::order::order;
use crate::scenario::{Scenario, TimedCommand};
use crate::time::Time;

/// The commands of a scenario and those that a person gave. A copy shares them.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    commands: Arc<Commands>,
    /// How many have taken effect.
    done: usize,
}

#[derive(Debug)]
struct Commands {
    scenario: Arc<Scenario>,
    /// In the order of time.
    given: Arc<Vec<TimedCommand>>,
    /// The numbers of all commands, the scenario's first, in the order in which they take effect.
    order: Vec<usize>,
}

impl Plan {
    /// A plan of which nothing has taken effect. At one instant commands keep their own order, the given ones last.
    pub(super) fn new(scenario: Arc<Scenario>, given: Vec<TimedCommand>) -> Plan {
        let all = scenario.commands.iter().chain(&given);
        let order = order(all.map(|command| command.at.as_micros()));
        Plan { commands: Arc::new(Commands { scenario, given: Arc::new(given), order }), done: 0 }
    }

    /// The commands that a person gave.
    pub(super) fn given(&self) -> &Arc<Vec<TimedCommand>> {
        &self.commands.given
    }

    /// When the next command takes effect.
    pub(super) fn next_instant(&self) -> Option<Time> {
        self.next().map(|command| command.at)
    }

    /// The next command of this instant; it has taken effect then.
    pub(super) fn pop(&mut self, at: Time) -> Option<&TimedCommand> {
        self.next().filter(|command| command.at == at)?;
        self.done += 1;
        self.get(self.done - 1)
    }

    /// What takes effect at `at` or before has done so.
    pub(super) fn skip_through(&mut self, at: Time) {
        while self.next().is_some_and(|command| command.at <= at) {
            self.done += 1;
        }
    }

    fn next(&self) -> Option<&TimedCommand> {
        self.get(self.done)
    }

    fn get(&self, place: usize) -> Option<&TimedCommand> {
        let Commands { scenario, given, order } = &*self.commands;
        let number = *order.get(place)?;
        scenario.commands.get(number).or_else(|| given.get(number - scenario.commands.len()))
    }
}
