//! Two branches side by side, from the entry on in which they first differ; and how far each has run.

use std::rc::Rc;

use event_pattern::trace::EntryId;
use event_pattern::{Time, Trace};
use yew::prelude::*;

use super::differing::{LOOKED_AT as COMPARED, first_difference, lanes};
use super::side_by_side::SideBySide;
use crate::components::deeds::say_branch;
use crate::components::sentence::sentence;
use crate::hooks::use_conductor;
use crate::run::{BranchId, BranchSummary, Intent, KeptBranch, Picture};
use crate::sentences::entry_sentence;
use crate::texts::{Texts, clock, fill, use_texts};
use crate::timeline::SharedIndex;

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
    /// Who did what in the run that is shown.
    pub index: SharedIndex,
    /// Runs a branch until an instant.
    pub on_further: Callback<(BranchId, Time)>,
}

/// One of the two.
struct Side<'a> {
    id: BranchId,
    name: String,
    trace: &'a Trace,
    until: Time,
}

/// Two branches side by side.
#[component]
pub(super) fn Comparison(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.branches;
    let conductor = use_conductor();
    let Props { picture, other, index, on_further } = props;
    let both_until = |kept: &KeptBranch| picture.recorded_until.min(kept.recorded_until);
    let difference =
        other.kept.as_ref().and_then(|kept| first_difference(&picture.trace, &kept.trace, both_until(kept)));
    // Hundreds of sentences: not with each picture, but when one of the two has more that is looked at.
    let nodes = {
        let asked = |trace: &Trace, first: EntryId| trace.len().min(first.index() + COMPARED + 1);
        let what = other.kept.clone().zip(difference).map(|(kept, (first, _))| {
            let counts = [&picture.trace, &kept.trace].map(|trace| asked(trace, first));
            (picture.branch, first, both_until(&kept), counts, kept)
        });
        let picture = picture.clone();
        use_memo((what, texts.language), move |(what, _)| {
            let (_, first, until, _, kept) = what.as_ref()?;
            Some(lanes(texts, [&picture.trace, &kept.trace], *first, *until))
        })
    };
    let Some(kept) = &other.kept else { return Html::default() };
    let shown = picture.branches.iter().find(|branch| branch.title.id == picture.branch);
    let here = Side {
        id: picture.branch,
        name: shown.map(|branch| say_branch(texts, &branch.title)).unwrap_or_default(),
        trace: &picture.trace,
        until: picture.recorded_until,
    };
    let there = Side {
        id: other.title.id,
        name: say_branch(texts, &other.title),
        trace: &kept.trace,
        until: kept.recorded_until,
    };
    let reach = reach(texts, &here, &there, on_further);
    let Some((first, at)) = difference else {
        let same = fill(said.no_difference, &[("time", &clock(both_until(kept)))]);
        return html! { <div class="section"><p class="hint" data-testid="branches-difference">{ same }</p>{ reach }</div> };
    };
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
            { reach }
            if let Some(nodes) = (*nodes).clone().filter(|nodes| !nodes.is_empty()) {
                <SideBySide key={there.id.0} {picture} {kept} names={[here.name.clone(), there.name.clone()]}
                    differ_at={at} {nodes} index={index.clone()} />
            }
            <div class="branches-columns">
                { column(texts, &here, first, Some(&on_entry)) }
                { column(texts, &there, first, None) }
            </div>
        </section>
    }
}

/// Which of the two has run less far, and what lets it catch up; nothing if they are even.
fn reach(texts: &Texts, here: &Side<'_>, there: &Side<'_>, on_further: &Callback<(BranchId, Time)>) -> Html {
    let said = &texts.branches;
    let (behind, ahead) = if here.until < there.until { (here, there) } else { (there, here) };
    if behind.until == ahead.until {
        return Html::default();
    }
    let until = ahead.until;
    let pattern = if behind.id == here.id { said.run_on } else { said.show_and_run_on };
    let onclick = {
        let id = behind.id;
        on_further.reform(move |_: MouseEvent| (id, until))
    };
    let sentence = fill(said.behind, &[("branch", &behind.name), ("time", &clock(behind.until))]);
    html! {
        <div class="row branches-reach">
            <p class="grow" data-testid="branches-behind">{ sentence }</p>
            <button type="button" class="button" data-testid="branches-run-on" {onclick}>
                { fill(pattern, &[("time", &clock(until))]) }
            </button>
        </div>
    }
}

/// What happens in one of them from `first` on; where it can be gone to, each entry is a button.
fn column(texts: &Texts, side: &Side<'_>, first: EntryId, on_entry: Option<&Callback<EntryId>>) -> Html {
    let trace = side.trace;
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
    let is_all = told.len() < TOLD && trace.len() - first.index().min(trace.len()) <= LOOKED_AT;
    html! {
        <div class="stack" data-testid="branches-column">
            <h4>{ &side.name }</h4>
            <ol class="branches-entries">
                { for told }
                if is_all {
                    <li class="hint">{ fill(texts.branches.recorded_until, &[("time", &clock(side.until))]) }</li>
                }
            </ol>
        </div>
    }
}
