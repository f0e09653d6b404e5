//! The table form in which texts are written: an area's texts in both languages side by side, and the list of areas.

use std::marker::PhantomData;
use std::ops::Deref;

use super::Language;

/// The texts of one area of the page.
pub trait Area: Sized + 'static {
    /// They in `language`; in English as long as that is not here.
    fn of(language: Language) -> &'static Self;
}

/// An area's texts in a language. They are found when they are asked for: so they come with the part of the page that asks.
#[derive(Clone, PartialEq, Debug)]
pub struct In<T> {
    language: Language,
    area: PhantomData<fn() -> T>,
}

impl<T> In<T> {
    pub(super) const fn new(language: Language) -> In<T> {
        In { language, area: PhantomData }
    }
}

impl<T: Area> Deref for In<T> {
    type Target = T;

    fn deref(&self) -> &T {
        T::of(self.language)
    }
}

/// Declares an area's texts: a struct of `&'static str`, its constant `EN`, and what makes it in another language.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $en:literal, $id:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Debug)]
        pub struct $name {
            $(#[doc = $en] pub $field: &'static str,)*
        }

        impl $name {
            /// English.
            pub const EN: $name = $name { $($field: $en),* };

            /// English, a line for each text. What one part of the page and a language have in common would be in neither of
            /// them, but in a file of its own: so there is one text for all.
            pub(super) const ENGLISH: &'static str = concat!($($en, "\n"),*);
            /// The same in Indonesian.
            pub(super) const INDONESIAN: &'static str = concat!($($id, "\n"),*);

            pub(super) fn of_lines(lines: &mut dyn Iterator<Item = &'static str>) -> $name {
                let mut next = || lines.next().unwrap_or_default();
                $name { $($field: next()),* }
            }

            /// Every text with its name, for the tests.
            #[cfg(test)]
            pub fn each(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),*]
            }
        }
    };
}

/// Declares [`Texts`](super::Texts), one field per area, and [`Whole`](super::Whole).
macro_rules! areas {
    ($($(#[$doc:meta])* $area:ident: $type:ident;)*) => {
        /// All texts of the page in one language.
        #[derive(Clone, PartialEq, Debug)]
        pub struct Texts {
            /// The language that they are in.
            pub language: Language,
            $($(#[$doc])* pub $area: In<$type>,)*
        }

        impl Texts {
            const fn new(language: Language) -> Texts {
                Texts { language, $($area: In::new(language)),* }
            }

            /// Every text with its area and its name, for the tests.
            #[cfg(test)]
            fn each(&self) -> Vec<(&'static str, &'static str, &'static str)> {
                let mut all = Vec::new();
                $(all.extend(self.$area.each().into_iter().map(|(name, text)| (stringify!($area), name, text)));)*
                all
            }
        }

        /// The texts of all areas, in a language that comes as a whole.
        struct Whole {
            $($area: $type,)*
        }

        impl Whole {
            const ENGLISH: &'static [&'static str] = &[$($type::ENGLISH),*];
            const INDONESIAN: &'static [&'static str] = &[$($type::INDONESIAN),*];

            /// Of the lines of each area, as `change` makes them.
            fn of_lines(areas: &[&'static str], change: &dyn Fn(&'static str) -> &'static str) -> Whole {
                let mut areas = areas.iter();
                let mut lines = || areas.next().copied().unwrap_or_default().lines().map(change);
                Whole { $($area: $type::of_lines(&mut lines())),* }
            }
        }

        $(impl Area for $type {
            fn of(language: Language) -> &'static $type {
                static EN: $type = $type::EN;
                whole(language).map_or(&EN, |whole| &whole.$area)
            }
        })*
    };
}
