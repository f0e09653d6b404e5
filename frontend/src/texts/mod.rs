//! Every text of the page, in every language. A text that one language lacks does not compile.
//!
//! One file per area of the page; a pattern names its places: `"{service} took {state}"`.

#[macro_use]
mod table;
pub mod common;

use common::CommonTexts;

/// All texts of the page in one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Texts {
    /// Words that several areas share.
    pub common: CommonTexts,
}

impl Texts {
    /// English.
    pub const EN: Texts = Texts { common: CommonTexts::EN };
    /// Indonesian.
    pub const ID: Texts = Texts { common: CommonTexts::ID };
}
