//! The stage in a real browser: it measures its room, paints, and is walked over with the keyboard.

use std::cell::RefCell;
use std::rc::Rc;

use event_pattern::Span;
use event_pattern::scenario::{BuiltIn, Command};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlElement, KeyboardEvent,
    KeyboardEventInit,
};
use yew::prelude::*;

use super::Stage;
use crate::hooks::Surroundings;
use crate::player::Player;
use crate::run::{Intent, Origin, Picture, Speed};
use crate::shell::Conductor;
use crate::state::Node;
use crate::texts::Language;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(PartialEq, Properties)]
struct Props {
    conductor: Conductor,
    picture: Rc<Picture>,
    language: Language,
    on_select: Callback<Option<Node>>,
}

/// A stage of a fixed size with what it needs around it.
#[component]
fn Framed(props: &Props) -> Html {
    let around = Surroundings {
        language: props.language,
        conductor: Some(props.conductor.clone()),
        ..Surroundings::default()
    };
    html! {
        <ContextProvider<Surroundings> context={around}>
            <style>{ include_str!("../../../styles/base.css") }{ include_str!("../../../styles/stage.css") }</style>
            <style>{ ".stage { width: 1100px; height: 640px !important } .stage-room { height: auto !important; bottom: 0 !important }" }</style>
            <Stage picture={&props.picture} selected={None::<Node>} on_select={&props.on_select} />
        </ContextProvider<Surroundings>>
    }
}

struct Shown {
    place: Element,
    app: AppHandle<Framed>,
    selected: Rc<RefCell<Option<Node>>>,
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// A stage of `built_in` after these commands and half a second, standing still.
async fn shown(built_in: BuiltIn, commands: Vec<Command>, language: Language) -> Shown {
    let mut player = Player::open(built_in.scenario(), Origin::BuiltIn(built_in.name()), Speed::NORMAL);
    for command in commands {
        player.tell(Intent::Give(command)).expect("the command makes sense");
    }
    player.advance(Span::from_ms(550), &mut || true);
    player.tell(Intent::Pause).expect("time can be stopped");
    let picture = Rc::new(player.picture());
    let conductor = Conductor::new(player);
    let selected = Rc::new(RefCell::new(None));
    let on_select = Callback::from({
        let selected = selected.clone();
        move |node| *selected.borrow_mut() = node
    });
    let place = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&place).expect("it is taken in");
    let props = Props { conductor, picture, language, on_select };
    let app = yew::Renderer::<Framed>::with_root_and_props(place.clone(), props).render();
    yew::scheduler::flush().await;
    next_frame().await;
    yew::scheduler::flush().await;
    Shown { place, app, selected }
}

/// The browser's next frame, before which it has measured what got another size.
async fn next_frame() {
    for _ in 0..2 {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            let window = web_sys::window().expect("a window");
            window.request_animation_frame(&resolve).expect("a frame");
        });
        wasm_bindgen_futures::JsFuture::from(promise).await.expect("it comes");
    }
}

impl Shown {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let all = self.place.query_selector_all(selector).expect("a selector");
        (0..all.length()).filter_map(|index| all.item(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    fn close(self) {
        self.app.destroy();
        self.place.remove();
    }
}

#[wasm_bindgen_test]
async fn every_node_is_there_in_reading_order() {
    let stage = shown(BuiltIn::Overview, Vec::new(), Language::En).await;
    let nodes = stage.all("[data-testid=node]");
    let kinds: Vec<_> = nodes.iter().filter_map(|node| node.get_attribute("data-node")).collect();
    assert_eq!(kinds, ["publisher", "broker", "service", "service", "receiver"]);
    assert_eq!(stage.one("[data-testid=key-value]").text_content().as_deref(), Some(""), "nothing was set");
    stage.close();
}

#[wasm_bindgen_test]
async fn the_broker_says_what_the_key_holds_and_the_service_that_took_it_works() {
    let publish = Command::Publish(event_pattern::State::TRANSACTION_PAID);
    let stage = shown(BuiltIn::Described, vec![publish], Language::En).await;
    assert_eq!(stage.one("[data-testid=key-value]").text_content().as_deref(), Some("TRANSACTION_PAID"));
    let phase = |name: &str| stage.one(&format!("[data-service={name}]")).get_attribute("data-phase");
    assert_eq!((phase("ORDER").as_deref(), phase("INVOICE").as_deref()), (Some("working"), Some("sleeping")));
    stage.close();
}

#[wasm_bindgen_test]
async fn the_canvas_covers_the_stage_and_something_is_painted_on_it() {
    let stage = shown(BuiltIn::Described, Vec::new(), Language::En).await;
    let canvas: HtmlCanvasElement = stage.one(".stage-canvas").unchecked_into();
    let ratio = web_sys::window().expect("a window").device_pixel_ratio().min(2.0);
    assert_eq!(f64::from(canvas.width()), (1100.0 * ratio).round());
    assert_eq!(f64::from(canvas.height()), (640.0 * ratio).round());
    let context = canvas.get_context("2d").expect("a context").expect("a context");
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let pixels =
        context.get_image_data(0.0, 0.0, canvas.width().into(), canvas.height().into()).expect("pixels");
    let painted = pixels.data().chunks(4).filter(|pixel| pixel[3] > 0).count();
    assert!(painted > 500, "rings and looks are seen: {painted} pixels");
    stage.close();
}

#[wasm_bindgen_test]
async fn the_graph_is_one_tab_stop_and_arrow_keys_walk_over_it() {
    let stage = shown(BuiltIn::Described, Vec::new(), Language::En).await;
    assert_eq!(stage.all("button.node[tabindex='0']").len(), 1);
    let nodes = stage.all("button.node");
    nodes[0].focus().expect("it takes the focus");
    for (key, expected) in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowDown", 3), ("Home", 0), ("End", 3)] {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
        let focused = document().active_element().expect("something has the focus");
        focused.dispatch_event(&event).expect("it is heard");
        yew::scheduler::flush().await;
        assert_eq!(document().active_element().as_ref(), Some(nodes[expected].as_ref()), "{key}");
        assert_eq!(nodes[expected].get_attribute("tabindex").as_deref(), Some("0"), "{key}");
    }
    assert_eq!(stage.all("button.node[tabindex='0']").len(), 1);
    stage.close();
}

#[wasm_bindgen_test]
async fn a_click_selects() {
    let stage = shown(BuiltIn::Described, Vec::new(), Language::En).await;
    stage.one("[data-node=broker]").click();
    assert_eq!(*stage.selected.borrow(), Some(Node::Broker));
    stage.one("[data-service=INVOICE]").click();
    assert!(matches!(*stage.selected.borrow(), Some(Node::Service(id)) if id.index() == 1));
    stage.close();
}

/// With `X` for every text nothing is left but states, names and numbers.
#[wasm_bindgen_test]
async fn no_word_is_left_without_a_translation() {
    let publish = Command::Publish(event_pattern::State::TRANSACTION_PAID);
    let stage = shown(BuiltIn::Overview, vec![publish], Language::PseudoX).await;
    stage.all("code, style").iter().for_each(|element| element.set_text_content(None));
    let mut text = stage.place.text_content().unwrap_or_default();
    let labels =
        stage.all("[aria-label]").into_iter().filter_map(|element| element.get_attribute("aria-label"));
    text.extend(labels);
    for name in ["Subscriber1", "Subscriber2", "Publisher Receiver", "app:state"] {
        text = text.replace(name, "");
    }
    let readable: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_lowercase)).collect();
    assert!(readable.is_empty(), "{readable:?}");
    stage.close();
}
