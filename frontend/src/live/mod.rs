//! Live: the page's services on a real store, through the bridge. What passes between the connection to the bridge and
//! the live run behind it.
//!
//! The connection tells the run [`News`] by [`Conductor::hear`](crate::shell::Conductor::hear): the first
//! [`Welcome`] enters live mode and keeps the simulated run aside. What the run wants of the store comes out as
//! [`Ask`]s, to whoever [`Conductor::serve_asks`](crate::shell::Conductor::serve_asks) named: each has to be sent at
//! most once, and answered once by [`News::Reply`], whatever happens. [`Conductor::leave_live`](
//! crate::shell::Conductor::leave_live) stops the services that ran here and brings the simulated run back.

mod address;
mod connection;
mod link_notice;
mod link_state;
mod remembered;
mod target;

pub use address::{Address, AddressError};
pub use connection::{Connection, Moment, Output};
pub use link_notice::LinkNotice;
pub use link_state::{Bridge, LinkState, Why};
pub use remembered::Remembered;
pub use target::{Target, Typed, Wrong};

pub use event_pattern::live::{Ask, Held, News, Reply, Request, Sighting, Ticket, Welcome};
