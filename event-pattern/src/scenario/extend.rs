//! A scenario with more commands: what a person does to a run, or a command line.

use super::check::{self, List, Names};
use super::found::{Found, Path};
use super::limits::{self, MS, POLL_INTERVAL_MS};
use super::model::{AllowedStates, Command, Edit, Scenario, ServiceSetup, TimedCommand};
use super::naming::{Naming, Verb};
use super::number::{Misfit, Range};
use super::problem::Problems;
use super::problem_kind::{Counted, ProblemKind};
use super::read_service::reserved;
use super::reader::Reader;
use crate::time::{Span, Time};

/// The problems of one command lie between its spot and that of the next.
const SPOTS: usize = 8;

impl Scenario {
    /// This scenario with more commands after its own, as one list: what a person does to a run.
    ///
    /// # Errors
    ///
    /// All problems of the new commands, and of its own where a new one takes a service away from them; a path such
    /// as `commands[7].crash` counts the new ones after its own.
    pub fn with_commands(&self, commands: &[TimedCommand]) -> Result<Scenario, Problems> {
        let mut found = Found::default();
        let path = Path::Top("commands");
        let verbs = commands.iter().map(|timed| timed.command.verb());
        let mut namings = self.namings(verbs);
        for (i, timed) in (self.commands.len()..).zip(commands) {
            let path = path.item(i);
            let spot = i * SPOTS;
            Values { found: &mut found, spot }.command(timed, &path);
            let mut naming = Naming::of(timed, spot + 1);
            self.check_new_name(&mut found, &mut naming, &path);
            namings.push((i, naming));
        }
        self.check(&mut found, commands.len(), &[List { path, commands: &namings }]);
        found.finish()?;
        Ok(self.and(commands))
    }

    /// This scenario with the commands of a command line after its own, such as `2000:crash ORDER` and
    /// `8000:add {"name": "SALES", "allowed_states": {}}`. The paths of their problems begin with `option`, which is
    /// `--at` there.
    ///
    /// # Errors
    ///
    /// All problems: first those that the scenario's own commands have with the new ones, then those of the new ones.
    pub fn with_command_texts<T: AsRef<str>>(&self, texts: &[T], option: &str) -> Result<Scenario, Problems> {
        let mut found = Found::default();
        let path = Path::Top(option);
        let mut base = self.commands.len() * SPOTS;
        let (mut namings, mut commands) = (Vec::new(), Vec::new());
        for (i, text) in texts.iter().enumerate() {
            let text = text.as_ref();
            let mut reader = Reader { found: &mut found, base };
            let draft = reader.command_text(text, &path.item(i), self.receiver.as_ref());
            namings.push((i, draft.naming));
            commands.extend(draft.command);
            // A text in quotes is at most six times as long: `\u0000`.
            base += SPOTS + 6 * text.len();
        }
        let verbs = namings.iter().filter_map(|(_, naming)| naming.verb);
        let own = self.namings(verbs);
        let own = List { path: Path::Top("commands"), commands: &own };
        self.check(&mut found, texts.len(), &[own, List { path, commands: &namings }]);
        found.finish()?;
        Ok(self.and(&commands))
    }

    /// The names of its own commands, as far as they matter beside new ones that do `verbs`.
    ///
    /// Its own are right already. Only a new one that changes names can make them wrong, and without such a one they
    /// matter only where they change names themselves: a click costs little however many commands there are.
    fn namings(&self, mut verbs: impl Iterator<Item = Verb>) -> Vec<(usize, Naming)> {
        let all_matter = verbs.any(Verb::changes_names);
        let matters =
            |(_, timed): &(usize, &TimedCommand)| all_matter || timed.command.verb().changes_names();
        let numbered = |(i, timed)| (i, Naming::of(timed, i * SPOTS));
        self.commands.iter().enumerate().filter(matters).map(numbered).collect()
    }

