//! The root: one reducer, what surrounds every component, and the regions of the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::chunks::{fetch_ahead, waiting};
use crate::components::announcer::Announcer;
use crate::components::coming::still_to_come;
use crate::components::dialogs::DIALOGS;
use crate::components::happening::{happening, use_reading_from_the_top};
use crate::components::header::Header;
use crate::components::lab::LAB;
use crate::components::live::LIVE;
use crate::components::notices::{NOTICES, notices};
use crate::components::publish_panel::PublishPanel;
use crate::components::stage::Stage;
use crate::components::time_bar::TimeBar;
use crate::components::time_bar::ahead::AHEAD;
use crate::components::time_lab::{self, TIME_LAB};
use crate::components::timeline::{LANES, Timeline};
use crate::hooks::{Surroundings, use_effect_on, use_kept_focus, use_lanes, use_page};
use crate::narration::NARRATION;
use crate::player::{ACTS, PUBLISH};
use crate::preferences::{self, Lab, Preferences};
use crate::shell::Conductor;
use crate::shell::keeper::KEEP;
use crate::shell::opening::Opening;
use crate::state::{Action, Dialog, Dispatch, Notice, UiState};
use crate::texts::{Language, Texts};
use crate::timeline::SharedIndex;

/// What the page opens with, found out once.
struct Start {
    conductor: Conductor,
    preferences: Preferences,
    notices: Rc<[Rc<Notice>]>,
    link: String,
    index: SharedIndex,
}

impl Start {
    fn find() -> Start {
        let Opening { player, preferences, notices, link } = Opening::find();
        Start {
            conductor: Conductor::new(player),
            preferences,
            notices: notices.into(),
            link,
            index: SharedIndex::default(),
        }
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let start = use_memo((), |()| Start::find());
    let ui = {
        let start = start.clone();
        use_reducer(move || UiState::opening(start.conductor.picture(), start.preferences))
    };
    use_page(&ui, &start.conductor, &start.link, &start.notices);
    use_kept_focus(ui.picture.run);
    use_reading_from_the_top(&ui.picture);
    let lanes = use_lanes(ui.preferences.timeline);
    use_effect_on((), |()| {
        // What is likeliest to be wanted comes first.
        let needs = [
            NARRATION.get().err(),
            PUBLISH.get().err(),
            ACTS.get().err(),
            KEEP.get().err(),
            NOTICES.get().err(),
            AHEAD.get().err(),
            LANES.get().err(),
            LAB.get().err(),
            DIALOGS.get().err(),
            TIME_LAB.get().err(),
            LIVE.get().err(),
            Language::Id.need(),
        ];
        let listeners = fetch_ahead(needs.into_iter().flatten().collect());
        move || drop(listeners)
    });
    let dispatch = ui.dispatcher();
    let around = Surroundings {
        language: ui.preferences.language.spoken(),
        conductor: Some(start.conductor.clone()),
        dispatch: Some(dispatch.clone()),
        loaded: ui.loaded,
    };
    html! {
        <ContextProvider<Surroundings> context={around}>
            <Header preferences={ui.preferences} origin={ui.picture.origin.clone()} link={ui.link.clone()} />
            { regions(&ui, &start, lanes, &dispatch) }
            { dialog(&ui, &start.conductor, &dispatch) }
            <Announcer picture={&ui.picture} restarted={ui.restarted} />
        </ContextProvider<Surroundings>>
    }
}

/// What stands before the notices for a while: how far a run is on its way, and what is still to come.
fn standing(texts: &Texts, ui: &UiState, conductor: &Conductor, dispatch: &Dispatch) -> Html {
    html! {
        <>
            if ui.picture.ahead.is_some() {
                { match AHEAD.get() {
                    Ok(ahead) => ahead(texts, &ui.picture, conductor),
                    Err(need) => waiting(need),
                } }
            }
            { still_to_come(texts, ui, dispatch) }
        </>
    }
}

/// The main region and the footer, with the lanes open or folded.
fn regions(ui: &UiState, start: &Start, lanes: preferences::Timeline, dispatch: &Dispatch) -> Html {
    let texts = Texts::of(ui.preferences.language.spoken());
    let picture = &ui.picture;
    let on_select = {
        let dispatch = dispatch.clone();
        Callback::from(move |node| dispatch.dispatch(Action::Select(node)))
    };
    let lab = ui.preferences.lab == Lab::Open;
    let selected = ui.selected_here();
    // What belongs to one run only (a filter, something half typed) goes with it.
    let run = picture.run;
    let chosen = ui.chosen_here();
    let on_choose = {
        let dispatch = dispatch.clone();
        Callback::from(move |entry| dispatch.dispatch(Action::ChooseEntry(Some(entry))))
    };
    let timeline = html! {
        <Timeline key={run} {picture} window={ui.window} {chosen} {selected} {lanes}
            index={start.index.clone()} />
    };
    html! {
        <>
            <main key={run} class={classes!("main", lab.then_some("with-lab"))}>
                <div class="panel panel-left panel-publish"><PublishPanel {picture} /></div>
                <Stage {picture} {selected} on_select={&on_select} />
                <div class="panel panel-left panel-happening">{ happening(texts, picture, &start.conductor) }</div>
                { match LAB.get() {
                    Ok(lab) => (lab.aside)(ui, &on_select),
                    Err(need) if lab => html! { <div class="panel panel-right">{ waiting(need) }</div> },
                    Err(_) => Html::default(),
                } }
            </main>
            <footer class={classes!("footer", lab.then_some("with-lab"))}>
                <TimeBar {picture} {timeline} {lanes} time_tab={ui.time_tab}>
                    // A dialog that saves and opens files shows them itself, once it is here.
                    if DIALOGS.get().is_err() || !ui.dialog.as_ref().is_some_and(Dialog::shows_notices) {
                        { notices(texts, ui, dispatch, standing(texts, ui, &start.conductor, dispatch)) }
                    }
                </TimeBar>
                if let (Some(tab), Ok(time_lab)) = (ui.time_tab, TIME_LAB.get()) {
                    { time_lab(texts, time_lab::Props { picture: picture.clone(), window: ui.shown_window(), chosen, selected, tab, index: start.index.clone() }, dispatch) }
                }
                if let (true, Ok(parts)) = (lab, LAB.get()) {
                    { (parts.console)(ui, &on_choose) }
                }
            </footer>
        </>
    }
}

/// The dialog that is open, if one is. Live mode is there while its panel is closed, too: the link outlives it.
fn dialog(ui: &UiState, conductor: &Conductor, dispatch: &Dispatch) -> Html {
    let on_close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::CloseDialog))
    };
    let live = LIVE.get().map(|live| live(ui));
    let dialog = match (&ui.dialog, DIALOGS.get()) {
        (None | Some(Dialog::Live), _) | (_, Err(_)) => Html::default(),
        (Some(_), Ok(dialog)) => dialog(ui, conductor, dispatch, &on_close),
    };
    html! { <>{ live.unwrap_or_default() }{ dialog }</> }
}
