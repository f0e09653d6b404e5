//! A service on the stage: ring, name, what it does, the states that it acts on.

use event_pattern::State;
use yew::prelude::*;

use super::node::{Reach, Said, Shell, chip, times_id};
use crate::components::span::span;
use crate::stage::doing::Doing;
use crate::stage::rows::Rows;
use crate::stage::still::ServiceStill;
use crate::stage::words::{self, Clock};
use crate::stage::{Density, Rect};
use crate::state::Node;
use crate::state_family::family_class;
use crate::texts::{Part, Texts, fill, parts, use_texts};

/// How many letters at the end of a long name are kept on a tile.
const NAME_END: usize = 4;

/// What a service on the stage is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What it says.
    pub still: ServiceStill,
    /// Where it lies.
    pub card: Rect,
    /// How much it says.
    pub density: Density,
    /// Whether time runs.
    pub clock: Clock,
    /// How it is reached.
    pub reach: Reach,
    /// It was chosen.
    pub on_select: Callback<Option<Node>>,
}

/// A service on the stage.
#[component]
pub(super) fn ServiceNode(props: &Props) -> Html {
    let texts = use_texts();
    let Props { still, density, reach, .. } = props;
    let shell =
        Shell { node: Node::Service(still.id), card: props.card, reach: *reach, on_select: &props.on_select };
    let said = Said {
        name: words::service_name(texts, still),
        family: working_on(&still.doing).map(|state| family_class(state.as_str())),
        service: Some(still),
    };
    let face = html! {
        <>
            { ring(texts, &still.doing) }
            <span class="node-head">
                <span class="node-name" title={&still.name}>{ name(&still.name, *density) }</span>
                if *density != Density::Tile {
                    <span class="node-phase">{ phase(texts, &still.doing, *density) }</span>
                }
            </span>
            { chips(texts, still, *density) }
        </>
    };
    html! {
        <>
            { shell.button(said, face) }
            <span id={times_id(still)} hidden=true>{ words::service_description(texts, still, props.clock) }</span>
        </>
    }
}

/// The name. On a tile its end is kept, where numbered services differ.
fn name(name: &AttrValue, density: Density) -> Html {
    let cut = name.len().saturating_sub(NAME_END);
    if density != Density::Tile || cut < NAME_END {
        return html! { { name } };
    }
    // Names are ASCII: every byte is a letter.
    html! { <>{ span("name-start", name[..cut].to_owned()) }<span>{ name[cut..].to_owned() }</span></> }
}

/// The state that is worked on.
fn working_on(doing: &Doing) -> Option<&State> {
    match doing {
        Doing::Working { on, .. } | Doing::Stopping { on, .. } => Some(on),
        _ => None,
    }
}

/// What is inside the ring: the time that is left, or the shape of what does not run. The ring itself is painted.
fn ring(texts: &Texts, doing: &Doing) -> Html {
    let inside = match (doing.shape(), doing.left()) {
        (Some(path), _) => html! { <svg class="node-shape" viewBox="0 0 24 24"><path d={path} /></svg> },
        (None, Some(left)) => {
            let (number, unit) = words::left(texts, left);
            html! { <><b>{ number }</b><small>{ unit }</small></> }
        }
        (None, None) => Html::default(),
    };
    html! { <span class="node-ring">{ inside }</span> }
}

/// What it does, the state that it will set in its colour.
fn phase(texts: &Texts, doing: &Doing, density: Density) -> Html {
    let pattern = words::phase(texts, doing, density);
    let part = |part: Part<'_>| match (part, doing) {
        (Part::Place(_), Doing::Working { next, .. }) => {
            let class = classes!("node-next", family_class(next.as_str()));
            html! { <code {class} translate="no">{ next.as_str().to_owned() }</code> }
        }
        (Part::Words(words) | Part::Place(words), _) => html! { { words.to_owned() } },
    };
    parts(&pattern).map(part).collect()
}

/// As many of its allowed states as the card has room for, the one that the key holds among them.
fn chips(texts: &Texts, still: &ServiceStill, density: Density) -> Html {
    if density.rows() == 0 {
        return Html::default();
    }
    let rows = Rows::of(still, density);
    let chip = |&index: &usize| {
        chip(still.allowed[index].as_str(), (still.matching == Some(index)).then_some("hot"))
    };
    let more = match density {
        Density::Compact => texts.stage.more_states_short,
        _ => texts.stage.more_states,
    };
    let more = (rows.more > 0).then(|| fill(more, &[("count", &texts.number(rows.more as u64))]));
    html! {
        <span class="node-states">
            { for rows.shown.iter().map(chip) }
            if let Some(more) = more {
                { span("node-more", more) }
            }
            if still.allowed.is_empty() {
                { span("node-more", texts.stage.acts_on_nothing) }
            }
        </span>
    }
}
