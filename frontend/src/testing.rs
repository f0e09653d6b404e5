//! Components rendered natively to a string, for tests: no browser, no effects.

use yew::prelude::*;

use crate::hooks::Surroundings;
use crate::texts::Language;

#[derive(PartialEq, Properties)]
struct Props {
    language: Language,
    make: Callback<(), Html>,
}

/// Whatever is made, in a language.
#[component]
fn Shown(props: &Props) -> Html {
    let around = Surroundings { language: props.language, ..Surroundings::default() };
    html! {
        <ContextProvider<Surroundings> context={around}>{ props.make.emit(()) }</ContextProvider<Surroundings>>
    }
}

/// What `make` makes, as the browser would get it, in `language`.
pub(crate) fn rendered(language: Language, make: impl Fn() -> Html + Send + 'static) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a test has a thread");
    let renderer = yew::ServerRenderer::<Shown>::with_props(move || Props {
        language,
        make: Callback::from(move |()| make()),
    });
    runtime.block_on(renderer.hydratable(false).render())
}
