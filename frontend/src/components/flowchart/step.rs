//! Where in its program a service is: a function of the run at one place. Knows no browser and no words.

use event_pattern::View;
use event_pattern::service::Phase;
use event_pattern::trace::{Actor, EntryId, ServiceId, Trace, What};

/// A step of the tutorial's flowchart, its "execute service" taken apart into what its code does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// `main.py` is started.
    Start,
    /// It reads its argument `--service`.
    Check,
    /// Is it the name of a service?
    Known,
    /// The service is made.
    Initiate,
    /// It reads the key.
    Read,
    /// Is the state one of its own?
    Mine,
    /// It works.
    Work,
    /// It sets the key.
    Set,
    /// It sleeps, then reads again.
    Sleep,
}

/// Whether the last state that was read was one of the service's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is: work follows.
    Yes,
    /// It is not: sleep follows.
    No,
}

/// What of the flowchart is lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lit {
    /// The step that the program is at; none while it does not run.
    pub current: Option<Step>,
    /// The last answer at [`Step::Mine`], if it has read.
    pub answer: Option<Answer>,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Step; 9] = [
        Step::Start,
        Step::Check,
        Step::Known,
        Step::Initiate,
        Step::Read,
        Step::Mine,
        Step::Work,
        Step::Set,
        Step::Sleep,
    ];

    /// Its name for tests, the same in every language.
    pub const fn id(self) -> &'static str {
        match self {
            Step::Start => "start",
            Step::Check => "check",
            Step::Known => "known",
            Step::Initiate => "initiate",
            Step::Read => "read",
            Step::Mine => "mine",
            Step::Work => "work",
            Step::Set => "set",
            Step::Sleep => "sleep",
        }
    }
}

/// What is lit for `id` at `view`'s place. A read takes no time: at its instant the question is lit, or the work that
/// it led to.
///
/// | phase | lit |
/// |---|---|
/// | not started, stopped, crashed, removed | nothing |
/// | started, not read yet | initiate |
/// | sleeping, at the instant of a read that led to nothing | is it one of mine? no |
/// | sleeping, at the instant of its write | set |
/// | sleeping, later | sleep |
/// | working | work |
/// | asked to read, asked to write | read, set |
pub fn lit(trace: &Trace, view: &View, id: ServiceId) -> Lit {
    let service = view.service(id);
    let idle = service.idle_reads(id).is_some();
    let (current, answer) = match service.phase {
        Phase::NotStarted { .. } | Phase::Stopped | Phase::Crashed | Phase::Removed => (None, None),
        Phase::Reading(_) => (Some(Step::Read), None),
        Phase::Working(_) => (Some(Step::Work), Some(Answer::Yes)),
        Phase::Writing(..) => (Some(Step::Set), Some(Answer::Yes)),
        Phase::Sleeping(clock) => match clock.last() {
            None => (Some(Step::Initiate), None),
            Some(last) => {
                let answer = if idle { Answer::No } else { last_answer(trace, view, id) };
                let current = match answer {
                    _ if last < view.place.at => Step::Sleep,
                    Answer::Yes => Step::Set,
                    Answer::No => Step::Mine,
                };
                (Some(current), Some(answer))
            }
        },
    };
    Lit { current, answer }
}

/// What the last read led to, if no read led to nothing since the service last did something else: an edit ends a run of
/// such reads, and a write leaves none.
fn last_answer(trace: &Trace, view: &View, id: ServiceId) -> Answer {
    let clock = view.service(id).phase.clock();
    let last = clock.and_then(|clock| clock.last());
    let before =
        |index: &usize| trace.get(EntryId::from_index(*index)).is_some_and(|entry| Some(entry.at) >= last);
    let recent = (0..view.entries_seen).rev().take_while(before);
    let wrote = recent.filter_map(|index| trace.get(EntryId::from_index(index))).any(|entry| {
        let writes = matches!(entry.what, What::WorkFinished { .. } | What::WriteFailed { .. });
        writes && entry.actor == Actor::Service(id)
    });
    if wrote { Answer::Yes } else { Answer::No }
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command, ServiceName};
    use event_pattern::{Engine, Place, State, Time};

    use super::*;

    const ORDER: usize = 0;
    const INVOICE: usize = 1;

    fn at(engine: &Engine, place: Place, service: usize) -> Lit {
        lit(engine.trace(), &engine.trace().view_at(place), ServiceId::from_index(service))
    }

    fn published() -> Engine {
        let mut engine = Engine::new(BuiltIn::Described.scenario());
        let place = engine.go_to(Time::from_ms(100));
        engine.intervene(place, Command::Publish(State::TRANSACTION_PAID)).unwrap();
        engine.run_to(Time::from_ms(9_000));
        engine
    }

    fn lit_at(ms: u64, service: usize) -> (Option<Step>, Option<Answer>) {
        let engine = published();
        let lit = at(&engine, engine.trace().place_after(Time::from_ms(ms)), service);
        (lit.current, lit.answer)
    }

    #[test]
    fn a_service_goes_round_its_loop() {
        assert_eq!(lit_at(0, ORDER), (Some(Step::Mine), Some(Answer::No)));
        assert_eq!(lit_at(200, ORDER), (Some(Step::Sleep), Some(Answer::No)));
        assert_eq!(lit_at(500, ORDER), (Some(Step::Work), Some(Answer::Yes)));
        assert_eq!(lit_at(500, INVOICE), (Some(Step::Mine), Some(Answer::No)));
        assert_eq!(lit_at(3_499, ORDER), (Some(Step::Work), Some(Answer::Yes)));
        assert_eq!(lit_at(3_500, ORDER), (Some(Step::Set), Some(Answer::Yes)));
        assert_eq!(lit_at(3_700, ORDER), (Some(Step::Sleep), Some(Answer::Yes)));
        assert_eq!(lit_at(4_000, ORDER), (Some(Step::Mine), Some(Answer::No)));
    }

    #[test]
    fn a_service_that_has_just_started_has_not_read_yet() {
        let engine = published();
        let first = at(&engine, Place { at: Time::ZERO, seen: 1 }, ORDER);
        assert_eq!(first, Lit { current: Some(Step::Initiate), answer: None });
        let beginning = at(&engine, Place::default(), ORDER);
        assert_eq!(beginning, Lit { current: None, answer: None });
    }

    #[test]
    fn what_does_not_run_is_at_no_step() {
        let mut engine = published();
        let order = ServiceName::parse("ORDER").unwrap();
        let place = engine.trace().place_after(Time::from_ms(600));
        let crashed = engine.intervene(place, Command::Crash(order.clone())).unwrap();
        assert_eq!(at(&engine, crashed, ORDER).current, None);
        let later = engine.go_to(Time::from_ms(700));
        let restarted = engine.intervene(later, Command::Restart(order)).unwrap();
        assert_eq!(at(&engine, restarted, ORDER).current, Some(Step::Work));
    }
}
