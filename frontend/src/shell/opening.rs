//! How the page opens: fresh, or by its link and by what was kept from last time. What reads those is loaded when there is
//! something to read.

use std::rc::Rc;

use event_pattern::scenario::BuiltIn;
use wasm_bindgen_futures::spawn_local;
use web_sys::Window;

use super::returning::{KEPT, RETURNING};
use super::storage::{self, Place};
use crate::player::Player;
use crate::preferences::Preferences;
use crate::run::{Origin, Speed};
use crate::state::Notice;
use crate::texts::Language;

/// What the page opens with.
pub struct Opening {
    /// The run.
    pub player: Player,
    /// What the person likes.
    pub preferences: Preferences,
    /// What the person should know.
    pub notices: Vec<Rc<Notice>>,
    /// The link's own words, to be kept with the run.
    pub link: String,
}

impl Opening {
    /// Finds out how the page opens.
    pub fn find() -> Opening {
        let link = link_words();
        let is_first = is_first_visit(&link);
        match RETURNING.get() {
            Ok(returning) if !is_first => (returning.open)(spoken(), link),
            _ => Opening {
                player: fresh_run(BuiltIn::default(), Speed::NORMAL),
                preferences: Preferences::new(spoken()),
                notices: Vec::new(),
                link,
            },
        }
    }
}

/// A run of a built-in scenario, at its beginning.
pub(super) fn fresh_run(built_in: BuiltIn, speed: Speed) -> Player {
    Player::open(built_in.scenario(), Origin::BuiltIn(built_in.name()), speed)
}

/// Makes sure that [`Opening::find`] can read what there is to read, and then goes on. Where what reads it cannot be fetched,
/// nothing goes on: a page that opened without the kept run, or without what the person likes, would soon keep another
/// one in its place. It does go on without the person's language: there is another one, and the page says what is missing.
pub fn when_readable(go_on: impl FnOnce() + 'static) {
    let is_first = is_first_visit(&link_words());
    let language = spoken().need();
    if is_first && language.is_none() {
        return go_on();
    }
    if has_run() {
        // Both files come at the same time. Whether this one came, `make_readable` finds out.
        spawn_local(async {
            let _ = KEPT.fetched().await;
        });
    }
    spawn_local(async move {
        if let (true, Some(language)) = (is_first, language) {
            let _ = (language.fetch)().await;
        }
        // Another tab may have kept something meanwhile.
        if !is_first_visit(&link_words()) {
            let Ok(returning) = RETURNING.fetched().await else { return };
            let Ok(()) = (returning.make_readable)(spoken()).await else { return };
        }
        go_on();
    });
}

/// Whether there is nothing to read: the link says nothing, and nothing was kept.
fn is_first_visit(link_words: &str) -> bool {
    link_words.is_empty() && !has_run() && !storage::has_preferences()
}

/// Whether a run was kept.
pub(super) fn has_run() -> bool {
    [Place::Tab, Place::Browser].into_iter().any(storage::has_run)
}

/// What the page's address says besides where the page is: nothing, most of the time.
fn link_words() -> String {
    let words = |window: Window| {
        let location = window.location();
        Some(location.search().ok()? + &location.hash().ok()?)
    };
    web_sys::window().and_then(words).unwrap_or_default()
}

/// The first of the browser's languages that the page speaks.
fn spoken() -> Language {
    let tags = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    Language::preferred(tags.iter().filter_map(|tag| tag.as_string()))
}
