//! Files: a scenario is saved to one and opened from one. Nothing leaves the person's own machine.

use std::rc::Rc;

use event_pattern::Scenario;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::Conductor;
use crate::chunks::chunk;
use crate::run::{Intent, Origin};
use crate::state::{Action, Dialog, Dispatch, Notice};

/// How much of a file is read, in bytes: one more than the largest that is taken, so that a larger one is known as such.
const MOST_BYTES: f64 = 16.0 * 1_048_576.0 + 1.0;

/// Offers `text` to be saved as a file of the media type `kind`, and says so.
pub fn save(name: &str, kind: &str, text: &str, dispatch: &Dispatch) {
    save_pieces(name, kind, &Array::of1(&text.into()), dispatch);
}

/// The same for a text in pieces.
pub fn save_pieces(name: &str, kind: &str, pieces: &Array, dispatch: &Dispatch) {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(pieces, &properties) {
        save_blob(name, &blob, dispatch);
    }
}

/// The same for whatever bytes there are.
pub fn save_blob(name: &str, blob: &Blob, dispatch: &Dispatch) {
    // Nothing to be done where a browser makes no file: the run goes on, and nobody is told that one came.
    if try_save(name, blob).is_ok() {
        dispatch.dispatch(Notice::HandedOver(name.to_owned().into()).into());
    }
}

fn try_save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

chunk! {
    /// What opens a file: most people never do.
    OPEN: fn(File, Conductor, Dispatch) = acts(open_here)
}

/// Reads a file and opens the scenario in it; a broken one leaves the run alone, and its problems are listed.
pub fn open(file: File, conductor: Conductor, dispatch: Dispatch) {
    spawn_local(async move {
        match OPEN.fetched().await {
            Ok(open) => open(file, conductor, dispatch),
            Err(_) => dispatch.dispatch(Notice::FileNotRead(file.name().into()).into()),
        }
    });
}

fn open_here(file: File, conductor: Conductor, dispatch: Dispatch) {
    spawn_local(async move {
        let Ok(bytes) = read(&file).await else {
            return dispatch.dispatch(Notice::FileNotRead(file.name().into()).into());
        };
        match Scenario::from_json(&bytes) {
            Ok(scenario) => {
                let origin = Origin::File(file.name().into());
                // Its commands were checked when it was read.
                let _ = conductor.tell(Intent::Open(Box::new(scenario), origin));
                dispatch.dispatch(Action::CloseDialog);
            }
            Err(problems) => {
                let problems = Dialog::Problems { file: file.name().into(), problems: Rc::new(problems) };
                dispatch.dispatch(Action::OpenDialog(problems));
            }
        }
    });
}

async fn read(file: &File) -> Result<Vec<u8>, JsValue> {
    let beginning = file.slice_with_f64_and_f64(0.0, MOST_BYTES)?;
    let buffer = JsFuture::from(beginning.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
