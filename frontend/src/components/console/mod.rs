//! The console: what the tutorial's programs print, with the simulated time, and beside it what it means.

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
pub mod copy;
pub mod filter;
pub mod lines;
pub mod output;
pub mod row;
pub mod scrolling;

use std::rc::Rc;

use event_pattern::Place;
use event_pattern::trace::EntryId;
use yew::prelude::*;

use crate::hooks::{use_conductor, use_effect_on};
use crate::run::{Intent, Picture};
use crate::texts::use_texts;
use copy::CopyButton;
use filter::Filter;
use lines::Lines;
use output::Source;
use row::{Row, plain_lines};
use scrolling::{Scrolling, use_scrolling};

/// What the console is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown; the lines end at the place that is looked at.
    pub picture: Rc<Picture>,
    /// Called with the entry of a line that is chosen.
    #[prop_or_default]
    pub on_choose: Callback<EntryId>,
}

/// The console.
#[component]
pub fn Console(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let source = use_state_eq(|| None::<Source>);
    let cleared = use_state_eq(|| 0_usize);
    let lines = use_mut_ref(Lines::default);
    let picture = &props.picture;
    let seen = picture.view.entries_seen;
    // Whoever goes back before the moment of clearing, or restarts the run, sees every line again.
    if *cleared > seen {
        cleared.set(0);
    }
    // Another run has other services, and lines that nobody has cleared.
    use_effect_on(picture.run, {
        let (source, cleared) = (source.setter(), cleared.setter());
        move |_| {
            source.set(None);
            cleared.set(0);
        }
    });
    lines.borrow_mut().update(picture, *source);
    let generation = lines.borrow().generation();
    let range = lines.borrow().count((*cleared).min(seen))..lines.borrow().count(seen);
    let Scrolling { list, window, onscroll, onkeydown } = use_scrolling(range.clone(), generation);
    let on_choose = use_callback(
        (conductor.clone(), props.on_choose.clone()),
        |(id, place): (EntryId, Place), (conductor, on_choose)| {
            on_choose.emit(id);
            // Looking at another place breaks no rule that a command could break.
            let _ = conductor.tell(Intent::SeekPlace(place));
        },
    );
    let on_copy = {
        let (lines, picture, range) = (lines.clone(), picture.clone(), range.clone());
        Callback::from(move |_: MouseEvent| plain_lines(&picture, &lines.borrow(), range.clone()))
    };
    let on_filter = use_callback(source.setter(), |chosen, source| source.set(chosen));
    let on_clear =
        use_callback((cleared.setter(), seen), |_: MouseEvent, (cleared, seen)| cleared.set(*seen));
    let row = |line: usize| {
        let id = lines.borrow().entry(line);
        let current = line + 1 == range.end;
        html! { <Row key={id.number()} {id} {generation} {current} {picture} on_choose={&on_choose} /> }
    };
    html! {
        <section class="console" data-testid="console" aria-labelledby="console-title">
            <div class="console-bar">
                <h2 id="console-title">{ texts.console.title }</h2>
                <Filter {picture} chosen={*source} {on_filter} />
                <CopyButton {on_copy} />
                <button type="button" class="button" data-testid="console-clear" title={texts.console.clear_hint}
                    onclick={on_clear}>{ texts.console.clear }</button>
            </div>
            <div class="console-body">
                if range.is_empty() {
                    <p class="console-empty">{ texts.console.nothing_yet }</p>
                }
                <ol class="console-lines" ref={list} {onscroll} {onkeydown} aria-label={texts.console.lines}>
                    { for window.map(row) }
                </ol>
            </div>
        </section>
    }
}
