//! The story while nothing has happened: services look at a key that is empty. It is all that the page has to tell when it
//! opens, and needs nothing of what tells the rest.

use event_pattern::service::Phase;
use event_pattern::trace::{Driver, EntryId, ServiceId};
use event_pattern::view::{ServiceView, Sight};
use event_pattern::{State, Time, Trace, View};

use super::{Move, Story, TOLD_SERVICES};
use crate::sentences::sentence::Sentence;
use crate::sentences::told::{Teller, Told};
use crate::texts::Texts;

/// The story of a place at which every service runs and nothing but that has happened; none for any other place.
pub fn quiet_story(texts: &Texts, trace: &Trace, view: &View) -> Option<Story> {
    let running: Vec<_> = running(view).collect();
    let last = trace.get(EntryId::from_index(view.entries_seen.checked_sub(1)?))?;
    // Each that runs has an entry that says so.
    let nothing_else = view.entries_seen == running.len() && last.at == Time::ZERO;
    let nothing_ahead = trace.header().scenario.commands.is_empty();
    let is_quiet = nothing_else
        && nothing_ahead
        && view.key.is_none()
        && view.driver == Driver::Simulated
        && view.sight == Sight::Clear
        && view.present().count() == running.len();
    let teller = Teller { texts, trace, seen: view.entries_seen };
    is_quiet.then(|| Story { sentences: vec![looking(&teller, &running)], moves: moves(&teller, view) })
}

/// The services that run, whatever they do.
pub(super) fn running(view: &View) -> impl Iterator<Item = (ServiceId, &ServiceView)> {
    view.present().filter(|(_, service)| service.phase.is_running())
}

/// That these look at the key and find it empty.
pub(super) fn looking(teller: &Teller<'_>, running: &[(ServiceId, &ServiceView)]) -> Sentence {
    let texts = &teller.texts.happening;
    match running {
        [(id, service)] => {
            let time = ("time", Told::Span(service.poll_interval));
            teller.tell(texts.empty_one, &[("service", Told::Service(*id)), time])
        }
        [(_, one), (_, other)] if one.poll_interval == other.poll_interval => {
            teller.tell(texts.empty_both, &[("time", Told::Span(one.poll_interval))])
        }
        many => teller.tell(texts.empty_many, &[("count", Told::Count(many.len() as u64))]),
    }
}

/// What to publish to move the running services that stand still.
pub(super) fn moves(teller: &Teller<'_>, view: &View) -> Vec<Move> {
    let names = teller.trace.names();
    let texts = &teller.texts.happening;
    let idle = view.present().filter(|(_, service)| {
        let takes = |state| names.allowed(service.allowed).iter().any(|(allowed, _)| *allowed == state);
        matches!(service.phase, Phase::Sleeping(_)) && !view.key.is_some_and(|key| takes(key.state))
    });
    let to_move = |(id, service): (ServiceId, &ServiceView)| {
        let states: Vec<State> = names.allowed_states(service.allowed).states().cloned().collect();
        let pattern = if states.is_empty() { texts.never_moves } else { texts.to_move };
        Move { service: id, sentence: teller.tell(pattern, &[("service", Told::Service(id))]), states }
    };
    idle.take(TOLD_SERVICES).map(to_move).collect()
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Engine, Place};

    use super::*;
    use crate::sentences::story;
    use crate::texts::Language;

    fn told(engine: &Engine, ms: u64) -> (Option<Story>, Story) {
        let (texts, trace) = (Texts::of(Language::En), engine.trace());
        let view = trace.view_at(trace.place_after(Time::from_ms(ms)));
        (quiet_story(texts, trace, &view), story(texts, trace, &view))
    }

    #[test]
    fn what_is_told_of_a_quiet_place_is_the_whole_story() {
        for built_in in BuiltIn::ALL {
            let mut engine = Engine::new(built_in.scenario());
            engine.run_to(Time::from_ms(2_000));
            let (quiet, whole) = told(&engine, 1_700);
            assert_eq!(quiet, Some(whole), "{}", built_in.name());
        }
    }

    #[test]
    fn where_anything_has_happened_or_will_there_is_more_to_tell() {
        let mut engine = Engine::new(BuiltIn::Described.scenario());
        engine.run_to(Time::from_ms(500));
        let order = engine.scenario().services[0].name.clone();
        let give = |engine: &mut Engine, ms, command| {
            let place = Place { at: Time::from_ms(ms), seen: u32::MAX };
            engine.intervene(place, command).expect("it is valid")
        };
        give(&mut engine, 500, Command::Stop(order.clone()));
        give(&mut engine, 600, Command::Restart(order));
        give(&mut engine, 700, Command::Publish(State::IDLE));
        for (ms, is_quiet) in [(499, true), (550, false), (650, false), (750, false)] {
            assert_eq!(told(&engine, ms).0.is_some(), is_quiet, "{ms} ms");
        }
        let saved = Engine::new(engine.scenario_with_given());
        assert_eq!(told(&saved, 0).0, None, "a run that was saved has commands ahead");
    }
}
