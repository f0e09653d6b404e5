//! The page's own state: what is open, selected and chosen. The run's state is in the [`Picture`].

mod dialog;
mod node;
mod notice;
#[cfg(test)]
mod tests;
mod time;

use std::rc::Rc;

use event_pattern::trace::EntryId;
use yew::prelude::*;

use crate::live::{LinkNotice, LinkState};
use crate::preferences::{Lab, Motion, Preferences, Shortcuts, Theme, Timeline};
use crate::run::Picture;
use crate::texts::Language;
use crate::timeline::Window;

pub use dialog::Dialog;
pub use node::Node;
pub use notice::{Notice, Shown};
pub use time::{Chosen, TimeTab};

/// How many notices are shown; older ones go.
const MOST_NOTICES: usize = 3;

/// The page's own state.
#[derive(Clone, PartialEq)]
pub struct UiState {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that the inspector is about.
    pub selected: Option<Node>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What the person likes.
    pub preferences: Preferences,
    /// Messages that nobody has put away yet.
    pub notices: Vec<Shown>,
    /// The number of the last restart of the run.
    pub restarted: Option<u32>,
    /// How the page stands to its bridge.
    pub link: LinkState,
    /// The part of the record that lanes and charts show; none for the whole of it, which grows.
    pub window: Option<Window>,
    /// The entry that a person chose, to be told why it happened.
    pub chosen_entry: Option<Chosen>,
    /// The tab of the time lab that is open, if it is open.
    pub time_tab: Option<TimeTab>,
    /// How many parts of the page have been fetched.
    pub loaded: u32,
    /// The number of the next notice or restart.
    next: u32,
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
    /// Another theme.
    Dress(Theme),
    /// More or less motion.
    Move(Motion),
    /// Bare characters are shortcuts, or not.
    Listen(Shortcuts),
    /// Show a message.
    Notify(Rc<Notice>),
    /// Put a message away.
    Dismiss(u32),
    /// The run was restarted.
    Restarted,
    /// The page stands otherwise to its bridge.
    Linked(LinkState),
    /// Show this part of the record in lanes and charts, or the whole of it.
    ShowWindow(Option<Window>),
    /// Choose an entry of the run that is shown, or none.
    ChooseEntry(Option<EntryId>),
    /// Open the time lab with this tab, or close it.
    OpenTimeTab(Option<TimeTab>),
    /// Unfold the timeline's lanes, or fold them.
    Unfold(Timeline),
    /// A part of the page that had to be fetched is here.
    Loaded,
}

impl From<Notice> for Action {
    fn from(notice: Notice) -> Action {
        Action::Notify(Rc::new(notice))
    }
}

/// What a component uses to change the page's own state: the context of [`crate::hooks::use_dispatch`].
pub type Dispatch = UseReducerDispatcher<UiState>;

impl UiState {
    /// The state at the page's opening.
    pub fn opening(picture: Rc<Picture>, preferences: Preferences) -> UiState {
        UiState {
            picture,
            selected: None,
            dialog: None,
            preferences,
            notices: Vec::new(),
            restarted: None,
            link: LinkState::Off,
            window: None,
            chosen_entry: None,
            time_tab: None,
            loaded: 0,
            next: 0,
        }
    }

    /// The selected node, if it is there at the place that is looked at.
    pub fn selected_here(&self) -> Option<Node> {
        self.selected.filter(|node| match node {
            Node::Service(id) => self.picture.view.services.get(id.index()).is_some_and(|it| it.is_present()),
            Node::Receiver => self.picture.trace.header().scenario.receiver.is_some(),
            Node::Publisher | Node::Broker => true,
        })
    }

