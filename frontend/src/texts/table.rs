//! The table form in which texts are written: an area's texts in both languages side by side, and the list of areas.

/// Declares an area's texts: a struct of `&'static str`, its constants `EN` and `ID`, and `change` for pseudo-languages.
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

            /// Changes every text.
            pub fn change(&mut self, change: &dyn Fn(&'static str) -> &'static str) {
                super::table::change_all(&mut [$(&mut self.$field),*], change);
            }

            /// Every text with its name, for the tests.
            #[cfg(test)]
            pub fn each(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),*]
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
            $($(#[$doc])* pub $area: $type,)*
        }

        impl Texts {
            /// English.
            const EN: Texts = Texts { language: Language::En, $($area: $type::EN),* };
            /// Indonesian.
            const ID: Texts = Texts { language: Language::Id, $($area: $type::ID),* };

            fn change(&mut self, change: &dyn Fn(&'static str) -> &'static str) {
                $(self.$area.change(change);)*
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

/// Changes these texts: one loop for all areas, instead of a call for every text in the page.
#[inline(never)]
pub(super) fn change_all(texts: &mut [&mut &'static str], change: &dyn Fn(&'static str) -> &'static str) {
    for text in texts {
        **text = change(text);
    }
}
