//! From a plan to the JSON of a scenario: gives the commands the names that exist at their time.

use event_pattern::time::Time;

use super::plan::{Action, Edit, Plan, STATES, Service, Start};

/// The names, few so that freed ones are used again.
const NAMES: [&str; 8] = ["ORDER", "Invoice", "sales", "Shop-1", "pick up", "X_9", "Order 2", "z"];

/// The receiver's name, which no service may have.
const RECEIVER: &str = "Receiver";

/// The names in the scenario at one time, in the order of the services.
struct Names {
    listed: Vec<String>,
    /// How many names beyond the pool were needed.
    extra: usize,
}

/// `plan` as the JSON of a scenario. An action that no scenario could hold at its time is left out.
pub fn render(plan: &Plan) -> String {
    let mut names = Names { listed: Vec::new(), extra: 0 };
    let services: Vec<String> =
        plan.services.iter().map(|service| service_json(service, &names.add(service.name), 0)).collect();
    // Which names exist is a matter of time, with the order of the file at one instant; the file may be in any order.
    let mut in_time: Vec<usize> = (0..plan.actions.len()).collect();
    in_time.sort_by_key(|&index| plan.actions[index].at);
    let mut commands = vec![None; plan.actions.len()];
    for index in in_time {
        let planned = &plan.actions[index];
        commands[index] = command_json(&mut names, planned.at, &planned.action);
    }
    let commands: Vec<String> = commands.into_iter().flatten().collect();
    let receiver = match plan.receiver {
        true => format!(r#" "receiver": "{RECEIVER}","#),
        false => String::new(),
    };
    format!(
        "{{ \"version\": 1, \"name\": \"Random\",{receiver}\n  \"services\": [\n{}],\n  \"commands\": [\n{}] }}",
        services.join(",\n"),
        commands.join(",\n"),
    )
}

impl Names {
    /// The first name of the pool from `wanted` on that nobody has.
    fn free(&mut self, wanted: usize) -> String {
        let mut pool = (wanted..wanted + NAMES.len()).map(|n| NAMES[n % NAMES.len()]);
        if let Some(name) = pool.find(|name| self.find(name).is_none()) {
            return name.to_owned();
        }
        self.extra += 1;
        format!("More {}", self.extra)
    }

    fn find(&self, name: &str) -> Option<usize> {
        let same = |listed: &String| listed.eq_ignore_ascii_case(name);
        self.listed.iter().position(same)
    }

    fn add(&mut self, wanted: usize) -> String {
        let name = self.free(wanted);
        self.listed.push(name.clone());
        name
    }

    /// The place of the service that `who` means, if there is any service at all.
    fn place(&self, who: usize) -> Option<usize> {
        (!self.listed.is_empty()).then(|| who % self.listed.len())
    }

    /// Its name in JSON, now and then in another case than its own: names are looked up without regard to it.
    fn quoted(&self, who: usize) -> Option<String> {
        let name = &self.listed[self.place(who)?];
        Some(match who % 3 {
            0 => format!("\"{name}\""),
            1 => format!("\"{}\"", name.to_ascii_lowercase()),
            _ => format!("\"{}\"", name.to_ascii_uppercase()),
        })
    }
}

/// A command, unless it names a service and there is none.
fn command_json(names: &mut Names, at: u64, action: &Action) -> Option<String> {
    let what = match action {
        Action::Publish(state) => format!(r#""publish": "{}""#, STATES[*state]),
        Action::Start { who } => format!(r#""start": {}"#, names.quoted(*who)?),
        Action::Stop { who } => format!(r#""stop": {}"#, names.quoted(*who)?),
        Action::Crash { who } => format!(r#""crash": {}"#, names.quoted(*who)?),
        Action::Restart { who } => format!(r#""restart": {}"#, names.quoted(*who)?),
        Action::Edit { who, edit } => {
            format!(r#""edit": {}"#, edit_json(&names.quoted(*who)?, edit))
        }
        Action::Add(service) => {
            let name = names.add(service.name);
            format!(r#""add": {}"#, service_json(service, &name, at))
        }
        Action::Rename { who, to } => rename_json(names, *who, *to)?,
        Action::Remove { who } => {
            let name = names.quoted(*who)?;
            let place = names.place(*who)?;
            names.listed.remove(place);
            format!(r#""remove": {name}"#)
        }
    };
    Some(format!(r#"    {{ "at_ms": {}, {what} }}"#, ms(at)))
}

fn rename_json(names: &mut Names, who: usize, to: Option<usize>) -> Option<String> {
    let (service, place) = (names.quoted(who)?, names.place(who)?);
    let old = names.listed[place].clone();
    let to = match to {
        Some(wanted) => names.free(wanted),
        None if old == old.to_ascii_uppercase() => old.to_ascii_lowercase(),
        None => old.to_ascii_uppercase(),
    };
    names.listed[place].clone_from(&to);
    Some(format!(r#""rename": {{ "service": {service}, "to": "{to}" }}"#))
}

fn edit_json(service: &str, edit: &Edit) -> String {
    let mut fields = vec![format!(r#""service": {service}"#)];
    if let Some(allowed) = &edit.allowed {
        fields.push(allowed_json(allowed));
    }
    fields.extend(times_json(edit.poll_interval, edit.work_time));
    // An edit has to name a field.
    if fields.len() == 1 {
        fields.push(r#""poll_interval_ms": 2"#.to_owned());
    }
    format!("{{ {} }}", fields.join(", "))
}

/// A service that appears at `at`.
fn service_json(service: &Service, name: &str, at: u64) -> String {
    let mut fields = vec![format!(r#""name": "{name}""#), allowed_json(&service.allowed)];
    fields.extend(times_json(service.poll_interval, service.work_time));
    match service.starts {
        Start::Default => {}
        Start::Null => fields.push(r#""starts_at_ms": null"#.to_owned()),
        Start::After(micros) => fields.push(format!(r#""starts_at_ms": {}"#, ms(at + micros))),
    }
    format!("{{ {} }}", fields.join(", "))
}

/// What is set is spelled in small letters: states are upper-cased when read.
fn allowed_json(allowed: &[(usize, usize)]) -> String {
    let pairs: Vec<String> = allowed
        .iter()
        .map(|&(state, next)| {
            let (state, next) = (STATES[state], STATES[next].to_ascii_lowercase());
            format!(r#""{state}": "{next}""#)
        })
        .collect();
    format!(r#""allowed_states": {{ {} }}"#, pairs.join(", "))
}

fn times_json(poll_interval: Option<u64>, work_time: Option<u64>) -> Vec<String> {
    let poll_interval = poll_interval.map(|t| format!(r#""poll_interval_ms": {}"#, ms(t)));
    let work_time = work_time.map(|t| format!(r#""work_time_ms": {}"#, ms(t)));
    poll_interval.into_iter().chain(work_time).collect()
}

/// Milliseconds as a file has them.
fn ms(micros: u64) -> String {
    Time::from_micros(micros).to_string()
}
