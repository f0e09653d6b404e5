//! The built-in scenarios: what the tutorial says, each of its readings, so that a learner can see the difference.

use super::model::{AllowedStates, Scenario, ServiceSetup};
use super::name::ServiceName;
use crate::state::State as S;
use crate::time::Time;

/// A scenario that comes with the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum BuiltIn {
    /// What the tutorial's text describes.
    #[default]
    Described,
    /// What its printed code does: the order service is a copy of the invoice service.
    Listed,
    /// What its enum and its example `publisher.py --state transaction_created` name.
    Enumerated,
    /// What it hints at: "in a real case it need not be IDLE".
    Choreography,
    /// Its first diagram: two subscribers that report to a receiver.
    Overview,
}

impl BuiltIn {
    /// All of them, the default first.
    pub const ALL: [BuiltIn; 5] =
        [BuiltIn::Described, BuiltIn::Listed, BuiltIn::Enumerated, BuiltIn::Choreography, BuiltIn::Overview];

    /// Its name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            BuiltIn::Described => "described",
            BuiltIn::Listed => "listed",
            BuiltIn::Enumerated => "enumerated",
            BuiltIn::Choreography => "choreography",
            BuiltIn::Overview => "overview",
        }
    }

    /// The one with that name.
    pub fn by_name(name: &str) -> Option<BuiltIn> {
        BuiltIn::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The scenario itself. It holds no commands.
    pub fn scenario(self) -> Scenario {
        Scenario {
            name: self.title().to_owned(),
            receiver: match self {
                BuiltIn::Overview => Some(ServiceName::unchecked("Publisher Receiver")),
                _ => None,
            },
            services: self.services().iter().map(|(name, states)| service(name, states)).collect(),
            ..Scenario::empty()
        }
    }

    const fn services(self) -> Services {
        match self {
            BuiltIn::Described => DESCRIBED,
            BuiltIn::Listed => LISTED,
            BuiltIn::Enumerated => ENUMERATED,
            BuiltIn::Choreography => CHOREOGRAPHY,
            BuiltIn::Overview => OVERVIEW,
        }
    }

    /// What it is called inside its file.
    const fn title(self) -> &'static str {
        match self {
            BuiltIn::Described => "As the tutorial describes it",
            BuiltIn::Listed => "As the tutorial's code is printed",
            BuiltIn::Enumerated => "As the tutorial's enum has it",
            BuiltIn::Choreography => "Choreography",
            BuiltIn::Overview => "The tutorial's first diagram",
        }
    }
}

/// The services of a scenario: data, which takes less room in a page than what would make it. Each has the states that
/// it works on, and what it sets after each.
type Services = &'static [(&'static str, &'static [(S, S)])];

const DESCRIBED: Services = &[
    ("ORDER", &[(S::TRANSACTION_PAID, DONE), (S::TRANSACTION_CANCELED, DONE)]),
    ("INVOICE", &[(S::ORDER_COMPLETED, DONE), (S::ORDER_CANCELED, DONE)]),
];

const LISTED: Services = &[
    ("ORDER", &[(S::ORDER_CANCELED, DONE), (S::ORDER_PAID, DONE)]),
    ("INVOICE", &[(S::ORDER_CANCELED, DONE), (S::ORDER_PAID, DONE)]),
];

const ENUMERATED: Services = &[
    ("ORDER", &[(S::TRANSACTION_CREATED, DONE), (S::TRANSACTION_CANCELED, DONE)]),
    ("INVOICE", &[(S::ORDER_PAID, DONE), (S::ORDER_CANCELED, DONE)]),
];

const CHOREOGRAPHY: Services = &[
    ("ORDER", &[(S::TRANSACTION_PAID, S::ORDER_COMPLETED), (S::TRANSACTION_CANCELED, S::ORDER_CANCELED)]),
    ("INVOICE", &[(S::ORDER_COMPLETED, DONE), (S::ORDER_CANCELED, DONE)]),
];

const OVERVIEW: Services = &[("Subscriber1", &[(S::PART_A, DONE)]), ("Subscriber2", &[(S::PART_B, DONE)])];

const DONE: S = S::IDLE;

/// A service with the tutorial's times.
fn service(name: &str, states: &[(S, S)]) -> ServiceSetup {
    ServiceSetup {
        starts_at: Some(Time::ZERO),
        ..ServiceSetup::new(ServiceName::unchecked(name), AllowedStates(states.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_scenario_is_a_valid_file_without_commands() {
        for built_in in BuiltIn::ALL {
            let scenario = built_in.scenario();
            let json = scenario.to_json();
            assert_eq!(Scenario::from_json(json.as_bytes()), Ok(scenario), "{json}");
            assert_eq!(built_in.scenario().commands, []);
            assert_eq!(BuiltIn::by_name(built_in.name()), Some(built_in));
        }
        assert_eq!(BuiltIn::by_name("Described"), None);
    }
}
