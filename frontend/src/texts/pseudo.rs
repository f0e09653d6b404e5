//! Pseudo-languages: what a pattern's words become. Its places stay, each once.

use super::language::Language;
use super::pattern::{Part, parts};

/// The pattern in a pseudo-language. It is kept for as long as the page lives, as the texts of real languages are.
pub(super) fn pseudo(language: Language, pattern: &'static str) -> &'static str {
    let mut changed = String::with_capacity(2 * pattern.len());
    for part in parts(pattern) {
        match part {
            Part::Place(name) => {
                changed.push('{');
                changed.push_str(name);
                changed.push('}');
            }
            Part::Words(words) => change(language, words, &mut changed),
        }
    }
    Box::leak(changed.into_boxed_str())
}

fn change(language: Language, words: &str, changed: &mut String) {
    let bare = words.trim();
    if !bare.contains(char::is_alphabetic) {
        changed.push_str(words);
        return;
    }
    let start = words.len() - words.trim_start().len();
    let pieces: &[&str] = match language {
        Language::PseudoDouble => &[bare, " ", bare],
        Language::PseudoX => &["X"],
        Language::PseudoMarkup => &["<b>", bare, "</b>&amp;"],
        Language::En | Language::Id => &[bare],
    };
    changed.push_str(&words[..start]);
    changed.extend(pieces.iter().copied());
    changed.push_str(&words[start + bare.len()..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_change_and_places_stay() {
        let pattern = "{service} took {state}.";
        assert_eq!(pseudo(Language::PseudoDouble, pattern), "{service} took took {state}.");
        assert_eq!(pseudo(Language::PseudoX, pattern), "{service} X {state}.");
        assert_eq!(pseudo(Language::PseudoMarkup, pattern), "{service} <b>took</b>&amp; {state}.");
        assert_eq!(pseudo(Language::PseudoX, "Close the window"), "X");
    }
}
