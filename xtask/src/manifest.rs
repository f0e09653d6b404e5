//! What a crate's `Cargo.toml` says it depends on.

use anyhow::{Context, Result};
use toml::{Table, Value};

/// A dependency, in whichever table of the manifest it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dependency {
    /// The name that the manifest calls it by.
    pub(crate) name: String,
    /// What it is needed for.
    pub(crate) purpose: Purpose,
}

/// What a dependency is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The crate itself, or its build script.
    Crate,
    /// Its tests, examples and benches.
    Tests,
}

const TABLES: &[(&str, Purpose)] = &[
    ("dependencies", Purpose::Crate),
    ("build-dependencies", Purpose::Crate),
    ("dev-dependencies", Purpose::Tests),
];

/// All dependencies, those for some target only among them.
pub(crate) fn dependencies(manifest: &str) -> Result<Vec<Dependency>> {
    let manifest: Table = manifest.parse().context("cannot understand a Cargo.toml")?;
    let of_targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = std::iter::once(&manifest).chain(of_targets.filter_map(Value::as_table));
    Ok(tables.flat_map(dependencies_of).collect())
}

fn dependencies_of(table: &Table) -> impl Iterator<Item = Dependency> {
    TABLES.iter().flat_map(move |&(key, purpose)| {
        let names = table.get(key).and_then(Value::as_table).into_iter().flat_map(Table::keys);
        names.map(move |name| Dependency { name: name.clone(), purpose })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read() {
        let manifest = "[dependencies]\na = \"1\"\n[dev-dependencies]\nb.workspace = true\n\
                        [target.'cfg(unix)'.dependencies]\nc = { path = \"c\" }\n";
        let found = dependencies(manifest).unwrap();
        let dependency = |name: &str, purpose| Dependency { name: name.to_owned(), purpose };
        assert_eq!(
            found,
            [
                dependency("a", Purpose::Crate),
                dependency("b", Purpose::Tests),
                dependency("c", Purpose::Crate)
            ]
        );
    }
}
