//! What a service's card says, as the browser and a screen reader get it.

use event_pattern::trace::ServiceId;
use event_pattern::{Span, State, Time};
use yew::prelude::*;

use super::node::Reach;
use super::service::ServiceNode;
use crate::stage::doing::Doing;
use crate::stage::still::ServiceStill;
use crate::stage::words::Clock;
use crate::stage::{Density, Rect, Size};
use crate::testing::rendered;
use crate::texts::Language;

const LEFT: Span = Span::from_ms(300);

fn still(doing: Doing, matching: Option<usize>) -> ServiceStill {
    ServiceStill {
        id: ServiceId::from_index(0),
        name: "ORDER".into(),
        doing,
        allowed: [State::TRANSACTION_PAID, State::TRANSACTION_CANCELED].into(),
        matching,
        poll_interval: Span::from_ms(500),
    }
}

fn card(language: Language, density: Density, still: fn() -> ServiceStill) -> String {
    rendered(language, move || {
        html! {
            <ServiceNode still={still()} card={Rect::at(10.0, 20.0, Size::new(300.0, 200.0))} {density}
                clock={Clock::Paused} reach={Reach::Tab} on_select={Callback::noop()} />
        }
    })
}

/// The first text in `html` that is not told to screen readers by its looks.
fn said(html: &str) -> &str {
    let from = html.find("visually-hidden\">").map_or(0, |at| at + "visually-hidden\">".len());
    html[from..].split('<').next().unwrap_or_default()
}

#[test]
fn a_card_says_who_it_is_what_it_does_and_what_it_acts_on() {
    let html = card(Language::En, Density::Full, || still(Doing::Sleeping { left: LEFT }, None));
    assert_eq!(
        said(&html),
        "Service ORDER: sleeping until its next look. Acts on TRANSACTION_PAID, TRANSACTION_CANCELED."
    );
    assert!(html.contains("Its next look is in 0.3 s; it looks every 0.5 s."), "{html}");
    for attribute in
        ["data-node=\"service\"", "data-service=\"ORDER\"", "data-phase=\"sleeping\"", "tabindex=\"0\""]
    {
        assert!(html.contains(attribute), "{attribute} in {html}");
    }
    assert!(html.contains("left:10px;top:20px;width:300px;height:200px"), "{html}");
}

#[test]
fn the_state_that_the_key_holds_lights_up() {
    let html = card(Language::En, Density::Full, || still(Doing::Sleeping { left: LEFT }, Some(1)));
    assert_eq!(html.matches(" hot\"").count(), 1);
    assert!(said(&html).ends_with("The key holds one of its states."), "{}", said(&html));
    let compact = card(Language::En, Density::Compact, || still(Doing::Sleeping { left: LEFT }, Some(1)));
    assert!(compact.contains("TRANSACTION_CANCELED</code>"), "the one that counts is the one that is shown");
}

#[test]
fn every_phase_has_its_word_in_both_languages() {
    type Case = (fn() -> Doing, &'static str, &'static str, &'static str);
    let phases: [Case; 6] = [
        (|| Doing::NotStarted { starts_at: None }, "not_started", "not started", "belum dijalankan"),
        (
            || Doing::NotStarted { starts_at: Some(Time::from_ms(2_000)) },
            "not_started",
            "not started, starts at 00:02.000",
            "belum dijalankan, mulai pada 00:02.000",
        ),
        (|| Doing::Stopped, "stopped", "stopped", "berhenti"),
        (|| Doing::Crashed, "crashed", "crashed", "dimatikan paksa"),
        (
            || Doing::Stopping { on: State::TRANSACTION_PAID, left: LEFT },
            "stopping",
            "finishes, then stops",
            "menyelesaikan pekerjaan, lalu berhenti",
        ),
        (
            || Doing::Working { on: State::TRANSACTION_PAID, next: State::IDLE, left: LEFT },
            "working",
            "working, then sets IDLE",
            "bekerja, lalu state menjadi IDLE",
        ),
    ];
    for (doing, phase, english, indonesian) in phases {
        for (language, words) in [(Language::En, english), (Language::Id, indonesian)] {
            let html = rendered(language, move || {
                html! {
                    <ServiceNode still={still(doing(), None)} card={Rect::default()} density={Density::Full}
                        clock={Clock::Running} reach={Reach::Arrows} on_select={Callback::noop()} />
                }
            });
            assert!(html.contains(&format!("data-phase=\"{phase}\"")), "{html}");
            assert!(said(&html).contains(words), "{words:?} in {:?}", said(&html));
        }
    }
}

#[test]
fn numbers_on_the_stage_follow_the_language() {
    let html = card(Language::Id, Density::Full, || still(Doing::Sleeping { left: LEFT }, None));
    assert!(html.contains("<b>0,3</b><small>dtk</small>"), "{html}");
}
