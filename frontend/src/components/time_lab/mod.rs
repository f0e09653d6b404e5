//! The time lab: a panel below the timeline with a tab for each way to look into a run's time.

mod branches;
mod charts;
mod history;
mod tabs;
mod until;

use std::rc::Rc;

use event_pattern::trace::EntryId;
use yew::prelude::*;

use crate::chunks::chunk;
use crate::run::Picture;
use crate::shell::styles;
use crate::state::{Dispatch, Node, TimeTab};
use crate::texts::Texts;
use crate::texts::time_lab::TimeLabTexts;
use crate::timeline::{SharedIndex, Window};
use tabs::Tabs;

/// What the time lab is made from: every tab gets all of it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that is shown.
    pub window: Window,
    /// The entry that a person chose.
    pub chosen: Option<EntryId>,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// The tab that is open.
    pub tab: TimeTab,
    /// Who did what.
    pub index: SharedIndex,
}

/// A tab: what it is called, and what is in it.
struct Tab {
    tab: TimeTab,
    text: fn(&TimeLabTexts) -> &'static str,
    content: fn(&Props) -> Html,
}

/// The tabs in their order. Another one is another line.
const TABS: &[Tab] = &[
    Tab { tab: TimeTab::History, text: |t| t.history, content: history::tab },
    Tab { tab: TimeTab::Charts, text: |t| t.charts, content: charts::tab },
    Tab { tab: TimeTab::Branches, text: |t| t.branches, content: branches::tab },
    Tab { tab: TimeTab::RunUntil, text: |t| t.run_until, content: until::tab },
];

chunk! {
    /// The time lab.
    pub TIME_LAB: fn(&Texts, Props, &Dispatch) -> Html = time_lab(dressed())
}

fn dressed() -> fn(&Texts, Props, &Dispatch) -> Html {
    styles::put_on(&[
        include_str!("../../../styles/labs.css"),
        include_str!("../../../styles/time-lab.css"),
        include_str!("../../../styles/branches.css"),
        include_str!("../../../styles/until.css"),
        include_str!("../../../styles/charts.css"),
    ]);
    time_lab
}

/// The time lab, open with a tab.
fn time_lab(texts: &Texts, props: Props, dispatch: &Dispatch) -> Html {
    // A tab that is not there yet is not opened.
    let Some(open) = TABS.iter().find(|it| it.tab == props.tab).or(TABS.first()) else {
        return Html::default();
    };
    html! {
        <section class="time-lab" id={tabs::PANEL} data-testid="time-lab" aria-label={texts.time_lab.name}>
            <Tabs open={open.tab} {dispatch} />
            <div class="time-lab-body" role="tabpanel" id="time-lab-panel" tabindex="0"
                aria-labelledby={tabs::id(open.tab)} key={tabs::id(open.tab)}>{ (open.content)(&props) }</div>
        </section>
    }
}
