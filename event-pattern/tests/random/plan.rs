//! The plan of a random scenario: small numbers that shrink well and collide often.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The states, few so that services share them.
pub const STATES: [&str; 5] = ["IDLE", "A", "B", "C", "D"];

/// Instants in microseconds, few so that much happens at one of them; they meet the sums of intervals below.
pub const INSTANTS: [u64; 20] = [
    0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 500, 1_500, 2_500, 7_125, 10_000, 20_000, 100_000, 500_000,
    501_000, 600_000, 1_000_000, 1_000_001, 3_500_000,
];

/// Poll intervals in microseconds, from the least that is allowed.
const POLL_INTERVALS: [u64; 9] = [1_000, 2_000, 3_000, 1_500, 2_500, 3_333, 100_000, 500_000, 250_125];

/// Work times in microseconds; work of no time at all has a rule of its own.
const WORK_TIMES: [u64; 10] = [0, 1_000, 2_000, 3_000, 500, 1_500, 1, 100_000, 500_000, 3_000_000];

/// A scenario in numbers.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Whether there is a receiver.
    pub receiver: bool,
    /// The services that are there from the beginning.
    pub services: Vec<Service>,
    /// What happens from outside, in the order of the file.
    pub actions: Vec<Planned>,
}

/// A service in numbers. What is `None` is left to the default.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name, by its number in the pool of names; the next free one if it is taken.
    pub name: usize,
    /// The allowed states and what is set after work on them, by their numbers.
    pub allowed: Vec<(usize, usize)>,
    /// In microseconds.
    pub poll_interval: Option<u64>,
    /// In microseconds.
    pub work_time: Option<u64>,
    /// When it starts, if it is there from the beginning.
    pub starts: Start,
}

/// When a service starts by itself.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// The field is not there: the default counts.
    Default,
    /// Never.
    Null,
    /// This long, in microseconds, after the beginning, or after the `add` that brings it.
    After(u64),
}

/// An action with its instant.
#[derive(Clone, Debug)]
pub struct Planned {
    /// In microseconds.
    pub at: u64,
    /// What is done.
    pub action: Action,
}

/// A command in numbers. `who` counts, round and round, through the services that exist at that time.
#[derive(Clone, Debug)]
pub enum Action {
    /// Sets a state, by its number.
    Publish(usize),
    /// `start`.
    Start { who: usize },
    /// `stop`.
    Stop { who: usize },
    /// `crash`.
    Crash { who: usize },
    /// `restart`.
    Restart { who: usize },
    /// `edit`.
    Edit { who: usize, edit: Edit },
    /// `add`.
    Add(Add),
    /// `rename`, to a name by its number in the pool of names; `None` only changes the case.
    Rename { who: usize, to: Option<usize> },
    /// `remove`.
    Remove { who: usize },
}

/// The service that an `add` brings.
pub type Add = Service;

/// New settings; a plan with none at all is rendered as a new poll interval.
#[derive(Clone, Debug)]
pub struct Edit {
    /// As in a service.
    pub allowed: Option<Vec<(usize, usize)>>,
    /// As in a service.
    pub poll_interval: Option<u64>,
    /// As in a service.
    pub work_time: Option<u64>,
}

/// Random plans.
pub fn plans() -> impl Strategy<Value = Plan> {
    (any::<bool>(), vec(service(), 0..=6), vec(planned(), 0..=40))
        .prop_map(|(receiver, services, actions)| Plan { receiver, services, actions })
}

fn service() -> impl Strategy<Value = Service> {
    let settings = (poll_interval(), work_time());
    (0..8usize, allowed(), settings, start()).prop_map(
        |(name, allowed, (poll_interval, work_time), starts)| Service {
            name,
            allowed,
            poll_interval,
            work_time,
            starts,
        },
    )
}

/// Each state at most once, as a file demands, in any order of its own.
fn allowed() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let some = subsequence((0..STATES.len()).collect::<Vec<_>>(), 0..=3);
    (some.prop_shuffle(), vec(0..STATES.len(), 3))
        .prop_map(|(states, next)| states.into_iter().zip(next).collect())
}

fn poll_interval() -> impl Strategy<Value = Option<u64>> {
    option::weighted(0.9, select(&POLL_INTERVALS[..]))
}

fn work_time() -> impl Strategy<Value = Option<u64>> {
    option::weighted(0.9, select(&WORK_TIMES[..]))
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        3 => Just(Start::After(0)),
        1 => Just(Start::Default),
        1 => Just(Start::Null),
        2 => select(&INSTANTS[..]).prop_map(Start::After),
    ]
}

fn planned() -> impl Strategy<Value = Planned> {
    (select(&INSTANTS[..]), action()).prop_map(|(at, action)| Planned { at, action })
}

fn action() -> impl Strategy<Value = Action> {
    let who = 0..8usize;
    let named = who.clone();
    prop_oneof![
        8 => (0..STATES.len()).prop_map(Action::Publish),
        2 => who.clone().prop_map(|who| Action::Start { who }),
        3 => who.clone().prop_map(|who| Action::Stop { who }),
        3 => who.clone().prop_map(|who| Action::Crash { who }),
        4 => who.clone().prop_map(|who| Action::Restart { who }),
        4 => (who.clone(), edit()).prop_map(|(who, edit)| Action::Edit { who, edit }),
        2 => service().prop_map(Action::Add),
        2 => (who, option::weighted(0.7, 0..8usize)).prop_map(|(who, to)| Action::Rename { who, to }),
        1 => named.prop_map(|who| Action::Remove { who }),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let allowed = option::of(allowed());
    let interval = option::of(select(&POLL_INTERVALS[..]));
    let work = option::of(select(&WORK_TIMES[..]));
    (allowed, interval, work).prop_map(|(allowed, poll_interval, work_time)| Edit {
        allowed,
        poll_interval,
        work_time,
    })
}
