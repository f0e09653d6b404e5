//! The time bar's buttons for the timeline: fold and unfold its lanes, open and close the time lab.

use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::hooks::Roving;
use crate::preferences::Timeline;
use crate::state::{Action, Dispatch, TimeTab};
use crate::texts::Texts;

/// The two buttons; `first` is the number of the first among the bar's tools, `lanes` whether those are open or folded.
pub fn timeline_tools(
    texts: &Texts,
    roving: &Roving,
    first: usize,
    lanes: Timeline,
    tab: Option<TimeTab>,
    dispatch: &Dispatch,
) -> Html {
    let shown = lanes == Timeline::Open;
    let fold = if shown { texts.passage.fold_lanes } else { texts.passage.unfold_lanes };
    let other = if shown { Timeline::Folded } else { Timeline::Open };
    let lab = if tab.is_some() { texts.passage.close_time_lab } else { texts.passage.open_time_lab };
    let other_tab = if tab.is_some() { None } else { Some(TimeTab::History) };
    let on_fold = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::Unfold(other))
    };
    let on_lab = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::OpenTimeTab(other_tab))
    };
    html! {
        <>
            <button type="button" class="button icon" data-testid="fold-lanes" aria-label={fold} title={fold}
                aria-expanded={shown.to_string()} aria-controls="lanes" data-roving="" tabindex={roving.tab_index(first)}
                onclick={on_fold}>{ icon(Icon::Lanes) }</button>
            <button type="button" class="button icon" id="open-time-lab" data-testid="open-time-lab" aria-label={lab} title={lab}
                aria-expanded={tab.is_some().to_string()} data-roving="" tabindex={roving.tab_index(first + 1)}
                onclick={on_lab}>{ icon(Icon::TimeLab) }</button>
        </>
    }
}
