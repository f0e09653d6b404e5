//! One WebSocket, from the upgrade to its end.
//!
//! A burst of frames is read, asked of the store in one go, and answered in order; only then the news is told, and only
//! then more is read. So the n-th answer belongs to the n-th frame, a reply comes before its own `changed`, revisions
//! never go down, and a client that does not take its answers is not read from.

mod answer;
mod end;
mod news;
mod quick;
mod read;

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_util::SinkExt;
use protocol::{Code, Label};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, Sleep, sleep, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{Bytes, Error, Message};

use super::Server;
use super::doors::Visit;
use super::refusals::{Limiter, limiter};
use crate::store::Moment;
use end::{End, Why};
use news::Told;
use read::Burst;

/// When the bridge is about to end, so long a silence is the end of what was on its way.
const LAST_CALL: Duration = Duration::from_millis(50);
/// Bursts that are still answered then.
const LAST_BURSTS: usize = 32;

/// How long a client that pours in errors is not read from, so that the others are: one that is known, and a stranger.
const PAUSE: Duration = Duration::from_millis(5);
const PAUSE_OF_A_STRANGER: Duration = Duration::from_millis(20);

/// The socket of a session.
type Socket = WebSocketStream<TcpStream>;

/// A conversation with one client. Thousands wait for a frame most of the time, so what seldom happens lies in boxes.
struct Session {
    server: Arc<Server>,
    visit: Arc<Visit>,
    socket: Socket,
    limiter: Limiter,
    /// What the client was told last; nothing before the welcome.
    told: Option<Told>,
    label: Option<Label>,
    is_closing: bool,
}

/// What the client has to do next, and in time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Due {
    Hello,
    /// Nothing: it is asked for a sign of life later.
    Rest,
    Pong,
}

/// What a session woke up for.
enum Wake {
    Closing,
    Late,
    News,
    Burst(Burst),
}

/// Serves one WebSocket until it ends.
pub(super) async fn run(server: Arc<Server>, visit: Arc<Visit>, mut socket: Socket) {
    let Some(_place) = visit.place() else {
        server.metrics.refused_connections.inc();
        server.refusals.log(visit.peer, "a WebSocket", "there are too many");
        let why = Why::refused(Code::TooManyConnections, "This bridge serves as many as it may: try later.");
        return Box::pin(end::farewell(&mut socket, why)).await;
    };
    server.metrics.connections.inc();
    server.metrics.connections_total.inc();
    let mut newest = server.store.newest();
    let mut session = Session {
        limiter: limiter(server.limits.burst, server.limits.rate),
        socket,
        told: None,
        label: None,
        is_closing: false,
        visit,
        server,
    };
    let end = session.converse(&mut newest).await;
    session.server.metrics.connections.dec();
    Box::pin(session.leave(end)).await;
}

impl Session {
    async fn converse(&mut self, newest: &mut watch::Receiver<Moment>) -> End {
        let (server, limits) = (Arc::clone(&self.server), self.server.limits);
        let mut closing = pin!(server.closing.cancelled());
        let (mut due, mut deadline) = (Due::Hello, pin!(sleep(limits.hello)));
        loop {
            let wake = tokio::select! {
                biased;
                () = &mut closing => Wake::Closing,
                () = &mut deadline => Wake::Late,
                // The keeper outlives every session; were it gone, there would be nothing to serve.
                news = newest.changed(), if self.told.is_some() => match news {
                    Ok(()) => Wake::News,
                    Err(_) => Wake::Closing,
                },
                burst = self.read() => Wake::Burst(burst),
            };
            let done = match wake {
                Wake::Closing => return Box::pin(self.close()).await,
                Wake::Late if due == Due::Rest => {
                    (due, _) = (Due::Pong, deadline.as_mut().reset(Instant::now() + limits.pong));
                    self.ping().await
                }
                Wake::Late => return self.silent(due),
                Wake::News => {
                    let moment = newest.borrow_and_update().clone();
                    self.tell(&moment).await
                }
                Wake::Burst(burst) => {
                    if burst.is_welcome || (burst.is_alive && due == Due::Pong) {
                        due = Due::Rest;
                        rest(deadline.as_mut(), limits.ping);
                    }
                    let is_a_flood = burst.is_a_flood();
                    let answered = self.answer(burst).await;
                    if is_a_flood {
                        sleep(if self.told.is_some() { PAUSE } else { PAUSE_OF_A_STRANGER }).await;
                    }
                    answered
                }
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    async fn ping(&mut self) -> Result<(), End> {
        self.write(vec![Message::Ping(Bytes::new())]).await
    }

    fn silent(&self, due: Due) -> End {
        let why = match due {
            Due::Hello => "no hello in time",
            Due::Rest | Due::Pong => "no pong in time",
        };
        self.server.metrics.silent_clients.inc();
        self.server.refusals.log(self.visit.peer, "a silent client", why);
        End::Said(Why::silent(why))
    }

    /// What was on its way is answered; what comes later is not read.
    async fn close(&mut self) -> End {
        self.is_closing = true;
        for _ in 0..LAST_BURSTS {
            let Ok(burst) = timeout(LAST_CALL, self.read()).await else { break };
            if let Err(end) = self.answer(burst).await {
                return end;
            }
        }
        End::Said(Why::going_away())
    }

    /// Writes frames in one go. A client that does not take them in time is too slow.
    async fn write(&mut self, frames: Vec<Message>) -> Result<(), End> {
        let (socket, limit) = (&mut self.socket, self.server.limits.write);
        let mut frames = frames.into_iter().fuse();
        let mut write = |context: &mut Context<'_>| {
            loop {
                ready!(socket.poll_ready_unpin(context))?;
                match frames.next() {
                    Some(frame) => socket.start_send_unpin(frame)?,
                    None => return socket.poll_flush_unpin(context),
                }
            }
        };
        // Nearly always there is room for all of it; only where there is not, a clock has to run.
        let written = match poll_fn(|context| Poll::Ready(write(context))).await {
            Poll::Ready(written) => Ok(written),
            Poll::Pending => Box::pin(timeout(limit, poll_fn(write))).await,
        };
        match written {
            Ok(written) => written.map_err(|_: Error| End::Gone),
            Err(_) => Err(End::Slow),
        }
    }

    async fn leave(&mut self, end: End) {
        match end {
            End::Gone => {}
            // The answer to a close frame lies ready; that is all that is still to be said.
            End::Closed => {
                let _ = timeout(end::FAREWELL, self.socket.flush()).await;
            }
            End::Slow => {
                self.server.metrics.slow_clients.inc();
                self.server.refusals.log(self.visit.peer, "a slow client", "it does not read");
                // What it never took is not kept for it.
                let _ = self.socket.get_ref().set_zero_linger();
            }
            End::Said(why) => end::farewell(&mut self.socket, why).await,
        }
    }
}

fn rest(deadline: Pin<&mut Sleep>, ping: Duration) {
    deadline.reset(Instant::now() + ping);
}
