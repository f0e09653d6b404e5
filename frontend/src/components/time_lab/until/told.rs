//! Says aloud that a breakpoint or a loop was kept, or is gone: what a person hears who does not see the list.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::conditions::say_condition;
use crate::hooks::use_effect_on;
use crate::run::{Breakpoint, Picture, Range};
use crate::texts::{Texts, clock, fill, use_texts};

/// What is kept.
#[derive(Clone, PartialEq)]
struct Kept {
    run: u64,
    breakpoints: Rc<[Breakpoint]>,
    looped: Option<Range>,
}

impl Kept {
    fn of(picture: &Picture) -> Kept {
        Kept { run: picture.run, breakpoints: picture.breakpoints.clone(), looped: picture.looped }
    }
}

/// What is told of.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// A polite region that tells of it.
#[component]
pub(super) fn Told(props: &Props) -> Html {
    let texts = use_texts();
    let said = use_state_eq(String::new);
    let before = use_mut_ref(|| None::<Kept>);
    {
        let (said, picture) = (said.setter(), props.picture.clone());
        use_effect_on(Kept::of(&props.picture), move |kept| {
            let before = before.borrow_mut().replace(kept.clone());
            if let Some(sentence) = before.and_then(|before| change(texts, &picture, &before, kept)) {
                said.set(sentence);
            }
        });
    }
    html! { <p class="visually-hidden" role="status" data-testid="until-said">{ &*said }</p> }
}

/// What has changed, in a sentence; nothing of another run.
fn change(texts: &Texts, picture: &Picture, before: &Kept, now: &Kept) -> Option<String> {
    let said = &texts.until;
    if before.run != now.run {
        return None;
    }
    let only_in = |one: &Kept, other: &Kept| {
        let is_there = |number| other.breakpoints.iter().any(|breakpoint| breakpoint.number == number);
        one.breakpoints.iter().find(|breakpoint| !is_there(breakpoint.number)).map(|it| it.condition)
    };
    let condition = |condition| say_condition(texts, picture.trace.names(), condition);
    if let Some(kept) = only_in(now, before) {
        return Some(fill(said.kept, &[("condition", &condition(kept))]));
    }
    if let Some(removed) = only_in(before, now) {
        return Some(fill(said.removed, &[("condition", &condition(removed))]));
    }
    (before.looped != now.looped).then(|| match now.looped {
        Some(range) => {
            fill(said.loop_kept, &[("from", &clock(range.from())), ("until", &clock(range.until()))])
        }
        None => said.loop_ended.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use event_pattern::Time;
    use event_pattern::condition::Condition;
    use event_pattern::scenario::BuiltIn;

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};
    use crate::texts::Language;

    #[test]
    fn what_is_kept_and_what_is_gone_is_told() {
        let mut player =
            Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
        let mut before = Kept::of(&player.picture());
        let mut told = |intent| {
            player.tell(intent).expect("it can be done");
            let picture = player.picture();
            let now = Kept::of(&picture);
            let told = change(Texts::of(Language::En), &picture, &before, &now);
            before = now;
            told
        };
        let range = Range::between(Time::from_ms(1_000), Time::from_ms(2_000));
        let loss = Intent::KeepBreakpoint(Condition::Loss);
        assert_eq!(told(loss.clone()).as_deref(), Some("Breakpoint kept: a state is lost."));
        assert_eq!(told(Intent::Loop(range)).as_deref(), Some("Looping from 00:01.000 to 00:02.000."));
        assert_eq!(
            told(Intent::RemoveBreakpoint(1)).as_deref(),
            Some("Breakpoint removed: a state is lost.")
        );
        assert_eq!(told(Intent::Loop(None)).as_deref(), Some("The loop has ended."));
        assert!(told(loss).is_some());
        assert_eq!(told(Intent::RestartRun), None, "that is another run");
    }
}
