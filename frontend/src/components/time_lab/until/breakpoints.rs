//! The breakpoints of a run: each can be switched off, and removed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::conditions::say_condition;
use crate::components::icon::{Icon, icon};
use crate::run::{Breakpoint, Intent, Picture, Watch};
use crate::shell::focus;
use crate::texts::{Texts, fill};
use crate::timeline::stops::{Stop, StopPlace};

/// What has the focus when a row is gone.
const HEADING: &str = "until-breakpoints";

/// The list of breakpoints.
pub(super) fn breakpoints(texts: &Texts, picture: &Picture, on_ask: &Callback<Intent>) -> Html {
    let said = &texts.until;
    let row = |breakpoint: &Breakpoint| {
        let Breakpoint { number, condition, watch } = *breakpoint;
        let condition = say_condition(texts, picture.trace.names(), condition);
        let remove = fill(said.remove, &[("condition", &condition)]);
        let id = ["breakpoint-", &number.to_string()].concat();
        let onchange = on_ask.reform(move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            Intent::WatchBreakpoint(number, if checked { Watch::On } else { Watch::Off })
        });
        let onclick = on_ask.reform(move |_: MouseEvent| {
            // The button goes with its row.
            focus(HEADING);
            Intent::RemoveBreakpoint(number)
        });
        html! {
            <li key={number} class="row" data-testid="breakpoint">
                <input type="checkbox" id={id.clone()} data-testid="breakpoint-watch" checked={watch == Watch::On} {onchange} />
                <label for={id} class="grow">{ condition }</label>
                <button type="button" class="button icon quiet" data-testid="breakpoint-remove" aria-label={remove.clone()}
                    title={remove} {onclick}>{ icon(Icon::Close) }</button>
            </li>
        }
    };
    html! {
        <section class="section" aria-labelledby={HEADING}>
            <h3 id={HEADING} tabindex="-1">{ said.breakpoints }</h3>
            if picture.breakpoints.is_empty() {
                <p class="hint">{ said.no_breakpoints }</p>
            } else {
                <ul class="breakpoints">{ for picture.breakpoints.iter().map(row) }</ul>
                if picture.breakpoints.iter().any(|breakpoint| Stop::of(breakpoint).place == StopPlace::Anywhere) {
                    <p class="hint" data-testid="breakpoints-anywhere">{ said.anywhere }</p>
                }
            }
        </section>
    }
}
