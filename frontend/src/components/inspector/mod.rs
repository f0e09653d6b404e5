//! The inspector: what the selected node is, how it stands, and what can be done to it.

mod adding;
mod chooser;
mod commands;
pub mod draft;
mod drafts;
pub mod fates;
mod fates_table;
pub mod fields;
mod naming;
mod nodes;
mod rows;
pub mod seconds;
mod seconds_field;
mod service;
mod settings_fields;
mod settings_form;
pub mod words;

use std::rc::Rc;

use event_pattern::trace::ServiceId;
use event_pattern::{Trace, View};
use yew::prelude::*;

use crate::run::Picture;
use crate::state::Node;
use crate::texts::{fill, use_texts};
use adding::AddService;
use chooser::{Chooser, nodes};
pub use drafts::DraftsProvider;
use service::service_inspector;

/// What the inspector is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that is inspected.
    pub selected: Option<Node>,
    /// Another node is to be inspected.
    pub on_select: Callback<Option<Node>>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let picture = &props.picture;
    // Made anew when something happened, not with every picture: there may be thousands of services.
    let seen = (picture.run, picture.view.entries_seen, all_texts.language);
    let nodes = use_memo(seen, |_| nodes(all_texts, picture));
    let (title, body) = match props.selected {
        // The selection may be of a run in which there were more services.
        Some(Node::Service(id)) if id.index() < picture.view.services.len() => {
            let name = name_of(&picture.trace, &picture.view, id);
            let body = service_inspector(all_texts, picture, id);
            (fill(texts.service_title, &[("service", &name)]), body)
        }
        None | Some(Node::Service(_)) => {
            (texts.title.to_owned(), html! { <p class="hint">{ texts.nothing }</p> })
        }
        Some(Node::Publisher) => {
            (all_texts.common.publisher.to_owned(), nodes::publisher(all_texts, picture))
        }
        Some(Node::Broker) => (all_texts.common.broker.to_owned(), nodes::broker(all_texts, picture)),
        Some(Node::Receiver) => {
            let receiver = picture.trace.header().scenario.receiver.as_ref();
            (receiver.map(ToString::to_string).unwrap_or_default(), nodes::receiver(all_texts, picture))
        }
    };
    html! {
        <section class="section inspector" data-testid="inspector" aria-labelledby="inspector-title">
            <div class="row inspector-head">
                <h2 id="inspector-title" class="grow" tabindex="-1">{ title }</h2>
                <Chooser {nodes} selected={props.selected} on_select={&props.on_select} />
            </div>
            { body }
            <AddService {picture} />
        </section>
    }
}

/// The name of a service at the place that is looked at.
fn name_of(trace: &Trace, view: &View, id: ServiceId) -> String {
    trace.names().service(id).name_after(view.entries_seen).to_string()
}
