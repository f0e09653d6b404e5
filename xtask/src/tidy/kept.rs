//! Crates that only one folder may name, so that whoever replaces one knows where to look.

use super::tree::Tree;
use super::violation::Violation;

/// A crate that is kept in one place.
struct Kept {
    krate: &'static str,
    /// The folder in which it is kept ...
    room: &'static str,
    /// ... of this crate.
    house: &'static str,
    why: &'static str,
}

const KEPT: &[Kept] = &[Kept {
    krate: "redis",
    room: "bridge/src/store/redis",
    house: "bridge/src/",
    why: "only bridge/src/store/redis knows the library: the rest knows a store",
}];

/// Checks every Rust file of such a crate.
pub(crate) fn check(tree: &Tree) -> Vec<Violation> {
    let rust = || tree.files().filter(|(name, _)| name.ends_with(".rs"));
    KEPT.iter()
        .flat_map(|kept| {
            let outside =
                rust().filter(|(name, _)| name.starts_with(kept.house) && !name.starts_with(kept.room));
            outside.flat_map(move |(name, text)| check_file(kept, name, text))
        })
        .collect()
}

fn check_file(kept: &Kept, file: &str, text: &str) -> Vec<Violation> {
    // A module of the same name is called by its path from `crate` or `super`.
    let begins = ["use ", "use ::", "extern crate "].map(|begin| format!("{begin}{}", kept.krate));
    let names_it = |line: &str| {
        let rest = begins.iter().find_map(|begin| line.trim_start().strip_prefix(begin.as_str()));
        rest.is_some_and(|rest| rest.starts_with([':', ';', ' ']))
    };
    let lines = (1..).zip(text.lines()).filter(|(_, line)| names_it(line));
    lines
        .map(|(number, line)| Violation {
            file: file.to_owned(),
            line: number,
            what: line.trim().to_owned(),
            why: kept.why,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(file: &str, text: &str) -> usize {
        check(&Tree::with(&[(file, text)])).len()
    }

    #[test]
    fn only_its_room_may_name_the_library() {
        let text = "//! A store.\nuse redis::Client;\n";
        assert_eq!(count("bridge/src/store/redis/mod.rs", text), 0);
        assert_eq!(count("bridge/src/store/keeper/mod.rs", text), 1);
        assert_eq!(count("xtask/src/setup/mod.rs", text), 0);
        assert_eq!(count("bridge/src/cli/publish.rs", "    use ::redis as library;\n"), 1);
        assert_eq!(count("bridge/src/cli/publish.rs", "use crate::store::redis::RedisConnector;\n"), 0);
        assert_eq!(count("bridge/src/cli/publish.rs", "use redistribution::Share;\n"), 0);
    }
}
