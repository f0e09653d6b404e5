//! A store as one program uses it: one operation at a time, each sent once and never again.

use std::time::Duration;

use event_pattern::State;
use protocol::Reading;
use tokio::time::timeout;

use super::Pace;
use super::link::{Command, Connector, Hint, Link, Lost, Reply};

/// One user of a key. It connects when there is something to send.
#[derive(Debug)]
pub(crate) struct Client<C: Connector> {
    connector: C,
    link: Option<C::Link>,
    answer: Duration,
    connect: Duration,
}

/// Why a key is not known to be set; the reasons are sentences for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unwritten {
    /// It was not set.
    NotDone(String),
    /// It was sent, and no reply came: it may be set, now or later.
    Unknown(String),
}

/// What became of a command without a reply.
enum Failed {
    Unsent(String),
    Sent(String),
}

impl<C: Connector> Client<C> {
    /// A client that has not connected yet.
    pub(crate) fn new(connector: C, pace: Pace) -> Client<C> {
        Client { connector, link: None, answer: pace.answer, connect: pace.connect }
    }

    /// Reads the key; the error says why that was not to be had.
    pub(crate) async fn read(&mut self) -> Result<Reading, String> {
        match self.ask(Command::Read).await {
            Ok(Reply::Text(bytes)) => Ok(Reading::of(&bytes)),
            Ok(Reply::Done) => Err("The store answered something else.".to_owned()),
            Ok(Reply::WrongType(why) | Reply::Refused(why)) => Err(why),
            Err(Failed::Unsent(why) | Failed::Sent(why)) => Err(why),
        }
    }

    /// Sets the key, whatever it holds.
    pub(crate) async fn write(&mut self, state: State) -> Result<(), Unwritten> {
        match self.ask(Command::Write(state)).await {
            Ok(Reply::Done | Reply::Text(_)) => Ok(()),
            Ok(Reply::WrongType(why) | Reply::Refused(why)) => Err(Unwritten::NotDone(why)),
            Err(Failed::Unsent(why)) => Err(Unwritten::NotDone(why)),
            Err(Failed::Sent(why)) => Err(Unwritten::Unknown(why)),
        }
    }

    /// Sends one command and waits for its reply. The link is out of its place meanwhile: if nobody waits any more, or no
    /// reply comes in time, it is not used again, since a late reply would be taken for that of another command.
    async fn ask(&mut self, command: Command) -> Result<Reply, Failed> {
        let mut link = match self.usable_link().await {
            Some(link) => link,
            None => self.new_link().await.map_err(|Lost(why)| Failed::Unsent(why))?,
        };
        let replies = timeout(self.answer, link.send(&[command])).await;
        match replies {
            Ok(Ok(mut replies)) => {
                self.link = Some(link);
                replies.pop().ok_or_else(|| Failed::Sent("The store answered nothing.".to_owned()))
            }
            Ok(Err(Lost(why))) => Err(Failed::Sent(why)),
            Err(_) => Err(Failed::Sent(format!("No answer came in {} ms.", self.answer.as_millis()))),
        }
    }

    /// The link of the last command, if it is not known to be closed since: what is not sent on a closed one is known not
    /// to be done.
    async fn usable_link(&mut self) -> Option<C::Link> {
        let mut link = self.link.take()?;
        loop {
            tokio::select! {
                biased;
                hint = link.hint() => if let Hint::Closed(_) = hint { return None },
                () = std::future::ready(()) => return Some(link),
            }
        }
    }

    async fn new_link(&self) -> Result<C::Link, Lost> {
        let connected = timeout(self.connect, self.connector.connect()).await;
        connected.unwrap_or_else(|_| {
            Err(Lost(format!("The store cannot be reached in {} ms.", self.connect.as_millis())))
        })
    }
}
