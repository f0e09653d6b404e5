//! Copies the console's lines, and says what came of it.

use yew::prelude::*;

use crate::shell::clipboard::{self, Copied};
use crate::texts::{Texts, counted, fill, use_texts};

/// What the button is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Gives the lines to copy when they are wanted.
    pub on_copy: Callback<MouseEvent, Vec<String>>,
}

/// What came of the last press, until the button loses the focus.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Nothing,
    NoLines,
    Copied(usize),
    Refused,
}

/// The button, with a notice beside it.
#[component]
pub fn CopyButton(props: &Props) -> Html {
    let texts = use_texts();
    let said = use_state_eq(|| Said::Nothing);
    let onclick = use_callback((props.on_copy.clone(), said.setter()), |event, (on_copy, said)| {
        let lines = on_copy.emit(event);
        if lines.is_empty() {
            return said.set(Said::NoLines);
        }
        let (said, count) = (said.clone(), lines.len());
        let done = move |copied| match copied {
            Copied::Done => said.set(Said::Copied(count)),
            Copied::Refused => said.set(Said::Refused),
        };
        clipboard::copy(&(lines.join("\n") + "\n"), Callback::from(done));
    });
    let onblur = use_callback(said.setter(), |_: FocusEvent, said| said.set(Said::Nothing));
    html! {
        <>
            <button type="button" class="button" data-testid="console-copy" {onclick} {onblur}>
                { texts.console.copy }
            </button>
            <span class="console-said" role="status" data-testid={(*said != Said::Nothing).then_some("notice")}>{ sentence(texts, *said) }</span>
        </>
    }
}

fn sentence(texts: &Texts, said: Said) -> String {
    let words = &texts.console;
    match said {
        Said::Nothing => String::new(),
        Said::NoLines => words.nothing_to_copy.to_owned(),
        Said::Refused => words.copy_refused.to_owned(),
        Said::Copied(lines) => {
            let count = texts.number(lines as u64);
            fill(counted(lines as u64, words.copied_one, words.copied_many), &[("count", &count)])
        }
    }
}
