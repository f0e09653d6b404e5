//! What a person likes, in every run: kept over reloads. Knows no browser.

use crate::texts::Language;

/// What a person likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the page.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How much moves.
    pub motion: Motion,
    /// Whether bare characters are shortcuts.
    pub shortcuts: Shortcuts,
    /// Whether the lab's panels are there.
    pub lab: Lab,
    /// Whether the timeline's lanes are there.
    pub timeline: Timeline,
}

/// An enum whose values have names in storage and in links.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$value),*];

            /// What it is called in storage and in links.
            pub const fn code(self) -> &'static str {
                match self {
                    $($name::$value => $code,)*
                }
            }

            /// The one that is called `code`.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

named! {
    /// Light or dark.
    Theme {
        /// As the system has it.
        #[default]
        System = "system",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

named! {
    /// How much moves.
    Motion {
        /// As the system has it.
        #[default]
        System = "system",
        /// No more than has to.
        Less = "less",
    }
}

named! {
    /// Whether bare characters are shortcuts: whoever speaks to the computer, or leans on the keyboard, wants none.
    Shortcuts {
        /// They are.
        #[default]
        On = "on",
        /// They are not.
        Off = "off",
    }
}

named! {
    /// Whether the lab's panels are there: inspector, console, counters.
    Lab {
        /// The first screen: one idea.
        #[default]
        Closed = "closed",
        /// Everything.
        Open = "open",
    }
}

named! {
    /// Whether the timeline's lanes are there, or only the strip above them.
    Timeline {
        /// Where there is room for them.
        #[default]
        Auto = "auto",
        /// Everywhere.
        Open = "open",
        /// Nowhere.
        Folded = "folded",
    }
}

impl Lab {
    /// The other one.
    pub fn toggled(self) -> Lab {
        match self {
            Lab::Closed => Lab::Open,
            Lab::Open => Lab::Closed,
        }
    }
}

impl Preferences {
    /// Those of somebody who has not said anything yet.
    pub fn new(language: Language) -> Preferences {
        Preferences {
            language,
            theme: Theme::default(),
            motion: Motion::default(),
            shortcuts: Shortcuts::default(),
            lab: Lab::default(),
            timeline: Timeline::default(),
        }
    }

    /// As they are kept: `language=id theme=dark ...`.
    pub fn to_text(self) -> String {
        let fields = [
            ("language", self.language.code()),
            ("theme", self.theme.code()),
            ("motion", self.motion.code()),
            ("shortcuts", self.shortcuts.code()),
            ("lab", self.lab.code()),
            ("timeline", self.timeline.code()),
        ];
        fields.map(|(name, value)| [name, value].join("=")).join(" ")
    }

    /// Takes over what was kept. Says whether all of it could be read.
    pub fn read(&mut self, text: &str) -> bool {
        let mut all = true;
        for field in text.split_ascii_whitespace() {
            all &= field.split_once('=').is_some_and(|(name, value)| self.read_field(name, value));
        }
        all
    }

    /// Takes over one field; none of what it does not know.
    fn read_field(&mut self, name: &str, value: &str) -> bool {
        match name {
            "language" => put(&mut self.language, Language::from_code(value)),
            "theme" => put(&mut self.theme, Theme::from_code(value)),
            "motion" => put(&mut self.motion, Motion::from_code(value)),
            "shortcuts" => put(&mut self.shortcuts, Shortcuts::from_code(value)),
            "lab" => put(&mut self.lab, Lab::from_code(value)),
            "timeline" => put(&mut self.timeline, Timeline::from_code(value)),
            _ => false,
        }
    }
}

/// Puts a value in place if there is one, and says whether there is.
fn put<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let mut liked = Preferences::new(Language::Id);
        liked.theme = Theme::Dark;
        liked.motion = Motion::Less;
        liked.shortcuts = Shortcuts::Off;
        liked.lab = Lab::Open;
        liked.timeline = Timeline::Folded;
        let mut back = Preferences::new(Language::En);
        assert!(back.read(&liked.to_text()));
        assert_eq!(back, liked);
    }

    #[test]
    fn garbage_is_noticed_and_the_rest_is_read() {
        let mut back = Preferences::new(Language::En);
        assert!(!back.read("theme=dark language=tlh \u{0} lab"));
        assert_eq!((back.theme, back.language, back.lab), (Theme::Dark, Language::En, Lab::Closed));
        assert!(!back.read("{\"theme\": 3}"));
    }
}
