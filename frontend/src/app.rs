//! The root: one reducer, the contexts, and the regions of the page.

use std::rc::Rc;

use event_pattern::Scenario;
use event_pattern::scenario::BuiltIn;
use yew::prelude::*;

use crate::components::announcer::Announcer;
use crate::components::console::Console;
use crate::components::counters::Counters;
use crate::components::factory_reset::FactoryReset;
use crate::components::happening::Happening;
use crate::components::header::Header;
use crate::components::help::Help;
use crate::components::inspector::{DraftsProvider, Inspector};
use crate::components::notices::Notices;
use crate::components::problems::FileProblems;
use crate::components::publish_panel::PublishPanel;
use crate::components::scenarios::Scenarios;
use crate::components::stage::Stage;
use crate::components::time_bar::TimeBar;
use crate::player::Player;
use crate::run::{Origin, Picture, Speed};
use crate::shell::Conductor;
use crate::state::{Action, Dialog, Dispatch, Lab, UiState};
use crate::texts::Language;

/// The whole page.
#[component]
pub fn App() -> Html {
    let conductor = use_memo((), |()| {
        let scenario: Scenario = BuiltIn::Described.scenario();
        Conductor::new(Player::open(scenario, Origin::BuiltIn(BuiltIn::Described.name()), Speed::NORMAL))
    });
    let conductor = Conductor::clone(&conductor);
    let ui = {
        let conductor = conductor.clone();
        use_reducer(move || UiState::opening(conductor.picture()))
    };
    let dispatch = ui.dispatcher();
    {
        let dispatch = dispatch.clone();
        use_effect_with(conductor.clone(), move |conductor| {
            conductor.attend(Callback::from(move |picture: Rc<Picture>| {
                dispatch.dispatch(Action::Pictured(picture));
            }));
        });
    }
    html! {
        <ContextProvider<Conductor> context={conductor}>
        <ContextProvider<Dispatch> context={dispatch.clone()}>
        <ContextProvider<Language> context={ui.language}>
            <Header language={ui.language} />
            <DraftsProvider picture={&ui.picture}>{ regions(&ui, &dispatch) }</DraftsProvider>
            { dialog(&ui, &dispatch) }
            <Notices />
            <Announcer picture={&ui.picture} />
        </ContextProvider<Language>>
        </ContextProvider<Dispatch>>
        </ContextProvider<Conductor>>
    }
}

/// The main region and the footer.
fn regions(ui: &UiState, dispatch: &Dispatch) -> Html {
    let picture = &ui.picture;
    let on_select = {
        let dispatch = dispatch.clone();
        Callback::from(move |node| dispatch.dispatch(Action::Select(node)))
    };
    let lab = ui.lab == Lab::Open;
    html! {
        <>
            <main class={classes!("main", lab.then_some("with-lab"))}>
                <div class="panel panel-left">
                    <PublishPanel {picture} />
                    <Happening {picture} />
                </div>
                <Stage {picture} selected={ui.selected} on_select={&on_select} />
                if lab {
                    <div class="panel panel-right">
                        <Inspector {picture} selected={ui.selected} on_select={&on_select} />
                        <Counters {picture} selected={ui.selected} />
                    </div>
                }
            </main>
            <footer class={classes!("footer", lab.then_some("with-lab"))}>
                <TimeBar {picture} />
                if lab {
                    <Console {picture} />
                }
            </footer>
        </>
    }
}

/// The dialog that is open, if one is.
fn dialog(ui: &UiState, dispatch: &Dispatch) -> Html {
    let on_close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::CloseDialog))
    };
    match &ui.dialog {
        None => Html::default(),
        Some(Dialog::Help) => html! { <Help {on_close} /> },
        Some(Dialog::Scenarios) => html! { <Scenarios picture={&ui.picture} {on_close} /> },
        Some(Dialog::Problems { file, problems }) => {
            html! { <FileProblems file={file} problems={problems} {on_close} /> }
        }
        Some(Dialog::FactoryReset) => html! { <FactoryReset {on_close} /> },
    }
}
