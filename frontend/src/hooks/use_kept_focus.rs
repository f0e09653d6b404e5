//! Keeps the focus where it was when another run takes the place of the present one, and most of the page is made anew.

use yew::prelude::*;

use super::use_effect_on;
use crate::shell::FocusSpot;

/// Gives the focus back when the page shows `run` for the first time.
#[hook]
pub fn use_kept_focus(run: u64) {
    // While a run's first picture is rendered, the page of the one before still stands.
    let spot = use_memo(run, |_| FocusSpot::find());
    use_effect_on(run, move |_| spot.focus());
}
