//! The page's colours as a file needs them: plain numbers, also where the style sheet mixes two.

use std::fmt;

use crate::state_family::Family;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What a browser says that cannot be read: neither light nor dark.
const UNREADABLE: Colour = Colour(128, 128, 128);

impl Colour {
    /// Reads what a browser says of a colour: `rgb(21, 24, 29)`, `rgba(21, 24, 29, 0.5)` or `color(srgb 0.1 0.2 0.3)`.
    pub fn read(said: &str) -> Colour {
        let Some((kind, rest)) = said.trim().trim_end_matches(')').split_once('(') else { return UNREADABLE };
        let is_share = kind == "color";
        let parts = rest.trim_start_matches("srgb").split(|c: char| c.is_whitespace() || ",/".contains(c));
        let mut numbers = parts.filter_map(|part| part.parse::<f64>().ok());
        let mut next = || numbers.next().map(|number| if is_share { number * 255.0 } else { number });
        match (next(), next(), next()) {
            (Some(red), Some(green), Some(blue)) => Colour(byte(red), byte(green), byte(blue)),
            _ => UNREADABLE,
        }
    }

    /// So much of this one, and the rest of `other`.
    pub fn over(self, other: Colour, share: f64) -> Colour {
        let mixed = |one: u8, other: u8| byte(f64::from(one) * share + f64::from(other) * (1.0 - share));
        Colour(mixed(self.0, other.0), mixed(self.1, other.1), mixed(self.2, other.2))
    }
}

fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// As files write it: `#15181d`.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colours of the theme that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// The page.
    pub ground: Colour,
    /// Cards.
    pub surface: Colour,
    /// Cards of what does not run.
    pub sunken: Colour,
    /// Letters.
    pub ink: Colour,
    /// Letters that matter less.
    pub soft: Colour,
    /// Lines between things.
    pub line: Colour,
    /// Outlines.
    pub edge: Colour,
    /// What went wrong.
    pub danger: Colour,
    /// The playhead.
    pub accent: Colour,
    /// Letters on a family's colour.
    pub on_family: Colour,
    families: [Colour; Family::ALL.len()],
}

impl Colours {
    /// The colours by what is said of each custom property of `styles/base.css`.
    pub fn by(say: impl Fn(&str) -> String) -> Colours {
        let colour = |name: &str| Colour::read(&say(name));
        Colours {
            ground: colour("--ground"),
            surface: colour("--surface"),
            sunken: colour("--sunken"),
            ink: colour("--ink"),
            soft: colour("--soft"),
            line: colour("--line"),
            edge: colour("--edge"),
            danger: colour("--danger"),
            accent: colour("--accent"),
            on_family: colour("--on-family"),
            families: Family::ALL.map(|family| colour(family.property())),
        }
    }

    /// The colour of a family.
    pub fn family(&self, family: Family) -> Colour {
        self.families[family as usize]
    }

    /// The colour of a state.
    pub fn state(&self, state: &str) -> Colour {
        self.family(Family::of(state))
    }
}

#[cfg(test)]
impl Colours {
    /// The light theme's, as `styles/base.css` has them.
    pub(crate) fn light() -> Colours {
        let styles = include_str!("../../styles/base.css");
        Colours::by(|name| {
            let line = styles.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'));
            let hex = line.and_then(|line| line.split('#').nth(1)).and_then(|rest| rest.get(..6));
            let hex = u32::from_str_radix(hex.expect("the property has a colour"), 16).expect("six digits");
            format!("rgb({}, {}, {})", hex >> 16, hex >> 8 & 255, hex & 255)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_says_is_read() {
        assert_eq!(Colour::read("rgb(21, 24, 29)"), Colour(21, 24, 29));
        assert_eq!(Colour::read("rgba(21, 24, 29, 0.14)"), Colour(21, 24, 29));
        assert_eq!(Colour::read("color(srgb 1 0.5 0 / 0.3)"), Colour(255, 128, 0));
        for odd in ["", "red", "rgb()", "rgb(1, 2)", "oklab(0.5 0 0"] {
            let _ = Colour::read(odd);
        }
    }

    #[test]
    fn colours_are_mixed_and_written() {
        let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
        assert_eq!(black.over(white, 0.2).to_string(), "#cccccc");
        assert_eq!(Colours::light().state("IDLE"), Colours::light().family(Family::Idle));
        assert_eq!(Colours::light().ink.to_string(), "#15181d");
    }
}
