//! One line of the console: when, whose, what was printed, and what it means.

use std::ops::Range;
use std::rc::Rc;

use event_pattern::Place;
use event_pattern::trace::EntryId;
use yew::prelude::*;

use super::lines::Lines;
use super::output::{Source, output};
use crate::components::sentence::sentence;
use crate::run::Picture;
use crate::sentences::entry_sentence;
use crate::texts::{Texts, clock, use_texts};

/// The most lines that are copied at once; the last ones are taken.
const COPIED_AT_MOST: usize = 20_000;

/// What a line is made from.
#[derive(Properties)]
pub struct Props {
    /// The entry that prints it.
    pub id: EntryId,
    /// A number that changes when entries with the same id may be others.
    pub generation: u32,
    /// Whether it is the last line at the place that is looked at.
    pub current: bool,
    /// The still of the run, in which the entry is looked up.
    pub picture: Rc<Picture>,
    /// Called with the line's entry and its place when it is chosen.
    pub on_choose: Callback<(EntryId, Place)>,
}

impl PartialEq for Props {
    /// An entry never changes: another picture of the same run makes the same line.
    fn eq(&self, other: &Props) -> bool {
        let key = |props: &Props| (props.id, props.generation, props.current);
        key(self) == key(other) && self.on_choose == other.on_choose
    }
}

/// One line.
#[component]
pub fn Row(props: &Props) -> Html {
    let texts = use_texts();
    let trace = &props.picture.trace;
    let (Some(entry), Some(place)) = (trace.get(props.id), trace.place_of(props.id)) else {
        return Html::default();
    };
    let source = Source::of(entry.actor, entry.what);
    let chosen = (props.id, place);
    let onclick = props.on_choose.reform(move |_| chosen);
    let tabindex = if props.current { "0" } else { "-1" };
    html! {
        <li data-line={props.id.number().to_string()}>
            <button type="button" class="console-line" data-testid="console-line" {onclick} {tabindex}
                aria-current={props.current.then_some("step")}>
                <time>{ clock(entry.at) }</time>
                <span class="console-actor">{ actor_name(texts, &props.picture, props.id, source) }</span>
                <code class="console-output" lang="en" dir="ltr">{ output(trace, props.id) }</code>
                <span class="console-why">
                    { for entry_sentence(texts, trace, props.id).iter().map(sentence) }
                </span>
            </button>
        </li>
    }
}

fn actor_name(texts: &Texts, picture: &Picture, id: EntryId, source: Source) -> String {
    match source {
        Source::Publisher => texts.common.publisher.to_owned(),
        Source::Broker => texts.common.broker.to_owned(),
        Source::Service(service) => {
            picture.trace.names().service(service).name_before(id).as_str().to_owned()
        }
    }
}

/// The lines of `range` as they are copied: time and output, without what they mean; the last ones of very many.
pub fn plain_lines(picture: &Picture, lines: &Lines, range: Range<usize>) -> Vec<String> {
    let first = range.start.max(range.end.saturating_sub(COPIED_AT_MOST));
    let plain = |line| {
        let id = lines.entry(line);
        let entry = picture.trace.get(id)?;
        Some([&clock(entry.at), "  ", &output(&picture.trace, id)].concat())
    };
    (first..range.end).filter_map(plain).collect()
}
