//! A person's commands: inputs with a time, checked like those of a file, recorded so that a saved run replays exactly.

use super::Engine;
use super::hearers::Hearers;
use super::plan::Plan;
use super::queue::{Queue, Turn};
use crate::scenario::{Command, MOST_COMMANDS, Problems, Scenario, TimedCommand};
use crate::service::{Phase, Service};
use crate::state::State;
use crate::time::{Span, Time};
use crate::trace::Place;
use crate::view::ServiceView;

impl Engine {
    /// Gives a command at `place`. It takes effect at the first whole millisecond after the place's instant, and the
    /// run is there when this returns; what had been recorded after the place's instant is cut off.
    ///
    /// # Errors
    ///
    /// Every problem that the command has, or that the commands still to come would have after it. Nothing is changed.
    pub fn intervene(&mut self, place: Place, command: Command) -> Result<Place, Problems> {
        let at = place.at.next_whole_ms();
        let kept = self.given().partition_point(|given| given.at <= place.at);
        let mut given = self.given()[..kept].to_vec();
        given.push(TimedCommand { at, command });
        self.scenario().with_commands(&given)?;
        Ok(self.go_on_with(place, given))
    }

    /// Publishes a state at `place` as [`Engine::intervene`] does, where nothing can stand against it: a publication names
    /// nobody, so all commands stay as right as they are, unless it cuts some of them off, comes too late or is one too
    /// many. Nothing is done then.
    pub fn publish(&mut self, place: Place, state: &State) -> Option<Place> {
        let at = place.at.next_whole_ms();
        let cuts = self.given().last().is_some_and(|last| last.at > place.at);
        if cuts || at > Time::LAST || self.scenario().commands.len() + self.given().len() >= MOST_COMMANDS {
            return None;
        }
        let mut given = self.given().to_vec();
        given.push(TimedCommand { at, command: Command::Publish(state.clone()) });
        Some(self.go_on_with(place, given))
    }

    /// Goes on from `place` as if these commands had been given.
    fn go_on_with(&mut self, place: Place, given: Vec<TimedCommand>) -> Place {
        self.run_to(place.at);
        // Also where nothing was recorded since: services may have come by reads that had become pointless.
        if self.now > Some(place.at) {
            self.rewind(place.at);
        }
        self.plan = Plan::new(self.scenario().clone(), given);
        self.plan.skip_through(place.at);
        self.now = Some(place.at);
        self.go_to(place.at.next_whole_ms())
    }

    /// The scenario with all commands given so far: what has to be saved for an exact replay.
    pub fn scenario_with_given(&self) -> Scenario {
        let mut scenario = Scenario::clone(self.scenario());
        scenario.commands.extend(self.given().iter().cloned());
        scenario
    }

    /// Cuts off everything after `at` and goes on from there.
    fn rewind(&mut self, at: Time) {
        self.trace = self.trace.cut_after(at);
        let view = self.trace.view_at(self.trace.place_after(at));
        self.services = view.services.iter().map(|service| self.resume(service)).collect();
        self.by_name = None;
        self.hearers = Hearers::default();
        self.queue = Queue::default();
        for (id, service) in view.present() {
            self.hearers.add(id, self.trace.names().allowed(service.allowed));
            match service.phase {
                Phase::NotStarted { starts_at: Some(start) } => self.queue.push(start, Turn::Start, id),
                Phase::Working(work) => self.queue.push(work.until, Turn::Write, id),
                _ => self.plan_read(id, at + Span::from_micros(1)),
            }
        }
    }

    fn resume(&self, view: &ServiceView) -> Service {
        let allowed = self.trace.names().allowed(view.allowed).clone();
        Service::resumed(allowed, view.poll_interval, view.work_time, view.phase)
    }

    /// Whether something is recorded after `place`'s instant, which a command given at `place` would cut off.
    pub fn would_cut(&self, place: Place) -> bool {
        self.trace.count_through(place.at) < self.trace.len()
    }
}
