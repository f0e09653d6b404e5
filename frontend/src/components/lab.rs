//! The lab: what a node is, what was counted, the console. It is loaded when somebody first opens it.

use std::rc::Rc;

use event_pattern::trace::EntryId;
use yew::prelude::*;

use super::console::Console;
use super::counters::counters;
use super::inspector::{DraftsProvider, Inspector};
use super::problems;
use crate::chunks::chunk;
use crate::preferences::Lab;
use crate::run::Picture;
use crate::shell::styles;
use crate::state::{Node, UiState};
use crate::texts::use_texts;

/// The lab's two regions.
#[derive(Clone, Copy)]
pub struct Regions {
    /// Beside the stage. It is there while the lab is closed, too: what somebody has typed into it must not be lost.
    pub aside: fn(&UiState, &Callback<Option<Node>>) -> Html,
    /// Below the time bar; a line that is chosen is told of by the callback.
    pub console: fn(&UiState, &Callback<EntryId>) -> Html,
}

chunk! {
    /// The lab.
    pub LAB: Regions = lab(regions())
}

fn regions() -> Regions {
    styles::put_on(&[
        include_str!("../../styles/labs.css"),
        include_str!("../../styles/inspector.css"),
        include_str!("../../styles/flowchart.css"),
        include_str!("../../styles/console.css"),
        include_str!("../../styles/counters.css"),
        problems::STYLE,
    ]);
    Regions { aside, console }
}

fn aside(ui: &UiState, on_select: &Callback<Option<Node>>) -> Html {
    html! {
        <DraftsProvider>
            <Aside picture={&ui.picture} selected={ui.selected_here()} lab={ui.preferences.lab} {on_select} />
        </DraftsProvider>
    }
}

fn console(ui: &UiState, on_choose: &Callback<EntryId>) -> Html {
    html! { <Console key={ui.picture.run} picture={&ui.picture} {on_choose} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    picture: Rc<Picture>,
    selected: Option<Node>,
    lab: Lab,
    on_select: Callback<Option<Node>>,
}

#[component]
fn Aside(props: &Props) -> Html {
    let texts = use_texts();
    let Props { picture, selected, lab, on_select } = props;
    html! {
        if *lab == Lab::Open {
            <div class="panel panel-right">
                <Inspector {picture} selected={*selected} {on_select} />
                { counters(texts, picture, *selected) }
            </div>
        }
    }
}
