//! The forms in a real browser: typing, errors where the person looks, focus, drafts that nothing takes away.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use frontend::app::App;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    DataTransfer, Document, Element, Event, EventInit, File, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlSelectElement,
};

wasm_bindgen_test_configure!(run_in_browser);

/// The whole page, gone when the test is over.
struct Page {
    app: Option<yew::AppHandle<App>>,
    root: Element,
}

impl Page {
    async fn open() -> Page {
        // What another test left behind must not be taken up again.
        let window = web_sys::window().unwrap();
        for storage in [window.local_storage(), window.session_storage()] {
            storage.unwrap().unwrap().clear().unwrap();
        }
        let document = document();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let app = Some(yew::Renderer::<App>::with_root(root.clone()).render());
        let page = Page { app, root };
        settle().await;
        page
    }

    /// With the lab open and the first service in the inspector.
    async fn inspecting() -> Page {
        let page = Page::open().await;
        page.click("lab").await;
        page.inspect("2").await;
        page
    }

    fn seen(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    fn find<T: JsCast>(&self, test_id: &str) -> T {
        let element = self.seen(&format!("[data-testid=\"{test_id}\"]"));
        element.unwrap_or_else(|| panic!("there is no {test_id}")).dyn_into().ok().unwrap()
    }

    async fn click(&self, test_id: &str) {
        self.find::<HtmlElement>(test_id).click();
        settle().await;
    }

    async fn inspect(&self, index: &str) {
        let field: HtmlSelectElement = self.find("inspector-node");
        field.set_value(index);
        dispatch(&field, "change").await;
    }

    async fn write(&self, test_id: &str, text: &str) {
        let field: HtmlInputElement = self.find(test_id);
        field.set_value(text);
        dispatch(&field, "input").await;
    }

    /// As Enter does it.
    async fn submit(&self, test_id: &str) {
        let form: HtmlFormElement =
            self.find::<Element>(test_id).closest("form").unwrap().unwrap().unchecked_into();
        form.request_submit().unwrap();
        settle().await;
    }

    fn value(&self, test_id: &str) -> String {
        self.find::<HtmlInputElement>(test_id).value()
    }

    fn text(&self, test_id: &str) -> String {
        self.find::<Element>(test_id).text_content().unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

impl Page {
    /// Opens a file as a person does who chooses it, and waits for what the page does about it.
    async fn open_file(&self, name: &str, text: &str, until: impl Fn(&Page) -> bool) {
        let parts = js_sys::Array::of1(&text.into());
        let file = File::new_with_str_sequence(&parts, name).unwrap();
        let chosen = DataTransfer::new().unwrap();
        chosen.items().add_with_file(&file).unwrap();
        let field: HtmlInputElement = self.find("open-file");
        field.set_files(chosen.files().as_ref());
        dispatch(&field, "change").await;
        for _ in 0..1_000 {
            if until(self) {
                return;
            }
            // Reading a file is a task of the browser: let it have its turn.
            JsFuture::from(file.array_buffer()).await.unwrap();
            settle().await;
        }
        panic!("nothing came of {name}");
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn focused() -> Option<String> {
    document().active_element()?.get_attribute("data-testid")
}

async fn dispatch(target: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(kind, &init).unwrap()).unwrap();
    settle().await;
}

async fn settle() {
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn a_typed_state_is_judged_while_typing_and_never_lost() {
    let page = Page::open().await;
    page.write("publish-input", "order paid").await;
    assert!(page.text("publish-error").contains("space"));
    let field: HtmlInputElement = page.find("publish-input");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    let said = field.get_attribute("aria-describedby").unwrap();
    assert!(
        page.seen(&format!("#{said} [data-testid=publish-error]")).is_some(),
        "the error is tied to its field"
    );
    page.submit("publish-input").await;
    assert_eq!(
        (page.value("publish-input").as_str(), focused().as_deref()),
        ("order paid", Some("publish-input"))
    );
    page.click("language-id").await;
    assert_eq!(page.value("publish-input"), "order paid");
    assert!(page.text("publish-error").contains("spasi"));
    page.click("language-en").await;
}

#[wasm_bindgen_test]
async fn enter_publishes_in_capitals() {
    let page = Page::open().await;
    page.write("publish-input", "order_paid").await;
    page.submit("publish-input").await;
    page.click("lab").await;
    page.inspect("1").await;
    assert!(page.text("fates").contains("ORDER_PAID"), "{}", page.text("inspector"));
}

#[wasm_bindgen_test]
async fn an_empty_field_says_so_when_it_is_to_be_published() {
    let page = Page::open().await;
    assert!(page.seen("[data-testid=publish-error]").is_none());
    page.click("publish-button").await;
    assert!(page.seen("[data-testid=publish-error]").is_some());
    assert_eq!(focused().as_deref(), Some("publish-input"));
}

#[wasm_bindgen_test]
async fn a_draft_outlives_pictures_languages_other_nodes_and_the_lab() {
    let page = Page::inspecting().await;
    page.write("edit-work-time", "1.5x").await;
    page.click("publish-state").await;
    page.click("language-id").await;
    assert_eq!(page.value("edit-work-time"), "1.5x");
    page.inspect("3").await;
    assert_eq!(page.value("edit-work-time"), "3", "another service has its own draft");
    page.inspect("2").await;
    page.click("lab").await;
    page.click("lab").await;
    assert_eq!(page.value("edit-work-time"), "1.5x");
    page.click("language-en").await;
}

#[wasm_bindgen_test]
async fn what_is_wrong_gets_the_focus_and_what_is_right_is_applied() {
    let page = Page::inspecting().await;
    page.write("edit-poll-interval", "0").await;
    page.submit("edit-poll-interval").await;
    assert_eq!(focused().as_deref(), Some("edit-poll-interval"));
    assert!(page.text("edit-error").contains("0.001"));
    page.write("edit-poll-interval", "0,25").await;
    page.submit("edit-poll-interval").await;
    assert!(page.seen("[data-testid=edit-error]").is_none());
    assert_eq!(page.value("edit-poll-interval"), "0.25", "the field follows the run again");
    assert!(page.seen("[data-testid=edit-discard]").is_none());
}

#[wasm_bindgen_test]
async fn a_row_is_added_and_removed_and_its_order_is_kept() {
    let page = Page::inspecting().await;
    page.click("edit-add-row").await;
    let rows = || page.root.query_selector_all("[data-testid=edit-allowed-state]").unwrap().length();
    assert_eq!(rows(), 3);
    let last: HtmlInputElement =
        page.seen("[data-testid=edit-allowed-state]:last-child input").unwrap().unchecked_into();
    last.set_value("order_paid");
    dispatch(&last, "input").await;
    page.click("edit-remove-row").await;
    page.submit("edit-poll-interval").await;
    assert_eq!(rows(), 2);
    let last: HtmlInputElement =
        page.seen("[data-testid=edit-allowed-state]:last-child input").unwrap().unchecked_into();
    assert_eq!(last.value(), "ORDER_PAID");
}

#[wasm_bindgen_test]
async fn a_taken_name_is_refused_with_its_reason_and_stays_typed() {
    let page = Page::inspecting().await;
    page.write("edit-name", "invoice").await;
    page.click("service-rename").await;
    assert!(page.text("edit-error").contains("invoice"));
    assert_eq!((page.value("edit-name").as_str(), focused().as_deref()), ("invoice", Some("edit-name")));
    page.write("edit-name", "SHOP").await;
    page.click("service-rename").await;
    assert!(page.text("inspector").contains("Service SHOP"));
}

#[wasm_bindgen_test]
async fn a_command_that_makes_no_sense_stays_reachable_and_says_why() {
    let page = Page::inspecting().await;
    let start: HtmlElement = page.find("service-start");
    assert_eq!(start.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(start.tab_index() >= 0 && start.has_attribute("aria-describedby"));
    page.click("service-start").await;
    assert!(page.text("service-refused").contains("ORDER is running already"));
    page.click("service-crash").await;
    assert!(page.text("inspector-phase").contains("Crashed"));
    assert!(page.find::<HtmlElement>("service-start").get_attribute("aria-disabled").is_none());
}

#[wasm_bindgen_test]
async fn a_service_is_added_and_removed() {
    let page = Page::inspecting().await;
    page.click("service-add").await;
    page.click("add-apply").await;
    assert_eq!(focused().as_deref(), Some("add-name"));
    page.write("add-name", "SALES").await;
    page.submit("add-name").await;
    page.inspect("4").await;
    assert!(page.text("inspector").contains("Service SALES"));
    page.click("service-remove").await;
    assert!(!page.text("inspector").contains("Service SALES"));
    assert_eq!(document().active_element().unwrap().id(), "inspector-title");
}

#[wasm_bindgen_test]
async fn the_scenarios_dialog_gives_the_focus_back() {
    let page = Page::open().await;
    page.find::<HtmlElement>("scenarios").focus().unwrap();
    page.click("scenarios").await;
    let listed: HtmlElement = page.seen("[data-scenario=listed]").unwrap().unchecked_into();
    listed.click();
    settle().await;
    assert!(page.seen("dialog").is_none());
    assert_eq!(focused().as_deref(), Some("scenarios"));
    assert!(page.seen("[data-testid=publish-state][data-state=ORDER_PAID]").is_some());
}

#[wasm_bindgen_test]
async fn a_broken_file_gets_the_list_of_its_problems_and_leaves_the_run_alone() {
    let page = Page::open().await;
    page.find::<HtmlElement>("scenarios").focus().unwrap();
    page.click("scenarios").await;
    let broken = r#"{"version":1,"name":"x","services":[{"name":"A","allowed_states":{},"poll_interval_ms":0}],"extra":1}"#;
    page.open_file("broken.json", broken, |page| page.seen("[data-testid=problems]").is_some()).await;
    let problems = page.text("problems");
    assert!(problems.contains("services[0].poll_interval_ms") && problems.contains("extra"), "{problems}");
    assert!(
        page.seen("[data-testid=publish-state][data-state=TRANSACTION_PAID]").is_some(),
        "the run is there"
    );
    page.seen("dialog button").unwrap().unchecked_into::<HtmlElement>().click();
    settle().await;
    assert!(page.seen("dialog").is_none());
    assert_eq!(focused().as_deref(), Some("scenarios"));
}

#[wasm_bindgen_test]
async fn a_file_is_opened() {
    let page = Page::open().await;
    page.click("scenarios").await;
    let shop = r#"{"version":1,"name":"Shop","services":[{"name":"SHOP","allowed_states":{"SOLD":"IDLE"}}]}"#;
    page.open_file("shop.json", shop, |page| page.seen("[data-state=SOLD]").is_some()).await;
    assert!(page.seen("dialog").is_none());
}
