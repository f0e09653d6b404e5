//! A run until something: at the speed of time or as quickly as can be, and the breakpoints that stop it on its way.

use event_pattern::condition::Condition;
use event_pattern::trace::EntryId;
use event_pattern::{Place, Span, Time, Trace};

use super::passage::{CHANGES_PER_LOOK, MOST_ENTRIES};
use super::{FLIGHT, Flights, Player, StepShown};
use crate::run::{Breakpoint, Halt, Pace, Progress, Refused, Watch};

/// The most breakpoints of a run: each is asked in every frame.
const MOST_BREAKPOINTS: usize = 20;
/// So many entries are looked through before the clock is asked whether there is time for more.
const ENTRIES_PER_LOOK: usize = 20_000;
/// So many changes are recorded before they are looked through.
const CHANGES_PER_SEARCH: u32 = 1_024;

/// A run on its way to what it is run until.
#[derive(Clone, Copy)]
pub(super) struct Errand {
    goal: Condition,
    pace: Pace,
    began_at: Time,
    /// Up to here it has not come. At the pace of time, that is the place that is looked at.
    searched: Place,
}

/// What a look ahead came to.
enum Look {
    /// Time stops here.
    Stop(Place, Halt),
    /// It ends without getting anywhere.
    End(Halt),
    /// There is more to look through, in another frame.
    More,
}

/// The first of the conditions to hold after `after` up to `until`, and why time stops there. The goal goes first where
/// several do.
fn first_stop(
    trace: &Trace,
    goal: Option<Condition>,
    breakpoints: &[Breakpoint],
    after: Place,
    until: Place,
) -> Option<(Place, Halt)> {
    let active = breakpoints.iter().filter(|breakpoint| breakpoint.watch == Watch::On);
    let halts = goal.map(Halt::Reached).into_iter();
    let halts = halts.chain(active.map(|breakpoint| Halt::Breakpoint(breakpoint.condition)));
    let hit = |halt: Halt| {
        let (Halt::Breakpoint(condition)
        | Halt::Reached(condition)
        | Halt::Never(condition)
        | Halt::RecordFull(condition)) = halt;
        Some((condition.first_hit(trace, after, until)?, halt))
    };
    halts.filter_map(hit).min_by_key(|(place, _)| *place)
}

/// The last place before `before`, no earlier than `from`, at which a breakpoint's condition holds newly, and which it is.
fn last_stop(
    trace: &Trace,
    breakpoints: &[Breakpoint],
    from: Place,
    before: Place,
) -> Option<(Place, Condition)> {
    let active = breakpoints.iter().filter(|breakpoint| breakpoint.watch == Watch::On);
    let hits = active.filter_map(|breakpoint| {
        let condition = breakpoint.condition;
        Some((condition.last_hit(trace, from, before)?, condition))
    });
    hits.max_by_key(|(place, _)| *place)
}

impl Player {
    pub(super) fn run_until(&mut self, goal: Condition, pace: Pace) -> Result<(), Refused> {
        let place = self.now.place;
        // No run is longer.
        let goal = match goal {
            Condition::At(at) => Condition::At(at.min(Time::LAST)),
            other => other,
        };
        if matches!(goal, Condition::At(at) if at <= place.at) {
            return Err(Refused::GoalPassed);
        }
        if let Some(end) = self.end() {
            return Err(Refused::Ended(end));
        }
        self.playing = false;
        if pace == Pace::Played {
            // Round and round one gets nowhere.
            self.now.looped = None;
            self.play()?;
        }
        self.errand = Some(Errand { goal, pace, began_at: place.at, searched: place });
        Ok(())
    }

    /// How far the run is that is run until something.
    pub(super) fn progress(&self) -> Option<Progress> {
        let Errand { goal, pace, began_at, searched } = self.errand?;
        let reached = if pace == Pace::Played { self.now.place.at } else { searched.at };
        Some(Progress { goal, pace, began_at, reached })
    }

    /// Ends it where it is: what is recorded stays, and so does the place that is looked at.
    pub(super) fn cancel(&mut self) {
        if self.errand.take().is_some_and(|errand| errand.pace == Pace::Played) {
            self.playing = false;
        }
    }

    /// Stops time if it comes by something on its way from `after` to `until` that is to stop it.
    pub(super) fn stop_between(&mut self, after: Place, until: Place) -> bool {
        let goal = self.errand.map(|errand| errand.goal);
        let stop = first_stop(self.now.engine.trace(), goal, &self.now.breakpoints, after, until);
        let Some((place, halt)) = stop else { return false };
        self.halt_at(place, halt);
        true
    }

    /// Stops time if it comes by a breakpoint on its way back from `before` to `from`.
    pub(super) fn stop_between_backwards(&mut self, from: Place, before: Place) -> bool {
        let stop = last_stop(self.now.engine.trace(), &self.now.breakpoints, from, before);
        let Some((place, condition)) = stop else { return false };
        self.stop_at(place);
        self.halt(Halt::Breakpoint(condition));
        true
    }

