//! What is happening, told at a place of a run: the most important first, and what to publish to move who stands still.

mod key;
mod loss;
mod others;
mod quiet;

use event_pattern::explain::{Fate, fate};
use event_pattern::trace::{Actor, Driver, EntryId, ServiceId, What};
use event_pattern::view::{KeyView, Sight};
use event_pattern::{Span, State, Time, Trace, View};

use super::entry::entry_sentence;
use super::sentence::Sentence;
use super::told::{Teller, Told};
use crate::texts::story::StoryTexts;
use crate::texts::{Texts, counted};

pub use quiet::quiet_story;

/// How many services are told of one by one; a longer list is not read.
const TOLD_SERVICES: usize = 4;
/// How long what a person did to a service goes before everything else, in simulated time.
const FRESH: Span = Span::from_ms(3_000);

/// What is happening at one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The sentences, the most important first; there is always one.
    pub sentences: Vec<Sentence>,
    /// What moves the services that stand still.
    pub moves: Vec<Move>,
}

/// What to publish to move a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The service.
    pub service: ServiceId,
    /// What introduces the states, or says that there are none.
    pub sentence: Sentence,
    /// Each of them moves the service.
    pub states: Vec<State>,
}

/// Tells what is happening at `view`'s place.
pub fn story(texts: &Texts, trace: &Trace, view: &View) -> Story {
    let teller = Teller { texts, trace, seen: view.entries_seen };
    let mut narrator = Narrator {
        texts: &texts.story,
        teller,
        view,
        told: None,
        nobody_told: false,
        story: Story::default(),
    };
    narrator.narrate();
    narrator.story
}

/// Tells a story; what it has told of once it does not tell again.
struct Narrator<'a> {
    texts: &'a StoryTexts,
    teller: Teller<'a>,
    view: &'a View,
    /// The service that the newest entry was about, and that its own sentence has told of.
    told: Option<ServiceId>,
    /// Whether it was told that nobody acts on what work has left in the key: then it goes without saying who looks.
    nobody_told: bool,
    story: Story,
}

impl Narrator<'_> {
    fn narrate(&mut self) {
        self.newest_command();
        self.sight();
        match self.view.key {
            None => {
                // Before anything has happened they are what to wait for: a run that was saved has only begun.
                self.ahead();
                self.empty_key();
            }
            Some(key) => {
                self.full_key(key);
                self.ahead();
            }
        }
        self.story.moves = quiet::moves(&self.teller, self.view);
    }

    /// What a person just did to a service, or what was refused and why, is what they ask about.
    fn newest_command(&mut self) {
        let trace = self.teller.trace;
        let Some(last) = self.view.entries_seen.checked_sub(1).map(EntryId::from_index) else { return };
        let Some(entry) = trace.get(last) else { return };
        let about_a_service = match entry.what {
            What::Started => entry.at != Time::ZERO,
            What::Stopping | What::Stopped | What::Crashed | What::Restarted | What::Edited(_) => true,
            What::Added | What::Renamed | What::Removed | What::CommandRefused { .. } => true,
            _ => false,
        };
        if about_a_service && self.view.place.at.since(entry.at) < FRESH {
            self.told = entry.actor.service();
            self.story.sentences.extend(entry_sentence(self.teller.texts, trace, last));
        }
    }

    /// The commands that the scenario was opened with and that are still to come.
    fn ahead(&mut self) {
        let commands = &self.teller.trace.header().scenario.commands;
        let ahead = || commands.iter().map(|timed| timed.at).filter(|at| *at > self.view.place.at);
        let Some(next) = ahead().min() else { return };
        let count = ahead().count() as u64;
        let pattern = counted(count, self.texts.ahead_one, self.texts.ahead_many);
        self.say(pattern, &[("count", Told::Count(count)), ("clock", Told::Clock(next))]);
    }

    /// Whether what the key holds can be seen at all, and who put it there if it was somebody elsewhere.
    fn sight(&mut self) {
        match self.view.sight {
            Sight::StoreAway => self.say(self.texts.store_away, &[]),
            Sight::LinkLost => self.say(self.texts.link_lost, &[]),
            Sight::Clear => {}
        }
        let Some(key) = self.view.key else { return };
        if let Actor::Other(_) = key.set_by {
            let entry = self.attribution(key).unwrap_or(key.occurrence);
            let Teller { texts, trace, .. } = self.teller;
            self.story.sentences.extend(entry_sentence(texts, trace, entry));
        }
    }

    /// The entry that says who had set the key, if that was learned later.
    fn attribution(&self, key: KeyView) -> Option<EntryId> {
        let first = key.occurrence.index() + 1;
        let seen = self.teller.trace.entries_from(first).take(self.view.entries_seen.checked_sub(first)?);
        let mut told = seen.filter(|(_, entry)| entry.what == What::Attributed);
        told.next().map(|(id, _)| id)
    }

    fn empty_key(&mut self) {
        let running: Vec<_> = quiet::running(self.view).collect();
        match running.as_slice() {
            [] if self.view.present().next().is_none() => self.say(self.texts.no_services, &[]),
            [] if self.view.present().any(|(_, service)| service.is_about_to_start(self.view.place.at)) => {
                self.say(self.texts.nobody_runs_yet, &[]);
            }
            [] if self.view.driver == Driver::Live => self.say(self.texts.nobody_runs_here, &[]),
            [] => self.say(self.texts.nobody_runs, &[]),
            some => self.story.sentences.push(quiet::looking(&self.teller, some)),
        }
        self.others(&[]);
    }

    fn full_key(&mut self, key: KeyView) {
        let fate = fate(self.teller.trace, self.view, key.occurrence);
        let loss = self.loss_of(key.occurrence);
        let mut told = Vec::new();
        match &fate {
            Some(Fate::Taken(taken)) => {
                self.taken(key, taken, &mut told);
                self.lost(loss.as_ref());
            }
            // Nobody can take what nobody can see, and nobody knows whether it is still there.
            Some(Fate::Waiting(_)) if self.view.sight != Sight::Clear => self.lost(loss.as_ref()),
            Some(Fate::Waiting(hearers)) => {
                self.lost(loss.as_ref());
                self.waiting(key, hearers, &mut told);
            }
            _ => {
                self.lost(loss.as_ref());
                self.nobody(key);
            }
        }
        self.others(&told);
    }

    /// What the key holds, and that nobody wants it.
    fn nobody(&mut self, key: KeyView) {
        let state = ("state", Told::State(key.state));
        match key.set_by {
            _ if self.teller.trace.names().state(key.state).is_foreign() => {
                self.say(self.texts.no_state, &[state]);
            }
            _ if self.view.driver == Driver::Live && key.set_by.service().is_none() => {
                self.say(self.texts.nobody_acts_here, &[state]);
            }
            Actor::Publisher | Actor::Other(_) => self.say(self.texts.nobody_acts, &[state]),
            Actor::Service(service) => {
                self.say(self.texts.done, &[("service", Told::Service(service)), state]);
                self.say(self.texts.nobody_after_done, &[state]);
                self.nobody_told = true;
            }
        }
    }

    fn say(&mut self, pattern: &str, places: &[(&str, Told)]) {
        let sentence = self.teller.tell(pattern, places);
        self.story.sentences.push(sentence);
    }
}
