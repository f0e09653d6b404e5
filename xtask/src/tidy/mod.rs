//! The invariants of the house, as checks: each reads the project's files and names every place that breaks it.

mod documents;
mod house;
mod kept;
mod pinned;
mod source;
mod tree;
mod violation;

use crate::project::Project;
use anyhow::{Result, bail};
use tree::Tree;
use violation::Violation;

/// Checks them all.
pub(crate) fn run(project: &Project) -> Result<()> {
    let violations = check(&Tree::of(project)?);
    for violation in &violations {
        println!("{violation}");
    }
    match violations.len() {
        0 => Ok(()),
        1 => bail!("tidy: one violation"),
        many => bail!("tidy: {many} violations"),
    }
}

fn check(tree: &Tree) -> Vec<Violation> {
    [source::check, house::check, kept::check, documents::check, pinned::check]
        .iter()
        .flat_map(|check| check(tree))
        .collect()
}
