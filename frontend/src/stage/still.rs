//! What the stage's nodes say, taken from a still of the run: values without words.

use std::rc::Rc;

use event_pattern::explain::{Fate, fate};
use event_pattern::service::Phase;
use event_pattern::trace::{Actor, EntryId, ServiceId, What};
use event_pattern::view::{KeyView, Origin, ServiceView, Sight};
use event_pattern::{Span, State, Time};
use yew::AttrValue;

use super::doing::Doing;
use super::flights::reads_blur;
use super::layout::{Cast, Receiver};
use crate::run::Picture;

/// How long a flight takes for the viewer, in microseconds.
const FLIGHT_MICROS: f64 = 400_000.0;
/// What is left is told in tenths of seconds.
const TENTH: u64 = 100_000;
/// How many entries are searched for the last publication.
const LOOK_BACK: usize = 10_000;

/// One service at the place that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceStill {
    /// Who it is.
    pub id: ServiceId,
    /// What it is called there.
    pub name: AttrValue,
    /// What it does.
    pub doing: Doing,
    /// The states that it allows.
    pub allowed: Rc<[State]>,
    /// Which of them the key holds.
    pub matching: Option<usize>,
    /// How long it sleeps between two looks.
    pub poll_interval: Span,
}

impl ServiceStill {
    /// Whether nothing has changed since `before` but the time that it still does what it does.
    pub fn only_counts_down_since(&self, before: &ServiceStill) -> bool {
        self.doing.is_the_same_as(&before.doing)
            && (self.matching, self.poll_interval, &self.name)
                == (before.matching, before.poll_interval, &before.name)
            && self.allowed == before.allowed
    }

    /// The services in `picture`, the first `most` in their order.
    pub fn all(picture: &Picture, most: usize) -> Vec<ServiceStill> {
        picture
            .view
            .present()
            .take(most)
            .map(|(id, service)| ServiceStill::of(picture, id, service))
            .collect()
    }

    fn of(picture: &Picture, id: ServiceId, service: &ServiceView) -> ServiceStill {
        let names = picture.trace.names();
        let allowed = names.allowed(service.allowed);
        let held = picture.view.key.map(|key| key.state);
        ServiceStill {
            id,
            name: name_of(picture, id),
            doing: doing(picture, service),
            allowed: allowed.iter().map(|(state, _)| names.state(*state).clone()).collect(),
            matching: allowed.iter().position(|(state, _)| Some(*state) == held),
            poll_interval: service.poll_interval,
        }
    }
}

/// What has to be laid out for `picture`, of which these services are drawn.
pub fn cast(picture: &Picture, services: &[ServiceStill]) -> Cast {
    let receiver = match picture.trace.header().scenario.receiver {
        Some(_) => Receiver::Present,
        None => Receiver::Absent,
    };
    let states = services.iter().map(|service| service.allowed.len()).max().unwrap_or(0);
    Cast { services: picture.view.present().count(), states, receiver }
}

fn name_of(picture: &Picture, id: ServiceId) -> AttrValue {
    let name = picture.trace.names().service(id).name_after(picture.view.entries_seen);
    AttrValue::from(name.as_str().to_owned())
}

fn doing(picture: &Picture, service: &ServiceView) -> Doing {
    let now = picture.view.place.at;
    let names = picture.trace.names();
    // While time stands, nothing is too fast to be seen.
    let speed = if picture.playing { picture.speed.0 } else { 0.0 };
    let flight = Span::from_micros((FLIGHT_MICROS * speed) as u64);
    match &service.phase {
        Phase::NotStarted { starts_at: None } if picture.is_live() => Doing::LeftToOthers,
        Phase::NotStarted { starts_at } => Doing::NotStarted { starts_at: *starts_at },
        Phase::Sleeping(_) | Phase::Reading(_) if reads_blur(service.poll_interval, flight) => {
            Doing::LookingFast { every: service.poll_interval }
        }
        Phase::Sleeping(clock) => Doing::Sleeping { left: tenths(clock.next().since(now)) },
        Phase::Reading(_) => Doing::Sleeping { left: Span::ZERO },
        Phase::Working(work) | Phase::Writing(_, work) => {
            let (on, left) = (names.state(work.state).clone(), tenths(work.until.since(now)));
            match work.stopping {
                Some(_) => Doing::Stopping { on, left },
                None => Doing::Working { on, next: names.state(work.next_state).clone(), left },
            }
        }
        Phase::Stopped | Phase::Removed => Doing::Stopped,
        Phase::Crashed => Doing::Crashed,
    }
}

/// Rounded up to tenths of a second: nothing is left only when it is over.
fn tenths(left: Span) -> Span {
    Span::from_micros(left.as_micros().div_ceil(TENTH) * TENTH)
}