    /// Goes on as quickly as can be towards what the run is run until, for as long as there is time in this frame.
    pub(super) fn hurry(&mut self, mut errand: Errand, has_time: &mut dyn FnMut() -> bool) {
        let look = self.look_ahead(&mut errand, has_time);
        self.errand = Some(errand);
        match look {
            Look::Stop(place, halt) => {
                // What was recorded beyond it stays recorded.
                self.now.engine.run_to(place.at);
                self.halt_at(place, halt);
            }
            Look::End(halt) => self.halt(halt),
            Look::More => {}
        }
    }

    /// The run that is on its way as quickly as can be.
    pub(super) fn hurrying(&self) -> Option<Errand> {
        self.errand.filter(|errand| errand.pace == Pace::AtOnce)
    }

    fn look_ahead(&mut self, errand: &mut Errand, has_time: &mut dyn FnMut() -> bool) -> Look {
        let goal = errand.goal;
        let limit = if let Condition::At(at) = goal { at } else { Time::LAST };
        loop {
            let engine = &mut self.now.engine;
            let recorded = engine.trace().place_after(engine.now().unwrap_or(Time::ZERO));
            if errand.searched < recorded {
                let until = some_entries_on(engine.trace(), errand.searched).unwrap_or(recorded);
                let stop =
                    first_stop(engine.trace(), Some(goal), &self.now.breakpoints, errand.searched, until);
                if let Some((place, halt)) = stop {
                    return Look::Stop(place, halt);
                }
                errand.searched = until;
            } else if recorded.at >= limit {
                return Look::End(Halt::Never(goal));
            } else if engine.trace().len() >= MOST_ENTRIES {
                return Look::End(Halt::RecordFull(goal));
            } else if !self.now.record_some(limit, has_time) {
                // Until the end only reads pass: what they bring can be computed, and what they do not never comes.
                let trace = self.now.engine.trace();
                let end = trace.place_after(limit);
                let stop = first_stop(trace, Some(goal), &self.now.breakpoints, errand.searched, end);
                return stop.map_or(Look::End(Halt::Never(goal)), |(place, halt)| Look::Stop(place, halt));
            }
            if !has_time() {
                return Look::More;
            }
        }
    }

    fn halt_at(&mut self, place: Place, halt: Halt) {
        self.look_at(place);
        let passed = if self.flights == Flights::Shown { Span::ZERO } else { FLIGHT };
        // What happens at this very instant is seen as after a step.
        self.step = Some(StepShown { passed, from: self.now.engine.trace().count_before(place.at) });
        self.halt(halt);
    }

    fn halt(&mut self, halt: Halt) {
        self.playing = false;
        self.errand = None;
        if let Halt::Reached(_) = halt {
            // Whoever has gone somewhere wants to stay there, and not in the part that was looped.
            self.now.looped = None;
        }
        self.halts += 1;
        self.halt = Some(halt);
    }

    pub(super) fn keep_breakpoint(&mut self, condition: Condition) -> Result<(), Refused> {
        let kept = &self.now.breakpoints;
        let known = kept.iter().find(|breakpoint| breakpoint.condition == condition);
        if let Some(known) = known {
            let number = known.number;
            self.change_breakpoints(|list| {
                list.iter_mut().filter(|it| it.number == number).for_each(|it| it.watch = Watch::On);
            });
            return Ok(());
        }
        if kept.len() >= MOST_BREAKPOINTS {
            return Err(Refused::TooManyBreakpoints);
        }
        let number = kept.last().map_or(1, |last| last.number + 1);
        self.change_breakpoints(|list| list.push(Breakpoint { number, condition, watch: Watch::On }));
        Ok(())
    }

    pub(super) fn watch_breakpoint(&mut self, number: u32, watch: Watch) {
        self.change_breakpoints(|list| {
            list.iter_mut().filter(|it| it.number == number).for_each(|it| it.watch = watch);
        });
    }

    pub(super) fn remove_breakpoint(&mut self, number: u32) {
        self.change_breakpoints(|list| list.retain(|it| it.number != number));
    }

    fn change_breakpoints(&mut self, change: impl FnOnce(&mut Vec<Breakpoint>)) {
        let mut list = self.now.breakpoints.to_vec();
        change(&mut list);
        self.now.breakpoints = list.into();
    }
}

/// The place so many entries after `place`, if there are more of them.
fn some_entries_on(trace: &Trace, place: Place) -> Option<Place> {
    trace.place_of(EntryId::from_index(trace.count_seen(place) + ENTRIES_PER_LOOK))
}

impl super::Run {
    /// Records some changes up to `limit`, or as far as time and memory allow; says whether there are any.
    fn record_some(&mut self, limit: Time, has_time: &mut dyn FnMut() -> bool) -> bool {
        let mut recorded = self.recorded_until();
        for change in 1..=CHANGES_PER_SEARCH {
            let place = self.engine.trace().place_after(recorded);
            let Some(next) = self.engine.next_change(place, limit) else { return change > 1 };
            recorded = next.at;
            let is_full = self.engine.trace().len() >= MOST_ENTRIES;
            if is_full || (change % CHANGES_PER_LOOK == 0 && !has_time()) {
                break;
            }
        }
        true
    }
}
