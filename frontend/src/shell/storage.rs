//! The browser's storage: full, forbidden or holding garbage, it never stops the page.

use js_sys::Reflect;
use web_sys::Storage;

use crate::preferences::Preferences;

/// What every key of the page begins with: other pages of the same host have their own.
const PREFIX: &str = "event-pattern-lab.";
/// What a person likes.
const PREFERENCES: &str = "event-pattern-lab.preferences";
/// The last run.
const RUN: &str = "event-pattern-lab.run";

/// The last bridge.
const BRIDGE: &str = "event-pattern-lab.bridge";

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser lets the page keep nothing.
    Forbidden,
    /// There is no room left.
    Full,
}

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// With this tab: a reload finds it, another tab does not.
    Tab,
    /// With this browser: the next visit finds it.
    Browser,
}

/// The last run of a place, as it was kept.
pub fn run(place: Place) -> Option<String> {
    storage(place)?.get_item(RUN).ok()?
}

/// Whether a place has a run, without reading it: it may be long.
pub fn has_run(place: Place) -> bool {
    has(place, RUN)
}

/// What a person likes, as it was kept.
pub fn preferences() -> Option<String> {
    storage(Place::Browser)?.get_item(PREFERENCES).ok()?
}

/// Whether it was kept what a person likes.
pub fn has_preferences() -> bool {
    has(Place::Browser, PREFERENCES)
}

/// The last bridge, as it was kept.
pub fn bridge() -> Option<String> {
    storage(Place::Browser)?.get_item(BRIDGE).ok()?
}

/// Keeps the run for a reload of this tab and for the next visit.
///
/// # Errors
///
/// Why it is not kept in one of them.
pub fn keep_run(text: &str) -> Result<(), NotKept> {
    keep(Place::Tab, RUN, text).and(keep(Place::Browser, RUN, text))
}

/// Keeps what a person likes.
///
/// # Errors
///
/// Why it is not kept.
pub fn keep_preferences(preferences: Preferences) -> Result<(), NotKept> {
    keep(Place::Browser, PREFERENCES, &preferences.to_text())
}

/// Keeps where the last bridge is.
///
/// # Errors
///
/// Why it is not kept.
pub fn keep_bridge(text: &str) -> Result<(), NotKept> {
    keep(Place::Browser, BRIDGE, text)
}

/// Puts what cannot be read out of the way: somebody may still want to look at it, and the next load does not stumble
/// over it again.
pub fn set_aside_run(place: Place) {
    set_aside(place, RUN);
}

/// The same with what a person likes.
pub fn set_aside_preferences() {
    set_aside(Place::Browser, PREFERENCES);
}

/// The same with the last bridge.
pub fn set_aside_bridge() {
    set_aside(Place::Browser, BRIDGE);
}

/// Forgets everything that the page keeps.
pub fn forget() {
    for storage in [Place::Tab, Place::Browser].into_iter().filter_map(storage) {
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok()?);
        let own: Vec<String> = keys.filter(|key| key.starts_with(PREFIX)).collect();
        for key in own {
            // What cannot be taken out was never kept.
            let _ = storage.remove_item(&key);
        }
    }
}

fn has(place: Place, key: &str) -> bool {
    storage(place).is_some_and(|storage| Reflect::has(&storage, &key.into()).unwrap_or(false))
}

fn keep(place: Place, key: &str, text: &str) -> Result<(), NotKept> {
    let storage = storage(place).ok_or(NotKept::Forbidden)?;
    storage.set_item(key, text).map_err(|_| NotKept::Full)
}

fn set_aside(place: Place, key: &str) {
    let Some(storage) = storage(place) else { return };
    if let Ok(Some(garbage)) = storage.get_item(key) {
        // Without room for it, it is lost: garbage is not worth more.
        let _ = storage.remove_item(key);
        let _ = storage.set_item(&[key, "unreadable"].join("."), &garbage);
    }
}

fn storage(place: Place) -> Option<Storage> {
    let window = web_sys::window()?;
    // Both may throw: in a sandboxed frame, or where a person forbids it.
    match place {
        Place::Tab => window.session_storage(),
        Place::Browser => window.local_storage(),
    }
    .ok()?
}
