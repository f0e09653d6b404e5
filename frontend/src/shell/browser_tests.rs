//! The shell in a real browser: frames are asked for only while something moves; what is kept comes back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use event_pattern::State;
use event_pattern::scenario::{BuiltIn, Command, ServiceName};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::opening::Opening;
use super::storage::{self, Place};
use super::{Conductor, FocusSpot, crash, document};
use crate::live::{Held, News, Reply, Request, Sighting, Welcome};
use crate::player::{Flights, Player};
use crate::preferences::{Motion, Preferences, Theme};
use crate::run::{Intent, Origin, SavedRun, Speed};
use crate::state::Notice;
use crate::texts::Language;

wasm_bindgen_test_configure!(run_in_browser);

fn conductor() -> Conductor {
    let described = BuiltIn::Described;
    let conductor =
        Conductor::new(Player::open(described.scenario(), Origin::BuiltIn(described.name()), Speed::NORMAL));
    conductor.attend(yew::Callback::noop(), yew::Callback::noop());
    conductor
}

/// The next frame has been drawn.
async fn frame() {
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window.request_animation_frame(&resolve).expect("a frame");
    });
    JsFuture::from(drawn).await.expect("it comes");
}

fn publish() -> Intent {
    Intent::Give(Command::Publish(State::TRANSACTION_PAID))
}

#[wasm_bindgen_test]
async fn frames_are_asked_for_only_while_time_runs() {
    let conductor = conductor();
    assert!(conductor.is_waiting_for_a_frame());
    for _ in 0..3 {
        frame().await;
    }
    assert!(conductor.picture().view.place.at.as_ms() > 0.0);
    conductor.tell(Intent::Pause).expect("time can be stopped");
    frame().await;
    frame().await;
    let stopped = conductor.picture().view.place;
    assert!(!conductor.is_waiting_for_a_frame());
    frame().await;
    assert_eq!(conductor.picture().view.place, stopped);
    conductor.tell(Intent::Play).expect("time can run");
    assert!(conductor.is_waiting_for_a_frame());
}

#[wasm_bindgen_test]
async fn a_steps_flights_are_drawn_while_time_stands_and_then_no_more() {
    let conductor = conductor();
    conductor.tell(Intent::Pause).expect("time can be stopped");
    frame().await;
    conductor.tell(publish()).expect("a state can be published");
    assert!(conductor.is_waiting_for_a_frame());
    // At most so many frames lie in 0.4 s of the fastest screens.
    for _ in 0..240 {
        if !conductor.is_waiting_for_a_frame() {
            break;
        }
        frame().await;
    }
    assert!(!conductor.is_waiting_for_a_frame());
}

#[wasm_bindgen_test]
async fn with_less_motion_a_step_needs_no_frame() {
    let conductor = conductor();
    conductor.tell(Intent::Pause).expect("time can be stopped");
    frame().await;
    frame().await;
    conductor.set_flights(Flights::Skipped);
    conductor.tell(publish()).expect("a state can be published");
    assert!(!conductor.is_waiting_for_a_frame());
}

#[wasm_bindgen_test]
async fn a_painter_paints_until_its_subscription_is_dropped() {
    let conductor = conductor();
    let painted = Rc::new(Cell::new(0));
    let subscription = conductor.subscribe({
        let painted = painted.clone();
        move |_| painted.set(painted.get() + 1)
    });
    assert_eq!(painted.get(), 1);
    frame().await;
    frame().await;
    let so_far = painted.get();
    assert!(so_far > 1);
    drop(subscription);
    frame().await;
    frame().await;
    assert_eq!(painted.get(), so_far);
}

// One test for all that is kept: they would disturb each other.
#[wasm_bindgen_test]
fn what_is_kept_comes_back_and_garbage_is_put_aside() {
    storage::forget();
    let fresh = Opening::find();
    assert_eq!(fresh.notices, []);
    assert!(fresh.player.is_playing());

    let conductor = conductor();
    conductor.tell(publish()).expect("a state can be published");
    conductor.tell(Intent::Pause).expect("time can be stopped");
    let saved = conductor.save();
    storage::keep_run(&saved.to_text("")).expect("there is room");
    let mut liked = Preferences::new(Language::Id);
    liked.theme = Theme::Dark;
    storage::keep_preferences(liked).expect("there is room");
    let again = Opening::find();
    assert_eq!(again.player.save(), saved);
    assert_eq!((again.preferences, again.notices), (liked, Vec::new()));
    let kept = storage::run(Place::Browser).expect("it is kept");
    assert_eq!(SavedRun::from_text(&kept).map(|(run, _)| run), Some(saved));

    storage::keep_run("garbage").expect("there is room");
    let garbage = Opening::find();
    assert_eq!(garbage.notices, [Rc::new(Notice::KeptIsGarbage)]);
    assert_eq!(garbage.preferences, liked);
    assert_eq!(storage::run(Place::Tab), None);
    let local = web_sys::window().and_then(|window| window.local_storage().ok()?).expect("storage");
    assert_eq!(local.get_item("event-pattern-lab.run.unreadable"), Ok(Some("garbage".to_owned())));
    assert_eq!(Opening::find().notices, []);

    local.set_item("another-page", "keeps this").expect("there is room");
    storage::forget();
    assert_eq!(local.length(), Ok(1));
    local.clear().expect("it can be emptied");
}

