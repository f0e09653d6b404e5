//! A scenario: everything that a run needs, valid by construction. Knows nothing of how it is run.

mod model;

pub use model::{AllowedStates, Command, Edit, Scenario, ServiceName, ServiceSetup, TimedCommand};

/// Stub.
#[derive(Debug)]
pub struct Problems;
impl Scenario {
    /// Stub.
    pub fn with_commands(&self, given: &[TimedCommand]) -> Result<Scenario, Problems> {
        let mut all = self.clone();
        all.commands.extend(given.iter().cloned());
        Ok(all)
    }
}
