//! Random inputs, from a seed: whatever was done, Restart equals a fresh load, Undo brings it back, a reload keeps it.

use event_pattern::scenario::{AllowedStates, Edit, ServiceSetup};

use super::*;

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
        match self.roll(14) {
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
            assert_eq!(picture.trace.view_at(picture.view.place), *picture.view, "seed {seed}");
        }
        tell(&mut player, Intent::Pause);
        let before = seen(&mut player);
        let mut reloaded = Player::restore(player.save(), Speed::NORMAL).expect("what was saved fits");
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
