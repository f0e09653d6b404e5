//! What a person does to a run besides watching it: it is loaded when somebody first does something.

use std::rc::Rc;

use event_pattern::scenario::{Command, Problems, TimedCommand};
use event_pattern::{Place, State, Time};

use super::errand::Errand;
use super::history::{Change, Way};
use super::{Player, inverse};
use crate::chunks::chunk;
use crate::run::{Deed, Intent, Refused};

/// What a player can do once it is here.
pub struct Acts {
    tell: fn(&mut Player, Intent) -> Result<(), Refused>,
    stop_between: fn(&mut Player, Place, Place) -> bool,
    stop_between_backwards: fn(&mut Player, Place, Place) -> bool,
    hurry: fn(&mut Player, Errand, &mut dyn FnMut() -> bool),
}

chunk! {
    /// What a person does to a run.
    pub ACTS: Acts = acts(Acts {
        tell,
        stop_between: Player::stop_between,
        stop_between_backwards: Player::stop_between_backwards,
        hurry: Player::hurry,
    })
}

chunk! {
    /// What publishes a state at the end of a run, where nothing can stand against it; says whether it did. It comes with what
    /// tells of it, before everything else: it is what most do first.
    pub PUBLISH: fn(&mut Player, &State) -> bool = narration(publish)
}

impl Player {
    /// Publishes a state in the shortest way, if that is here and will do.
    pub(super) fn publish(&mut self, state: &State) -> bool {
        PUBLISH.get().is_ok_and(|publish| publish(self, state))
    }

    /// Does what is asked for, if it is here.
    pub(super) fn act(&mut self, intent: Intent) -> Result<(), Refused> {
        let acts = ACTS.get().map_err(|_| Refused::NotLoaded)?;
        (acts.tell)(self, intent)
    }

    /// Stops time if it comes by something on its way from `after` to `until` that is to stop it.
    pub(super) fn stops_between(&mut self, after: Place, until: Place) -> bool {
        let may_stop = self.errand.is_some() || !self.now.breakpoints.is_empty();
        // Without acts there is nothing that somebody could have asked to be stopped by.
        may_stop && ACTS.get().is_ok_and(|acts| (acts.stop_between)(self, after, until))
    }

    /// Stops time if it comes by a breakpoint on its way back from `before` to `from`.
    pub(super) fn stops_between_backwards(&mut self, from: Place, before: Place) -> bool {
        let may_stop = !self.now.breakpoints.is_empty();
        may_stop && ACTS.get().is_ok_and(|acts| (acts.stop_between_backwards)(self, from, before))
    }

    /// Goes on towards what the run is run until as quickly as can be; says whether it is run so.
    pub(super) fn hurries(&mut self, has_time: &mut dyn FnMut() -> bool) -> bool {
        let (Some(errand), Ok(acts)) = (self.hurrying(), ACTS.get()) else { return false };
        (acts.hurry)(self, errand, has_time);
        true
    }
}

fn tell(player: &mut Player, intent: Intent) -> Result<(), Refused> {
    match intent {
        Intent::Give(command) => give(player, command)?,
        Intent::Step => {
            player.step(Refused::NothingAhead, |engine, place| engine.step(place, Time::LAST))?;
        }
        Intent::NextChange => player.next_change()?,
        Intent::StepBack => player.step_back(|engine, place| engine.step_back(place))?,
        Intent::PreviousChange => player.step_back(|engine, place| engine.previous_change(place))?,
        Intent::Seek(at) => player.seek(at),
        Intent::SeekPlace(place) => player.seek_place(place),
        Intent::SeekEnd => player.seek(Time::LAST),
        Intent::PlayBackwards => player.play_backwards()?,
        Intent::JumpTo(jump) => player.jump(jump)?,
        Intent::Loop(looped) => player.set_loop(looped),
        Intent::RunUntil(goal, pace) => player.run_until(goal, pace)?,
        Intent::Cancel => player.cancel(),
        Intent::KeepBreakpoint(condition) => player.keep_breakpoint(condition)?,
        Intent::WatchBreakpoint(number, watch) => player.watch_breakpoint(number, watch),
        Intent::RemoveBreakpoint(number) => player.remove_breakpoint(number),
        Intent::RestartRun => player.restart(),
        Intent::Undo => player.undo()?,
        Intent::Redo => player.redo()?,
        Intent::Open(scenario, origin) => player.open_another(*scenario, origin),
        Intent::SwitchBranch(id) => player.switch_branch(id)?,
        Intent::RenameBranch(id, name) => player.rename_branch(id, name)?,
        Intent::RemoveBranch(id) => player.remove_branch(id)?,
        // These are always here.
        Intent::Play | Intent::Pause | Intent::SetSpeed(_) => {}
    }
    Ok(())
}

fn publish(player: &mut Player, state: &State) -> bool {
    // A future that is left is kept, which is more than this does.
    if player.now.engine.would_cut(player.now.place) {
        return false;
    }
    let Some(place) = player.now.engine.publish(player.now.place, state) else { return false };
    // It cannot be taken back, and nothing is kept for it.
    player.history.did(None);
    player.arrive(place);
    true
}

/// Gives a command at the place that is looked at.
///
/// # Errors
///
/// All that is wrong with it, or with those still to come after it. Nothing is changed then.
fn give(player: &mut Player, command: Command) -> Result<(), Problems> {
    let cut = player.now.engine.would_cut(player.now.place).then(|| player.now.still());
    let place = player.now.engine.intervene(player.now.place, command.clone())?;
    let way = match cut {
        Some(before) => {
            Some(player.now.fork(before, TimedCommand { at: place.at, command: command.clone() }))
        }
        None => inverse::of(&command, player.now.engine.trace(), place.at).map(|back| Way::Edit {
            back,
            forth: command.clone(),
            at: place.at,
        }),
    };
    player.history.did(way.map(|way| Change { deed: Rc::new(Deed::Gave(command)), way }));
    player.keep_within_bounds();
    player.arrive(place);
    Ok(())
}
