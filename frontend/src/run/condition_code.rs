//! Conditions as short texts: what a list to choose from and a saved run call them.

use event_pattern::Time;
use event_pattern::condition::{Condition, Measure};
use event_pattern::trace::{Actor, EntryKind, ServiceId};

/// What the measures are called, in the order of [`Measure::ALL`].
const MEASURES: [&str; 11] = [
    "polls",
    "wasted_polls",
    "works",
    "busy",
    "published",
    "lost",
    "overwritten_by_result",
    "unheard",
    "double_work",
    "abandoned_work",
    "detection",
];

/// What a condition is called: `loss`, `at 3000000`, `kind crashed`, `actor 2`, `above lost 5`.
pub fn code(condition: Condition) -> String {
    match condition {
        Condition::At(at) => ["at", &at.as_micros().to_string()].join(" "),
        Condition::Loss => "loss".to_owned(),
        Condition::Kind(kind) => ["kind", kind.as_str()].join(" "),
        Condition::Actor(Actor::Service(service)) => ["actor", &service.number().to_string()].join(" "),
        Condition::Actor(Actor::Publisher | Actor::Other(_)) => "actor publisher".to_owned(),
        Condition::Above(measure, value) => {
            let known = Measure::ALL.iter().zip(MEASURES).find(|(known, _)| **known == measure);
            ["above", known.map_or("", |(_, name)| name), &value.to_string()].join(" ")
        }
    }
}

/// The condition that is called `code`.
pub fn from_code(code: &str) -> Option<Condition> {
    let mut words = code.split(' ');
    let condition = match (words.next()?, words.next()) {
        ("loss", None) => Condition::Loss,
        ("at", Some(micros)) => {
            let at = Time::from_micros(micros.parse().ok()?);
            Condition::At(Some(at).filter(|at| *at <= Time::LAST)?)
        }
        ("kind", Some(name)) => {
            Condition::Kind(EntryKind::ALL.iter().copied().find(|kind| kind.as_str() == name)?)
        }
        ("actor", Some("publisher")) => Condition::Actor(Actor::Publisher),
        ("actor", Some(number)) => {
            let index = number.parse::<u32>().ok()?.checked_sub(1)?;
            Condition::Actor(Actor::Service(ServiceId::from_index(usize::try_from(index).ok()?)))
        }
        ("above", Some(name)) => {
            let (measure, _) = Measure::ALL.into_iter().zip(MEASURES).find(|(_, known)| *known == name)?;
            Condition::Above(measure, words.next()?.parse().ok()?)
        }
        _ => return None,
    };
    words.next().is_none().then_some(condition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_condition_has_a_code_and_garbage_has_none() {
        let mut conditions = vec![
            Condition::At(Time::LAST),
            Condition::Loss,
            Condition::Actor(Actor::Publisher),
            Condition::Actor(Actor::Service(ServiceId::from_index(4))),
        ];
        conditions.extend(EntryKind::ALL.iter().map(|kind| Condition::Kind(*kind)));
        conditions.extend(Measure::ALL.map(|measure| Condition::Above(measure, 12)));
        for condition in conditions {
            assert_eq!(from_code(&code(condition)), Some(condition));
        }
        let garbage = [
            "",
            "loss 1",
            "at",
            "at 99999999999999999",
            "kind x",
            "actor 0",
            "actor x",
            "actor 4294967296",
            "above lost",
            "above x 1",
            "above lost 1 1",
        ];
        for garbage in garbage {
            assert_eq!(from_code(garbage), None, "{garbage}");
        }
    }
}
