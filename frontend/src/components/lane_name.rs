//! What a lane is called, wherever it is spoken of.

use crate::run::Picture;
use crate::state::Node;
use crate::texts::Texts;

/// What the lane of `node` is called at the place that is looked at; nothing for a service that another branch has.
pub fn lane_name(texts: &Texts, picture: &Picture, node: Node) -> String {
    let trace = &picture.trace;
    match node {
        Node::Publisher => texts.common.publisher.to_owned(),
        Node::Broker => texts.common.broker.to_owned(),
        Node::Service(id) if id.index() < trace.names().service_count() => {
            trace.names().service(id).name_after(picture.view.entries_seen).as_str().to_owned()
        }
        Node::Service(_) => String::new(),
        Node::Receiver => trace
            .header()
            .scenario
            .receiver
            .as_ref()
            .map_or_else(String::new, |name| name.as_str().to_owned()),
    }
}
