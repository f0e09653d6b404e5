//! The link to a bridge: the conversation of [`Connection`], with a socket, a clock and chance.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::socket::{Heard, Socket};
use super::{bridge_here, now_ms, storage};
use crate::live::{Address, Ask, Connection, LinkState, Moment, News, Output, Remembered, Target};

/// The link to a bridge. A copy is the same link.
#[derive(Clone)]
pub struct BridgeLink(Rc<Inner>);

struct Inner {
    connection: RefCell<Connection>,
    socket: RefCell<Option<Socket>>,
    timer: RefCell<Option<Timeout>>,
    shown: RefCell<LinkState>,
    remembered: RefCell<Remembered>,
    audience: RefCell<Audience>,
}

/// Who is told what comes of a link.
#[derive(Clone, Default)]
pub struct Audience {
    /// How the page stands to its bridge, whenever that changes.
    pub on_state: Callback<LinkState>,
    /// What the live run has to know.
    pub on_news: Callback<News>,
    /// What a bridge says that did not set a state.
    pub on_not_set: Callback<String>,
}

impl PartialEq for BridgeLink {
    fn eq(&self, other: &BridgeLink) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl BridgeLink {
    /// A link that nobody has asked for yet.
    pub fn new() -> BridgeLink {
        let remembered = remembered().unwrap_or_else(|| Remembered {
            address: bridge_here::address().unwrap_or_else(Address::of_this_machine),
            label: None,
        });
        BridgeLink(Rc::new(Inner {
            connection: RefCell::default(),
            socket: RefCell::default(),
            timer: RefCell::default(),
            shown: RefCell::default(),
            remembered: RefCell::new(remembered),
            audience: RefCell::default(),
        }))
    }

    /// Tells this audience from now on.
    pub fn attend(&self, audience: Audience) {
        *self.0.audience.borrow_mut() = audience;
    }

    /// Which bridge stands in the panel when it is opened: the last one, or where one is to be expected.
    pub fn remembered(&self) -> Remembered {
        self.0.remembered.borrow().clone()
    }

    /// Connects to a bridge. Where it is and the label are remembered, the token is not.
    ///
    /// # Errors
    ///
    /// Nothing can be remembered here; the link is made all the same.
    pub fn connect(&self, target: Target) -> Result<(), storage::NotKept> {
        let remembered = Remembered { address: target.address.clone(), label: target.label.clone() };
        let kept = storage::keep_bridge(&remembered.to_text());
        *self.0.remembered.borrow_mut() = remembered;
        self.0.converse(|connection, moment| connection.connect(target, moment));
        kept
    }

    /// Makes the next try now.
    pub fn try_now(&self) {
        self.0.converse(Connection::try_now);
    }

    /// Ends the link.
    pub fn leave(&self) {
        self.0.converse(|connection, _| connection.leave());
    }

    /// What asks the store of the bridge; it does not keep the link alive.
    pub fn asker(&self) -> Callback<Ask> {
        let link = Rc::downgrade(&self.0);
        Callback::from(move |ask| {
            let Some(link) = link.upgrade() else { return };
            link.connection.borrow_mut().ask(ask, moment());
            // Later, but before anything else happens: whoever asks is not yet ready to hear the answer.
            spawn_local(async move { link.go_on() });
        })
    }
}

impl Default for BridgeLink {
    fn default() -> BridgeLink {
        BridgeLink::new()
    }
}

impl Inner {
    /// Gives the connection an input and does what comes of it.
    fn converse(self: &Rc<Self>, input: impl FnOnce(&mut Connection, Moment)) {
        input(&mut self.connection.borrow_mut(), moment());
        self.go_on();
    }

    fn go_on(self: &Rc<Self>) {
        loop {
            // Taken out first: what is done about it may be another input.
            let output = self.connection.borrow_mut().next_output();
            match output {
                Some(output) => self.perform(output),
                None => break,
            }
        }
        let state = self.connection.borrow().state(now_ms());
        if self.shown.replace(state.clone()) != state {
            self.audience().on_state.emit(state);
        }
        self.set_timer();
    }

    fn perform(self: &Rc<Self>, output: Output) {
        match output {
            Output::Open(address) => self.open(&address),
            Output::Send(text) => {
                if let Some(socket) = &*self.socket.borrow() {
                    socket.send(&text);
                }
            }
            Output::Close => drop(self.socket.take()),
            Output::Tell(news) => self.audience().on_news.emit(news),
            Output::NotSet(message) => self.audience().on_not_set.emit(message),
        }
    }

    fn open(self: &Rc<Self>, address: &Address) {
        let link = Rc::downgrade(self);
        let hear = move |heard| hear(&link, heard);
        let socket = Socket::open(address.as_str(), hear);
        let is_allowed = socket.is_some();
        drop(self.socket.replace(socket));
        if !is_allowed {
            self.connection.borrow_mut().not_allowed(moment());
        }
    }

    fn set_timer(self: &Rc<Self>) {
        let wake_at = self.connection.borrow().wake_at();
        let timer = wake_at.map(|wake_at| {
            let link = Rc::downgrade(self);
            // A little late rather than too early: who is woken too early has to be woken again.
            let wait = (wake_at - now_ms()).max(0.0).ceil() as u32;
            Timeout::new(wait, move || {
                if let Some(link) = link.upgrade() {
                    link.converse(Connection::woken);
                }
            })
        });
        drop(self.timer.replace(timer));
    }

    fn audience(&self) -> Audience {
        self.audience.borrow().clone()
    }
}

fn hear(link: &Weak<Inner>, heard: Heard) {
    let Some(link) = link.upgrade() else { return };
    link.converse(|connection, moment| match heard {
        Heard::Opened => connection.opened(moment),
        Heard::Said(text) => connection.said(&text, moment),
        Heard::Closed(code, reason) => connection.closed(code, &reason, moment),
    });
}

fn moment() -> Moment {
    Moment { now: now_ms(), random: js_sys::Math::random() }
}

/// What was kept of the last bridge; garbage is put aside.
fn remembered() -> Option<Remembered> {
    let text = storage::bridge()?;
    let remembered = Remembered::from_text(&text);
    if remembered.is_none() {
        storage::set_aside_bridge();
    }
    remembered
}
