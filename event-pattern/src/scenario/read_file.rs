//! Reads a scenario file, version 1.

use super::check::{self, List};
use super::found::{Found, Path, quote};
use super::limits::{self, RANDOM_SEED, VERSION};
use super::model::Scenario;
use super::name::ServiceName;
use super::naming::Naming;
use super::problem::Problems;
use super::problem_kind::{Counted, JsonFault, ProblemKind};
use super::read_command::CommandDraft;
use super::read_service::ServiceDraft;
use super::reader::{self, Reader, Value};
use crate::time::Time;

impl Scenario {
    /// Reads a scenario file.
    ///
    /// # Errors
    ///
    /// All its problems, in the order of the file. If it is not JSON at all, that is the only one.
    pub fn from_json(bytes: &[u8]) -> Result<Scenario, Problems> {
        if bytes.len() > limits::FILE_MIB << 20 {
            let most_mib = limits::FILE_MIB;
            return Err(Problems::one(ProblemKind::FileTooLarge { most_mib }));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let (good, _) = bytes.split_at(error.valid_up_to());
            let before = String::from_utf8_lossy(good);
            Problems::one(reader::broken(&before, JsonFault::NotUtf8))
        })?;
        // Windows' editors begin a file with this mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json = reader::parse(text).map_err(Problems::one)?;
        let mut found = Found::default();
        let scenario = Reader { found: &mut found, base: 0 }.scenario(json.value());
        found.finish()?;
        // Without an object to read there was a problem.
        Ok(scenario)
    }
}

impl Reader<'_> {
    fn scenario(&mut self, value: Value) -> Scenario {
        const FIELDS: [&str; 6] = ["version", "name", "services", "random_seed", "receiver", "commands"];
        let top = Path::Top("");
        let mut scenario = Scenario::empty();
        let Some(fields) = self.fields(value, &top, &FIELDS) else {
            return scenario;
        };
        for (key, field) in FIELDS.iter().zip(&fields).take(3) {
            if field.is_none() {
                self.missing(value, &top, key);
            }
        }
        let [version, name, services, random_seed, receiver, commands] = fields;
        if let Some(version) = version {
            self.version(version, &top.field("version"));
        }
        if let Some(name) = name.and_then(|name| self.text(name, &top.field("name"))) {
            scenario.name = name.into_owned();
        }
        scenario.random_seed = random_seed
            .and_then(|seed| self.number(seed, &top.field("random_seed"), RANDOM_SEED))
            .unwrap_or_default();
        scenario.receiver = receiver
            .and_then(|name| self.new_name(name, &top.field("receiver"), None))
            .map(|spotted| spotted.name);
        let receiver = scenario.receiver.as_ref();
        let services =
            services.map(|list| self.services(list, &top.field("services"), receiver)).unwrap_or_default();
        let commands =
            commands.map(|list| self.commands(list, &top.field("commands"), receiver)).unwrap_or_default();
        let (namings, commands): (Vec<_>, Vec<_>) =
            commands.into_iter().enumerate().map(|(i, draft)| ((i, draft.naming), draft.command)).unzip();
        self.check_names(&services, &namings);
        scenario.commands = commands.into_iter().flatten().collect();
        scenario.services = services.into_iter().flatten().map(|draft| draft.setup).collect();
        scenario
    }

    fn version(&mut self, value: Value, path: &Path) {
        if !value.kind().is_number() {
            self.number(value, path, VERSION);
        } else if VERSION.value(value.as_raw_str()).is_err() {
            let given = quote(value.as_raw_str());
            self.problem(value, path, ProblemKind::UnknownVersion { given });
        }
    }

    fn services(
        &mut self,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
    ) -> Vec<Option<ServiceDraft>> {
        let Some(items) = self.items(value, path) else {
            return Vec::new();
        };
        let services: Vec<_> = items
            .enumerate()
            .map(|(i, item)| self.service(item, &path.item(i), Some(Time::ZERO), receiver))
            .collect();
        self.limit(value, path, services.len(), Counted::Services, limits::SERVICES);
        services
    }

    fn commands(&mut self, value: Value, path: &Path, receiver: Option<&ServiceName>) -> Vec<CommandDraft> {
        let Some(items) = self.items(value, path) else {
            return Vec::new();
        };
        let commands: Vec<_> =
            items.enumerate().map(|(i, item)| self.command(item, &path.item(i), receiver)).collect();
        self.limit(value, path, commands.len(), Counted::Commands, limits::COMMANDS);
        commands
    }

    fn limit(&mut self, value: Value, path: &Path, count: usize, what: Counted, most: usize) {
        if count > most {
            self.problem(value, path, ProblemKind::TooMany { what, most });
        }
    }

    fn check_names(&mut self, services: &[Option<ServiceDraft>], commands: &[(usize, Naming)]) {
        let lists = [List { path: Path::Top("commands"), commands }];
        let names = services.iter().map(|service| service.as_ref().and_then(|service| service.name.as_ref()));
        check::services(self.found, names).commands(self.found, &lists);
        check::count_services(self.found, services.len(), &lists);
    }
}
