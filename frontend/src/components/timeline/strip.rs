//! The strip: a slider over what has been recorded, with marks of publications and losses on it. It is the scrubber; and
//! where the lanes show a part of the record only, the strip says which, and moves it.

use std::rc::Rc;

use event_pattern::{Span, Time};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::LANES;
use crate::decimals::thousandths;
use crate::hooks::use_conductor;
use crate::narration::NARRATION;
use crate::run::{Intent, Picture};
use crate::shell::Conductor;
use crate::texts::{clock, fill, use_texts};
use crate::timeline::Window;
use crate::timeline::marks::WIDTH;

/// How many arrow keys lead from one end to the other, at most.
const ARROWS: u64 = 200;
/// The least that an arrow key moves.
const SHORTEST_ARROW: Span = Span::from_ms(100);

/// What the strip is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that the lanes show; none for the whole of it.
    pub window: Option<Window>,
    /// The marks of publications and of losses, over what is recorded.
    pub marks: (AttrValue, AttrValue),
}

/// The strip.
#[component]
pub(super) fn Strip(props: &Props) -> Html {
    let texts = &use_texts().page;
    let conductor = use_conductor();
    let Picture { recorded_until: end, .. } = *props.picture;
    let at = props.picture.view.place.at;
    let whole = Window::whole(end);
    let oninput = {
        let conductor = conductor.clone();
        move |event: InputEvent| {
            let ms = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            // The slider's right end is the end of the record, whatever has come since it was drawn.
            let to = Time::from_micros((ms * 1_000.0).max(0.0).round() as u64);
            seek(&conductor, if to >= end { Time::LAST } else { to });
        }
    };
    let onkeydown = move |event: KeyboardEvent| {
        if let Some(to) = destination(&event.key(), at, end) {
            event.prevent_default();
            seek(&conductor, to);
        }
    };
    let valuetext = fill(texts.place_of, &[("place", &clock(at)), ("end", &clock(end))]);
    // What is recorded ends where the lanes have it: room for what is to come is left free.
    let recorded = ["--recorded:", &thousandths(whole.share(end))].concat();
    let (published, lost) = props.marks.clone();
    html! {
        <div class="strip" style={recorded}>
            <svg class="strip-marks" viewBox={format!("0 0 {WIDTH} 12")} preserveAspectRatio="none" aria-hidden="true">
                <path class="mark-published" d={published} />
                <path class="mark-lost" d={lost} />
                { for NARRATION.get().iter().map(|told| (told.stops)(&props.picture)) }
            </svg>
            if let (Some(window), Ok(parts)) = (props.window, LANES.get()) {
                { (parts.handle)(window, whole) }
            }
            <input type="range" data-testid="scrubber" aria-label={texts.scrubber} aria-valuetext={valuetext}
                min="0" max={end.to_string()} step="any" value={at.to_string()} {oninput} {onkeydown} />
            <output class="strip-end number" aria-hidden="true">{ clock(end) }</output>
        </div>
    }
}

fn seek(conductor: &Conductor, to: Time) {
    // Looking at another place is never refused.
    let _ = conductor.tell(Intent::Seek(to));
}

/// Where a key leads from `at`: the browser's own steps of a slider know nothing of how long the record is. Paging keys
/// are the page's own, here too.
fn destination(key: &str, at: Time, end: Time) -> Option<Time> {
    let arrow = Span::from_micros(end.as_micros() / ARROWS).max(SHORTEST_ARROW);
    match key {
        "ArrowRight" | "ArrowUp" => Some((at + arrow).min(end)),
        "ArrowLeft" | "ArrowDown" => Some(at - arrow),
        "Home" => Some(Time::ZERO),
        "End" => Some(end),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_by_parts_of_the_record_and_stay_in_it() {
        let (at, end) = (Time::from_ms(50_000), Time::from_ms(100_000));
        assert_eq!(destination("ArrowRight", at, end), Some(Time::from_ms(50_500)));
        assert_eq!(destination("ArrowUp", Time::from_ms(99_900), end), Some(end));
        assert_eq!(
            destination("PageDown", at, end),
            None,
            "a presenter's clicker goes from change to change"
        );
        assert_eq!(destination("ArrowLeft", Time::from_ms(30), Time::from_ms(50)), Some(Time::ZERO));
        assert_eq!(destination("Home", at, end), Some(Time::ZERO));
        assert_eq!(destination("x", at, end), None);
    }
}
