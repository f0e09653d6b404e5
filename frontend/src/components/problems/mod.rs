//! What is wrong with a file that somebody tried to open, or with a command that was refused.

mod words;

use event_pattern::scenario::{Problem, Problems};
use yew::prelude::*;

use super::dialog::Dialog;
use crate::chunks::chunk;
use crate::shell::styles;
use crate::texts::{Texts, counted, fill};
pub use words::{say_name_error, say_problem, say_state_error};

/// How many problems are listed at most: whoever mends the first of them mends most of the others.
const MOST: usize = 500;

/// What the list looks like, wherever it stands.
pub const STYLE: &str = include_str!("../../../styles/problems.css");

/// The list of a file's problems.
pub fn file_problems(texts: &Texts, file: &str, problems: &Problems, on_close: &Callback<()>) -> Html {
    let count = problems.as_slice().len();
    let pattern = counted(count as u64, texts.problems.one, texts.problems.many);
    let number = texts.number(count as u64);
    // The pattern for one names no number.
    let intro = fill(pattern, &[("count", &number), ("file", file)]);
    html! {
        <Dialog title={texts.problems.title} key="problems" {on_close} class="problems-dialog">
            <div class="stack">
                <p>{ intro }</p>
                if count > MOST {
                    <p class="hint">{ fill(texts.problems.shown, &[("shown", &texts.number(MOST as u64))]) }</p>
                }
                { problem_list(texts, problems) }
            </div>
        </Dialog>
    }
}

chunk! {
    /// A list of problems, for those who seldom have any.
    pub PROBLEM_LIST: fn(&Texts, &Problems) -> Html = dialogs(dressed())
}

fn dressed() -> fn(&Texts, &Problems) -> Html {
    styles::put_on(&[STYLE]);
    problem_list
}

/// Problems, each with its place and a sentence; a long list scrolls, so it can be reached with the keyboard.
pub fn problem_list(texts: &Texts, problems: &Problems) -> Html {
    let item = |problem: &Problem| {
        let path = if problem.path.is_empty() {
            html! { <b>{ texts.problems.file }</b> }
        } else {
            html! { <code>{ problem.path.clone() }</code> }
        };
        html! { <li>{ path }<span>{ say_problem(texts, &problem.kind) }</span></li> }
    };
    html! {
        <ol class="problems" data-testid="problems" tabindex="0" aria-label={texts.problems.list}>
            { for problems.as_slice().iter().take(MOST).map(item) }
        </ol>
    }
}
