//! The lanes in a real browser: keys walk along them, a tap on a mark goes there.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::trace::What;
use event_pattern::{Span, State, Time};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit,
};
use yew::prelude::*;

use super::Timeline;
use crate::hooks::{Surroundings, use_effect_on};
use crate::player::Player;
use crate::preferences::{Preferences, Timeline as Folding};
use crate::run::{Intent, Origin, Speed};
use crate::shell::Conductor;
use crate::state::{Action, UiState};
use crate::texts::Language;
use crate::timeline::{SharedIndex, Window};

wasm_bindgen_test_configure!(run_in_browser);

#[derive(PartialEq, Properties)]
struct Props {
    conductor: Conductor,
}

/// A timeline of a fixed width with what it needs around it.
#[component]
fn Framed(props: &Props) -> Html {
    let conductor = props.conductor.clone();
    let ui = use_reducer(move || UiState::opening(conductor.picture(), Preferences::new(Language::En)));
    {
        let (conductor, dispatch) = (props.conductor.clone(), ui.dispatcher());
        use_effect_on((), move |()| {
            let on_picture = Callback::from(move |picture| dispatch.dispatch(Action::Pictured(picture)));
            conductor.attend(on_picture, Callback::noop());
        });
    }
    let index = use_memo((), |()| SharedIndex::default());
    let chosen = ui.chosen_here();
    let around = Surroundings {
        conductor: Some(props.conductor.clone()),
        dispatch: Some(ui.dispatcher()),
        ..Surroundings::default()
    };
    html! {
        <ContextProvider<Surroundings> context={around}>
            <style>{ include_str!("../../../styles/base.css") }{ include_str!("../../../styles/timeline.css") }</style>
            <div style="width: 1112px">
                <Timeline picture={&ui.picture} window={ui.window} {chosen} selected={ui.selected_here()}
                    lanes={Folding::Open} index={(*index).clone()} />
            </div>
            <b class="chosen">{ chosen.map(|entry| entry.number().to_string()).unwrap_or_default() }</b>
        </ContextProvider<Surroundings>>
    }
}

struct Shown {
    place: Element,
    conductor: Conductor,
    app: AppHandle<Framed>,
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// The timeline of a run of 9 s, standing at its end: ORDER takes a state at 0.5 s, and one is lost at 1.001 s.
async fn shown() -> Shown {
    let described = BuiltIn::Described;
    let mut player = Player::open(described.scenario(), Origin::BuiltIn(described.name()), Speed::NORMAL);
    let publish = |player: &mut Player, ms: u64, state: State| {
        player.advance(Span::from_ms(ms), &mut || true);
        player.tell(Intent::Give(Command::Publish(state))).expect("it can be published");
    };
    publish(&mut player, 300, State::TRANSACTION_PAID);
    publish(&mut player, 499, State::TRANSACTION_PAID);
    publish(&mut player, 200, State::TRANSACTION_CANCELED);
    player.advance(Span::from_ms(8_000), &mut || true);
    player.tell(Intent::Pause).expect("time can be stopped");
    let conductor = Conductor::new(player);
    let place = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&place).expect("it is taken in");
    let props = Props { conductor: conductor.clone() };
    let app = yew::Renderer::<Framed>::with_root_and_props(place.clone(), props).render();
    let shown = Shown { place, conductor, app };
    shown.settle().await;
    shown
}

impl Shown {
    /// Waits until the browser has measured and painted.
    async fn settle(&self) {
        for _ in 0..2 {
            yew::scheduler::flush().await;
            let promise = js_sys::Promise::new(&mut |resolve, _| {
                let window = web_sys::window().expect("a window");
                window.request_animation_frame(&resolve).expect("a frame");
            });
            wasm_bindgen_futures::JsFuture::from(promise).await.expect("it comes");
        }
        yew::scheduler::flush().await;
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let found = self.place.query_selector(selector).expect("a selector");
        found.unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    /// Presses keys in the lanes, and tells what is said then.
    async fn press(&self, keys: &[&str]) -> String {
        for key in keys {
            let init = KeyboardEventInit::new();
            init.set_key(key);
            init.set_bubbles(true);
            init.set_cancelable(true);
            let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
            self.one("[data-testid=lanes]").dispatch_event(&event).expect("it is heard");
            yew::scheduler::flush().await;
        }
        self.one("[data-testid=lanes-said]").text_content().unwrap_or_default()
    }

    /// Taps at an instant in the lane at `position`.
    async fn tap(&self, at: Time, position: i32) {
        let room = self.one(".lanes").get_bounding_client_rect();
        let label = f64::from(self.one(".lanes-probe").offset_width());
        let window = Window::whole(self.conductor.picture().recorded_until);
        let x = room.left() + label + window.share(at) * (room.width() - label - 8.0);
        let y = room.top() + 24.0 * (f64::from(position) + 0.5);
        for kind in ["pointerdown", "pointerup"] {
            let init = PointerEventInit::new();
            init.set_pointer_type("mouse");
            init.set_bubbles(true);
            init.set_client_x(x.round() as i32);
            init.set_client_y(y.round() as i32);
            let event = PointerEvent::new_with_event_init_dict(kind, &init).expect("an event");
            self.one("[data-testid=lanes]").dispatch_event(&event).expect("it is heard");
            yew::scheduler::flush().await;
        }
    }

    fn close(self) {
        self.app.destroy();
        self.place.remove();
    }
}

#[wasm_bindgen_test]
async fn keys_walk_from_entry_to_entry_and_from_look_to_look() {
    let shown = shown().await;
    assert!(shown.press(&["Home"]).await.starts_with("00:00.301 The publisher set the key"));
    let said = shown.press(&["ArrowDown", "ArrowDown", "Home", "ArrowRight"]).await;
    assert!(said.starts_with("00:00.500 ORDER took TRANSACTION_PAID"), "{said}");
    let said = shown.press(&["ArrowRight"]).await;
    assert!(said.contains("ORDER worked for 3 s"), "{said}");
    let said = shown.press(&["ArrowRight"]).await;
    assert!(said.starts_with("00:04.500 ORDER took TRANSACTION_CANCELED") || said.contains("read"), "{said}");
    let said = shown.press(&["ArrowDown", "End", "ArrowRight"]).await;
    assert!(said.contains("INVOICE read"), "{said}");
    let first = said.clone();
    let next = shown.press(&["ArrowRight"]).await;
    assert!(next.contains("INVOICE read") && next != first, "{next}");
    assert_eq!(shown.press(&["ArrowLeft"]).await, first);
    shown.close();
}

#[wasm_bindgen_test]
async fn from_lane_to_lane_one_stays_at_the_same_time() {
    let shown = shown().await;
    let began = shown.press(&["ArrowUp", "End"]).await;
    let there_and_back =
        shown.press(&["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"]).await;
    assert_eq!(there_and_back, began);
    shown.close();
}

#[wasm_bindgen_test]
async fn a_tap_on_the_cross_chooses_the_loss_and_goes_there() {
    let shown = shown().await;
    let picture = shown.conductor.picture();
    let mut entries = picture.trace.entries();
    let (loss, entry) =
        entries.find(|(_, entry)| matches!(entry.what, What::StateLost { .. })).expect("a state was lost");
    shown.tap(entry.at, 1).await;
    assert_eq!(shown.one(".chosen").text_content(), Some(loss.number().to_string()));
    assert_eq!(shown.conductor.picture().view.place.at, entry.at);
    shown.close();
}
