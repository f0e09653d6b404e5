//! The page's entry: mounts the app on the document.

use frontend::app::App;
use frontend::shell::crash;

fn main() {
    yew::set_custom_panic_hook(Box::new(crash::hook));
    yew::Renderer::<App>::new().render();
}
