//! The root: one reducer, the contexts, and the regions of the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::announcer::Announcer;
use crate::components::console::Console;
use crate::components::counters::counters;
use crate::components::export::ExportDialog;
use crate::components::factory_reset::factory_reset;
use crate::components::happening::happening;
use crate::components::header::Header;
use crate::components::help::help;
use crate::components::inspector::{DraftsProvider, Inspector};
use crate::components::live::{LivePanel, Wish};
use crate::components::notices::notices;
use crate::components::problems::file_problems;
use crate::components::publish_panel::PublishPanel;
use crate::components::scenarios::scenarios;
use crate::components::stage::Stage;
use crate::components::time_bar::TimeBar;
use crate::components::time_bar::ahead::ahead;
use crate::components::time_lab::{self, time_lab};
use crate::components::timeline::Timeline;
use crate::hooks::{use_kept_focus, use_live, use_page};
use crate::preferences::{Lab, Preferences};
use crate::shell::opening::Opening;
use crate::shell::{BridgeLink, Conductor, bridge_here};
use crate::state::{Action, Dialog, Dispatch, Notice, UiState};
use crate::texts::{Language, Texts};

/// What the page opens with, found out once.
struct Start {
    conductor: Conductor,
    bridge: BridgeLink,
    preferences: Preferences,
    notices: Rc<Vec<Notice>>,
    link: String,
}

impl Start {
    fn find() -> Start {
        let Opening { player, preferences, notices, link } = Opening::find();
        let (conductor, bridge) = (Conductor::new(player), BridgeLink::new());
        Start { conductor, bridge, preferences, notices: Rc::new(notices), link }
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
    let dispatch = ui.dispatcher();
    let on_wish = use_live(&start.bridge, &start.conductor, &dispatch);
    html! {
        <ContextProvider<Conductor> context={start.conductor.clone()}>
        <ContextProvider<Dispatch> context={dispatch.clone()}>
        <ContextProvider<Language> context={ui.preferences.language}>
            <Header preferences={ui.preferences} origin={ui.picture.origin.clone()} link={ui.link.clone()} />
            <DraftsProvider picture={&ui.picture}>{ regions(&ui, &start.conductor, &dispatch) }</DraftsProvider>
            { dialog(&ui, &start, &dispatch, &on_wish) }
            <Announcer picture={&ui.picture} restarted={ui.restarted} />
        </ContextProvider<Language>>
        </ContextProvider<Dispatch>>
        </ContextProvider<Conductor>>
    }
}

/// The main region and the footer.
fn regions(ui: &UiState, conductor: &Conductor, dispatch: &Dispatch) -> Html {
    let texts = Texts::of(ui.preferences.language);
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
    let timeline = html! {
        <Timeline key={run} {picture} window={ui.window} {chosen} {selected} lanes={ui.preferences.timeline} />
    };
    html! {
        <>
            <main key={run} class={classes!("main", lab.then_some("with-lab"))}>
                <div class="panel panel-left panel-publish"><PublishPanel {picture} /></div>
                <Stage {picture} {selected} on_select={&on_select} />
                <div class="panel panel-left panel-happening">{ happening(texts, picture, conductor) }</div>
                if lab {
                    <div class="panel panel-right">
                        <Inspector {picture} {selected} on_select={&on_select} />
                        { counters(texts, picture, selected) }
                    </div>
                }
            </main>
            <footer class={classes!("footer", lab.then_some("with-lab"))}>
                <TimeBar {picture} {timeline} lanes={ui.preferences.timeline} time_tab={ui.time_tab}>
                    // A dialog that saves and opens files shows them itself.
                    if !ui.dialog.as_ref().is_some_and(Dialog::shows_notices) {
                        { notices(texts, ui, dispatch, ahead(texts, picture, conductor)) }
                    }
                </TimeBar>
                if let Some(tab) = ui.time_tab {
                    { time_lab(texts, time_lab::Props { picture: picture.clone(), window: ui.shown_window(), chosen, selected, tab }, dispatch) }
                }
                if lab {
                    <Console key={run} {picture} />
                }
            </footer>
        </>
    }
}

/// The dialog that is open, if one is.
fn dialog(ui: &UiState, start: &Start, dispatch: &Dispatch, on_wish: &Callback<Wish>) -> Html {
    let texts = Texts::of(ui.preferences.language);
    let on_close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::CloseDialog))
    };
    match &ui.dialog {
        None => Html::default(),
        Some(Dialog::Help) => help(texts, ui.preferences, dispatch, &on_close),
        Some(Dialog::Scenarios) => {
            let notices = notices(texts, ui, dispatch, Html::default());
            scenarios(texts, &ui.picture, &start.conductor, dispatch, &on_close, notices)
        }
        Some(Dialog::Export) => {
            let notices = notices(texts, ui, dispatch, Html::default());
            html! { <ExportDialog key="export" picture={&ui.picture} window={ui.window} {on_close} foot={notices} /> }
        }
        Some(Dialog::Problems { file, problems }) => file_problems(texts, file, problems, &on_close),
        Some(Dialog::FactoryReset) => factory_reset(&texts.page, &on_close),
        Some(Dialog::Live) => html! {
            <LivePanel link={ui.link.clone()} remembered={start.bridge.remembered()} {on_wish} {on_close}
                origin={bridge_here::origin()} />
        },
    }
}
