//! The table form in which texts are written: an area's texts in both languages side by side, and the list of areas.

use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::OnceLock;

use super::Language;
use super::pseudo::pseudo;

/// The texts of one area of the page.
pub trait Area: Sized + 'static {
    /// They in `language`; those of a pseudo-language are made when they are first asked for.
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

/// Declares an area's texts: a struct of `&'static str`, its constants `EN` and `ID`, and what pseudo-languages take.
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
            /// Indonesian.
            pub const ID: $name = $name { $($field: $id),* };

            fn changed(language: $crate::texts::Language) -> $name {
                let mut texts = $name::EN;
                super::table::change_all(language, &mut [$(&mut texts.$field),*]);
                texts
            }

            /// Every text with its name, for the tests.
            #[cfg(test)]
            pub fn each(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),*]
            }
        }

        impl super::table::Area for $name {
            fn of(language: $crate::texts::Language) -> &'static $name {
                static EN: $name = $name::EN;
                static ID: $name = $name::ID;
                static PSEUDO: super::table::Pseudo<$name> = [const { std::sync::OnceLock::new() }; 3];
                super::table::find(language, [&EN, &ID], &PSEUDO, $name::changed)
            }
        }
    };
}

/// Declares [`Texts`](super::Texts): one field per area.
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
    };
}

/// The texts of an area in the pseudo-languages.
pub(super) type Pseudo<T> = [OnceLock<T>; 3];

/// The texts of an area in `language`.
pub(super) fn find<T>(
    language: Language,
    [en, id]: [&'static T; 2],
    pseudo: &'static Pseudo<T>,
    changed: fn(Language) -> T,
) -> &'static T {
    let slot = match language {
        Language::En => return en,
        Language::Id => return id,
        Language::PseudoDouble => 0,
        Language::PseudoX => 1,
        Language::PseudoMarkup => 2,
    };
    pseudo[slot].get_or_init(|| changed(language))
}

/// Changes these texts: one loop for all areas, instead of a call for every text in the page.
#[inline(never)]
pub(super) fn change_all(language: Language, texts: &mut [&mut &'static str]) {
    for text in texts {
        **text = pseudo(language, text);
    }
}
