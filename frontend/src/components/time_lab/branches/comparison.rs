//! Two branches side by side, from the entry on in which they first differ.

use std::rc::Rc;

use event_pattern::Trace;
use event_pattern::trace::EntryId;
use yew::prelude::*;

use crate::components::deeds::say_branch;
use crate::components::sentence::sentence;
use crate::hooks::use_conductor;
use crate::run::{BranchSummary, Intent, Picture};
use crate::sentences::entry_sentence;
use crate::texts::{Texts, clock, fill, use_texts};

/// So many entries of each are told from the difference on.
const TOLD: usize = 12;
/// So many are looked at for them: not every entry has a sentence of its own.
const LOOKED_AT: usize = 40;

/// What the comparison is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The branch that it is compared with.
    pub other: BranchSummary,
}

/// Two branches side by side.
#[component]
pub(super) fn Comparison(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.branches;
    let conductor = use_conductor();
    let picture = &props.picture;
    let Some(kept) = &props.other.kept else { return Html::default() };
    let (here, there) = (&picture.trace, &kept.trace);
    let shown = picture.branches.iter().find(|branch| branch.title.id == picture.branch);
    let here_name = shown.map(|branch| say_branch(texts, &branch.title)).unwrap_or_default();
    let there_name = say_branch(texts, &props.other.title);
    let difference = here.first_difference(there).map(|difference| difference.entry());
    let Some(first) = difference else {
        return html! { <p class="section hint" data-testid="branches-difference">{ said.no_difference }</p> };
    };
    let instant = |trace: &Trace| trace.get(first).map(|entry| entry.at);
    let at = [instant(here), instant(there)].into_iter().flatten().min().unwrap_or_default();
    let on_entry = Callback::from(move |id: EntryId| {
        if let Some(place) = conductor.picture().trace.place_of(id) {
            // Looking at another place is never refused.
            let _ = conductor.tell(Intent::SeekPlace(place));
        }
    });
    html! {
        <section class="section" aria-labelledby="branches-difference">
            <h3 id="branches-difference" data-testid="branches-difference">
                { fill(said.differ, &[("time", &clock(at))]) }
            </h3>
            <div class="branches-columns">
                { column(texts, &here_name, here, first, Some(&on_entry)) }
                { column(texts, &there_name, there, first, None) }
            </div>
        </section>
    }
}

/// What happens in one of them from `first` on; where it can be gone to, each entry is a button.
fn column(
    texts: &Texts,
    name: &str,
    trace: &Trace,
    first: EntryId,
    on_entry: Option<&Callback<EntryId>>,
) -> Html {
    let told = trace.entries_from(first.index()).take(LOOKED_AT).filter_map(|(id, entry)| {
        let what = entry_sentence(texts, trace, id)?;
        let line = html! { <><time class="number">{ clock(entry.at) }</time>{ " " }{ sentence(&what) }</> };
        let line = match on_entry {
            Some(on_entry) => {
                let onclick = on_entry.reform(move |_: MouseEvent| id);
                html! { <button type="button" class="branch-entry" {onclick}>{ line }</button> }
            }
            None => line,
        };
        Some(html! { <li key={id.number()}>{ line }</li> })
    });
    let told: Vec<Html> = told.take(TOLD).collect();
    html! {
        <div class="stack" data-testid="branches-column">
            <h4>{ name }</h4>
            if told.is_empty() {
                <p class="hint">{ texts.branches.nothing_more }</p>
            } else {
                <ol class="branches-entries">{ for told }</ol>
            }
        </div>
    }
}
