//! A scenario: everything that a run needs, valid by construction. Knows nothing of how it is run.

mod model;

pub use model::{AllowedStates, Command, Edit, Scenario, ServiceName, ServiceSetup, TimedCommand};
