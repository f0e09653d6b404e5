//! A live run: the same services as in simulated time, on the wall clock and on a key that others set too.

mod store;

pub use store::{Ask, Held, News, Reply, Request, Sighting, Ticket, Welcome};