    /// Checks all commands together: how many there are, and their names over time.
    fn check(&self, found: &mut Found, more: usize, lists: &[List]) {
        let own = self.commands.len();
        if let (true, Some(last)) = (own + more > limits::COMMANDS, lists.last()) {
            let (what, most) = (Counted::Commands, limits::COMMANDS);
            found.add(own * SPOTS, &last.path, ProblemKind::TooMany { what, most });
        }
        Names::of(self.services.iter().map(|service| &service.name)).commands(found, lists);
        check::count_services(found, self.services.len(), lists);
    }

    fn and(&self, commands: &[TimedCommand]) -> Scenario {
        let mut scenario = self.clone();
        scenario.commands.extend_from_slice(commands);
        scenario
    }

    /// The name that a command brings is well spelled by its type, but may belong to a node that is no service.
    fn check_new_name(&self, found: &mut Found, naming: &mut Naming, path: &Path) {
        let (Some(verb), Some(name)) = (naming.verb, &mut naming.brings) else {
            return;
        };
        if let Some(reserved) = reserved(&name.name, self.receiver.as_ref()) {
            let action = path.field(verb.word());
            let part = if naming.looks_up.is_some() { "to" } else { "name" };
            let kind = ProblemKind::ReservedName(reserved);
            found.add(name.spot, &action.field(part), kind);
            name.fit = false;
        }
    }
}

/// The checks that reading does, for a command that was not read but put together in the program.
struct Values<'f> {
    found: &'f mut Found,
    spot: usize,
}

impl Values<'_> {
    fn command(&mut self, timed: &TimedCommand, path: &Path) {
        if timed.at > Time::LAST {
            let misfit = Misfit::Above.kind(&timed.at.to_string(), MS);
            self.found.add(self.spot, &path.field("at_ms"), misfit);
        }
        let action = path.field(timed.command.word());
        match &timed.command {
            Command::Edit(edit) => self.edit(edit, &action),
            Command::Add(setup) => self.add(setup, timed.at, &action),
            _ => {}
        }
    }

    fn edit(&mut self, edit: &Edit, path: &Path) {
        if let Some(states) = &edit.allowed_states {
            self.states(states, path);
        }
        if let Some(interval) = edit.poll_interval {
            self.interval(interval, path);
        }
        if let Some(time) = edit.work_time {
            self.range(MS, time.as_micros(), &path.field("work_time_ms"));
        }
        if edit.is_empty() {
            self.found.add(self.spot + 3, path, ProblemKind::EmptyEdit);
        }
    }

    fn add(&mut self, setup: &ServiceSetup, at: Time, path: &Path) {
        self.states(&setup.allowed_states, path);
        self.interval(setup.poll_interval, path);
        self.range(MS, setup.work_time.as_micros(), &path.field("work_time_ms"));
        let Some(given) = setup.starts_at else {
            return;
        };
        let path = path.field("starts_at_ms");
        self.range(MS, given.as_micros(), &path);
        if given < at {
            let kind = ProblemKind::StartsBeforeAdded { given, at };
            self.found.add(self.spot + 3, &path, kind);
        }
    }

    fn interval(&mut self, interval: Span, path: &Path) {
        let path = path.field("poll_interval_ms");
        self.range(POLL_INTERVAL_MS, interval.as_micros(), &path);
    }

    fn range(&mut self, range: Range, micros: u64, path: &Path) {
        if let Err(misfit) = range.holds(micros) {
            let given = Span::from_micros(micros).to_string();
            self.found.add(self.spot + 3, path, misfit.kind(&given, range));
        }
    }

    fn states(&mut self, states: &AllowedStates, path: &Path) {
        let path = path.field("allowed_states");
        for (i, (state, _)) in states.0.iter().enumerate() {
            if states.0[..i].iter().any(|(other, _)| other == state) {
                let path = path.field(state.as_str());
                self.found.add(self.spot + 3, &path, ProblemKind::DuplicateKey);
            }
        }
        if states.0.len() > limits::STATES {
            let (what, most) = (Counted::States, limits::STATES);
            self.found.add(self.spot + 3, &path, ProblemKind::TooMany { what, most });
        }
    }
}
