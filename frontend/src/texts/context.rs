//! How components come by their texts: the language is a context, so that a switch re-renders words and nothing else.

use yew::prelude::*;

use super::{Language, Texts};

/// The texts in the language of the nearest `ContextProvider<Language>`; English without one.
#[hook]
pub fn use_texts() -> &'static Texts {
    Texts::of(use_context::<Language>().unwrap_or(Language::En))
}
