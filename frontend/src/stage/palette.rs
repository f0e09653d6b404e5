//! The colours of the styles, as the canvas needs them: read from the page whenever the theme changes.

use web_sys::HtmlElement;

use crate::state_family::Family;

/// The colours that are painted with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Palette {
    pub(crate) soft: String,
    pub(crate) line: String,
    pub(crate) surface: String,
    pub(crate) on_family: String,
    pub(crate) shade: String,
    pub(crate) sunken: String,
    pub(crate) ink: String,
    pub(crate) accent: String,
    pub(crate) danger: String,
    families: Vec<String>,
}

impl Palette {
    /// Reads the colours with the help of `probe`, an element that nobody sees: the browser resolves
    /// `light-dark(...)` and the system's own colours only where they are used.
    pub(crate) fn read(probe: &HtmlElement) -> Palette {
        let computed = web_sys::window().and_then(|window| window.get_computed_style(probe).ok().flatten());
        let colour = |name: &str| {
            let asked = probe.style().set_property("color", &format!("var({name})"));
            let answer = computed.as_ref().map(|style| style.get_property_value("color"));
            match (asked, answer) {
                (Ok(()), Some(Ok(colour))) => colour,
                _ => "#808080".to_owned(),
            }
        };
        Palette {
            soft: colour("--soft"),
            line: colour("--line"),
            surface: colour("--surface"),
            on_family: colour("--on-family"),
            shade: colour("--shade"),
            sunken: colour("--sunken"),
            ink: colour("--ink"),
            accent: colour("--accent"),
            danger: colour("--danger"),
            families: Family::ALL.iter().map(|family| colour(family.property())).collect(),
        }
    }

    /// The colour of a family.
    pub(crate) fn family(&self, family: Family) -> &str {
        self.families.get(family as usize).map_or("#808080", |colour| colour)
    }
}