/// Who set the key.
#[derive(Clone, Debug, PartialEq)]
pub enum Setter {
    /// The publisher.
    Publisher,
    /// A service of this name.
    Service(AttrValue),
    /// Somebody elsewhere, who calls themselves so.
    Other(AttrValue),
    /// Somebody elsewhere, and nobody knows who.
    Unknown,
    /// Nobody here saw it: it was there when a live run came to the key.
    Found,
}

/// What becomes of what the key holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    /// The service of this name will take it.
    WaitsFor(AttrValue),
    /// One of so many services will take it.
    WaitsForOneOf(usize),
    /// Services act on it, but none of them runs.
    WaitsInVain,
    /// Services act on it, but none runs here, and some are left to others.
    LeftToOthers,
    /// It is what the key held last: the store is away.
    StoreAway,
    /// It is what the key held last: there is no connection.
    LinkLost,
    /// No service acts on it.
    NobodyActs,
    /// This service took it.
    Taken(AttrValue),
    /// It was taken so often.
    TakenTimes(usize),
}

/// What the key holds at the place that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyStill {
    /// The value.
    pub state: State,
    /// Who set it.
    pub by: Setter,
    /// When.
    pub at: Time,
    /// What becomes of it; nothing for what a service set and nobody acts on: that is how a run comes to rest.
    pub hint: Option<Hint>,
    /// The state that was lost when this one was set.
    pub lost: Option<State>,
}

impl KeyStill {
    /// What the key holds in `picture`; none for a missing key.
    pub fn of(picture: &Picture) -> Option<KeyStill> {
        let key = picture.view.key?;
        let by = match key.set_by {
            _ if key.origin == Origin::Found => Setter::Found,
            Actor::Publisher => Setter::Publisher,
            Actor::Service(id) => Setter::Service(name_of(picture, id)),
            Actor::Other(None) => Setter::Unknown,
            Actor::Other(Some(label)) => {
                Setter::Other(AttrValue::from(picture.trace.names().label(label).to_owned()))
            }
        };
        Some(KeyStill {
            state: picture.trace.names().state(key.state).clone(),
            hint: hint(picture, &key)
                .filter(|hint| *hint != Hint::NobodyActs || !matches!(by, Setter::Service(_))),
            by,
            at: key.set_at,
            lost: lost_with(picture, &key),
        })
    }
}

fn hint(picture: &Picture, key: &KeyView) -> Option<Hint> {
    match picture.view.sight {
        Sight::Clear => {}
        Sight::StoreAway => return Some(Hint::StoreAway),
        Sight::LinkLost => return Some(Hint::LinkLost),
    }
    Some(match fate(&picture.trace, &picture.view, key.occurrence)? {
        Fate::Taken(taken) => match taken.as_slice() {
            [once] => Hint::Taken(name_of(picture, once.by)),
            often => Hint::TakenTimes(often.len()),
        },
        Fate::Waiting(services) => {
            let phase = |id: &ServiceId| &picture.view.service(*id).phase;
            let left = |id: &ServiceId| matches!(phase(id), Phase::NotStarted { .. });
            let left_to_others = picture.is_live() && services.iter().any(left);
            let running = services.into_iter().filter(|id| phase(id).is_running());
            match running.collect::<Vec<_>>().as_slice() {
                [] if left_to_others => Hint::LeftToOthers,
                [] => Hint::WaitsInVain,
                [one] => Hint::WaitsFor(name_of(picture, *one)),
                many => Hint::WaitsForOneOf(many.len()),
            }
        }
        Fate::NobodyAllowsIt => Hint::NobodyActs,
        Fate::Lost { .. } | Fate::Passed { .. } | Fate::LeftToOthers { .. } => return None,
    })
}

/// The state that was lost last at the instant at which the key was set to what it holds now.
fn lost_with(picture: &Picture, key: &KeyView) -> Option<State> {
    let first = picture.trace.count_before(key.set_at);
    let seen = picture.trace.entries_from(first).take(picture.view.entries_seen.saturating_sub(first));
    let at_once = seen.take_while(|(_, entry)| entry.at == key.set_at);
    let lost = at_once.filter_map(|(_, entry)| match entry.what {
        What::StateLost { state, .. } => Some(state),
        _ => None,
    });
    lost.last().map(|state| picture.trace.names().state(state).clone())
}

/// What the publisher published last, and when; none also if that lies very far back.
pub fn last_published(picture: &Picture) -> Option<(State, Time)> {
    let names = picture.trace.names();
    if let Some(key) = picture.view.key.filter(|key| key.set_by == Actor::Publisher) {
        return Some((names.state(key.state).clone(), key.set_at));
    }
    let seen = picture.view.entries_seen;
    let oldest = if picture.view.totals.published == 0 { seen } else { seen.saturating_sub(LOOK_BACK) };
    (oldest..seen).rev().find_map(|index| {
        let entry = picture.trace.get(EntryId::from_index(index))?;
        match entry.what {
            What::Published { state, .. } => Some((names.state(state).clone(), entry.at)),
            _ => None,
        }
    })
}
