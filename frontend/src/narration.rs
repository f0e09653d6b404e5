//! What tells of what has happened: it is loaded when something has, or is about to. When the page opens, services look at an
//! empty key and nothing else: that is told in the first load's own words.

use event_pattern::{Trace, View};
use yew::{Callback, Html, MouseEvent};

use crate::announce::{Announcing, Manner};
use crate::chunks::{Need, chunk};
use crate::components::stage::Held;
use crate::components::time_bar::signs;
use crate::components::timeline::stops;
use crate::run::Picture;
use crate::sentences::{self, Story, quiet_story};
use crate::shell::styles;
use crate::texts::Texts;
use crate::timeline::Marking;

/// What can be told once it is here.
pub struct Narration {
    /// What is said aloud, at so many milliseconds of the viewer's time, of the way from one picture to the next.
    pub hear: fn(&mut Announcing, &Texts, [&Picture; 2], f64) -> Option<String>,
    /// What waits to be said aloud.
    pub say_late: fn(&mut Announcing, f64) -> Option<String>,
    /// What the stage shows of it.
    pub stage: Held,
    /// What the strip shows of it.
    pub marks: Marking,
    /// Where time is to stop, as the strip shows it.
    pub stops: fn(&Picture) -> Html,
    /// What stands beside the clock.
    pub signs: fn(&Texts, &Picture, &'static str, Callback<MouseEvent>) -> Html,
    story: fn(&Texts, &Trace, &View) -> Story,
}

chunk! {
    /// What tells of what has happened.
    pub NARRATION: Narration = narration(Narration::here())
}

impl Narration {
    fn here() -> Narration {
        styles::put_on(&[include_str!("../styles/told.css")]);
        Narration {
            hear,
            say_late: Announcing::say_late,
            stage: Held::ALL,
            marks: Marking::ALL,
            stops,
            signs,
            story: sentences::story,
        }
    }
}

/// What is happening at `view`'s place.
///
/// # Errors
///
/// What has to be fetched first to tell of it.
pub fn story(texts: &Texts, trace: &Trace, view: &View) -> Result<Story, Need> {
    match quiet_story(texts, trace, view) {
        Some(story) => Ok(story),
        None => Ok((NARRATION.get()?.story)(texts, trace, view)),
    }
}

fn hear(
    announcing: &mut Announcing,
    texts: &Texts,
    [old, new]: [&Picture; 2],
    now_ms: f64,
) -> Option<String> {
    announcing.hear(sentences::heard(texts, old, new), Manner::of(old, new), now_ms)
}
