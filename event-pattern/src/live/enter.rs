//! The services of a run as they are at a place: what a person takes along into a live run.

use crate::scenario::{Scenario, ServiceSetup};
use crate::trace::Trace;
use crate::view::View;

/// The scenario of `trace` with the services that are in it at `view`'s place, under their names and with their
/// settings of there. Its commands are gone.
pub fn scenario_at(trace: &Trace, view: &View) -> Scenario {
    let mut scenario = Scenario::clone(&trace.header().scenario);
    scenario.commands.clear();
    let services = view.present().map(|(id, service)| {
        let name = trace.names().service(id).name_after(view.entries_seen).clone();
        let mut setup = ServiceSetup::new(name, trace.names().allowed_states(service.allowed));
        setup.poll_interval = service.poll_interval;
        setup.work_time = service.work_time;
        setup
    });
    scenario.services = services.collect();
    scenario
}
