//! How the page opens: by its link, by what was kept from last time, or fresh.

use event_pattern::scenario::BuiltIn;
use futures_util::future::join;
use wasm_bindgen_futures::spawn_local;
use web_sys::{UrlSearchParams, Window};

use super::keeper::KEEP;
use super::storage::{self, Place};
use crate::chunks::{Need, chunk};
use crate::link::Link;
use crate::player::{ACTS, Player};
use crate::preferences::Preferences;
use crate::run::{Origin, SavedRun, Speed};
use crate::state::Notice;
use crate::texts::Language;

/// What the page opens with.
pub struct Opening {
    /// The run.
    pub player: Player,
    /// What the person likes.
    pub preferences: Preferences,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// The link's own words, to be kept with the run.
    pub link: String,
}

impl Opening {
    /// Finds out how the page opens.
    ///
    /// A reload of this tab finds everything as it was left, whatever the link says: it has been followed before. The
    /// next visit finds the last run, but for a link that names a scenario: whoever follows it wants that one.
    pub fn find() -> Opening {
        let window = web_sys::window();
        let link_words = window.as_ref().and_then(link_words).unwrap_or_default();
        let link = window.as_ref().map(read_link).unwrap_or_default();
        let mut notices = Vec::new();
        let (kept, kept_is_garbage) = liked(window.as_ref());
        if kept_is_garbage {
            storage::set_aside_preferences();
            notices.push(Notice::KeptIsGarbage);
        }
        let opening_speed = link.speed.unwrap_or(Speed::NORMAL);
        let bring_back = |place, notices: &mut Vec<Notice>| KEPT.get().ok()?(place, opening_speed, notices);
        let of_this_tab = bring_back(Place::Tab, &mut notices).filter(|(_, link)| *link == link_words);
        let is_reload = of_this_tab.is_some();
        let of_last_visit = || match link.scenario {
            Some(_) => None,
            None => bring_back(Place::Browser, &mut notices),
        };
        let player = of_this_tab.or_else(of_last_visit).map(|(player, _)| player);
        let player = player.unwrap_or_else(|| {
            let built_in = link.scenario.unwrap_or_default();
            Player::open(built_in.scenario(), origin_of(built_in), opening_speed)
        });
        if player.has_let_branches_go() {
            notices.push(Notice::BranchLetGo);
        }
        let preferences = if is_reload { kept } else { link.apply(kept) };
        if !is_reload {
            notices.extend(link.bad.iter().cloned().map(Notice::BadParameter));
        }
        Opening { player, preferences, notices, link: link_words }
    }
}

/// Where a built-in scenario is from.
fn origin_of(built_in: BuiltIn) -> Origin {
    Origin::BuiltIn(built_in.name())
}

/// Brings back the run that was kept in a place, with its link; the speed is that of a fresh run.
type BringBack = fn(Place, Speed, &mut Vec<Notice>) -> Option<(Player, String)>;

chunk! {
    /// What brings back a run that was kept: the first visit has none.
    KEPT: BringBack = acts(kept_run)
}

/// Makes sure that [`Opening::find`] can read what was kept, and then goes on. Where that cannot be fetched, nothing goes on:
/// a page that opened without the kept run would soon keep another one in its place. It does go on without the person's
/// language: there is another one, and the page says what is missing.
pub fn when_readable(go_on: impl FnOnce() + 'static) {
    let is_kept = [Place::Tab, Place::Browser].into_iter().any(storage::has_run);
    let language = wanted_language();
    if language.is_none() && (!is_kept || KEPT.get().is_ok()) {
        return go_on();
    }
    spawn_local(async move {
        let spoken = async {
            if let Some(language) = language {
                let _ = (language.fetch)().await;
            }
        };
        // What was kept may have something to be stopped by, and is kept again as it goes on.
        let readable = async {
            !is_kept
                || KEPT.fetched().await.is_ok()
                    && ACTS.fetched().await.is_ok()
                    && KEEP.fetched().await.is_ok()
        };
        if join(spoken, readable).await.1 {
            go_on();
        }
    });
}

/// The language that the page will want and does not speak yet.
fn wanted_language() -> Option<Need> {
    let window = web_sys::window()?;
    let (kept, _) = liked(Some(&window));
    // A reload will follow what was kept, and anything else the link.
    [read_link(&window).apply(kept), kept].into_iter().find_map(|preferences| preferences.language.need())
}

/// What the person likes, as far as it was kept, and whether some of that is garbage.
fn liked(window: Option<&Window>) -> (Preferences, bool) {
    let mut liked = Preferences::new(window.map_or(Language::En, spoken));
    let is_readable = storage::preferences().is_none_or(|text| liked.read(&text));
    (liked, !is_readable)
}

/// The run that was kept in a place, with its link.
fn kept_run(place: Place, opening_speed: Speed, notices: &mut Vec<Notice>) -> Option<(Player, String)> {
    let text = storage::run(place)?;
    let read = SavedRun::from_text(&text);
    let found =
        read.and_then(|(saved, link)| Some((Player::restore(saved, opening_speed).ok()?, link.to_owned())));
    if found.is_none() {
        storage::set_aside_run(place);
        if !notices.contains(&Notice::KeptIsGarbage) {
            notices.push(Notice::KeptIsGarbage);
        }
    }
    found
}

fn link_words(window: &Window) -> Option<String> {
    let location = window.location();
    Some(location.search().ok()? + &location.hash().ok()?)
}

fn read_link(window: &Window) -> Link {
    let search = window.location().search().unwrap_or_default();
    let hash = window.location().hash().unwrap_or_default();
    let parameters = UrlSearchParams::new_with_str(&search).ok();
    Link::read(|name| parameters.as_ref()?.get(name), hash.trim_start_matches('#'))
}

/// The first of the browser's languages that the page speaks.
fn spoken(window: &Window) -> Language {
    let tags: Vec<String> = window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
    Language::preferred(tags.iter().map(String::as_str))
}