    fn show(&mut self, picture: Rc<Picture>) {
        if picture.run != self.picture.run {
            // Another run: its services are others, even where they have the same names.
            self.selected = None;
        }
        self.follow_time(&picture);
        let moved = |picture: &Picture| {
            let place = Some(picture.view.place).filter(|_| !picture.playing);
            (picture.run, picture.playing, picture.given.len(), place)
        };
        if moved(&picture) != moved(&self.picture) {
            // Something else was asked for, and done: what came of the last thing is of no interest any more.
            self.drop_answers();
        }
        if let Some(end) = picture.end.filter(|_| self.picture.end.is_none()) {
            self.notify(Rc::new(Notice::Ended(end)));
        }
        if let Some((_, halt)) = picture.halt.filter(|_| picture.halt != self.picture.halt) {
            self.notify(Rc::new(Notice::Halted(halt)));
        }
        let is_branched =
            picture.branch != self.picture.branch && picture.branches.len() > self.picture.branches.len();
        if is_branched && picture.run == self.picture.run {
            self.notify(Rc::new(Notice::Branched));
        }
        if picture.branches_let_go > self.picture.branches_let_go {
            self.notify(Rc::new(Notice::BranchLetGo));
        }
        self.picture = picture;
    }

    /// What a node is and what can be done to it stands in the lab: whoever chooses one is shown it.
    fn select(&mut self, node: Option<Node>) {
        self.selected = node;
        if node.is_some() {
            self.preferences.lab = Lab::Open;
        }
    }

    /// Something else was asked for: what came of the last thing has been read.
    fn drop_answers(&mut self) {
        self.notices.retain(|shown| !shown.notice.is_answer());
    }

    fn notify(&mut self, notice: Rc<Notice>) {
        // The same message again is a new one: somebody has asked again.
        self.notices.retain(|shown| !shown.notice.gives_way_to(&notice));
        self.notices.push(Shown { number: self.next, notice });
        self.next += 1;
        let over = self.notices.len().saturating_sub(MOST_NOTICES);
        self.notices.drain(..over);
    }

    fn linked(&mut self, link: LinkState) {
        let before = std::mem::replace(&mut self.link, link);
        if before.code() == self.link.code() {
            return;
        }
        // What was said of the link before is no longer true.
        self.notices.retain(|shown| !matches!(*shown.notice, Notice::Link(_)));
        // The panel says it where the person looks.
        if self.dialog != Some(Dialog::Live)
            && let Some(notice) = LinkNotice::of(&before, &self.link)
        {
            self.notify(Rc::new(Notice::Link(notice)));
        }
    }

    /// As if the page had just been loaded; what a person likes stays, the open lab too: a reload would keep it.
    fn restart(&mut self) {
        self.restarted = Some(self.next);
        self.next += 1;
        self.selected = None;
        self.window = None;
        self.chosen_entry = None;
        self.dialog = None;
        self.notices.clear();
    }
}

impl Reducible for UiState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = UiState::clone(&self);
        match action {
            Action::Pictured(picture) => next.show(picture),
            Action::Select(node) => {
                next.select(node);
                next.drop_answers();
            }
            Action::ToggleLab => {
                next.preferences.lab = next.preferences.lab.toggled();
                next.drop_answers();
            }
            Action::OpenDialog(dialog) => next.dialog = Some(dialog),
            Action::CloseDialog => next.dialog = None,
            Action::Speak(language) => next.preferences.language = language,
            Action::Dress(theme) => next.preferences.theme = theme,
            Action::Move(motion) => next.preferences.motion = motion,
            Action::Listen(shortcuts) => next.preferences.shortcuts = shortcuts,
            Action::Notify(notice) => next.notify(notice),
            Action::Dismiss(number) => next.notices.retain(|shown| shown.number != number),
            Action::Restarted => next.restart(),
            Action::Linked(link) => next.linked(link),
            Action::ShowWindow(window) => next.show_window(window),
            Action::ChooseEntry(entry) => next.choose_entry(entry),
            Action::OpenTimeTab(tab) => {
                next.time_tab = tab;
                next.drop_answers();
            }
            Action::Unfold(timeline) => next.preferences.timeline = timeline,
            Action::Loaded => next.loaded += 1,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
