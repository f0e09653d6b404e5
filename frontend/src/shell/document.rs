//! The document's own words: its language, its title, and how it is dressed.

use web_sys::{Element, MediaQueryList};

use crate::preferences::{Motion, Preferences, Theme};
use crate::texts::Texts;

/// Makes the document follow what the person likes: `lang`, the title, `data-theme` for the style sheets, and
/// `data-motion="less"` for whoever moves something, also where only the system asks for it.
pub fn follow(preferences: Preferences) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let root = document.document_element()?;
    let language = preferences.language.spoken();
    let texts = Texts::of(language);
    set(&root, "lang", Some(language.html_lang()));
    document.set_title(texts.common.page_title);
    set(&root, "data-theme", Some(preferences.theme.code()).filter(|_| preferences.theme != Theme::System));
    set(&root, "data-motion", Some("less").filter(|_| wants_less_motion(preferences.motion)));
    Some(())
}

/// Whether the person, or the system for them, wants less motion.
pub fn wants_less_motion(motion: Motion) -> bool {
    let asks = || {
        let query = web_sys::window()?.match_media("(prefers-reduced-motion: reduce)").ok()??;
        Some(query.matches())
    };
    motion == Motion::Less || asks().unwrap_or(false)
}

/// Whether the document says that less is to move: for whoever draws frames and knows nothing of preferences.
pub fn shows_less_motion() -> bool {
    let root = || web_sys::window()?.document()?.document_element();
    root().is_some_and(|root| root.has_attribute("data-motion"))
}

fn set(root: &Element, name: &str, value: Option<&str>) {
    // What is there already is left alone: the browser would dress the whole page again.
    if root.get_attribute(name).as_deref() == value {
        return;
    }
    // The names are well formed, so that nothing can go wrong.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Whether the window is as wide as the timeline's lanes need it, if nobody asks for them.
pub fn has_room_for_lanes() -> bool {
    room_for_lanes().is_some_and(|query| query.matches())
}

/// Tells when that changes: the width at which the style sheets put the panels beside the stage.
pub fn room_for_lanes() -> Option<MediaQueryList> {
    web_sys::window()?.match_media("(min-width: 900px)").ok()?
}
