//! Pixels: the browser paints an SVG picture, and what it has painted is a PNG.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Pixels for each of the picture's own: sharp on a projector, too.
const FINE: f64 = 2.0;
/// No side has more pixels: browsers paint nothing that is much larger.
const LONGEST_SIDE: f64 = 8_192.0;

/// The PNG of an SVG picture.
///
/// # Errors
///
/// What the browser says where it cannot paint it.
pub async fn paint(svg: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    // Inside the address: a policy that allows the page's own pictures allows this one.
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &String::from(encode_uri_component(svg))].concat());
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = FINE.min(LONGEST_SIDE / width.max(height).max(1.0));
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let mut refused = None;
    let painted = Promise::new(&mut |resolve, _| refused = canvas.to_blob(&resolve).err());
    match refused {
        Some(refused) => Err(refused),
        None => JsFuture::from(painted).await?.dyn_into(),
    }
}
