//! What a browser fetches before it shows a page, by part: `index.html`, and every file whose name stands in what was
//! fetched before it; and, apart from it, the chunks, which are fetched when a person first does something.

use crate::bench::compress::brotli;
use crate::bench::files;
use crate::split;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ops::Add;
use std::path::Path;

const INDEX: &str = "index.html";

/// A piece of the first load, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Wasm,
    Script,
    /// Those in files and those inlined in `index.html`.
    Styles,
    /// Without its styles.
    Index,
    Icon,
    Others,
}

/// In bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) raw: usize,
    pub(super) brotli: usize,
}

/// The parts that a page has.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FirstLoad {
    parts: BTreeMap<Part, Size>,
    chunks: BTreeMap<String, Size>,
}

impl Part {
    /// All parts.
    pub(super) const ALL: [Self; 6] =
        [Self::Wasm, Self::Script, Self::Styles, Self::Index, Self::Icon, Self::Others];

    /// What it is called in the table and the figures.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::Script => "script",
            Self::Styles => "styles",
            Self::Index => INDEX,
            Self::Icon => "icon",
            Self::Others => "others",
        }
    }

    fn of_file(name: &str) -> Self {
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "wasm" => Self::Wasm,
            "js" | "mjs" => Self::Script,
            "css" => Self::Styles,
            "svg" | "ico" | "png" if name.contains("icon") => Self::Icon,
            _ => Self::Others,
        }
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

impl Size {
    fn of(text: &[u8]) -> Result<Self> {
        Ok(Self { raw: text.len(), brotli: brotli(text)?.len() })
    }
}

impl FirstLoad {
    /// Measures a built page.
    pub(super) fn of(dist: &Path) -> Result<Self> {
        let mut files = files::read(dist)?;
        let index = files.remove(INDEX).with_context(|| format!("{} has no {INDEX}", dist.display()))?;
        let index = String::from_utf8(index).context("index.html is not text")?;
        let mut load = Self::default();
        load.add_index(&index)?;
        let (chunks, files): (BTreeMap<_, _>, _) =
            files.into_iter().partition(|(name, _)| split::is_chunk(name));
        for (name, bytes) in &chunks {
            load.chunks.insert(split::chunk_name(name).to_owned(), Size::of(bytes)?);
        }
        for (name, bytes) in fetched(&index, &files) {
            load.add(Part::of_file(name), Size::of(bytes)?);
        }
        Ok(load)
    }

    /// A page of one part, for the tests of the report.
    #[cfg(test)]
    pub(super) fn with(part: Part, size: Size) -> Self {
        Self { parts: BTreeMap::from([(part, size)]), chunks: BTreeMap::from([("lab".to_owned(), size)]) }
    }

    /// One part's size, nothing if the page has no such part.
    pub(super) fn part(&self, part: Part) -> Size {
        self.parts.get(&part).copied().unwrap_or_default()
    }

    /// What comes later, by the names of the chunks.
    pub(super) fn chunks(&self) -> impl Iterator<Item = (&str, Size)> {
        self.chunks.iter().map(|(name, size)| (name.as_str(), *size))
    }

    /// Everything of the first load together.
    pub(super) fn total(&self) -> Size {
        self.parts.values().fold(Size::default(), |sum, size| sum + *size)
    }

    /// The styles count with what they add to the compressed whole.
    fn add_index(&mut self, index: &str) -> Result<()> {
        let whole = Size::of(index.as_bytes())?;
        let rest = Size::of(without_styles(index).as_bytes())?;
        self.add(Part::Index, rest);
        self.add(
            Part::Styles,
            Size { raw: whole.raw - rest.raw, brotli: whole.brotli.saturating_sub(rest.brotli) },
        );
        Ok(())
    }

    fn add(&mut self, part: Part, size: Size) {
        let sum = self.part(part) + size;
        self.parts.insert(part, sum);
    }
}

/// The files that a browser comes to from `index.html`.
fn fetched<'a>(index: &str, files: &'a BTreeMap<String, Vec<u8>>) -> BTreeMap<&'a str, &'a [u8]> {
    let mut fetched = BTreeMap::new();
    let mut texts = vec![index.as_bytes()];
    while let Some(text) = texts.pop() {
        for (name, bytes) in files {
            if !fetched.contains_key(name.as_str()) && contains(text, name) {
                fetched.insert(name.as_str(), bytes.as_slice());
                if Part::of_file(name) != Part::Wasm {
                    texts.push(bytes);
                }
            }
        }
    }
    fetched
}

fn contains(text: &[u8], name: &str) -> bool {
    text.windows(name.len()).any(|window| window == name.as_bytes())
}

fn without_styles(index: &str) -> String {
    let mut kept = String::new();
    let mut rest = index;
    while let Some((before, after)) = rest.split_once("<style") {
        kept.push_str(before);
        rest = after.split_once("</style>").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_nobody_names_is_not_fetched() {
        let files =
            files(&[("a.js", "import './snippets/b.js'"), ("snippets/b.js", ""), ("later.svg", "a.js")]);
        let names: Vec<&str> = fetched("<script src=\"./a.js\">", &files).into_keys().collect();
        assert_eq!(names, ["a.js", "snippets/b.js"]);
    }

    #[test]
    fn styles_are_taken_out_of_the_index() {
        assert_eq!(without_styles("<a><style>b</style><c><style type='d'>e</style>"), "<a><c>");
    }

    #[test]
    fn the_parts_of_the_index_add_up_to_the_whole() {
        let index = format!("<title>t</title><style>{}</style>", "p { color: red }\n".repeat(20));
        let mut load = FirstLoad::default();
        load.add_index(&index).unwrap();
        assert_eq!(load.total(), Size::of(index.as_bytes()).unwrap());
        assert!(load.part(Part::Styles).raw > 300);
    }

    #[test]
    fn files_are_told_apart_by_their_names() {
        let parts = ["a_bg.wasm", "a.js", "a.css", "icon-1.svg", "a.svg"].map(Part::of_file);
        assert_eq!(parts, [Part::Wasm, Part::Script, Part::Styles, Part::Icon, Part::Others]);
    }
}