#[wasm_bindgen_test]
fn the_document_follows_what_the_person_likes_and_says_when_the_page_has_stumbled() {
    let root =
        web_sys::window().and_then(|window| window.document()?.document_element()).expect("a document");
    let mut liked = Preferences::new(Language::Id);
    liked.theme = Theme::Dark;
    liked.motion = Motion::Less;
    document::follow(liked);
    let attribute = |name: &str| root.get_attribute(name);
    assert_eq!(attribute("lang").as_deref(), Some("id"));
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"));
    assert!(document::shows_less_motion());

    crash::tell_person().expect("there is somebody to tell");
    let message = root.query_selector("[role=alert]").expect("a selector").expect("it is shown");
    assert!(message.text_content().is_some_and(|text| text.contains("muat ulang")));
    assert!(message.query_selector("a[href]").expect("a selector").is_some());
    message.remove();

    document::follow(Preferences::new(Language::En));
    assert_eq!(attribute("data-theme"), None);
}

#[wasm_bindgen_test]
fn the_focus_finds_its_element_again_or_the_nearest_that_is_left() {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let place = document.create_element("section").expect("an element");
    place.set_id("place");
    document.body().expect("a body").append_child(&place).expect("it is taken in");
    let buttons = |states: &[&str]| {
        let button =
            |state: &&str| format!("<button data-testid=\"choice\" data-state='{state}'>{state}</button>");
        place.set_inner_html(&states.iter().map(button).collect::<String>());
    };
    let focused = || document.active_element().and_then(|element| element.get_attribute("data-state"));
    buttons(&["A", "\"B\\"]);
    super::focus("nobody");
    assert_eq!(focused(), None);
    let last = place.last_element_child().expect("the last button");
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&last).focus().expect("it takes the focus");
    let spot = FocusSpot::find();

    buttons(&["A", "\"B\\"]);
    assert_eq!(focused(), None);
    spot.focus();
    assert_eq!(focused().as_deref(), Some("\"B\\"));

    buttons(&["C", "A"]);
    spot.focus();
    assert_eq!(focused().as_deref(), Some("C"));
    place.remove();
}

#[wasm_bindgen_test]
async fn the_browsers_clock_wakes_a_live_run_and_the_simulation_waits_beside_it() {
    let conductor = conductor();
    conductor.tell(Intent::Pause).expect("time can be stopped");
    let simulated = conductor.picture();
    let asks = Rc::new(RefCell::new(Vec::new()));
    conductor.serve_asks({
        let asks = asks.clone();
        yew::Callback::from(move |ask| asks.borrow_mut().push(ask))
    });
    let sighting = |text: &str, revision| Sighting { held: Held::Text(text.into()), revision };
    let welcome = Welcome { instance: "a".into(), sighting: Some(sighting("IDLE", 1)) };
    conductor.hear(News::Welcome(welcome));
    assert!(conductor.is_live() && conductor.picture().playing);
    let order = ServiceName::parse("ORDER").expect("a name");
    conductor.give(Command::Start(order), |given| given.expect("ORDER is there"));
    while asks.borrow().is_empty() {
        frame().await;
    }
    let ask = asks.borrow_mut().remove(0);
    assert_eq!(ask.request, Request::Get);
    conductor.hear(News::Reply(ask.ticket, Reply::Done(sighting("TRANSACTION_PAID", 2))));
    frame().await;
    assert_eq!(conductor.picture().view.totals.works, 1);
    conductor.tell(Intent::Pause).expect("one can look back");
    let past = conductor.picture();
    conductor.hear(News::Changed { sighting: sighting("IDLE", 3), by: None });
    frame().await;
    frame().await;
    let later = conductor.picture();
    assert_eq!(later.view.place, past.view.place);
    assert!(later.recorded_until > past.recorded_until && later.trace.len() > past.trace.len());
    conductor.leave_live();
    let back = conductor.picture();
    assert_eq!((back.run, &back.view, back.playing), (simulated.run, &simulated.view, false));
    frame().await;
    assert!(!conductor.is_waiting_for_a_frame());
}
