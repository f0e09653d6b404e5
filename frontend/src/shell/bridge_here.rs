//! Where this page is, as a bridge sees it: who serves it, and what origin it has.

use web_sys::Url;

use crate::live::Address;

/// The page's own origin, as it is given to a bridge's `--origin`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The bridge that serves this page, if one does: it says so in the page's head, where its WebSocket is.
pub fn address() -> Option<Address> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector("meta[name=bridge][content]").ok()??;
    let place = meta.get_attribute("content")?;
    // Seen from the page, which may lie in a folder of its host.
    let address = Url::new_with_base(&place, &document.base_uri().ok()??).ok()?.href();
    Address::parse(&address).ok()
}
