//! A sentence with more than words in it: each place of its pattern filled with what is to be seen there.

use yew::prelude::*;

use crate::texts::{Part, parts};

/// The pattern as Html, with its places filled.
pub fn rich(pattern: &'static str, places: &[(&str, Html)]) -> Html {
    let part = |part| match part {
        Part::Words(words) => html! { {words} },
        Part::Place(name) => {
            let filled = places.iter().find(|(place, _)| *place == name);
            debug_assert!(filled.is_some(), "nobody fills {{{name}}} of {pattern:?}");
            filled.map(|(_, html)| html.clone()).unwrap_or_default()
        }
    };
    parts(pattern).map(part).collect()
}
