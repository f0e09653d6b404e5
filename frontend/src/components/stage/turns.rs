//! Whose words follow a picture: all services', but in a crowd those that only count down take turns while time runs.
//! Knows no browser.

use event_pattern::trace::ServiceId;

use crate::stage::still::ServiceStill;
use crate::stage::words::Clock;

/// So many services count down in one picture while time runs, at most: nobody could read more of them, and a frame has
/// no time for more.
const AT_ONCE: usize = 40;

/// What the services on the stage say.
#[derive(Default)]
pub(super) struct Turns {
    said: Vec<ServiceStill>,
    /// Whose turn it is, by its place.
    next: usize,
}

impl Turns {
    /// What the services say now that they stand like `services`. Who begins something else says so at once, as does
    /// the one that is chosen; nobody waits for a turn while time stands.
    pub(super) fn follow(
        &mut self,
        services: Vec<ServiceStill>,
        clock: Clock,
        chosen: Option<ServiceId>,
    ) -> &[ServiceStill] {
        let same = services.len() == self.said.len()
            && services.iter().zip(&self.said).all(|(new, said)| new.id == said.id);
        if clock == Clock::Paused || !same {
            (self.said, self.next) = (services, 0);
            return &self.said;
        }
        let (from, mut left) = (self.next, AT_ONCE);
        let mut places: Vec<Option<ServiceStill>> = services.into_iter().map(Some).collect();
        let count = places.len();
        for place in (from..count).chain(0..from) {
            let said = &mut self.said[place];
            let Some(new) = places[place].take_if(|new| new != said) else { continue };
            if Some(new.id) != chosen && new.only_counts_down_since(said) {
                if left == 0 {
                    continue;
                }
                (left, self.next) = (left - 1, (place + 1) % count);
            }
            *said = new;
        }
        &self.said
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::Span;

    use super::*;
    use crate::stage::doing::Doing;

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
            assert_eq!(turns.follow(all.clone(), Clock::Running, None), all);
        }
    }

    #[test]
    fn a_crowd_takes_turns_until_all_have_followed() {
        let mut turns = Turns::default();
        let (old, new) = (services(100, 1), services(100, 2));
        turns.follow(old.clone(), Clock::Running, None);
        let mut told = |chosen| {
            let before = turns.said.clone();
            changed(&before, turns.follow(new.clone(), Clock::Running, chosen))
        };
        assert_eq!(told(None), (0..40).collect::<Vec<_>>());
        let chosen = ServiceId::from_index(95);
        assert_eq!(told(Some(chosen)), (40..80).chain([95]).collect::<Vec<_>>());
        assert_eq!(told(None), (80..95).chain(96..100).collect::<Vec<_>>(), "who has followed has no turn");
        assert_eq!(told(None), Vec::<usize>::new());
        let newer = services(100, 3);
        let before = turns.said.clone();
        let next = changed(&before, turns.follow(newer, Clock::Running, None));
        assert_eq!(next, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn whoever_begins_something_else_says_so_at_once() {
        let mut turns = Turns::default();
        turns.follow(services(100, 1), Clock::Running, None);
        let mut now = services(100, 2);
        now[90].doing = Doing::Crashed;
        now[91].matching = Some(0);
        let said = turns.follow(now.clone(), Clock::Running, None);
        assert_eq!((&said[90], &said[91]), (&now[90], &now[91]));
        assert_ne!(said[92], now[92], "it only counts down");
    }

    #[test]
    fn nobody_waits_while_time_stands_or_when_others_come() {
        let mut turns = Turns::default();
        turns.follow(services(100, 1), Clock::Running, None);
        let paused = services(100, 2);
        assert_eq!(turns.follow(paused.clone(), Clock::Paused, None), paused);
        let more = services(101, 3);
        assert_eq!(turns.follow(more.clone(), Clock::Running, None), more);
    }
}
