//! A scenario: everything that a run needs, valid by construction. Knows nothing of how it is run.
//!
//! A file is read value by value ([`Scenario::from_json`]), then its names are followed through time; both note all
//! that is wrong. The format is described in `docs/scenario-file.md`.

mod builtin;
mod check;
mod extend;
mod found;
mod limits;
mod model;
mod name;
mod naming;
mod number;
mod problem;
mod problem_kind;
mod read_command;
mod read_file;
mod read_service;
mod reader;
mod write;

pub use builtin::BuiltIn;
pub use limits::COMMANDS as MOST_COMMANDS;
pub use model::{AllowedStates, Command, Edit, Scenario, ServiceSetup, TimedCommand};
pub use name::{NameError, ServiceName};
pub use problem::{Problem, Problems};
pub use problem_kind::{Counted, Expected, JsonFault, JsonType, ProblemKind, Reserved};
