//! A store that does as it is told.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex};

use protocol::Watch;
use tokio::sync::Notify;

use crate::metrics::Metrics;
use crate::store::link::{Command, Connector, Hint, Link, Lost, Replies, Reply};
use crate::store::{Pace, Store};

/// What the store does, until it is told otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    Answers,
    /// Takes commands, and does them, but its replies never come.
    Mute,
    /// Refuses new links, and closes the ones there are.
    Away,
    /// Is there, and says no to everything.
    Loading,
}

/// A store of the test's own; links to it share it.
#[derive(Clone)]
pub(super) struct Fake(Arc<Mutex<Inside>>);

pub(super) struct Inside {
    pub(super) mood: Mood,
    pub(super) text: String,
    /// Everything that was ever sent, link by link.
    pub(super) sent: Vec<Command>,
    pub(super) links: usize,
    hints: Arc<Notify>,
    pending: VecDeque<Hint>,
    pub(super) watch: Watch,
    pub(super) is_whole: bool,
}

pub(super) struct FakeLink(Fake);

impl Fake {
    pub(super) fn new() -> Fake {
        Fake(Arc::new(Mutex::new(Inside {
            mood: Mood::Answers,
            text: String::new(),
            sent: Vec::new(),
            links: 0,
            hints: Arc::default(),
            pending: VecDeque::new(),
            watch: Watch::Tracking,
            is_whole: false,
        })))
    }

    pub(super) fn with<T>(&self, change: impl FnOnce(&mut Inside) -> T) -> T {
        change(&mut self.0.lock().unwrap())
    }

    pub(super) fn store(&self) -> Store {
        let metrics = Arc::new(Metrics::new());
        Store::start(self.clone(), protocol::StoreKind::Redis, Pace::default(), metrics)
    }

    pub(super) fn hint(&self, hint: Hint) {
        self.with(|inside| {
            inside.pending.push_back(hint);
            inside.hints.notify_one();
        });
    }

    /// Somebody else sets the key.
    pub(super) fn foreign(&self, text: &str) {
        self.with(|inside| inside.text = text.to_owned());
        self.hint(Hint::LookAgain);
    }

    pub(super) fn go_away(&self) {
        self.with(|inside| inside.mood = Mood::Away);
        self.hint(Hint::Closed(Lost("It is gone.".to_owned())));
    }

    pub(super) fn mood(&self, mood: Mood) {
        self.with(|inside| inside.mood = mood);
    }

    pub(super) fn writes(&self) -> usize {
        self.with(|inside| inside.sent.iter().filter(|sent| matches!(sent, Command::Write(_))).count())
    }
}

impl Connector for Fake {
    type Link = FakeLink;

    async fn connect(&self) -> Result<FakeLink, Lost> {
        self.with(|inside| {
            inside.links += 1;
            inside.pending.clear();
            if inside.mood == Mood::Away { Err(Lost("It is not there.".to_owned())) } else { Ok(()) }
        })?;
        Ok(FakeLink(self.clone()))
    }
}

impl Inside {
    fn reply(&mut self, command: &Command) -> Reply {
        self.sent.push(command.clone());
        match command {
            _ if self.mood == Mood::Loading => Reply::Refused("LOADING".to_owned()),
            Command::Read if self.text == "[list]" => Reply::WrongType("WRONGTYPE".to_owned()),
            Command::Read => Reply::Text(self.text.clone().into_bytes()),
            Command::Write(state) => {
                self.text = state.as_str().to_owned();
                Reply::Done
            }
            Command::Beat => Reply::Done,
        }
    }
}

impl Link for FakeLink {
    fn watch(&self) -> Watch {
        self.0.with(|inside| inside.watch)
    }

    fn reads_whole_texts(&self) -> bool {
        self.0.with(|inside| inside.is_whole)
    }

    fn send(&mut self, commands: &[Command]) -> Replies {
        let (mood, replies) = self
            .0
            .with(|inside| (inside.mood, commands.iter().map(|command| inside.reply(command)).collect()));
        Box::pin(async move {
            match mood {
                Mood::Mute => std::future::pending().await,
                Mood::Away => Err(Lost("It is gone.".to_owned())),
                Mood::Answers | Mood::Loading => Ok(replies),
            }
        })
    }

    fn hint(&mut self) -> impl Future<Output = Hint> + Send {
        let fake = self.0.clone();
        async move {
            loop {
                if let Some(hint) = fake.with(|inside| inside.pending.pop_front()) {
                    return hint;
                }
                let hints = fake.with(|inside| Arc::clone(&inside.hints));
                hints.notified().await;
            }
        }
    }
}
