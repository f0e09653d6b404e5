//! A choice that shows what the page holds, not what was picked last.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::use_effect_always;

/// A `<select>` that always shows the option of this value. The options' own `selected` is not enough: once somebody has
/// picked one, a browser no longer looks at it, and a choice that a restart or a shortcut changes would go unseen.
#[hook]
pub fn use_chosen(value: String) -> NodeRef {
    let select = use_node_ref();
    {
        let select = select.clone();
        use_effect_always(move || {
            if let Some(select) = select.cast::<HtmlSelectElement>()
                && select.value() != value
            {
                select.set_value(&value);
            }
        });
    }
    select
}
