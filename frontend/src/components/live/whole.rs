//! All that is needed of live mode: the link, what passes between it and the run, and the panel when it is open. It is loaded
//! when somebody first opens the panel, and the link outlives the panel.

use yew::prelude::*;

use super::LivePanel;
use crate::chunks::chunk;
use crate::components::dialog;
use crate::hooks::{use_conductor, use_dispatch, use_live};
use crate::live::LinkState;
use crate::shell::{BridgeLink, bridge_here, styles};
use crate::state::{Action, Dialog, UiState};

chunk! {
    /// Live mode.
    pub LIVE: fn(&UiState) -> Html = live(dressed())
}

fn dressed() -> fn(&UiState) -> Html {
    styles::put_on(&[
        dialog::STYLE,
        include_str!("../../../styles/live.css"),
        include_str!("../../../styles/linked.css"),
    ]);
    live
}

fn live(ui: &UiState) -> Html {
    let panel = if ui.dialog == Some(Dialog::Live) { Panel::Open } else { Panel::Closed };
    html! { <Live key="live-mode" link={ui.link.clone()} {panel} /> }
}

#[derive(Clone, Copy, PartialEq)]
enum Panel {
    Open,
    Closed,
}

#[derive(PartialEq, Properties)]
struct Props {
    link: LinkState,
    panel: Panel,
}

#[component]
fn Live(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let bridge = use_memo((), |()| BridgeLink::new());
    let conductor = use_conductor();
    let on_wish = use_live(&bridge, &conductor, &dispatch);
    let on_close = Callback::from(move |()| dispatch.dispatch(Action::CloseDialog));
    html! {
        if props.panel == Panel::Open {
            <LivePanel link={props.link.clone()} remembered={bridge.remembered()} {on_wish} {on_close}
                origin={bridge_here::origin()} />
        }
    }
}
