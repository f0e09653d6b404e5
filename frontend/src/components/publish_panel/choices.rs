//! The states that a person can publish with one click. Knows no browser.

use event_pattern::State;
use event_pattern::scenario::{AllowedStates, Command, TimedCommand};
use event_pattern::trace::StateId;

use crate::run::Picture;

/// A state on offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The state.
    pub state: State,
    /// Who would hear it.
    pub hearing: Hearing,
}

/// Whether a state would be heard at the place that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// A service in the scenario allows it.
    Somebody,
    /// None does.
    Nobody,
}

/// Every state of the scenario, each once: those that a service acts on first, in the services' order, then those
/// that services set, then those that commands publish.
pub fn choices(picture: &Picture) -> Vec<Choice> {
    let (trace, view) = (&picture.trace, &*picture.view);
    let names = trace.names();
    let scenario = &trace.header().scenario;
    let mut list = List::default();
    for (_, service) in view.present() {
        for (state, _) in names.allowed(service.allowed).iter() {
            list.offer(names.state(*state), Hearing::Somebody);
        }
    }
    // What the scenario was opened with stays on offer when an edit has taken it from its service.
    let opened = || scenario.services.iter().map(|setup| &setup.allowed_states);
    for state in opened().flat_map(AllowedStates::states) {
        list.offer(state, Hearing::Nobody);
    }
    for (_, service) in view.present() {
        for (_, next) in names.allowed(service.allowed).iter() {
            list.offer(names.state(*next), Hearing::Nobody);
        }
    }
    for (_, next) in opened().flat_map(|allowed| &allowed.0) {
        list.offer(next, Hearing::Nobody);
    }
    for TimedCommand { command, .. } in scenario.commands.iter().chain(picture.given.iter()) {
        if let Command::Publish(state) = command {
            list.offer(state, Hearing::Nobody);
        }
    }
    list.choices
}

/// Whether a service that is in the scenario here, whatever its phase, allows `state`.
pub fn hearing(picture: &Picture, state: &State) -> Hearing {
    let names = picture.trace.names();
    let Some(id) = names.find(state) else { return Hearing::Nobody };
    let allows = |allowed: &[(StateId, StateId)]| allowed.iter().any(|(state, _)| *state == id);
    let heard = picture.view.present().any(|(_, service)| allows(names.allowed(service.allowed)));
    if heard { Hearing::Somebody } else { Hearing::Nobody }
}

#[derive(Default)]
struct List {
    /// In the order of their names.
    seen: Vec<State>,
    choices: Vec<Choice>,
}

impl List {
    /// Puts a state on the list, unless it is there: the first offer says how it is heard.
    fn offer(&mut self, state: &State, hearing: Hearing) {
        if let Err(place) = self.seen.binary_search(state) {
            self.seen.insert(place, state.clone());
            self.choices.push(Choice { state: state.clone(), hearing });
        }
    }
}
