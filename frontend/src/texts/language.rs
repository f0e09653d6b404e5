//! The languages of the page, and the pseudo-languages that test its layout.

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Indonesian, the tutorial's own.
    Id,
    /// English at double length: does everything still fit?
    PseudoDouble,
    /// `X` for every text: a word that is still readable was never given to the translators.
    PseudoX,
    /// English in markup: a text that is taken for markup is seen at once.
    PseudoMarkup,
}

impl Language {
    /// Every language, the pseudo-languages too.
    pub const ALL: [Language; 5] =
        [Language::En, Language::Id, Language::PseudoDouble, Language::PseudoX, Language::PseudoMarkup];

    /// What it is called in an address (`?lang=id`) and in storage.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Id => "id",
            Language::PseudoDouble => "pseudo-double",
            Language::PseudoX => "pseudo-x",
            Language::PseudoMarkup => "pseudo-markup",
        }
    }

    /// The language that is called `code`.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The `lang` of the document; a pseudo-language is English that looks odd.
    pub fn html_lang(self) -> &'static str {
        match self {
            Language::Id => "id",
            _ => "en",
        }
    }

    /// The first of a browser's languages (`id-ID`, `en` ...) that the page speaks; English if it speaks none.
    pub fn preferred(tags: impl IntoIterator<Item = impl AsRef<str>>) -> Language {
        let spoken = |tag: &str| match tag.split(['-', '_']).next().unwrap_or(tag) {
            "en" => Some(Language::En),
            // Old browsers still call Indonesian `in`.
            "id" | "in" => Some(Language::Id),
            _ => None,
        };
        tags.into_iter().find_map(|tag| spoken(tag.as_ref())).unwrap_or(Language::En)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("tlh"), None);
    }

    #[test]
    fn the_browsers_first_known_language_is_taken() {
        assert_eq!(Language::preferred(["de-DE", "id-ID", "en"]), Language::Id);
        assert_eq!(Language::preferred(["en-GB", "id"]), Language::En);
        assert_eq!(Language::preferred(["in"]), Language::Id);
        assert_eq!(Language::preferred(["ja"]), Language::En);
    }
}
