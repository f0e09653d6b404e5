//! The console in a real browser: its lines, its filter, what it clears, and that it follows the end until somebody
//! scrolls up.

use std::rc::Rc;

use event_pattern::Span;
use event_pattern::scenario::{AllowedStates, BuiltIn, Command, Scenario};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::lines::BUILT;
use super::{Console, Props};
use crate::hooks::Surroundings;
use crate::player::Player;
use crate::run::{Intent, Origin, Picture, Speed};
use crate::shell::Conductor;

wasm_bindgen_test_configure!(run_in_browser);

/// The console with what it needs around it.
#[component]
fn Around(props: &Props) -> Html {
    let conductor = use_memo((), |()| Conductor::new(player()));
    let around = Surroundings { conductor: Some((*conductor).clone()), ..Surroundings::default() };
    html! {
        <ContextProvider<Surroundings> context={around}>
            <Console picture={&props.picture} />
        </ContextProvider<Surroundings>>
    }
}

fn player() -> Player {
    let described = BuiltIn::Described;
    Player::open(described.scenario(), Origin::BuiltIn(described.name()), Speed::NORMAL)
}

/// A player whose ORDER works all the time: its own result moves it again.
fn busy_player() -> Player {
    let mut scenario: Scenario = BuiltIn::Described.scenario();
    let state = |text: &str| event_pattern::State::parse(text).expect("a state");
    scenario.services[0].allowed_states = AllowedStates(vec![(state("AGAIN"), state("AGAIN"))]);
    let mut player = Player::open(scenario, Origin::File("busy".into()), Speed(100.0));
    player.tell(Intent::Give(Command::Publish(state("AGAIN")))).expect("a state can be published");
    player
}

fn pass(player: &mut Player, ms: u64) -> Rc<Picture> {
    player.advance(Span::from_ms(ms), &mut || true);
    Rc::new(player.picture())
}

async fn mounted(picture: Rc<Picture>) -> (Element, AppHandle<Around>) {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let place = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&place).expect("it is taken in");
    let app = yew::Renderer::<Around>::with_root_and_props(
        place.clone(),
        Props { picture, on_choose: Callback::noop() },
    )
    .render();
    yew::scheduler::flush().await;
    let style = place.query_selector(".console-lines").expect("a selector").expect("the lines");
    let style: HtmlElement = style.unchecked_into();
    style.set_attribute("style", "height: 120px; overflow: auto").expect("a style");
    (place, app)
}

async fn show(app: &mut AppHandle<Around>, picture: Rc<Picture>) {
    app.update(Props { picture, on_choose: Callback::noop() });
    yew::scheduler::flush().await;
}

fn outputs(place: &Element) -> Vec<String> {
    let found = place.query_selector_all(".console-output").expect("a selector");
    (0..found.length()).filter_map(|index| found.item(index)?.text_content()).collect()
}

fn find<E: JsCast>(place: &Element, id: &str) -> E {
    let selector = ["[data-testid=", id, "]"].concat();
    place.query_selector(&selector).expect("a selector").expect("it is there").unchecked_into()
}

#[wasm_bindgen_test]
async fn a_filter_shows_the_lines_of_one_and_clearing_hides_what_is_past() {
    let mut player = player();
    let (place, mut app) = mounted(pass(&mut player, 100)).await;
    assert_eq!(outputs(&place), ["Service ORDER started....", "Service INVOICE started...."]);

    let select: HtmlSelectElement = find(&place, "console-filter");
    select.set_value("1");
    let bubbling = web_sys::EventInit::new();
    bubbling.set_bubbles(true);
    let change = Event::new_with_event_init_dict("change", &bubbling).expect("an event");
    select.dispatch_event(&change).expect("it is heard");
    yew::scheduler::flush().await;
    assert_eq!(outputs(&place), ["Service INVOICE started...."]);

    find::<HtmlElement>(&place, "console-clear").click();
    yew::scheduler::flush().await;
    assert_eq!(outputs(&place), [""; 0]);

    player.tell(Intent::RestartRun).expect("a run can be restarted");
    show(&mut app, Rc::new(player.picture())).await;
    assert_eq!(outputs(&place).len(), 2, "a restarted run has all its lines, of everyone");
    app.destroy();
}

#[wasm_bindgen_test]
async fn only_lines_near_the_screen_are_built_and_the_end_is_followed_until_somebody_scrolls_up() {
    let mut player = busy_player();
    let (place, mut app) = mounted(pass(&mut player, 20_000)).await;
    show(&mut app, pass(&mut player, 1_000)).await;
    assert_eq!(outputs(&place).len(), BUILT);
    let list: Element = place.query_selector(".console-lines").expect("a selector").expect("the lines");
    let from_end = || list.scroll_height() - list.client_height() - list.scroll_top();
    assert!(from_end() <= 2, "it follows: {}", from_end());

    list.set_scroll_top(list.scroll_height() / 2);
    list.dispatch_event(&Event::new("scroll").expect("an event")).expect("it is heard");
    yew::scheduler::flush().await;
    let (top, before) = (list.scroll_top(), outputs(&place));
    show(&mut app, pass(&mut player, 1_000)).await;
    assert_eq!((list.scroll_top(), outputs(&place)), (top, before), "who reads is not disturbed");

    list.set_scroll_top(0);
    list.dispatch_event(&Event::new("scroll").expect("an event")).expect("it is heard");
    yew::scheduler::flush().await;
    assert_eq!(outputs(&place).len(), BUILT);
    assert!(list.scroll_top() > 0, "older lines were built above, and the screen did not move");
    app.destroy();
}
