//! The panels that speak, in a real browser: a button moves a service, and no word is left that has no translation.

use std::cell::RefCell;
use std::rc::Rc;

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::trace::ServiceId;
use event_pattern::{Span, State};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::console::Console;
use super::counters::counters;
use super::happening::happening;
use crate::hooks::Surroundings;
use crate::player::Player;
use crate::run::{Intent, Origin, Picture, Speed};
use crate::shell::Conductor;
use crate::state::Node;
use crate::texts::{Language, Texts};

wasm_bindgen_test_configure!(run_in_browser);

#[derive(PartialEq, Properties)]
struct Props {
    conductor: Conductor,
    picture: Rc<Picture>,
    language: Language,
}

/// The three panels with what they need around them.
#[component]
fn Panels(props: &Props) -> Html {
    let (texts, picture) = (Texts::of(props.language), &props.picture);
    let selected = Some(Node::Service(ServiceId::from_index(0)));
    let around = Surroundings {
        language: props.language,
        conductor: Some(props.conductor.clone()),
        ..Surroundings::default()
    };
    html! {
        <ContextProvider<Surroundings> context={around}>
            { happening(texts, picture, &props.conductor) }
            { counters(texts, picture, selected) }
            <Console {picture} />
        </ContextProvider<Surroundings>>
    }
}

fn player() -> Player {
    let described = BuiltIn::Described;
    Player::open(described.scenario(), Origin::BuiltIn(described.name()), Speed::NORMAL)
}

async fn mounted(props: Props) -> (Element, AppHandle<Panels>) {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let place = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&place).expect("it is taken in");
    let app = yew::Renderer::<Panels>::with_root_and_props(place.clone(), props).render();
    yew::scheduler::flush().await;
    (place, app)
}

#[wasm_bindgen_test]
async fn what_moves_a_service_is_a_button() {
    let conductor = Conductor::new(player());
    let picture = conductor.picture();
    let shown = Rc::new(RefCell::new(picture.clone()));
    let on_picture = Callback::from({
        let shown = shown.clone();
        move |picture| *shown.borrow_mut() = picture
    });
    conductor.attend(on_picture, Callback::noop());
    let props = Props { conductor: conductor.clone(), picture, language: Language::En };
    let (place, app) = mounted(props).await;
    let button = place.query_selector("[data-testid=happening-publish][data-state=ORDER_CANCELED]");
    button.expect("a selector").expect("it is offered").unchecked_into::<HtmlElement>().click();
    yew::scheduler::flush().await;
    let picture = shown.borrow().clone();
    let key = picture.view.key.expect("the key is set");
    assert_eq!(picture.trace.names().state(key.state), &State::ORDER_CANCELED);
    app.destroy();
}

/// With `X` for every text nothing is left but states, names, numbers and what the programs print.
#[wasm_bindgen_test]
async fn no_word_is_left_without_a_translation() {
    let mut player = player();
    player.tell(Intent::Give(Command::Publish(State::TRANSACTION_PAID))).expect("a state can be published");
    player.advance(Span::from_ms(700), &mut || true);
    let picture = Rc::new(player.picture());
    let (place, app) =
        mounted(Props { conductor: Conductor::new(player), picture, language: Language::PseudoX }).await;
    let printed = place.query_selector_all(".console-output").expect("a selector");
    for index in 0..printed.length() {
        printed.item(index).expect("it is there").set_text_content(None);
    }
    let mut words: Vec<String> = Vec::new();
    let all = place.query_selector_all("*").expect("a selector");
    for element in (0..all.length()).filter_map(|index| all.item(index)?.dyn_into::<Element>().ok()) {
        words.extend(["aria-label", "title"].iter().filter_map(|name| element.get_attribute(name)));
    }
    words.push(place.unchecked_ref::<HtmlElement>().inner_text());
    let text = words.join(" ");
    let readable: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| word.contains(char::is_lowercase))
        .collect();
    assert!(readable.is_empty(), "{readable:?}");
    app.destroy();
}
