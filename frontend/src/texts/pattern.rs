//! Patterns with named places: `"{service} took {state}"`. A sentence is one whole pattern per language, never glued.

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words of the pattern.
    Words(&'a str),
    /// A place with its name.
    Place(&'a str),
}

/// The parts of a pattern in their order.
pub fn parts(pattern: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
            rest = after;
            return Some(Part::Place(name));
        }
        // From 1 on: a brace that opens nothing is a word like any other.
        let end = rest.char_indices().skip(1).find(|(_, c)| *c == '{').map_or(rest.len(), |(at, _)| at);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Part::Words(words))
    })
}

/// The pattern with its places filled. A place that nobody fills stays visible as it is written.
pub fn fill(pattern: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    for part in parts(pattern) {
        match part {
            Part::Words(words) => filled.push_str(words),
            Part::Place(name) => match places.iter().find(|(place, _)| *place == name) {
                Some((_, value)) => filled.push_str(value),
                None => {
                    debug_assert!(false, "nobody fills {{{name}}} of {pattern:?}");
                    filled.push_str(name);
                }
            },
        }
    }
    filled
}

/// Of two patterns the one for `count` things: languages that know no plural write both alike.
pub fn counted(count: u64, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_wherever_a_language_puts_them() {
        let places = [("service", "ORDER"), ("state", "{IDLE}")];
        assert_eq!(fill("{service} took {state}.", &places), "ORDER took {IDLE}.");
        assert_eq!(fill("{state}: diambil {service}", &places), "{IDLE}: diambil ORDER");
        assert_eq!(fill("no place", &[]), "no place");
    }

    #[test]
    fn a_brace_that_opens_nothing_is_a_word() {
        assert_eq!(parts("a {b").collect::<Vec<_>>(), [Part::Words("a "), Part::Words("{b")]);
    }
}
