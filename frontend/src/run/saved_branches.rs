//! What is kept of a run besides its commands: the part that is looped, breakpoints, and the other branches. Each is a line
//! that begins with what it is; a run without them has none.

use event_pattern::scenario::TimedCommand;
use event_pattern::{Place, Scenario, Time};

use super::condition_code::{code, from_code};
use super::errand::{Breakpoint, Watch};
use super::passage::Range;

/// A branch, saved: its commands are enough to make every byte of its trace anew.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedBranch {
    /// Its number.
    pub id: u32,
    /// The name that a person gave it.
    pub name: Option<String>,
    /// The number of the branch whose past it shares; 0 for none.
    pub parent: u32,
    /// Up to this instant it is its parent.
    pub forked_at: Time,
    /// Which of its commands it began with.
    pub begun_by: Option<usize>,
    /// What is kept of it; none for the one that is shown, which is the run itself.
    pub kept: Option<SavedStill>,
}

/// A branch that is not shown, as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedStill {
    /// The commands that a person gave, in the order of time.
    pub given: Vec<TimedCommand>,
    /// The place that was looked at.
    pub place: Place,
    /// The end of what was recorded.
    pub recorded_until: Time,
}

/// What is kept besides a run's commands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// The part that is played over and over.
    pub looped: Option<Range>,
    /// What stops time.
    pub breakpoints: Vec<Breakpoint>,
    /// All branches, if there are several or one has a name.
    pub branches: Vec<SavedBranch>,
}

impl Extras {
    /// As they are kept, a line each.
    pub(super) fn to_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let micros = |at: Time| at.as_micros().to_string();
        if let Some(range) = self.looped {
            lines.push(["loop", &micros(range.from()), &micros(range.until())].join(" "));
        }
        for Breakpoint { number, condition, watch } in &self.breakpoints {
            let watch = if *watch == Watch::On { "on" } else { "off" };
            lines.push(["breakpoint", &number.to_string(), watch, &code(*condition)].join(" "));
        }
        for branch in &self.branches {
            let begun_by = branch.begun_by.map_or_else(|| "-".to_owned(), |index| index.to_string());
            let name = branch.name.as_deref().unwrap_or_default().replace(['\n', '\r'], " ");
            let words =
                [&branch.id.to_string(), &branch.parent.to_string(), &micros(branch.forked_at), &begun_by];
            lines.push(["branch", &words.map(String::as_str).join(" "), &name].join(" "));
            let Some(still) = &branch.kept else { continue };
            let seen = still.place.seen.to_string();
            lines.push(["kept", &micros(still.place.at), &seen, &micros(still.recorded_until)].join(" "));
            lines.extend(still.given.iter().map(|given| ["given", &given.to_json()].join(" ")));
        }
        lines
    }

    /// Reads what was kept beside a run of `scenario`; none if it is garbage.
    pub(super) fn from_lines(lines: &[&str], scenario: &Scenario) -> Option<Extras> {
        let mut extras = Extras::default();
        let mut given: Vec<Vec<&str>> = Vec::new();
        for line in lines {
            let (what, rest) = line.split_once(' ')?;
            match what {
                "loop" => {
                    let (from, until) = rest.split_once(' ')?;
                    extras.looped = Some(Range::between(instant(from)?, instant(until)?)?);
                }
                "breakpoint" => extras.breakpoints.push(breakpoint(rest)?),
                "branch" => {
                    extras.branches.push(branch(rest)?);
                    given.push(Vec::new());
                }
                "kept" => extras.branches.last_mut()?.kept = Some(still(rest)?),
                "given" => given.last_mut()?.push(rest),
                _ => return None,
            }
        }
        for (branch, given) in extras.branches.iter_mut().zip(given) {
            match &mut branch.kept {
                Some(still) => still.given = commands(&given, scenario)?,
                None if given.is_empty() => {}
                None => return None,
            }
        }
        Some(extras)
    }
}

fn instant(micros: &str) -> Option<Time> {
    micros.parse().ok().map(Time::from_micros).filter(|at| *at <= Time::LAST)
}

fn breakpoint(text: &str) -> Option<Breakpoint> {
    let mut words = text.splitn(3, ' ');
    let number = words.next()?.parse().ok()?;
    let watch = match words.next()? {
        "on" => Watch::On,
        "off" => Watch::Off,
        _ => return None,
    };
    Some(Breakpoint { number, condition: from_code(words.next()?)?, watch })
}

fn branch(text: &str) -> Option<SavedBranch> {
    let mut words = text.splitn(5, ' ');
    let (id, parent) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let forked_at = instant(words.next()?)?;
    let begun_by = match words.next()? {
        "-" => None,
        index => Some(index.parse().ok()?),
    };
    let name = words.next().filter(|name| !name.is_empty()).map(str::to_owned);
    Some(SavedBranch { id, name, parent, forked_at, begun_by, kept: None })
}

fn still(text: &str) -> Option<SavedStill> {
    let mut words = text.split(' ');
    let place = Place { at: instant(words.next()?)?, seen: words.next()?.parse().ok()? };
    Some(SavedStill { given: Vec::new(), place, recorded_until: instant(words.next()?)? })
}

/// Commands as a file has them: read by reading a file that has them after the scenario's own.
fn commands(lines: &[&str], scenario: &Scenario) -> Option<Vec<TimedCommand>> {
    if lines.is_empty() {
        return Some(Vec::new());
    }
    let mut bare = scenario.clone();
    bare.commands.clear();
    let bare = bare.to_json();
    let own: Vec<String> = scenario.commands.iter().map(TimedCommand::to_json).collect();
    let all: Vec<&str> = own.iter().map(String::as_str).chain(lines.iter().copied()).collect();
    let text = [bare.trim_end().strip_suffix('}')?, ", \"commands\": [", &all.join(","), "]}"].concat();
    let mut read = Scenario::from_json(text.as_bytes()).ok()?.commands;
    (read.len() == all.len()).then(|| read.split_off(own.len()))
}
