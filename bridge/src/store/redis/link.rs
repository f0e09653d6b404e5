//! A connection to Redis: commands in one pipeline, replies in their order, hints beside them.

use std::future::Future;
use std::sync::Arc;

use protocol::{LONGEST_READING, Watch};
use redis::aio::MultiplexedConnection;
use redis::{Cmd, Pipeline, ServerError, Value};

use super::hints::Hints;
use super::lost;
use crate::store::link::{Command, Hint, Link, Replies, Reply};

/// Data and pushes come over the same connection: their order is known.
#[derive(Debug)]
pub(crate) struct RedisLink {
    connection: MultiplexedConnection,
    hints: Arc<Hints>,
    watch: Watch,
    key: Arc<str>,
    read: Cmd,
    may_read_parts: bool,
}

impl RedisLink {
    pub(super) fn new(
        connection: MultiplexedConnection,
        hints: Arc<Hints>,
        watch: Watch,
        key: &Arc<str>,
        may_read_parts: bool,
    ) -> RedisLink {
        let read = if may_read_parts { part(key) } else { whole(key) };
        RedisLink { connection, hints, watch, key: Arc::clone(key), read, may_read_parts }
    }
}

/// The key's text, as far as anybody needs it: one byte more than is passed on shows that it is too long. A text of
/// megabytes stays where it is.
pub(super) fn part(key: &str) -> Cmd {
    let mut part = redis::cmd("GETRANGE");
    part.arg(key).arg(0).arg(LONGEST_READING);
    part
}

/// The key's text as a whole, for users of Redis that may not ask for a part.
fn whole(key: &str) -> Cmd {
    let mut whole = redis::cmd("GET");
    whole.arg(key);
    whole
}

impl Link for RedisLink {
    fn watch(&self) -> Watch {
        self.watch
    }

    fn reads_whole_texts(&self) -> bool {
        !self.may_read_parts
    }

    fn send(&mut self, commands: &[Command]) -> Replies {
        let mut pipeline = Pipeline::with_capacity(commands.len());
        for command in commands {
            match command {
                Command::Read => pipeline.add_command(self.read.clone()),
                Command::Write(state) => pipeline.cmd("SET").arg(&*self.key).arg(state.as_str()),
                Command::Beat => pipeline.cmd("PING"),
            };
        }
        let mut connection = self.connection.clone();
        let count = commands.len();
        Box::pin(async move {
            let values = connection.send_packed_commands(&pipeline, 0, count).await.map_err(lost)?;
            Ok(values.into_iter().map(reply).collect())
        })
    }

    fn hint(&mut self) -> impl Future<Output = Hint> + Send {
        self.hints.next()
    }
}

fn reply(value: Value) -> Reply {
    match value {
        Value::BulkString(mut text) => {
            text.truncate(LONGEST_READING + 1);
            Reply::Text(text)
        }
        Value::Nil => Reply::Text(Vec::new()),
        Value::ServerError(error) if error.code() == "WRONGTYPE" => Reply::WrongType(words(&error)),
        Value::ServerError(error) => Reply::Refused(words(&error)),
        _ => Reply::Done,
    }
}

/// Redis's own words.
fn words(error: &ServerError) -> String {
    format!("Redis says {} {}", error.code(), error.details().unwrap_or_default()).trim_end().to_owned()
}
