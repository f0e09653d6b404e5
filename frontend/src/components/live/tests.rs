//! The panel and the header's button as the browser gets them, in every state of the link and both languages.

use protocol::{Label, StoreKind, Watch};
use yew::prelude::*;

use super::*;
use crate::live::{Address, Bridge, Why};
use crate::testing::rendered;
use crate::texts::{Language, Texts};

const LANGUAGES: [Language; 2] = [Language::En, Language::Id];

fn bridge(store: StoreKind, watch: Watch) -> Bridge {
    Bridge { key: "app:state".into(), store, watch, instance: "k3v9".into(), round_trip_ms: Some(1.26) }
}

fn redis() -> Bridge {
    bridge(StoreKind::Redis, Watch::Tracking)
}

fn states() -> [LinkState; 6] {
    [
        LinkState::Off,
        LinkState::Connecting,
        LinkState::Connected(redis()),
        LinkState::StoreAway { bridge: redis(), reason: "It <b>is</b> gone.".into() },
        LinkState::Refused(Why::Unauthorized),
        LinkState::Reconnecting { seconds: Some(12), why: Why::BrokeOff },
    ]
}

/// Every reason there is.
fn reasons() -> [Why; 12] {
    [
        Why::NotReached,
        Why::Forbidden,
        Why::NotABridge,
        Why::Silent,
        Why::BrokeOff,
        Why::Unauthorized,
        Why::OtherProtocol,
        Why::GreetingRefused("No.".into()),
        Why::Full,
        Why::ShuttingDown,
        Why::Closed(1008, "No.".into()),
        Why::Closed(1009, "".into()),
    ]
}

/// `make` may only take what can go to another thread, so that the state is made there.
fn panel(language: Language, link: impl Fn() -> LinkState + Send + 'static) -> String {
    rendered(language, move || {
        let remembered = Remembered {
            address: Address::of_this_machine(),
            label: Label::parse("Budi").expect("it is a label"),
        };
        html! {
            <LivePanel link={link()} {remembered} origin="https://lab.example"
                on_wish={Callback::noop()} on_close={Callback::noop()} />
        }
    })
}

fn all_different<T: PartialEq + std::fmt::Debug>(things: &[T]) {
    for (index, thing) in things.iter().enumerate() {
        assert!(!things[..index].contains(thing), "{thing:?} is there twice");
    }
}

#[test]
fn each_state_has_its_own_shape_its_own_word_and_its_own_advice() {
    all_different(&states().map(|link| words::mark(&link)));
    for language in LANGUAGES {
        let Texts { live: texts, link: states_said, .. } = Texts::of(language);
        all_different(&states().map(|link| words::word(states_said, &link)));
        all_different(&states().map(|link| words::advice(texts, &link, "")));
        all_different(&reasons().map(|why| say_why(texts, &why)));
    }
}

#[test]
fn the_panel_says_how_the_link_stands() {
    for language in LANGUAGES {
        let texts = &Texts::of(language).link;
        for index in 0..states().len() {
            let shown = panel(language, move || states()[index].clone());
            let link = states()[index].clone();
            assert!(shown.contains(&format!("data-link=\"{}\"", link.code())), "{link:?}: {shown}");
            assert!(shown.contains(words::word(texts, &link)), "{link:?}: {shown}");
            assert_eq!(shown.contains("data-testid=\"live-rtt\""), link.bridge().is_some(), "{link:?}");
        }
    }
    let id = panel(Language::Id, || states()[5].clone());
    assert!(id.contains("Menyambung ulang dalam 12 detik"), "{id}");
}

#[test]
fn the_bridges_words_are_text_and_never_markup() {
    let shown = panel(Language::En, || states()[3].clone());
    assert!(shown.contains("It &lt;b&gt;is&lt;/b&gt; gone."), "{shown}");
}

#[test]
fn no_redis_behind_the_bridge_and_a_redis_that_does_not_tell_are_said() {
    for language in LANGUAGES {
        let texts = &Texts::of(language).live;
        let shown = panel(language, || LinkState::Connected(bridge(StoreKind::Memory, Watch::Tracking)));
        assert!(shown.contains(&escaped(texts.memory_is)), "{shown}");
        let shown = panel(language, || LinkState::Connected(bridge(StoreKind::Redis, Watch::Polling)));
        assert!(shown.contains(texts.polling_is), "{shown}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('\'', "&#x27;")
}

#[test]
fn whoever_has_to_allow_the_page_is_told_what_to_type() {
    let shown = panel(Language::Id, || LinkState::Refused(Why::NotReached));
    assert!(shown.contains("--origin https://lab.example"), "{shown}");
}

#[test]
fn round_trips_follow_the_language() {
    let shown = panel(Language::Id, || states()[2].clone());
    assert!(shown.contains("1,2 ms"), "{shown}");
}

#[test]
fn the_fields_hold_what_is_remembered_and_are_locked_while_there_is_a_link() {
    let open = panel(Language::En, || LinkState::Off);
    assert!(open.contains("value=\"ws://127.0.0.1:3000/ws\"") && open.contains("value=\"Budi\""), "{open}");
    assert!(!open.contains(" readonly="), "{open}");
    let locked = panel(Language::En, || states()[2].clone());
    assert_eq!(locked.matches(" readonly=").count(), 3, "{locked}");
    assert!(locked.contains(Texts::of(Language::En).live.leave_first), "{locked}");
}

#[test]
fn the_header_says_how_the_link_stands_as_long_as_somebody_wants_one() {
    for index in 0..states().len() {
        let shown = rendered(Language::En, move || {
            live_button(Texts::of(Language::En), &states()[index], "0", Callback::noop())
        });
        let texts = &Texts::of(Language::En).link;
        let word = if index == 0 { texts.title } else { words::word(texts, &states()[index]) };
        assert!(shown.contains(word), "{shown}");
        assert!(shown.contains(&format!("data-link=\"{}\"", states()[index].code())), "{shown}");
    }
}
