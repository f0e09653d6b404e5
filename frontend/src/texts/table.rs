//! The table form in which an area's texts are written: both languages side by side.

/// Declares an area's texts: a struct of `&'static str`, its constants `EN` and `ID`, and `map` for pseudo-languages.
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

            /// The same texts, each changed by `change`.
            pub fn map(&self, change: &dyn Fn(&'static str) -> &'static str) -> $name {
                $name { $($field: change(self.$field)),* }
            }
        }
    };
}
