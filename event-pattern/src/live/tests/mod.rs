//! A live run keeps what `docs/semantics.md` says of it.

mod cases;
mod chaos;
mod simulation;
mod store;
