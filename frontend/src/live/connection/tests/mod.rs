//! The conversation with a bridge that these tests play by hand.

mod losing;
mod opening;
mod random;
mod requests;

use event_pattern::State;
use event_pattern::live::{Ask, Held, News, Reply, Request, Sighting, Ticket};
use protocol::{Label, Token};

use super::{Connection, Moment, Output};
use crate::live::{Address, LinkState, Target, Why};

const WELCOME: &str = r#"{"welcome":{"protocol":1,"key":"app:state","state":"IDLE","revision":7,"store":"redis","available":true,"watch":"tracking","instance":"k3v9","operations":["get","set","ping"]}}"#;

/// A connection with its clock, and all that came out of it and was not looked at yet.
struct Talk {
    connection: Connection,
    now: f64,
    random: f64,
}

impl Talk {
    fn new() -> Talk {
        Talk { connection: Connection::default(), now: 1_000.0, random: 0.5 }
    }

    /// After a welcome and its first ping; nothing of it is left to look at.
    fn welcomed() -> Talk {
        let mut talk = Talk::new();
        talk.connect();
        talk.opened();
        talk.said(WELCOME);
        talk.said(r#"{"id":1,"pong":{}}"#);
        talk.outputs();
        talk
    }

    fn moment(&self) -> Moment {
        Moment { now: self.now, random: self.random }
    }

    fn connect(&mut self) {
        let target = Target {
            address: Address::of_this_machine(),
            label: Label::parse("Budi").expect("it is a label"),
            token: Some(Token::new("secret")),
        };
        self.connection.connect(target, self.moment());
    }

    fn opened(&mut self) {
        self.connection.opened(self.moment());
    }

    fn said(&mut self, text: &str) {
        self.connection.said(text, self.moment());
    }

    fn closed(&mut self, code: u16, reason: &str) {
        self.connection.closed(code, reason, self.moment());
    }

    fn get(&mut self, ticket: u64) {
        let ask = Ask { ticket: Ticket(ticket), request: Request::Get };
        self.connection.ask(ask, self.moment());
    }

    fn set(&mut self, ticket: u64) {
        let ask = Ask { ticket: Ticket(ticket), request: Request::Set(State::ORDER_PAID) };
        self.connection.ask(ask, self.moment());
    }

    /// Lets time pass until the connection wants to be woken, and wakes it.
    fn wake(&mut self) {
        self.now = self.connection.wake_at().expect("it wants to be woken");
        self.connection.woken(self.moment());
    }

    fn outputs(&mut self) -> Vec<Output> {
        std::iter::from_fn(|| self.connection.next_output()).collect()
    }

    /// What the live run was told, and nothing else.
    fn news(&mut self) -> Vec<News> {
        let news = self.outputs().into_iter().filter_map(|output| match output {
            Output::Tell(news) => Some(news),
            _ => None,
        });
        news.collect()
    }

    fn state(&self) -> LinkState {
        self.connection.state(self.now)
    }
}

fn send(text: &str) -> Output {
    Output::Send(text.to_owned())
}

fn idle(revision: u64) -> Sighting {
    Sighting { held: Held::Text("IDLE".into()), revision }
}

fn reply(ticket: u64, reply: Reply) -> News {
    News::Reply(Ticket(ticket), reply)
}

fn reconnecting(seconds: Option<u32>, why: Why) -> LinkState {
    LinkState::Reconnecting { seconds, why }
}
