//! A client of protocol 1, written from its public page alone. Each frame that it receives is held against the rules.

use std::collections::VecDeque;

use anyhow::{Context, Result, bail, ensure};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;

use super::{Request, Rules};
use crate::wait::DEADLINE;

/// One connected client.
#[derive(Debug)]
pub struct Client {
    socket: WebSocketStream<TcpStream>,
    rules: Rules,
    answers: VecDeque<Value>,
    news: VecDeque<Value>,
    next_id: u64,
}

/// What comes next from the bridge.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming {
    /// A frame.
    Frame(Value),
    /// The end.
    End(Ending),
}

/// How a connection ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a close frame.
    Closed {
        /// 1008, 1013.
        code: u16,
        /// For people.
        reason: String,
    },
    /// Without one.
    Cut,
}

impl Ending {
    /// The code of its close frame.
    pub fn code(&self) -> Option<u16> {
        match self {
            Ending::Closed { code, .. } => Some(*code),
            Ending::Cut => None,
        }
    }
}

impl Client {
    /// Upgrades, and says nothing yet.
    pub async fn connect(port: u16) -> Result<Client> {
        Client::connect_by(port, Request::upgrade()).await
    }

    /// Upgrades with headers of its own.
    pub async fn connect_by(port: u16, upgrade: Request) -> Result<Client> {
        let (answer, stream, rest) = upgrade.send_upgrade(port).await?;
        ensure!(answer.status == 101, "the upgrade was answered with {}", answer.status);
        let socket = WebSocketStream::from_partially_read(stream, rest, Role::Client, None).await;
        Ok(Client {
            socket,
            rules: Rules::default(),
            answers: VecDeque::new(),
            news: VecDeque::new(),
            next_id: 1,
        })
    }

    /// Upgrades and says hello without a label.
    pub async fn open(port: u16) -> Result<(Client, Value)> {
        Client::open_with(port, json!({ "protocol": 1 })).await
    }

    /// Upgrades and says hello with a label.
    pub async fn open_as(port: u16, label: &str) -> Result<(Client, Value)> {
        Client::open_with(port, json!({ "protocol": 1, "client": label })).await
    }

    /// Upgrades and says this hello.
    pub async fn open_with(port: u16, hello: Value) -> Result<(Client, Value)> {
        let mut client = Client::connect(port).await?;
        let answer = client.ask(&json!({ "hello": hello }).to_string()).await?;
        let welcome = answer.get("welcome").with_context(|| format!("no welcome: {answer}"))?.clone();
        Ok((client, welcome))
    }

    /// Sends a text as it is.
    pub async fn send(&mut self, text: &str) -> Result<()> {
        self.send_message(Message::text(text)).await
    }

    /// Sends several texts in one go.
    pub async fn send_all(&mut self, texts: impl IntoIterator<Item = String>) -> Result<()> {
        timeout(DEADLINE, async {
            for text in texts {
                self.socket.feed(Message::text(text)).await?;
            }
            self.socket.flush().await
        })
        .await
        .context("the bridge does not take what is sent")??;
        Ok(())
    }

    /// Sends a message of any kind.
    pub async fn send_message(&mut self, message: Message) -> Result<()> {
        timeout(DEADLINE, self.socket.send(message)).await.context("the bridge does not take it")??;
        Ok(())
    }

    /// Sends a text and waits for its answer.
    pub async fn ask(&mut self, text: &str) -> Result<Value> {
        self.send(text).await?;
        self.answer().await
    }

    /// Sends a request under an id of its own and waits for its answer, an error too.
    pub async fn request(&mut self, operation: &str, content: Value) -> Result<Value> {
        let id = self.next_id;
        self.next_id += 1;
        let answer = self.ask(&json!({ "id": id, operation: content }).to_string()).await?;
        ensure!(answer["id"] == id, "request {id} was answered with {answer}");
        Ok(answer)
    }

    /// Sets a state and waits for the confirmation: its revision.
    pub async fn set(&mut self, state: &str) -> Result<u64> {
        let answer = self.request("set", json!({ "state": state })).await?;
        let reply = &answer["state"];
        ensure!(reply["state"] == state.to_ascii_uppercase(), "not set to {state}: {answer}");
        reply["revision"].as_u64().context("a revision")
    }

