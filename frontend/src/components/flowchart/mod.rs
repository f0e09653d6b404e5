//! The tutorial's last diagram for one service: its program, step by step, with the current step lit.

mod code;
pub mod step;

use event_pattern::scenario::ServiceName;
use event_pattern::{Span, State};
use yew::prelude::*;

use crate::components::chip::state_chip;
use crate::components::rich;
use crate::texts::{Texts, fill};
use step::{Answer, Lit, Step};

/// What the flowchart is made from.
#[derive(Clone, Debug)]
pub struct Flowchart {
    /// The service's name.
    pub name: ServiceName,
    /// What of it is lit.
    pub lit: Lit,
    /// What is set when the work is done, if that is known.
    pub next: Option<State>,
    /// How long it sleeps.
    pub poll_interval: Span,
    /// How long it works.
    pub work_time: Span,
}

/// The flowchart: a list of steps, those of the loop in a list of their own.
pub fn flowchart(texts: &Texts, props: &Flowchart) -> Html {
    let before = [Step::Start, Step::Check, Step::Known, Step::Initiate];
    let again = [Step::Read, Step::Mine, Step::Work, Step::Set, Step::Sleep];
    let shown = |steps: &[Step]| -> Html { steps.iter().map(|step| one_step(texts, props, *step)).collect() };
    html! {
        <section class="section flowchart" aria-labelledby="flowchart-title">
            <h3 id="flowchart-title">{ texts.flowchart.title }</h3>
            if props.lit.current.is_none() {
                <p class="hint">{ texts.flowchart.not_running }</p>
            }
            <ol class="flow">
                { shown(&before) }
                <li class="loop">
                    <p class="loop-head"><span>{ texts.flowchart.loop_head }</span><code lang="en" translate="no">{ "while True:" }</code></p>
                    <ol class="flow">{ shown(&again) }</ol>
                </li>
            </ol>
        </section>
    }
}

fn one_step(texts: &Texts, props: &Flowchart, step: Step) -> Html {
    let current = props.lit.current == Some(step);
    let question = matches!(step, Step::Known | Step::Mine);
    html! {
        <li key={step.id()} class={classes!("step", question.then_some("question"))} data-testid="flowchart-step"
            data-step={step.id()} data-current={if current { "true" } else { "false" }}
            aria-current={current.then_some("step")}>
            <p class="step-words">{ words(texts, props, step) }</p>
            <code lang="en" translate="no">{ code::line(step, props) }</code>
            { branches(texts, props, step) }
        </li>
    }
}

fn words(texts: &Texts, props: &Flowchart, step: Step) -> Html {
    let said = &texts.flowchart;
    let time = |pattern, span| html! { { fill(pattern, &[("time", &texts.span(span))]) } };
    match step {
        Step::Start => html! { { said.start } },
        Step::Check => html! { { said.check } },
        Step::Known => html! { { said.known } },
        Step::Initiate => html! { { said.initiate } },
        Step::Read => html! { { said.read } },
        Step::Mine => html! { { said.mine } },
        Step::Work => time(said.work, props.work_time),
        Step::Set => match &props.next {
            Some(next) => rich(said.set_state, &[("state", state_chip(next.as_str()))]),
            None => html! { { said.set } },
        },
        Step::Sleep => time(said.sleep, props.poll_interval),
    }
}

/// Where a question leads, the answer that was given lit; and where the loop goes back to.
fn branches(texts: &Texts, props: &Flowchart, step: Step) -> Html {
    let said = &texts.flowchart;
    let taken = |answer| (props.lit.answer == Some(answer)).then_some("taken");
    match step {
        Step::Known => html! {
            <ul class="branches">
                <li><b>{ said.no }</b><span>{ said.exit }</span><code lang="en" translate="no">{ code::NOT_FOUND }</code></li>
                <li class={classes!(props.lit.current.map(|_| "taken"))}><b>{ said.yes }</b></li>
            </ul>
        },
        Step::Mine => html! {
            <ul class="branches">
                <li class={classes!(taken(Answer::No))}><b>{ said.no }</b><span>{ said.skip }</span><code lang="en" translate="no">{ "return False" }</code></li>
                <li class={classes!(taken(Answer::Yes))}><b>{ said.yes }</b></li>
            </ul>
        },
        Step::Sleep => html! { <p class="back">{ fill(said.again, &[("step", said.read)]) }</p> },
        _ => Html::default(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::testing::rendered;
    use crate::texts::Language;

    fn chart(language: Language, current: Option<Step>) -> String {
        rendered(language, move || {
            let name = ServiceName::parse("ORDER").unwrap();
            let lit = Lit { current, answer: current.map(|_| Answer::Yes) };
            let (poll_interval, work_time) = (Span::from_ms(500), Span::from_ms(3_000));
            flowchart(
                Texts::of(language),
                &Flowchart { name, lit, next: Some(State::IDLE), poll_interval, work_time },
            )
        })
    }

    #[test]
    fn one_step_is_lit_for_the_eye_and_for_a_screen_reader() {
        let html = chart(Language::En, Some(Step::Work));
        assert_eq!(html.matches("data-current=\"true\"").count(), 1);
        assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
        let work = html.split("<li").find(|item| item.contains("data-step=\"work\"")).unwrap();
        assert!(work.contains("data-current=\"true\"") && work.contains("Work for 3 s"), "{work}");
    }

    #[test]
    fn words_are_translated_and_code_is_not() {
        let (en, id) = (chart(Language::En, Some(Step::Read)), chart(Language::Id, Some(Step::Read)));
        assert!(en.contains("Sleep 0.5 s") && id.contains("Tidur 0,5 detik"));
        for line in ["python main.py --service order", "state = self.broker.get_state()", "sleep(0.5)"] {
            assert!(en.contains(line) && id.contains(line), "{line}");
        }
    }

    #[test]
    fn a_program_that_does_not_run_says_so() {
        let html = chart(Language::Id, None);
        assert!(!html.contains("aria-current") && html.contains("Programnya tidak berjalan"));
    }
}
