//! Chunks that come in one file, one behind the other: the splitter makes one for every set of parts that share something, and
//! a browser that asks for thirty small files waits longer than for one.

use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// The part that comes first once a person has done something: whoever needs what it shares has it by then.
const FIRST: &str = "narration";

/// A part that comes before that in a wide window: it is not to wait for more than it needs.
const EARLY: &str = "lanes";

/// Parts that may come before that, too, each for few.
const RARE: [&str; 3] = ["returning", "indonesian", "pseudo"];

/// The file in which a chunk comes that these parts share; none if it has one of its own.
fn of(parts: &[&str]) -> Option<&'static str> {
    let has = |part: &str| parts.contains(&part);
    match (has(FIRST), has(EARLY)) {
        _ if RARE.iter().any(|rare| has(rare)) => None,
        (true, true) => Some("chunk-early"),
        (true, false) => Some("chunk-first"),
        (false, true) => Some("chunk-wide"),
        (false, false) => None,
    }
}

/// For each chunk that comes together with others, by its file, in which file it does. The splitter's `loader` says before
/// each chunk who shares it: `/* lab, narration */`, and below that the chunk's file.
pub(super) fn in_loader(loader: &str) -> Result<BTreeMap<String, &'static str>> {
    let mut bundles = BTreeMap::new();
    for shared in loader.split("/* ").skip(1) {
        let (parts, rest) = shared.split_once(" */").context("the splitter's script breaks off")?;
        let Some(bundle) = of(&parts.split(", ").collect::<Vec<_>>()) else { continue };
        let file = rest.split_once("new URL(\"").and_then(|(_, rest)| rest.split_once('"'));
        let (file, _) = file.context("the splitter's script does not say where a chunk is")?;
        bundles.insert(file.to_owned(), bundle);
    }
    Ok(bundles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_first_part_shares_comes_together_but_for_what_may_come_before_it() {
        assert_eq!(of(&["narration", "dialogs"]), Some("chunk-first"));
        assert_eq!(of(&["narration", "lab", "lanes"]), Some("chunk-early"));
        assert_eq!(of(&["lab", "lanes"]), Some("chunk-wide"));
        for parts in [["dialogs", "lab"], ["lanes", "returning"], ["narration", "returning"]] {
            assert_eq!(of(&parts), None, "{parts:?}");
        }
    }

    #[test]
    fn the_loader_says_who_shares_what() {
        let loader = "/* narration, lab */\nconst a = load(fetch(new URL(\"./chunk_1.wasm\", x)));\n\
            /* lab, time_lab */\nconst b = load(fetch(new URL(\"./chunk_2.wasm\", x)));\n";
        let bundles = in_loader(loader).unwrap();
        assert_eq!(bundles, BTreeMap::from([("./chunk_1.wasm".to_owned(), "chunk-first")]));
        assert!(
            in_loader("/* narration, lab").is_err() && in_loader("/* narration, lab */ no file").is_err()
        );
    }
}
