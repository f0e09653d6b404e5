//! How languages come: English is here, and each other one is loaded as a whole when somebody wants it.

use std::sync::OnceLock;

use super::pseudo::pseudo;
use super::{Language, Whole};
use crate::chunks::{Need, chunk};

chunk! {
    /// Indonesian.
    INDONESIAN: Whole = indonesian(Whole::of_lines(Whole::INDONESIAN, &|text| text))
}

chunk! {
    /// What makes the texts of pseudo-languages.
    PSEUDO: fn(Language) -> &'static Whole = pseudo(changed)
}

/// The texts in a pseudo-language, made when they are first asked for.
fn changed(language: Language) -> &'static Whole {
    static ALL: [OnceLock<Whole>; 3] = [const { OnceLock::new() }; 3];
    let slot = match language {
        Language::PseudoX => 1,
        Language::PseudoMarkup => 2,
        _ => 0,
    };
    ALL[slot].get_or_init(|| Whole::of_lines(Whole::ENGLISH, &|text| pseudo(language, text)))
}

/// The texts in `language`, if they are here and do not come with the parts of the page.
pub(super) fn whole(language: Language) -> Option<&'static Whole> {
    match language {
        Language::En => None,
        Language::Id => INDONESIAN.get().ok(),
        Language::PseudoDouble | Language::PseudoX | Language::PseudoMarkup => {
            PSEUDO.get().ok().map(|texts_in| texts_in(language))
        }
    }
}

impl Language {
    /// What has to be fetched before the page can speak it.
    pub fn need(self) -> Option<Need> {
        match self {
            Language::En => None,
            Language::Id => INDONESIAN.get().err(),
            Language::PseudoDouble | Language::PseudoX | Language::PseudoMarkup => PSEUDO.get().err(),
        }
    }

    /// What the page speaks to somebody who wants this language: English until it is here.
    pub fn spoken(self) -> Language {
        if self.need().is_none() { self } else { Language::En }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Texts;

    #[test]
    fn each_text_of_a_pseudo_language_is_that_of_its_name() {
        let language = Language::PseudoMarkup;
        let english = Texts::of(Language::En).each().into_iter();
        for ((area, name, english), (_, _, changed)) in english.zip(Texts::of(language).each()) {
            assert_eq!(changed, pseudo(language, english), "{area}.{name}");
        }
    }
}
