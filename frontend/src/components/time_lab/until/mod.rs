//! The tab that says where time is to stop: run until, run ahead, breakpoints, a loop.

mod breakpoints;
mod goal;
mod looping;
mod told;

use event_pattern::Span;
use event_pattern::condition::{Condition, Unit};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Props;
use crate::components::conditions::{measure_name, say_condition};
use crate::components::inspector::seconds::DecimalMark;
use crate::components::inspector::words::say_seconds_error;
use crate::hooks::{use_conductor, use_dispatch};
use crate::run::{Intent, Pace, Picture};
use crate::shell::{Conductor, focus};
use crate::state::{Dispatch, Notice};
use crate::texts::{Texts, fill, use_texts};
use breakpoints::breakpoints;
use goal::{Choice, ValueError};
use looping::Looping;
use told::Told;

/// The tab's content.
pub(super) fn tab(props: &Props) -> Html {
    html! { <RunUntil ..props.clone() /> }
}

/// Asks something of the run; what is refused becomes a notice.
fn ask(conductor: &Conductor, dispatch: &Dispatch, intent: Intent) {
    if let Err(refused) = conductor.tell(intent) {
        dispatch.dispatch(Notice::Refused(refused).into());
    }
}

/// Where time is to stop.
#[component]
fn RunUntil(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.until;
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let on_ask = use_callback((conductor, dispatch), |intent, (conductor, dispatch)| {
        ask(conductor, dispatch, intent);
    });
    let picture = &props.picture;
    if picture.is_live() {
        return html! { <p class="hint">{ texts.live_run.no_ahead }</p> };
    }
    let at = picture.view.place.at;
    let run_ahead = |name: &'static str, test_id: &'static str, goal: Condition| {
        let on_ask = on_ask.clone();
        let onclick = move |_: MouseEvent| on_ask.emit(Intent::RunUntil(goal, Pace::AtOnce));
        html! { <button type="button" class="button" data-testid={test_id} {onclick}>{ name }</button> }
    };
    let later = |hours: u64| Condition::At(at + Span::from_ms(hours * 3_600_000));
    html! {
        <div class="until">
            <Told {picture} />
            <Goal {picture} on_ask={&on_ask} />
            <section class="section" aria-labelledby="until-ahead">
                <h3 id="until-ahead">{ said.ahead }</h3>
                <div class="row">
                    { run_ahead(said.hour, "ahead-hour", later(1)) }
                    { run_ahead(said.day, "ahead-day", later(24)) }
                    { run_ahead(said.next_loss, "ahead-loss", Condition::Loss) }
                </div>
                <p class="hint">{ said.ahead_hint }</p>
            </section>
            { breakpoints(texts, picture, &on_ask) }
            <Looping {picture} window={props.window} on_ask={&on_ask} />
        </div>
    }
}

/// What the form is made from.
#[derive(PartialEq, Properties)]
struct GoalProps {
    picture: std::rc::Rc<Picture>,
    on_ask: Callback<Intent>,
}

/// What to run until, and how.
#[component]
fn Goal(props: &GoalProps) -> Html {
    let texts = use_texts();
    let said = &texts.until;
    let chosen = use_state_eq(|| Choice::Loss);
    let choices = Choice::all(&props.picture);
    // A service may not be there at another place.
    let choice = if choices.contains(&*chosen) { *chosen } else { Choice::Loss };
    let typed = use_state_eq(String::new);
    let tried = use_state_eq(|| None::<ValueError>);
    let mark = DecimalMark::of(texts);
    let on_choose = {
        let (choice, tried) = (chosen.setter(), tried.setter());
        move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            choice.set(Choice::from_code(&code).unwrap_or(Choice::Loss));
            tried.set(None);
        }
    };
    let oninput = {
        let (typed, tried) = (typed.setter(), tried.setter());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            tried.set(None);
        }
    };
    let with_goal = |make: fn(Condition) -> Intent| {
        let (on_ask, tried) = (props.on_ask.clone(), tried.setter());
        let condition = choice.condition(&typed, mark);
        move || match condition {
            Ok(condition) => on_ask.emit(make(condition)),
            Err(error) => {
                tried.set(Some(error));
                focus("until-value");
            }
        }
    };
    let onsubmit = {
        let go = with_goal(|goal| Intent::RunUntil(goal, Pace::AtOnce));
        move |event: SubmitEvent| {
            event.prevent_default();
            go();
        }
    };
    let play = with_goal(|goal| Intent::RunUntil(goal, Pace::Played));
    let keep = with_goal(Intent::KeepBreakpoint);
    let error = tried.map(|error| match error {
        ValueError::Seconds(error) => say_seconds_error(texts, error),
        ValueError::Count => said.no_count.to_owned(),
    });
    let option = |it: Choice| {
        html! {
            <option value={it.code()} selected={it == choice}>{ say_choice(texts, &props.picture, it) }</option>
        }
    };
    html! {
        <form class="section" aria-labelledby="until-title" {onsubmit} novalidate=true>
            <h3 id="until-title">{ said.title }</h3>
            <div class="row">
                <select class="input until-choice" data-testid="until-choice" aria-labelledby="until-title" onchange={on_choose}>
                    { for choices.into_iter().map(option) }
                </select>
                if let Some(unit) = choice.unit() {
                    <input id="until-value" class="input number until-value" data-testid="until-value" type="text"
                        inputmode="decimal" autocomplete="off" value={(*typed).clone()} {oninput}
                        aria-label={if unit == Unit::Micros { said.seconds } else { said.count }}
                        placeholder={if unit == Unit::Micros { said.seconds } else { said.count }}
                        aria-describedby="until-said" aria-invalid={error.is_some().then_some("true")} />
                }
            </div>
            <div id="until-said" class="said" aria-live="polite">
                if let Some(error) = error { <p class="error" data-testid="until-error">{ error }</p> }
            </div>
            <div class="row">
                <button type="submit" class="button primary" data-testid="until-go">{ said.go }</button>
                <button type="button" class="button" data-testid="until-play"
                    onclick={move |_: MouseEvent| play()}>{ said.play }</button>
                <button type="button" class="button" data-testid="until-keep"
                    onclick={move |_: MouseEvent| keep()}>{ said.keep }</button>
            </div>
        </form>
    }
}

fn say_choice(texts: &Texts, picture: &Picture, choice: Choice) -> String {
    match choice {
        Choice::Time => texts.until.a_time.to_owned(),
        Choice::Above(measure) => fill(texts.until.above_some, &[("measure", measure_name(texts, measure))]),
        Choice::Loss => say_condition(texts, picture.trace.names(), Condition::Loss),
        Choice::Kind(kind) => say_condition(texts, picture.trace.names(), Condition::Kind(kind)),
        Choice::Actor(actor) => say_condition(texts, picture.trace.names(), Condition::Actor(actor)),
    }
}
