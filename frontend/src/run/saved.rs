//! What is kept of a run so that it is there again after a reload: enough to make every byte of its trace anew.

use event_pattern::scenario::{BuiltIn, TimedCommand};
use event_pattern::{Place, Scenario, Time};

use super::intent::Speed;
use super::picture::Origin;
use super::saved_branches::Extras;

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
    /// What else there was.
    pub extras: Extras,
}

/// The first line of every saved run: what it is, and in which version.
const FIRST_LINE: &str = "event-pattern-lab run 1";
/// The same of one with extras: their lines come after the link, and an empty one after them.
const FIRST_LINE_WITH_EXTRAS: &str = "event-pattern-lab run 2";

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
        let mut extras = self.extras.to_lines();
        let first_line = if extras.is_empty() { FIRST_LINE } else { FIRST_LINE_WITH_EXTRAS };
        if !extras.is_empty() {
            extras.push(String::new());
        }
        let numbers = numbers.join(" ");
        let json = whole.to_json();
        let lines = [first_line, &numbers, &origin, link].into_iter();
        lines.chain(extras.iter().map(String::as_str)).chain([json.as_str()]).collect::<Vec<_>>().join("\n")
    }

    /// Reads what was kept, and the link by which the page was opened then; none if it is garbage.
    pub fn from_text(text: &str) -> Option<(SavedRun, &str)> {
        let (head, mut rest) = head_and_rest(text)?;
        let mut lines = head.into_iter();
        let has_extras = match lines.next()? {
            FIRST_LINE => false,
            FIRST_LINE_WITH_EXTRAS => true,
            _ => return None,
        };
        let numbers: Vec<&str> = lines.next()?.split(' ').collect();
        let [at, seen, until, given, speed, playing] = numbers[..] else { return None };
        let origin = match lines.next()?.split_once(' ')? {
            ("built-in", name) => Origin::BuiltIn(BuiltIn::by_name(name)?.name()),
            ("file", name) => Origin::File(name.into()),
            _ => return None,
        };
        let link = lines.next()?;
        let mut extras = Vec::new();
        if has_extras {
            let (before, after) = rest.split_once("\n\n")?;
            extras.extend(before.split('\n'));
            rest = after;
        }
        let mut scenario = Scenario::from_json(rest.as_bytes()).ok()?;
        let own = scenario.commands.len().checked_sub(given.parse().ok()?)?;
        let given = scenario.commands.split_off(own);
        let instant =
            |micros: &str| micros.parse().ok().map(Time::from_micros).filter(|&at| at <= Time::LAST);
        let extras = Extras::from_lines(&extras, &scenario)?;
        let saved = SavedRun {
            scenario,
            given,
            origin,
            place: Place { at: instant(at)?, seen: seen.parse().ok()? },
            recorded_until: instant(until)?,
            speed: Speed::from_code(speed)?,
            playing: playing == "playing",
            extras,
        };
        Some((saved, link))
    }
}

/// The four lines that every saved run begins with, and what comes after them.
fn head_and_rest(text: &str) -> Option<([&str; 4], &str)> {
    let mut lines = text.splitn(5, '\n');
    let head = [lines.next()?, lines.next()?, lines.next()?, lines.next()?];
    Some((head, lines.next()?))
}

#[cfg(test)]
mod tests {
    use event_pattern::State;
    use event_pattern::condition::{Condition, Measure};
    use event_pattern::scenario::Command;

    use super::*;
    use crate::run::saved_branches::{SavedBranch, SavedStill};
    use crate::run::{Breakpoint, Range, Watch};

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
            extras: Extras::default(),
        }
    }

    fn with_extras() -> SavedRun {
        let condition = Condition::Above(Measure::Lost, 3);
        let given = |ms, state: &State| TimedCommand {
            at: Time::from_ms(ms),
            command: Command::Publish(state.clone()),
        };
        let still = SavedStill {
            given: vec![given(7, &State::IDLE), given(9, &State::ORDER_CANCELED)],
            place: Place { at: Time::from_ms(12), seen: 2 },
            recorded_until: Time::from_ms(80),
        };
        let branch = |id, name: Option<&str>, kept| SavedBranch {
            id,
            name: name.map(str::to_owned),
            parent: id - 1,
            forked_at: Time::from_ms(8),
            begun_by: (id > 1).then_some(1),
            kept,
        };
        let extras = Extras {
            looped: Range::between(Time::from_ms(1), Time::from_ms(5)),
            breakpoints: vec![Breakpoint { number: 4, condition, watch: Watch::Off }],
            branches: vec![branch(1, None, None), branch(3, Some("with a name"), Some(still))],
        };
        SavedRun { origin: Origin::BuiltIn("described"), extras, ..saved() }
    }

    #[test]
    fn loops_breakpoints_and_branches_come_back() {
        let text = with_extras().to_text("?lang=id");
        assert_eq!(SavedRun::from_text(&text), Some((with_extras(), "?lang=id")));
        for end in (0..text.trim_end().len()).filter(|&end| text.is_char_boundary(end)) {
            assert_eq!(SavedRun::from_text(&text[..end]), None, "{}", &text[..end]);
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
        assert_eq!(SavedRun::from_text(&text.replace("lab run 1", "lab run 3")), None);
        assert_eq!(SavedRun::from_text(&text.replace(" 1 0.25", " 99 0.25")), None);
        assert_eq!(SavedRun::from_text("{}"), None);
    }
}
