//! The part of a run that is played over and over: typed, or what the lanes show.

use std::rc::Rc;

use event_pattern::{Span, Time};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::inspector::seconds::{DecimalMark, SecondsError, parse, write};
use crate::components::inspector::words::say_seconds_error;
use crate::run::{Intent, Picture, Range};
use crate::texts::{Texts, use_texts};
use crate::timeline::Window;

/// What it is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that is shown.
    pub window: Window,
    /// What asks something of the run.
    pub on_ask: Callback<Intent>,
}

/// Why what is typed cannot be looped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoRange {
    Seconds(SecondsError),
    Nothing,
}

/// The part between two instants that are typed in seconds.
fn range(from: &str, until: &str, mark: DecimalMark) -> Result<Range, NoRange> {
    let instant = |typed| {
        let span = parse(typed, mark, Span::ZERO).map_err(NoRange::Seconds)?;
        Ok(Time::ZERO + span)
    };
    Range::between(instant(from)?, instant(until)?).ok_or(NoRange::Nothing)
}

/// The part that is looped.
#[component]
pub(super) fn Looping(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.until;
    let mark = DecimalMark::of(texts);
    let (from, until) = (use_state_eq(String::new), use_state_eq(String::new));
    let tried = use_state_eq(|| None::<NoRange>);
    let looped = props.picture.looped;
    let typed = |typed: &UseStateHandle<String>| {
        let (typed, tried) = (typed.setter(), tried.setter());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            tried.set(None);
        }
    };
    let onsubmit = {
        let (on_ask, tried, range) = (props.on_ask.clone(), tried.setter(), range(&from, &until, mark));
        move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(range.err());
            if let Ok(range) = range {
                on_ask.emit(Intent::Loop(Some(range)));
            }
        }
    };
    let shown = {
        let Window { from: first, to } = props.window;
        let range = Range::between(first, to.min(props.picture.recorded_until));
        let (on_ask, from, until, tried) =
            (props.on_ask.clone(), from.setter(), until.setter(), tried.setter());
        move |_: MouseEvent| {
            tried.set(range.is_none().then_some(NoRange::Nothing));
            let Some(range) = range else { return };
            from.set(write(range.from().since(Time::ZERO), mark));
            until.set(write(range.until().since(Time::ZERO), mark));
            on_ask.emit(Intent::Loop(Some(range)));
        }
    };
    let end = props.on_ask.reform(|_: MouseEvent| Intent::Loop(None));
    let field = |id: &'static str, label: &'static str, value: &UseStateHandle<String>| {
        html! {
            <div class="field grow">
                <label for={id}>{ label }</label>
                <input {id} class="input number" data-testid={id} type="text" inputmode="decimal" autocomplete="off"
                    value={(**value).clone()} oninput={typed(value)} aria-describedby="loop-said"
                    aria-invalid={tried.is_some().then_some("true")} />
            </div>
        }
    };
    html! {
        <form class="section" aria-labelledby="until-loop" {onsubmit} novalidate=true>
            <h3 id="until-loop">{ said.loop_title }</h3>
            <div class="row loop-ends">
                { field("loop-from", said.loop_from, &from) }
                { field("loop-until", said.loop_until, &until) }
            </div>
            <div class="row">
                <button type="submit" class="button" data-testid="loop-set">{ said.loop_set }</button>
                <button type="button" class="button" data-testid="loop-window" onclick={shown}>{ said.loop_window }</button>
                <button type="button" class="button" data-testid="loop-stop" aria-disabled={looped.is_none().then_some("true")}
                    onclick={end}>{ texts.passage.loop_end }</button>
            </div>
            <div id="loop-said" class="said" aria-live="polite">{ error(texts, *tried) }</div>
        </form>
    }
}

fn error(texts: &Texts, error: Option<NoRange>) -> Html {
    let Some(error) = error else { return Html::default() };
    let error = match error {
        NoRange::Seconds(error) => say_seconds_error(texts, error),
        NoRange::Nothing => texts.until.loop_nothing.to_owned(),
    };
    html! { <p class="error" data-testid="loop-error">{ error }</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_typed_in_either_order_and_has_something_in_it() {
        let typed = |from, until| range(from, until, DecimalMark::Comma);
        let expected = Range::between(Time::from_ms(500), Time::from_ms(2_000)).expect("it is long enough");
        assert_eq!((typed("0,5", "2"), typed("2", "0,5")), (Ok(expected), Ok(expected)));
        assert_eq!(typed("2", "2"), Err(NoRange::Nothing));
        assert_eq!(typed("", "2"), Err(NoRange::Seconds(SecondsError::Empty)));
    }
}
