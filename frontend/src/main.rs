//! The page's entry: mounts the app on the document.

fn main() {
    yew::Renderer::<frontend::app::App>::new().render();
}
