//! The browser's WebSocket: opened, heard, closed when it is dropped. It knows nothing of what is said.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{CloseEvent, MessageEvent, WebSocket};

/// What a socket has to say.
pub(super) enum Heard {
    /// It is open.
    Opened,
    /// A text came; what is no text comes as an empty one.
    Said(String),
    /// It is closed, with this code and these words.
    Closed(u16, String),
}

/// A socket of the browser's. Dropped, it closes, and is not heard any more.
pub(super) struct Socket {
    socket: WebSocket,
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Opens a socket and gives what it says to `hear`; none if the browser does not allow it.
    pub(super) fn open(address: &str, hear: impl Fn(Heard) + 'static) -> Option<Socket> {
        let socket = WebSocket::new(address).ok()?;
        let hear = Rc::new(hear);
        let opened = {
            let hear = hear.clone();
            EventListener::new(&socket, "open", move |_| hear(Heard::Opened))
        };
        let said = {
            let hear = hear.clone();
            EventListener::new(&socket, "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                hear(Heard::Said(data.as_string().unwrap_or_default()));
            })
        };
        // An "error" is always followed by a "close", and says less.
        let closed = EventListener::new(&socket, "close", move |event| {
            let event = event.unchecked_ref::<CloseEvent>();
            hear(Heard::Closed(event.code(), event.reason()));
        });
        Some(Socket { socket, _listeners: [opened, said, closed] })
    }

    /// Sends a text. What cannot be sent any more is lost with the socket: its "close" is on the way.
    pub(super) fn send(&self, text: &str) {
        let _ = self.socket.send_with_str(text);
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        // Refused only for codes that nobody may send; this sends none.
        let _ = self.socket.close();
    }
}
