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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{BuiltIn, Command};
    use crate::state::State;

    fn publish(ms: u64, state: &str) -> TimedCommand {
        let state = State::parse(state).expect("a state");
        TimedCommand { at: Time::from_ms(ms), command: Command::Publish(state) }
    }

    /// A scenario's own commands at 5, 2 and 2 ms, and one given at 2 ms.
    fn plan() -> Plan {
        let mut scenario = BuiltIn::Described.scenario();
        scenario.commands = vec![publish(5, "LAST"), publish(2, "FIRST"), publish(2, "SECOND")];
        Plan::new(Arc::new(scenario), vec![publish(2, "THIRD")])
    }

    #[test]
    fn commands_take_effect_in_the_order_of_time_and_at_one_instant_the_given_ones_last() {
        let mut plan = plan();
        assert_eq!(plan.pop(Time::from_ms(1)), None);
        for (ms, state) in [(2, "FIRST"), (2, "SECOND"), (2, "THIRD"), (5, "LAST")] {
            assert_eq!(plan.next_instant(), Some(Time::from_ms(ms)));
            assert_eq!(plan.pop(Time::from_ms(ms)), Some(&publish(ms, state)));
        }
        assert_eq!((plan.next_instant(), plan.pop(Time::from_ms(5))), (None, None));
    }

    #[test]
    fn what_is_skipped_has_taken_effect_and_a_copy_knows_nothing_of_it() {
        let mut plan = plan();
        let copy = plan.clone();
        plan.skip_through(Time::from_ms(2));
        assert_eq!(plan.next_instant(), Some(Time::from_ms(5)));
        assert_eq!(copy.next_instant(), Some(Time::from_ms(2)));
    }
}
