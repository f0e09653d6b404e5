//! What must hold for every text of every area.

use std::fs;
use std::path::{Path, PathBuf};

use super::pattern::{Part, parts};
use super::{Language, Texts};

/// Words that the page does not want in Indonesian: translations of *publisher*, *state* and the like, for which the
/// tutorial has a word of its own.
const UNWANTED: [&str; 15] = [
    "penerbit",
    "perantara",
    "pelanggan",
    "jasa",
    "negara",
    "status",
    "keadaan",
    "terbitkan",
    "menyetel",
    "diperbolehkan",
    "memproses",
    "waktu kerja",
    "ditulis ulang",
    "latensi",
    "layanan",
];

fn places(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = parts(text)
        .filter_map(|part| match part {
            Part::Place(name) => Some(name),
            Part::Words(_) => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn every_language_has_the_same_places_in_each_pattern() {
    for language in Language::ALL {
        for ((area, name, english), (_, _, other)) in
            Texts::of(Language::En).each().into_iter().zip(Texts::of(language).each())
        {
            assert_eq!(places(english), places(other), "{area}.{name} in {language:?}");
        }
    }
}

#[test]
fn no_text_is_empty_or_has_space_around_it() {
    for (area, name, text) in Texts::of(Language::En).each().into_iter().chain(Texts::of(Language::Id).each())
    {
        assert!(!text.is_empty() && text.trim() == text, "{area}.{name}: {text:?}");
    }
}

#[test]
fn indonesian_keeps_to_the_words_of_the_page() {
    for (area, name, text) in Texts::of(Language::Id).each() {
        let lower = text.to_lowercase();
        for word in UNWANTED {
            assert!(!lower.contains(word), "{area}.{name} says {word:?}: {text}");
        }
    }
}

#[test]
fn every_text_is_used() {
    let mut sources = String::new();
    read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let unused: Vec<String> = Texts::of(Language::En)
        .each()
        .into_iter()
        .filter(|(_, name, _)| !is_named(&sources, name))
        .map(|(area, name, _)| format!("{area}.{name}"))
        .collect();
    assert!(unused.is_empty(), "texts that nobody shows: {unused:?}");
}

/// Whether `.name` stands in the sources as a whole word.
fn is_named(sources: &str, name: &str) -> bool {
    let field = format!(".{name}");
    sources.match_indices(&field).any(|(at, _)| {
        let after = sources[at + field.len()..].chars().next();
        !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

fn read_sources(folder: &Path, sources: &mut String) {
    for file in fs::read_dir(folder).expect("the sources can be listed") {
        let path: PathBuf = file.expect("the sources can be listed").path();
        if path.is_dir() {
            read_sources(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push_str(&fs::read_to_string(&path).expect("a source can be read"));
        }
    }
}
