//! What is kept of a run so that it is there again after a reload: enough to make every byte of its trace anew.

use event_pattern::scenario::{BuiltIn, TimedCommand};
use event_pattern::{Place, Scenario, Time};

use super::intent::Speed;
use super::picture::Origin;

/// A run, saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedRun {
    /// The scenario as it was opened.
    pub scenario: Scenario,
    /// The commands that a person gave, in the order of time.
    pub given: Vec<TimedCommand>,
    /// Where the scenario is from.
    pub origin: Origin,
    /// The place that was looked at.
    pub place: Place,
    /// The end of what was recorded.
    pub recorded_until: Time,
    /// How fast time ran.
    pub speed: Speed,
    /// Whether it ran.
    pub playing: bool,
}

/// The first line of every saved run: what it is, and in which version.
const FIRST_LINE: &str = "event-pattern-lab run 1";

impl SavedRun {
    /// As it is kept: a line that says what it is, one with the numbers, one with the origin, one with the link by
    /// which the page was opened, then the scenario as a file has it, with the given commands at the end.
    pub fn to_text(&self, link: &str) -> String {
        let mut whole = self.scenario.clone();
        whole.commands.extend(self.given.iter().cloned());
        let origin = match &self.origin {
            Origin::BuiltIn(name) => ["built-in", name].join(" "),
            Origin::File(name) => ["file", name].join(" ").replace(['\n', '\r'], " "),
        };
        let numbers = [
            self.place.at.as_micros().to_string(),
            self.place.seen.to_string(),
            self.recorded_until.as_micros().to_string(),
            self.given.len().to_string(),
            self.speed.code().to_owned(),
            (if self.playing { "playing" } else { "paused" }).to_owned(),
        ];
        [FIRST_LINE, &numbers.join(" "), &origin, link, &whole.to_json()].join("\n")
    }

    /// Reads what was kept, and the link by which the page was opened then; none if it is garbage.
    pub fn from_text(text: &str) -> Option<(SavedRun, &str)> {
        let mut lines = text.splitn(5, '\n');
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let numbers: Vec<&str> = lines.next()?.split(' ').collect();
        let [at, seen, until, given, speed, playing] = numbers[..] else { return None };
        let origin = match lines.next()?.split_once(' ')? {
            ("built-in", name) => Origin::BuiltIn(BuiltIn::by_name(name)?.name()),
            ("file", name) => Origin::File(name.into()),
            _ => return None,
        };
        let link = lines.next()?;
        let mut scenario = Scenario::from_json(lines.next()?.as_bytes()).ok()?;
        let own = scenario.commands.len().checked_sub(given.parse().ok()?)?;
        let given = scenario.commands.split_off(own);
        let instant =
            |micros: &str| micros.parse().ok().map(Time::from_micros).filter(|&at| at <= Time::LAST);
        let saved = SavedRun {
            scenario,
            given,
            origin,
            place: Place { at: instant(at)?, seen: seen.parse().ok()? },
            recorded_until: instant(until)?,
            speed: Speed::from_code(speed)?,
            playing: playing == "playing",
        };
        Some((saved, link))
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::State;
    use event_pattern::scenario::Command;

    use super::*;

    fn saved() -> SavedRun {
        let command = Command::Publish(State::TRANSACTION_PAID);
        let mut scenario = BuiltIn::Described.scenario();
        scenario.commands.push(TimedCommand { at: Time::from_ms(900), command: command.clone() });
        SavedRun {
            scenario,
            given: vec![TimedCommand { at: Time::from_ms(7), command }],
            origin: Origin::File("my\nown.json".into()),
            place: Place { at: Time::from_micros(1_000_001), seen: 1 },
            recorded_until: Time::from_ms(5_000),
            speed: Speed(0.25),
            playing: true,
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let text = saved().to_text("?lang=id");
        let (back, link) = SavedRun::from_text(&text).expect("it is no garbage");
        assert_eq!(link, "?lang=id");
        assert_eq!(back, SavedRun { origin: Origin::File("my own.json".into()), ..saved() });
    }

    #[test]
    fn garbage_is_garbage_wherever_it_begins() {
        let text = saved().to_text("");
        for end in (0..text.trim_end().len()).filter(|&end| text.is_char_boundary(end)) {
            assert_eq!(SavedRun::from_text(&text[..end]), None);
        }
        assert_eq!(SavedRun::from_text(&text.replace("lab run 1", "lab run 2")), None);
        assert_eq!(SavedRun::from_text(&text.replace(" 1 0.25", " 99 0.25")), None);
        assert_eq!(SavedRun::from_text("{}"), None);
    }
}
