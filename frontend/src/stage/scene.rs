//! A stage that is laid out: where everything lies, who lies where, and the lines as SVG writes them.

use event_pattern::trace::ServiceId;
use yew::AttrValue;

use super::layout::{Layout, Placed};
use super::route::Route;

/// A stage that is laid out. It never changes: when something lies elsewhere, another one is made.
pub struct Scene {
    /// Where everything lies.
    pub layout: Layout,
    /// The line from the publisher to the broker.
    pub publish: AttrValue,
    /// The services' lines, in their order.
    pub lines: Vec<Lines>,
    /// Where in the layout a service lies, by its index in the run; none for those that are not drawn.
    slots: Vec<Option<usize>>,
}

/// A service's lines.
pub struct Lines {
    /// From the broker.
    pub read: AttrValue,
    /// To the broker.
    pub write: AttrValue,
    /// To the receiver.
    pub result: Option<AttrValue>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Scene) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Scene {
    /// The scene in which these services, in their order, lie as `layout` says.
    pub fn new(layout: Layout, services: &[ServiceId]) -> Scene {
        let count = services.iter().map(|id| id.index() + 1).max().unwrap_or(0);
        let mut slots = vec![None; count];
        for (slot, id) in services.iter().enumerate() {
            slots[id.index()] = Some(slot);
        }
        let lines = layout.services.iter().map(|placed| Lines {
            read: svg(&placed.routes.read),
            write: svg(&placed.routes.write),
            result: placed.routes.result.as_ref().map(svg),
        });
        Scene { publish: svg(&layout.publish), lines: lines.collect(), layout, slots }
    }

    /// Where a service lies, if it is drawn.
    pub(super) fn placed(&self, service: ServiceId) -> Option<&Placed> {
        self.layout.services.get((*self.slots.get(service.index())?)?)
    }
}

fn svg(route: &Route) -> AttrValue {
    AttrValue::from(route.to_svg())
}