    /// Reads the key: the whole `state` of the reply.
    pub async fn get(&mut self) -> Result<Value> {
        let answer = self.request("get", json!({})).await?;
        answer.get("state").cloned().with_context(|| format!("not read: {answer}"))
    }

    /// The code of the error with which a request is answered.
    pub async fn refusal(&mut self, operation: &str, content: Value) -> Result<String> {
        let answer = self.request(operation, content).await?;
        let code = answer["error"]["code"].as_str();
        Ok(code.with_context(|| format!("not refused: {answer}"))?.to_owned())
    }

    /// Waits until the bridge itself has answered; all that it had to say before is here then.
    pub async fn ping(&mut self) -> Result<()> {
        let answer = self.request("ping", json!({})).await?;
        ensure!(answer.get("pong").is_some(), "no pong: {answer}");
        Ok(())
    }

    /// The next answer; news that come before it are kept.
    pub async fn answer(&mut self) -> Result<Value> {
        while self.answers.is_empty() {
            self.receive().await?;
        }
        self.answers.pop_front().context("one is there")
    }

    /// The next `changed` or `store`; answers that come before it are kept.
    pub async fn news(&mut self) -> Result<Value> {
        while self.news.is_empty() {
            self.receive().await?;
        }
        self.news.pop_front().context("one is there")
    }

    /// The news that came and were not asked for yet.
    pub fn news_so_far(&mut self) -> Vec<Value> {
        self.news.drain(..).collect()
    }

    /// The next `changed`, as it stands in its frame.
    pub async fn changed(&mut self) -> Result<Value> {
        loop {
            if let Some(changed) = self.news().await?.get("changed") {
                return Ok(changed.clone());
            }
        }
    }

    /// Waits until a `changed` shows this state; values in between may be spared.
    pub async fn until_state(&mut self, state: &str) -> Result<Value> {
        loop {
            let changed = self.changed().await.with_context(|| format!("waited for {state}"))?;
            if changed["state"] == state {
                return Ok(changed);
            }
        }
    }

    /// Waits until the store is said to be there, or away: that `store`.
    pub async fn until_store_is(&mut self, available: bool) -> Result<Value> {
        loop {
            let news = self.news().await.with_context(|| format!("waited for the store: {available}"))?;
            if let Some(store) = news.get("store").filter(|store| store["available"] == available) {
                return Ok(store.clone());
            }
        }
    }

    /// Reads on to the end: the errors that were said before it, and the end.
    pub async fn ending(&mut self) -> Result<(Vec<Value>, Ending)> {
        let mut answers: Vec<Value> = self.answers.drain(..).collect();
        loop {
            match self.next().await? {
                Incoming::Frame(frame) if is_news(&frame) => {}
                Incoming::Frame(frame) => answers.push(frame),
                Incoming::End(ending) => return Ok((answers, ending)),
            }
        }
    }

    /// Whatever comes next, in the order of the wire. Not to be mixed with what was kept.
    pub async fn next(&mut self) -> Result<Incoming> {
        loop {
            let message = timeout(DEADLINE, self.socket.next()).await.context("nothing came")?;
            return Ok(match message {
                Some(Ok(Message::Text(text))) => {
                    let frame = serde_json::from_str(&text).with_context(|| format!("not JSON: {text}"))?;
                    self.rules.check(&frame)?;
                    Incoming::Frame(frame)
                }
                Some(Ok(Message::Close(Some(frame)))) => Incoming::End(Ending::Closed {
                    code: frame.code.into(),
                    reason: frame.reason.to_string(),
                }),
                Some(Ok(Message::Close(None)) | Err(_)) | None => Incoming::End(Ending::Cut),
                // Answered by the library itself.
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                Some(Ok(message)) => bail!("a message that protocol 1 does not have: {message:?}"),
            });
        }
    }

    /// What this socket was told of revisions.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    async fn receive(&mut self) -> Result<()> {
        match self.next().await? {
            Incoming::Frame(frame) if is_news(&frame) => self.news.push_back(frame),
            Incoming::Frame(frame) => self.answers.push_back(frame),
            Incoming::End(ending) => bail!("the connection ended: {ending:?}"),
        }
        Ok(())
    }
}

fn is_news(frame: &Value) -> bool {
    frame.get("changed").is_some() || frame.get("store").is_some()
}
