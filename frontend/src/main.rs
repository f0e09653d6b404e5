//! The page's entry: mounts the app on the document.

use yew::prelude::*;

/// The whole page.
#[component]
fn App() -> Html {
    html! { <h1>{ "Event Pattern Lab" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
