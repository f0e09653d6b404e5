//! A store in this program's own memory, for a classroom without Redis: the same path, with nothing behind it.

use std::future::{self, Future};
use std::sync::{Arc, Mutex, PoisonError};

use protocol::Watch;

use super::link::{Command, Connector, Hint, Link, Lost, Replies, Reply};

/// The key's text.
type Text = Arc<Mutex<Vec<u8>>>;

/// The memory; it is empty at first.
#[derive(Debug, Default)]
pub(crate) struct MemoryConnector {
    text: Text,
}

/// A link that is never lost.
#[derive(Debug)]
pub(crate) struct MemoryLink {
    text: Text,
}

impl Connector for MemoryConnector {
    type Link = MemoryLink;

    async fn connect(&self) -> Result<MemoryLink, Lost> {
        Ok(MemoryLink { text: Arc::clone(&self.text) })
    }
}

impl Link for MemoryLink {
    fn watch(&self) -> Watch {
        Watch::Tracking
    }

    fn reads_whole_texts(&self) -> bool {
        false
    }

    fn send(&mut self, commands: &[Command]) -> Replies {
        let mut text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answer = |command: &Command| match command {
            Command::Read => Reply::Text(text.clone()),
            Command::Write(state) => {
                text.clear();
                text.extend_from_slice(state.as_str().as_bytes());
                Reply::Done
            }
            Command::Beat => Reply::Done,
        };
        let replies = commands.iter().map(&mut answer).collect();
        Box::pin(future::ready(Ok(replies)))
    }

    fn hint(&mut self) -> impl Future<Output = Hint> + Send {
        future::pending()
    }
}
