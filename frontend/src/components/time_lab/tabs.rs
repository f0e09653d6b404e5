//! The tabs of the time lab: one stop of the Tab key, arrow keys inside.

use yew::prelude::*;

use super::TABS;
use crate::components::icon::{Icon, icon};
use crate::hooks::{use_effect_on, use_roving};
use crate::shell::{bring_into_view, focus};
use crate::state::{Action, Dialog, Dispatch, TimeTab};
use crate::texts::use_texts;

/// The whole time lab, for whoever looks for it.
pub(super) const PANEL: &str = "time-lab";

/// What the tabs are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The tab that is open.
    pub open: TimeTab,
    /// What opens another one.
    pub dispatch: Dispatch,
}

/// The tabs, and what closes the time lab.
#[component]
pub(super) fn Tabs(props: &Props) -> Html {
    let all_texts = use_texts();
    let (texts, close) = (&all_texts.time_lab, all_texts.passage.close_time_lab);
    let Props { open, dispatch } = props;
    let position = TABS.iter().position(|it| it.tab == *open).unwrap_or(0);
    let roving = use_roving(TABS.len(), position);
    // On a phone it opens below what is seen.
    use_effect_on((), |()| bring_into_view(PANEL));
    let on = |tab: Option<TimeTab>| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::OpenTimeTab(tab))
    };
    let on_close = {
        let close = on(None);
        move |event: MouseEvent| {
            // The button goes with the panel.
            focus("open-time-lab");
            close(event);
        }
    };
    let on_take_along = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::OpenDialog(Dialog::Export))
    };
    let tab = |(index, it): (usize, &super::Tab)| {
        html! {
            <button type="button" class="time-lab-tab" role="tab" id={id(it.tab)} data-testid={id(it.tab)}
                aria-selected={(it.tab == *open).to_string()} aria-controls="time-lab-panel" data-roving=""
                tabindex={roving.tab_index(index)} onclick={on(Some(it.tab))}>{ (it.text)(texts) }</button>
        }
    };
    html! {
        <div class="time-lab-bar">
            <div class="time-lab-tabs" role="tablist" aria-label={texts.name} ref={roving.group()}
                onkeydown={roving.on_key()} onfocusin={roving.on_focus()}>
                { for TABS.iter().enumerate().map(tab) }
            </div>
            // Seen only where the time lab has taken the console's place.
            <button type="button" class="time-lab-tab time-lab-console" data-testid="time-lab-console"
                onclick={on_close.clone()}>{ texts.console }</button>
            <button type="button" class="button icon quiet" data-testid="time-lab-export" aria-label={texts.take_along}
                title={texts.take_along} onclick={on_take_along}>{ icon(Icon::TakeAlong) }</button>
            <button type="button" class="button icon quiet time-lab-close" data-testid="time-lab-close" aria-label={close}
                title={close} onclick={on_close}>{ icon(Icon::Close) }</button>
        </div>
    }
}

/// What a tab is called in the page.
pub(super) const fn id(tab: TimeTab) -> &'static str {
    match tab {
        TimeTab::History => "tab-history",
        TimeTab::Charts => "tab-charts",
        TimeTab::Branches => "tab-branches",
        TimeTab::RunUntil => "tab-run-until",
    }
}
