//! Where time is to stop, and which part is played over and over, as marks on the strip. Knows no browser.

use event_pattern::Time;
use event_pattern::condition::Condition;
use yew::prelude::*;

use crate::run::{Picture, Watch};
use crate::timeline::marks::WIDTH;

/// The marks of the breakpoints that are instants, and of the part that is looped, over what is recorded.
pub fn stops(picture: &Picture) -> Html {
    let end = picture.recorded_until;
    let on = picture.breakpoints.iter().filter(|breakpoint| breakpoint.watch == Watch::On);
    let instants = on.filter_map(|breakpoint| match breakpoint.condition {
        Condition::At(at) if at <= end => Some(["M", &x(at, end).to_string(), " 0v12"].concat()),
        _ => None,
    });
    let stops: String = instants.collect();
    let looped = picture.looped.map(|range| {
        let (from, until) = (x(range.from().min(end), end), x(range.until().min(end), end));
        ["M", &from.to_string(), " 11H", &until.to_string()].concat()
    });
    html! {
        <>
            if let Some(looped) = looped { <path class="mark-loop" d={looped} /> }
            if !stops.is_empty() { <path class="mark-breakpoint" d={stops} /> }
        </>
    }
}

/// Where an instant lies on a strip that ends at `end`.
fn x(at: Time, end: Time) -> u64 {
    at.as_micros() * WIDTH as u64 / end.as_micros().max(1)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use event_pattern::Span;
    use event_pattern::scenario::BuiltIn;

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Range, Speed};
    use crate::testing::rendered;
    use crate::texts::Language;

    #[test]
    fn instants_in_the_record_and_the_loop_are_marked() {
        let html = rendered(Language::En, || {
            let mut player =
                Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
            player.advance(Span::from_ms(2_000), &mut || true);
            let range = Range::between(Time::from_ms(500), Time::from_ms(9_000));
            let at = |ms| Intent::KeepBreakpoint(Condition::At(Time::from_ms(ms)));
            for intent in [Intent::Loop(range), at(1_000), at(5_000), Intent::KeepBreakpoint(Condition::Loss)]
            {
                player.tell(intent).expect("it can be done");
            }
            html! { <svg>{ stops(&player.picture()) }</svg> }
        });
        assert!(html.contains("M125 11H500"), "{html}");
        assert!(html.contains("\"M250 0v12\""), "{html}");
    }
}
