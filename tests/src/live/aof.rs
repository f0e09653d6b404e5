//! Redis's append-only file: what was really written, and in which order. It is the judge of what the bridge says.

use std::path::Path;

use anyhow::{Context, Result};

use super::KEY;

/// The values of all `SET`s of the key, in order.
pub(super) fn states_written(folder: &Path) -> Result<Vec<String>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("no append-only file in {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".incr.aof"));
    files.sort();
    let mut states = Vec::new();
    for file in files {
        let content = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
        states.extend(commands(&content).into_iter().filter_map(|words| match words.as_slice() {
            [set, key, value, ..] if set.eq_ignore_ascii_case("set") && *key == KEY => {
                Some((*value).to_owned())
            }
            _ => None,
        }));
    }
    Ok(states)
}

/// The commands of a file in Redis's own protocol: `*3`, then each word as its length and itself.
fn commands(content: &str) -> Vec<Vec<&str>> {
    let mut commands: Vec<Vec<&str>> = Vec::new();
    let mut lines = content.split("\r\n");
    while let Some(line) = lines.next() {
        if line.starts_with('*') {
            commands.push(Vec::new());
        } else if line.starts_with('$')
            && let (Some(command), Some(word)) = (commands.last_mut(), lines.next())
        {
            command.push(word);
        }
    }
    commands
}
