//! What opens the page for whoever follows a link or comes back: by the link, and by what was kept from last time.

use std::rc::Rc;

use futures_util::future::join;
use web_sys::UrlSearchParams;

use super::keeper::KEEP;
use super::opening::{Opening, fresh_run, has_run};
use super::storage::{self, Place};
use crate::chunks::{Fetching, Need, chunk};
use crate::link::Link;
use crate::narration::NARRATION;
use crate::player::{ACTS, Player};
use crate::preferences::Preferences;
use crate::run::{SavedRun, Speed};
use crate::state::Notice;
use crate::texts::Language;

/// What reads the link, and what a person likes. To each, the language is the one to speak where neither names another.
pub(super) struct Returning {
    /// Opens the page; its link says these words.
    pub(super) open: fn(Language, String) -> Opening,
    /// Fetches what opens the page: what brings back a run, if there is one, and the language that the page will want.
    pub(super) make_readable: fn(Language) -> Fetching,
}

chunk! {
    /// What reads the link, and what a person likes: the first visit has neither.
    pub(super) RETURNING: Returning = returning(Returning { open, make_readable })
}

chunk! {
    /// What brings back a run, with its link, from the text in which it was kept; the speed is that of a fresh run.
    pub(super) KEPT: fn(&str, Speed) -> Option<(Player, String)> = acts(restored)
}

/// A reload of this tab finds everything as it was left, whatever the link says: it has been followed before. The next
/// visit finds the last run, but for a link that names a scenario: whoever follows it wants that one.
fn open(spoken: Language, link_words: String) -> Opening {
    let link = read_link();
    let mut notices = Vec::new();
    let (kept, kept_is_garbage) = liked(spoken);
    if kept_is_garbage {
        storage::set_aside_preferences();
        notices.push(Notice::KeptIsGarbage);
    }
    let opening_speed = link.speed.unwrap_or(Speed::NORMAL);
    let of_this_tab =
        kept_run(Place::Tab, opening_speed, &mut notices).filter(|(_, link)| *link == link_words);
    let is_reload = of_this_tab.is_some();
    let of_last_visit = || match link.scenario {
        Some(_) => None,
        None => kept_run(Place::Browser, opening_speed, &mut notices),
    };
    let player = of_this_tab.or_else(of_last_visit).map(|(player, _)| player);
    let player = player.unwrap_or_else(|| fresh_run(link.scenario.unwrap_or_default(), opening_speed));
    if player.has_let_branches_go() {
        notices.push(Notice::BranchLetGo);
    }
    let preferences = if is_reload { kept } else { link.apply(kept) };
    if !is_reload {
        notices.extend(link.bad.into_iter().map(Notice::BadParameter));
    }
    if kept_is_garbage || preferences != kept {
        // Whoever cannot keep anything hears of it as soon as there is something to lose.
        let _ = storage::keep_preferences(preferences);
    }
    let notices = notices.into_iter().map(Rc::new).collect();
    Opening { player, preferences, notices, link: link_words }
}

fn make_readable(spoken: Language) -> Fetching {
    let language_is_asked_for = async move {
        if let Some(language) = wanted_language(spoken) {
            // The page says so itself if it did not come.
            let _ = (language.fetch)().await;
        }
    };
    let run_is_readable = async {
        if has_run() {
            KEPT.fetched().await?;
            // What was kept may have something to be stopped by, has something to tell, and is kept again as it goes on.
            ACTS.fetched().await?;
            NARRATION.fetched().await?;
            KEEP.fetched().await?;
        }
        Ok(())
    };
    Box::pin(async { join(language_is_asked_for, run_is_readable).await.1 })
}

/// The language that the page will want and does not speak yet.
fn wanted_language(spoken: Language) -> Option<Need> {
    let (kept, _) = liked(spoken);
    // A reload will follow what was kept, and anything else the link.
    [read_link().apply(kept), kept].into_iter().find_map(|preferences| preferences.language.need())
}

/// What the person likes, as far as it was kept, and whether some of that is garbage.
fn liked(spoken: Language) -> (Preferences, bool) {
    let mut liked = Preferences::new(spoken);
    let is_readable = storage::preferences().is_none_or(|text| liked.read(&text));
    (liked, !is_readable)
}

/// The run that was kept in a place, with its link.
fn kept_run(place: Place, opening_speed: Speed, notices: &mut Vec<Notice>) -> Option<(Player, String)> {
    let restored = KEPT.get().ok()?;
    let found = restored(&storage::run(place)?, opening_speed);
    if found.is_none() {
        storage::set_aside_run(place);
        if !notices.contains(&Notice::KeptIsGarbage) {
            notices.push(Notice::KeptIsGarbage);
        }
    }
    found
}

fn restored(text: &str, opening_speed: Speed) -> Option<(Player, String)> {
    let (saved, link) = SavedRun::from_text(text)?;
    Some((Player::restore(saved, opening_speed).ok()?, link.to_owned()))
}

fn read_link() -> Link {
    let Some(window) = web_sys::window() else { return Link::default() };
    let search = window.location().search().unwrap_or_default();
    let hash = window.location().hash().unwrap_or_default();
    let parameters = UrlSearchParams::new_with_str(&search).ok();
    Link::read(|name| parameters.as_ref()?.get(name), hash.trim_start_matches('#'))
}
