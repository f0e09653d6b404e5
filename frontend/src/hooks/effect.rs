//! Effects: what is done once the page shows what was rendered. Like Yew's own, which they rest on; but Yew makes a copy
//! of its machinery for every effect, and these share one.

use std::any::Any;
use std::rc::Rc;

use yew::functional::TearDown;
use yew::prelude::*;

/// Does `run` after the first render, and after each one whose `deps` are others than before. What `run` gives back ends
/// what it began: it is called before the next `run`, and when the component goes.
pub fn use_effect_on<T, F, D>(deps: T, run: F) -> impl Hook<Output = ()>
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: TearDown,
{
    let deps = Rc::new(deps);
    let seen = deps.clone();
    use_shared(Deps(Some(deps)), Box::new(move || boxed(run(&seen))))
}

/// Does `run` after every render.
pub fn use_effect_always<F, D>(run: F) -> impl Hook<Output = ()>
where
    F: FnOnce() -> D + 'static,
    D: TearDown,
{
    use_shared(Deps(None), Box::new(move || boxed(run())))
}

type Run = Box<dyn FnOnce() -> End>;
type End = Box<dyn FnOnce()>;

fn boxed(end: impl TearDown) -> End {
    Box::new(move || end.tear_down())
}

#[hook]
#[expect(clippy::disallowed_methods, reason = "this is the one copy")]
fn use_shared(deps: Deps, run: Run) {
    use_effect_with(deps, move |_| run());
}

/// What an effect depends on; none: nothing that ever stays the same.
struct Deps(Option<Rc<dyn Dep>>);

impl PartialEq for Deps {
    fn eq(&self, before: &Deps) -> bool {
        match (&self.0, &before.0) {
            (Some(deps), Some(before)) => deps.equals(&**before),
            _ => false,
        }
    }
}

/// A value of whatever type that can be compared with another of its type.
trait Dep: Any {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Dep for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use std::cell::RefCell;

    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    /// What the effects did, in order.
    type Log = Rc<RefCell<Vec<String>>>;

    #[derive(Clone, Properties)]
    struct Props {
        deps: (u8, &'static str),
        log: Log,
    }

    impl PartialEq for Props {
        /// Every new one is rendered.
        fn eq(&self, _: &Props) -> bool {
            false
        }
    }

    #[component]
    fn Logging(props: &Props) -> Html {
        let log = props.log.clone();
        use_effect_on(props.deps, move |(number, word)| {
            let said = format!("{number} {word}");
            log.borrow_mut().push(said.clone());
            move || log.borrow_mut().push(["end of ", &said].concat())
        });
        let log = props.log.clone();
        use_effect_always(move || log.borrow_mut().push("rendered".to_owned()));
        html! {}
    }

    #[wasm_bindgen_test]
    async fn an_effect_is_done_again_only_when_what_it_depends_on_is_another() {
        let document = web_sys::window().and_then(|window| window.document()).expect("a document");
        let place = document.create_element("div").expect("an element");
        let log = Log::default();
        let props = |deps| Props { deps, log: log.clone() };
        let mut app = yew::Renderer::<Logging>::with_root_and_props(place, props((1, "one"))).render();
        yew::scheduler::flush().await;
        assert_eq!(log.take(), ["1 one", "rendered"]);
        app.update(props((1, "one")));
        yew::scheduler::flush().await;
        assert_eq!(log.take(), ["rendered"]);
        app.update(props((1, "other")));
        yew::scheduler::flush().await;
        assert_eq!(log.take(), ["end of 1 one", "1 other", "rendered"]);
        app.destroy();
        yew::scheduler::flush().await;
        assert_eq!(log.take(), ["end of 1 other"]);
    }
}
