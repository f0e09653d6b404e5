//! Whose words follow a picture: all services', but in a crowd they take turns while time runs, those first that begin
//! something else. Knows no browser.

use event_pattern::Time;
use event_pattern::trace::ServiceId;

use crate::stage::still::ServiceStill;
use crate::stage::words::Clock;

/// So many services say something else in one picture while time runs, at most: nobody could read more of them, and a
/// frame has no time for more.
const AT_ONCE: usize = 40;

/// What the services on the stage say.
#[derive(Default)]
pub(super) struct Turns {
    said: Vec<ServiceStill>,
    /// In which run, and when in it.
    seen: (u64, Time),
    /// Whose turn it is, by its place.
    next: usize,
}

impl Turns {
    /// What the services say now that they stand like `services` at that time of that run. Nobody waits for a turn while
    /// time stands, after it went back or in another run, nor does the one that is chosen, or who comes or goes.
    pub(super) fn follow(
        &mut self,
        services: Vec<ServiceStill>,
        now: (u64, Time),
        clock: Clock,
        chosen: Option<ServiceId>,
    ) -> &[ServiceStill] {
        let seen = std::mem::replace(&mut self.seen, now);
        let same = seen.0 == now.0
            && seen.1 <= now.1
            && services.len() == self.said.len()
            && services.iter().zip(&self.said).all(|(new, said)| new.id == said.id);
        if clock == Clock::Paused || !same {
            (self.said, self.next) = (services, 0);
            return &self.said;
        }
        let (from, mut left) = (self.next, AT_ONCE);
        let places = || (from..services.len()).chain(0..from);
        for turn in [Turn::Never, Turn::First, Turn::Later] {
            for place in places() {
                let (new, said) = (&services[place], &mut self.said[place]);
                if new == said || Turn::of(new, said, chosen) != turn {
                    continue;
                }
                if turn != Turn::Never {
                    if left == 0 {
                        break;
                    }
                    (left, self.next) = (left - 1, (place + 1) % services.len());
                }
                *said = new.clone();
            }
        }
        &self.said
    }
}

/// Whether a service that says something else has to wait for its turn.
#[derive(Clone, Copy, PartialEq)]
enum Turn {
    /// It says it at once.
    Never,
    /// It begins something else.
    First,
    /// It only counts down.
    Later,
}

impl Turn {
    fn of(new: &ServiceStill, said: &ServiceStill, chosen: Option<ServiceId>) -> Turn {
        if Some(new.id) == chosen || new.doing.is_running() != said.doing.is_running() {
            Turn::Never
        } else if new.only_counts_down_since(said) {
            Turn::Later
        } else {
            Turn::First
        }
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::Span;

    use super::*;
    use crate::stage::doing::Doing;

    const NOW: (u64, Time) = (1, Time::from_ms(1));

    /// So many services that have so many tenths of a second left.
    fn services(count: usize, tenths: u64) -> Vec<ServiceStill> {
        let service = |index| ServiceStill {
            id: ServiceId::from_index(index),
            name: "S".into(),
            doing: Doing::Sleeping { left: Span::from_ms(tenths * 100) },
            allowed: [].into(),
            matching: None,
            poll_interval: Span::from_ms(500),
        };
        (0..count).map(service).collect()
    }

    fn changed(before: &[ServiceStill], now: &[ServiceStill]) -> Vec<usize> {
        (0..now.len()).filter(|&place| before[place] != now[place]).collect()
    }

    #[test]
    fn a_few_follow_every_picture() {
        let mut turns = Turns::default();
        for tenths in 0..5 {
            let all = services(AT_ONCE, tenths);
            assert_eq!(turns.follow(all.clone(), NOW, Clock::Running, None), all);
        }
    }

    #[test]
    fn a_crowd_takes_turns_until_all_have_followed() {
        let mut turns = Turns::default();
        let (old, new) = (services(100, 1), services(100, 2));
        turns.follow(old.clone(), NOW, Clock::Running, None);
        let mut told = |chosen| {
            let before = turns.said.clone();
            changed(&before, turns.follow(new.clone(), NOW, Clock::Running, chosen))
        };
        assert_eq!(told(None), (0..40).collect::<Vec<_>>());
        let chosen = ServiceId::from_index(95);
        assert_eq!(told(Some(chosen)), (40..80).chain([95]).collect::<Vec<_>>());
        assert_eq!(told(None), (80..95).chain(96..100).collect::<Vec<_>>(), "who has followed has no turn");
        assert_eq!(told(None), Vec::<usize>::new());
        let newer = services(100, 3);
        let before = turns.said.clone();
        let next = changed(&before, turns.follow(newer, NOW, Clock::Running, None));
        assert_eq!(next, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn whoever_begins_something_else_goes_first_and_whoever_goes_waits_for_nobody() {
        let mut turns = Turns::default();
        turns.follow(services(100, 1), NOW, Clock::Running, None);
        let mut now = services(100, 2);
        for service in &mut now[50..99] {
            service.matching = Some(0);
        }
        now[99].doing = Doing::Crashed;
        let before = turns.said.clone();
        let first = changed(&before, turns.follow(now.clone(), NOW, Clock::Running, None));
        assert_eq!(first, (50..90).chain([99]).collect::<Vec<_>>());
        let before = turns.said.clone();
        let then = changed(&before, turns.follow(now, NOW, Clock::Running, None));
        assert_eq!(then, (0..31).chain(90..99).collect::<Vec<_>>());
    }

    #[test]
    fn nobody_waits_while_time_stands_or_where_it_does_not_go_on() {
        let mut turns = Turns::default();
        turns.follow(services(100, 1), NOW, Clock::Running, None);
        let paused = services(100, 2);
        assert_eq!(turns.follow(paused.clone(), NOW, Clock::Paused, None), paused);
        let more = services(101, 3);
        assert_eq!(turns.follow(more.clone(), NOW, Clock::Running, None), more);
        let earlier = services(101, 4);
        assert_eq!(turns.follow(earlier.clone(), (1, Time::ZERO), Clock::Running, None), earlier);
        let another = services(101, 5);
        assert_eq!(turns.follow(another.clone(), (2, Time::ZERO), Clock::Running, None), another);
    }
}
