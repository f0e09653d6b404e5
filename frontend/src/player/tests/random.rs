//! Random inputs, from a seed: whatever was done, Restart equals a fresh load, Undo brings it back, a reload keeps it.

use event_pattern::scenario::{AllowedStates, Edit, ServiceSetup};

use event_pattern::condition::{Condition, Measure};
use event_pattern::trace::{Actor, ServiceId};

use super::*;
use crate::run::{BranchId, Deed, Jump, Pace, Picture, Range, SavedRun, Watch};

/// A small generator of its own: a failing seed fails again everywhere.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub(super) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.roll(of.len() as u64)).expect("few")].clone()
    }

    fn command(&mut self) -> Command {
        let state = self.pick(&[State::TRANSACTION_PAID, State::ORDER_CANCELED, State::IDLE]);
        let service = name(self.pick(&["ORDER", "INVOICE", "SHOP", "SALES"]));
        match self.roll(9) {
            0 | 1 => Command::Publish(state),
            2 => Command::Crash(service),
            3 => Command::Restart(service),
            4 => Command::Stop(service),
            5 => Command::Rename { service, to: name(self.pick(&["SHOP", "ORDER", "Order"])) },
            6 => Command::Remove(service),
            7 => {
                let mut edit = Edit::new(service);
                edit.poll_interval = Some(Span::from_ms(1 + self.roll(900)));
                edit.allowed_states =
                    (self.roll(2) == 0).then(|| AllowedStates(vec![(state, State::ORDER_COMPLETED)]));
                Command::Edit(edit)
            }
            _ => {
                let mut setup = ServiceSetup::new(service, AllowedStates(vec![(State::IDLE, state)]));
                setup.work_time = Span::from_ms(self.roll(2_000));
                Command::Add(setup)
            }
        }
    }

    fn intent(&mut self) -> Intent {
        let scenario = self.pick(&BuiltIn::ALL);
        let actor = Actor::Service(ServiceId::from_index(usize::try_from(self.roll(3)).expect("few")));
        let (later, looks) = (Time::from_ms(self.roll(30_000)), self.roll(90));
        let goal = self.pick(&[
            Condition::Loss,
            Condition::Actor(actor),
            Condition::At(later),
            Condition::Above(Measure::WastedPolls, looks),
        ]);
        let branch = BranchId(u32::try_from(1 + self.roll(6)).expect("few"));
        match self.roll(22) {
            14 => Intent::PlayBackwards,
            15 => Intent::JumpTo(self.pick(&[
                Jump::NextLoss,
                Jump::PreviousLoss,
                Jump::NextOf(actor),
                Jump::PreviousOf(actor),
            ])),
            16 => Intent::Loop(
                Range::between(Time::from_ms(self.roll(9_000)), Time::from_ms(self.roll(9_000)))
                    .filter(|_| self.roll(2) == 0),
            ),
            17 => Intent::RunUntil(goal, self.pick(&[Pace::Played, Pace::AtOnce])),
            18 => self.pick(&[
                Intent::Cancel,
                Intent::KeepBreakpoint(goal),
                Intent::WatchBreakpoint(1, Watch::Off),
                Intent::RemoveBreakpoint(1),
            ]),
            19 => Intent::SwitchBranch(branch),
            20 => Intent::RemoveBranch(branch),
            21 => Intent::RenameBranch(branch, self.pick(&[None, Some("a name".into())])),
            0..=3 => Intent::Give(self.command()),
            4 => Intent::Play,
            5 => Intent::Pause,
            6 => Intent::Step,
            7 => Intent::StepBack,
            8 => Intent::NextChange,
            9 => Intent::PreviousChange,
            10 => Intent::Seek(Time::from_ms(self.roll(20_000))),
            11 => Intent::SetSpeed(self.pick(&Speed::ALL[..7])),
            12 => self.pick(&[Intent::Undo, Intent::Undo, Intent::Redo]),
            _ if self.roll(4) == 0 => {
                Intent::Open(Box::new(scenario.scenario()), Origin::BuiltIn(scenario.name()))
            }
            _ => Intent::SeekEnd,
        }
    }
}

