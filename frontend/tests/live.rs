//! The link to a bridge in a real browser, with a socket that the test plays: what the page sends, keeps and shows.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use frontend::app::App;
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlFormElement, HtmlInputElement, Storage, Window,
};

wasm_bindgen_test_configure!(run_in_browser);

const WELCOME: &str = r#"{"welcome":{"protocol":1,"key":"app:state","state":"IDLE","revision":7,"store":"redis","available":true,"watch":"tracking","instance":"k3v9","operations":["get","set","ping"]}}"#;

/// Puts a socket in the place of the browser's own that only keeps what is done with it: `sockets`, the last one last.
const PLAYED: &str = r#"
    self.realWebSocket ??= self.WebSocket;
    self.sockets = [];
    self.WebSocket = class extends EventTarget {
        constructor(address) {
            super();
            if (address.includes("forbidden")) throw new DOMException("no", "SecurityError");
            Object.assign(this, { address, sent: [], isClosed: false });
            self.sockets.push(this);
        }
        send(text) { this.sent.push(text); }
        close() { this.isClosed = true; }
    };
"#;

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&JsValue::UNDEFINED).unwrap();
}

/// What waits has been done: renders, and tasks that were put off until now.
async fn settle() {
    for _ in 0..3 {
        yew::scheduler::flush().await;
        JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED)).await.unwrap();
    }
}

/// The whole page with its panel open, gone when the test is over.
struct Page {
    app: Option<yew::AppHandle<App>>,
    root: Element,
}

impl Page {
    /// As somebody finds it who comes here for the first time.
    async fn fresh() -> Page {
        storage().clear().unwrap();
        window().session_storage().unwrap().unwrap().clear().unwrap();
        Page::open().await
    }

    async fn open() -> Page {
        run(PLAYED);
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let app = Some(yew::Renderer::<App>::with_root(root.clone()).render());
        settle().await;
        let page = Page { app, root };
        page.click("live").await;
        page
    }

    fn find<T: JsCast>(&self, test_id: &str) -> T {
        let found = self.root.query_selector(&format!("[data-testid=\"{test_id}\"]")).unwrap();
        found.unwrap_or_else(|| panic!("there is no {test_id}")).dyn_into().ok().unwrap()
    }

    async fn click(&self, test_id: &str) {
        self.find::<HtmlElement>(test_id).click();
        settle().await;
    }

    async fn write(&self, test_id: &str, text: &str) {
        let field: HtmlInputElement = self.find(test_id);
        field.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap()).unwrap();
        settle().await;
    }

    /// As Enter does it.
    async fn connect(&self) {
        let form: HtmlFormElement =
            self.find::<Element>("live-connect").closest("form").unwrap().unwrap().unchecked_into();
        form.request_submit().unwrap();
        settle().await;
    }

    fn value(&self, test_id: &str) -> String {
        self.find::<HtmlInputElement>(test_id).value()
    }

    fn text(&self, test_id: &str) -> String {
        self.find::<Element>(test_id).text_content().unwrap_or_default()
    }

    /// How the link stands, in the header and in the panel alike.
    fn link(&self) -> String {
        let shown = self.root.query_selector_all("[data-testid=\"live-state\"]").unwrap();
        let all: Vec<_> = (0..shown.length())
            .map(|index| {
                shown.item(index).unwrap().unchecked_into::<Element>().get_attribute("data-link").unwrap()
            })
            .collect();
        assert!(all.iter().all(|link| *link == all[0]), "{all:?}");
        all[0].clone()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
        run("self.WebSocket = self.realWebSocket;");
    }
}

/// The socket that the page opened last, played by the test.
struct Socket(Object);

impl Socket {
    fn all() -> Array {
        Reflect::get(&js_sys::global(), &"sockets".into()).unwrap().unchecked_into()
    }

    fn last() -> Socket {
        let all = Socket::all();
        Socket(all.get(all.length() - 1).dyn_into().expect("the page has opened a socket"))
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap()
    }

    fn sent(&self) -> Vec<String> {
        self.get("sent").unchecked_into::<Array>().iter().map(|text| text.as_string().unwrap()).collect()
    }

    async fn happens(&self, script: &str, with: &str) {
        Function::new_with_args("socket, it", script)
            .call2(&JsValue::UNDEFINED, &self.0, &with.into())
            .unwrap();
        settle().await;
    }

    async fn opens(&self) {
        self.happens("socket.dispatchEvent(new Event('open'))", "").await;
    }

    async fn says(&self, text: &str) {
        self.happens("socket.dispatchEvent(new MessageEvent('message', { data: it }))", text).await;
    }

    async fn closes(&self, with: &str) {
        self.happens("socket.dispatchEvent(new CloseEvent('close', JSON.parse(it)))", with).await;
    }

    async fn welcomes(&self) {
        self.opens().await;
        self.says(WELCOME).await;
        let ping = self.sent().pop().unwrap();
        self.says(&ping.replace("ping", "pong")).await;
    }
}

