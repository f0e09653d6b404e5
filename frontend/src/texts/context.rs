//! How components come by their texts: the language is in their surroundings, so that a switch re-renders whatever speaks.

use yew::prelude::*;

use super::Texts;
use crate::hooks::use_surroundings;

/// The texts in the language that is spoken around the component.
#[hook]
pub fn use_texts() -> &'static Texts {
    Texts::of(use_surroundings().language)
}
