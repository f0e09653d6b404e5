//! The harness of the whole-system tests: a server for the built page, a real browser, and the page as a person
//! speaks of it; a real Redis, the real bridge, and a client that knows only the public protocol. Knows nothing of the code
//! under test: only what can be seen, clicked, typed and sent.

pub mod axe;
pub mod driver;
pub mod layout;
pub mod live;
pub mod page;
pub mod readers;
pub mod server;
pub mod surroundings;
pub mod visit;
pub mod wait;
pub mod windows;

pub use page::Page;
pub use visit::{Visit, visit};
