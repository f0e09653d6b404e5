//! The page's own state: what is open, selected and chosen. The run's state is in the [`Picture`].

use std::rc::Rc;

use event_pattern::scenario::Problems;
use event_pattern::trace::ServiceId;
use yew::prelude::*;

use crate::run::Picture;
use crate::texts::Language;

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// Whoever publishes.
    Publisher,
    /// The keeper of the state key.
    Broker,
    /// A service.
    Service(ServiceId),
    /// Where finished work is reported to, in scenarios that have one.
    Receiver,
}

/// Whether the lab's panels are there: inspector, console, counters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lab {
    /// The first screen: one idea.
    #[default]
    Closed,
    /// Everything.
    Open,
}

/// The dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Keys and help.
    Help,
    /// The choice of scenarios, with their cards.
    Scenarios,
    /// What is wrong with a file that somebody tried to open.
    Problems {
        /// The file's name.
        file: AttrValue,
        /// What is wrong with it.
        problems: Rc<Problems>,
    },
    /// The question before everything is forgotten.
    FactoryReset,
}

/// The page's own state.
#[derive(Clone, PartialEq)]
pub struct UiState {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that the inspector is about.
    pub selected: Option<Node>,
    /// Whether the lab's panels are there.
    pub lab: Lab,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The language of the page.
    pub language: Language,
}

/// What changes the page's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A new still of the run.
    Pictured(Rc<Picture>),
    /// Another node, or none.
    Select(Option<Node>),
    /// Open or close the lab.
    ToggleLab,
    /// Open a dialog in place of any other.
    OpenDialog(Dialog),
    /// Close the dialog that is open.
    CloseDialog,
    /// Another language.
    Speak(Language),
}

/// What a component uses to change the page's own state: the context of [`crate::hooks::use_dispatch`].
pub type Dispatch = UseReducerDispatcher<UiState>;

impl UiState {
    /// The state at the page's opening.
    pub fn opening(picture: Rc<Picture>) -> UiState {
        UiState { picture, selected: None, lab: Lab::Closed, dialog: None, language: Language::En }
    }
}

impl Reducible for UiState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = UiState::clone(&self);
        match action {
            Action::Pictured(picture) => next.picture = picture,
            Action::Select(node) => next.selected = node,
            Action::ToggleLab => {
                next.lab = match next.lab {
                    Lab::Closed => Lab::Open,
                    Lab::Open => Lab::Closed,
                }
            }
            Action::OpenDialog(dialog) => next.dialog = Some(dialog),
            Action::CloseDialog => next.dialog = None,
            Action::Speak(language) => next.language = language,
        }
        Rc::new(next)
    }
}
