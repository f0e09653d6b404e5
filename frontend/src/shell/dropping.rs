//! A file that is dropped on the page is opened, wherever it falls.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::DragEvent;

use super::{Conductor, files};
use crate::state::Dispatch;

/// Opens what is dropped on the page, as long as the listeners live.
pub fn listen(conductor: &Conductor, dispatch: &Dispatch) -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Vec::new() };
    // Not passive: a browser that is not told otherwise leaves the page and shows the file.
    let on = |event, hear: fn(&DragEvent, &Conductor, &Dispatch)| {
        let (conductor, dispatch) = (conductor.clone(), dispatch.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, event, options, move |event| {
            hear(event.unchecked_ref(), &conductor, &dispatch);
        })
    };
    vec![on("dragover", |event, _, _| drop(claim(event))), on("drop", open)]
}

fn open(event: &DragEvent, conductor: &Conductor, dispatch: &Dispatch) {
    let file = claim(event).and_then(|transfer| transfer.files()?.get(0));
    if let Some(file) = file {
        files::open(file, conductor.clone(), dispatch.clone());
    }
}

/// Takes the event from the browser if it is about files; a dragged text still goes where it is dropped.
fn claim(event: &DragEvent) -> Option<web_sys::DataTransfer> {
    let transfer = event.data_transfer()?;
    if !transfer.types().includes(&"Files".into(), 0) {
        return None;
    }
    event.prevent_default();
    Some(transfer)
}