/// A branch's past is that of the one from which it was forked, byte for byte, wherever both go afterwards.
fn forks_share_their_past(picture: &Picture, seed: u64) {
    let trace = |id: BranchId| {
        let branch = picture.branches.iter().find(|branch| branch.title.id == id)?;
        Some(branch.kept.as_ref().map_or(&picture.trace, |kept| &kept.trace))
    };
    for branch in picture.branches.iter() {
        let Some((parent, child)) = branch.parent.and_then(trace).zip(trace(branch.title.id)) else {
            continue;
        };
        let past = parent.count_through(branch.forked_at);
        assert_eq!(child.count_through(branch.forked_at), past, "seed {seed}");
        if let Some(difference) = parent.first_difference(child) {
            assert!(difference.entry().index() >= past, "seed {seed}: {:?}", branch.title);
        }
    }
}

#[test]
fn whatever_is_done_can_be_undone_and_done_again() {
    for seed in 0..100 {
        let (mut dice, mut player) = (Dice(1_000 + seed), player());
        for _ in 0..40 {
            let _ = player.tell(dice.intent());
            pass(&mut player, dice.roll(300));
        }
        tell(&mut player, Intent::Pause);
        // An edit that is taken back is a new command: only the rest brings back what was there.
        let is_whole = |deed: Option<std::rc::Rc<Deed>>| {
            deed.is_some_and(|deed| !matches!(&*deed, Deed::Gave(command) if takes_a_command(command)))
        };
        let all = |player: &mut Player| {
            let picture = player.picture();
            let branches: Vec<_> = picture.branches.iter().map(|branch| branch.title.clone()).collect();
            (picture.run, picture.branch, branches, lines(player))
        };
        let mut states = vec![all(&mut player)];
        while is_whole(player.to_undo()) {
            tell(&mut player, Intent::Undo);
            states.push(all(&mut player));
        }
        let last = states.pop();
        assert_eq!(Some(all(&mut player)), last, "seed {seed}");
        while let Some(state) = states.pop() {
            tell(&mut player, Intent::Redo);
            assert_eq!(all(&mut player), state, "seed {seed}");
        }
    }
}

/// Whether a command may be taken back by another one.
fn takes_a_command(command: &Command) -> bool {
    matches!(command, Command::Edit(_) | Command::Add(_) | Command::Rename { .. } | Command::Remove(_))
}

#[test]
fn whatever_was_done_restart_equals_a_fresh_load() {
    for seed in 0..150 {
        let (mut dice, mut player) = (Dice(seed), player());
        for _ in 0..40 {
            // A refusal is an answer, too.
            let _ = player.tell(dice.intent());
            pass(&mut player, dice.roll(400));
            let picture = player.picture();
            assert!(picture.view.place.at <= picture.recorded_until, "seed {seed}");
            forks_share_their_past(&picture, seed);
            assert_eq!(picture.trace.view_at(picture.view.place), *picture.view, "seed {seed}");
        }
        tell(&mut player, Intent::Pause);
        let before = seen(&mut player);
        let text = player.save().to_text("");
        let (saved, _) = SavedRun::from_text(&text).expect("what was saved is no garbage");
        let mut reloaded = Player::restore(saved, Speed::NORMAL).expect("what was saved fits");
        // A branch that somebody ran ahead for days is let go, and that is said.
        if !reloaded.has_let_branches_go() {
            assert_eq!(reloaded.save(), player.save(), "seed {seed}");
        }
        assert_eq!(seen(&mut reloaded), before, "seed {seed}");
        tell(&mut player, Intent::RestartRun);
        let scenario = Scenario::clone(&player.picture().trace.header().scenario);
        let origin = player.picture().origin;
        let mut fresh = Player::open(scenario, origin, Speed::NORMAL);
        assert_eq!(seen(&mut player), seen(&mut fresh), "seed {seed}");
        assert_eq!(player.picture().view, fresh.picture().view, "seed {seed}");
        assert_eq!(player.save(), fresh.save(), "seed {seed}");
        tell(&mut player, Intent::Undo);
        assert_eq!(seen(&mut player), before, "seed {seed}");
    }
}