#[wasm_bindgen_test]
async fn a_bridge_is_greeted_and_its_welcome_is_shown() {
    let page = Page::fresh().await;
    assert_eq!(
        (page.link().as_str(), page.value("live-address").as_str()),
        ("off", "ws://127.0.0.1:3000/ws")
    );
    page.write("live-address", "localhost:3210").await;
    page.write("live-label", "Budi").await;
    page.write("live-token", "secret").await;
    page.connect().await;
    assert_eq!(page.link(), "connecting");
    let socket = Socket::last();
    assert_eq!(socket.get("address").as_string().as_deref(), Some("ws://localhost:3210/ws"));
    socket.opens().await;
    assert_eq!(socket.sent(), [r#"{"hello":{"protocol":1,"token":"secret","client":"Budi"}}"#]);
    socket.says(WELCOME).await;
    assert_eq!(page.link(), "connected");
    socket.says(r#"{"id":1,"pong":{}}"#).await;
    assert!(page.text("live-rtt").ends_with(" ms"), "{}", page.text("live-rtt"));
    page.click("live-disconnect").await;
    assert_eq!(page.link(), "off");
    assert!(socket.get("isClosed").is_truthy());
}

#[wasm_bindgen_test]
async fn address_and_label_are_remembered_and_the_token_never() {
    let page = Page::fresh().await;
    page.write("live-address", "kelas.example").await;
    page.write("live-label", "Citra").await;
    page.write("live-token", "very-secret").await;
    page.connect().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.value("live-address"), "ws://kelas.example/ws");
    assert_eq!((page.value("live-label").as_str(), page.value("live-token").as_str()), ("Citra", ""));
    for kept in [window().local_storage(), window().session_storage()] {
        let kept = JSON::stringify(&kept.unwrap().unwrap()).unwrap();
        assert!(!String::from(kept).contains("very-secret"));
    }
    assert_eq!(page.link(), "off", "nothing connects by itself");
}

#[wasm_bindgen_test]
async fn garbage_in_the_store_is_put_aside() {
    storage().clear().unwrap();
    storage().set_item("event-pattern-lab.bridge", "garbage").unwrap();
    let page = Page::open().await;
    assert_eq!(page.value("live-address"), "ws://127.0.0.1:3000/ws");
    assert_eq!(
        storage().get_item("event-pattern-lab.bridge.unreadable").unwrap().as_deref(),
        Some("garbage")
    );
}

#[wasm_bindgen_test]
async fn a_page_that_a_bridge_serves_offers_that_bridge() {
    let meta = document().create_element("meta").unwrap();
    meta.set_attribute("name", "bridge").unwrap();
    meta.set_attribute("content", "ws").unwrap();
    document().head().unwrap().append_child(&meta).unwrap();
    let page = Page::fresh().await;
    meta.remove();
    let host = window().location().host().unwrap();
    assert_eq!(page.value("live-address"), format!("ws://{host}/ws"));
}

#[wasm_bindgen_test]
async fn what_is_wrong_is_said_where_it_was_typed_and_has_the_focus() {
    let page = Page::fresh().await;
    page.write("live-address", "redis://127.0.0.1:6379").await;
    page.connect().await;
    assert_eq!(page.find::<Element>("live-address").get_attribute("aria-invalid").as_deref(), Some("true"));
    let focused = document().active_element().and_then(|element| element.get_attribute("data-testid"));
    assert_eq!(focused.as_deref(), Some("live-address"));
    assert_eq!((page.link().as_str(), Socket::all().length()), ("off", 0));
    page.write("live-address", "127.0.0.1:3000").await;
    assert!(!page.find::<Element>("live-address").has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn what_the_browser_forbids_is_refused() {
    let page = Page::fresh().await;
    page.write("live-address", "forbidden.example").await;
    page.connect().await;
    assert_eq!(page.link(), "refused");
}

#[wasm_bindgen_test]
async fn a_lost_link_is_made_again_and_an_old_socket_is_not_heard() {
    let page = Page::fresh().await;
    page.connect().await;
    let first = Socket::last();
    first.welcomes().await;
    first.closes(r#"{"code":1006}"#).await;
    assert_eq!(page.link(), "reconnecting");
    assert!(first.get("isClosed").is_truthy());
    page.connect().await;
    let second = Socket::last();
    assert_eq!(Socket::all().length(), 2);
    first.says("garbage").await;
    first.closes(r#"{"code":1013}"#).await;
    assert_eq!(page.link(), "reconnecting");
    second.welcomes().await;
    assert_eq!(page.link(), "connected");
    second.says(r#"{"store":{"available":false,"reason":"<i>gone</i>"}}"#).await;
    assert_eq!(page.link(), "store_away");
    assert!(page.text("live-panel").contains("<i>gone</i>"), "text, never markup");
}

#[wasm_bindgen_test]
async fn with_the_panel_closed_a_notice_says_that_the_link_is_lost_until_it_is_back() {
    let page = Page::fresh().await;
    page.connect().await;
    Socket::last().welcomes().await;
    let dialog: web_sys::HtmlDialogElement =
        page.root.query_selector("dialog").unwrap().unwrap().unchecked_into();
    let close = dialog.query_selector("header button").unwrap().unwrap();
    close.unchecked_into::<HtmlElement>().click();
    settle().await;
    Socket::last().closes(r#"{"code":1001,"reason":"bye"}"#).await;
    let notices = || page.root.query_selector_all("[data-testid=notice]").unwrap().length();
    assert_eq!((page.link().as_str(), notices()), ("reconnecting", 1));
    page.click("live").await;
    page.connect().await;
    Socket::last().welcomes().await;
    assert_eq!((page.link().as_str(), notices()), ("connected", 0));
}
