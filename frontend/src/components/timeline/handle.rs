//! The handle on the strip: the part of the record that the lanes show.

use web_sys::Element;
use yew::prelude::*;

use crate::decimals::thousandths;
use crate::hooks::use_dispatch;
use crate::state::Action;
use crate::timeline::Window;

/// The handle of `window` on a strip over `whole`.
pub(super) fn handle(window: Window, whole: Window) -> Html {
    html! { <Handle {window} {whole} /> }
}

/// What the handle is made from.
#[derive(PartialEq, Properties)]
struct HandleProps {
    window: Window,
    whole: Window,
}

/// The part of the record that the lanes show: it can be dragged along the strip. Keys move it in the lanes.
#[component]
fn Handle(props: &HandleProps) -> Html {
    let dispatch = use_dispatch();
    let HandleProps { window, whole } = *props;
    // Where it was taken hold of: how far right of its beginning, as a share of the whole.
    let held = use_mut_ref(|| None::<f64>);
    let handle = use_node_ref();
    let on_whole = {
        let handle = handle.clone();
        move |event: &PointerEvent| {
            let rail = handle.cast::<Element>()?.parent_element()?;
            let room = rail.get_bounding_client_rect();
            Some((f64::from(event.client_x()) - room.left()) / room.width().max(1.0))
        }
    };
    let onpointerdown = {
        let (held, on_whole) = (held.clone(), on_whole.clone());
        move |event: PointerEvent| {
            let element: Element = event.target_unchecked_into();
            // A pointer that is gone already holds nothing.
            let _ = element.set_pointer_capture(event.pointer_id());
            *held.borrow_mut() = on_whole(&event).map(|share| share - whole.share(window.from));
        }
    };
    let onpointermove = {
        let held = held.clone();
        move |event: PointerEvent| {
            let Some((held, share)) = (*held.borrow()).zip(on_whole(&event)) else { return };
            let moved = window.moved_to(whole.at(share - held), whole);
            dispatch.dispatch(Action::ShowWindow(Some(moved)));
        }
    };
    let let_go = move |_: PointerEvent| *held.borrow_mut() = None;
    let (from, to) = (whole.share(window.from), whole.share(window.to));
    let style =
        ["left:", &thousandths(100.0 * from), "%;width:", &thousandths(100.0 * (to - from)), "%"].concat();
    html! {
        <div class="strip-rail" aria-hidden="true">
            <div class="strip-window" data-testid="strip-window" ref={handle} {style} {onpointerdown} {onpointermove}
                onpointerup={let_go.clone()} onpointercancel={let_go}></div>
        </div>
    }
}
