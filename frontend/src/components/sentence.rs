//! A sentence on the page: states in code type with their colour, names in bold.

use yew::prelude::*;

use crate::sentences::{Piece, Sentence};

/// A sentence with its states and names set apart from its words.
pub fn sentence(sentence: &Sentence) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => html! { {words} },
        Piece::State(state) => html! { <code class="said-state">{ state.as_str() }</code> },
        Piece::Name(name) => html! { <b class="said-name">{ name }</b> },
    };
    sentence.pieces().iter().map(piece).collect()
}
