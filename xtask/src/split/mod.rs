//! The page in several files: the first load, and chunks that are fetched when they are first asked for.
//!
//! The splitter has to work on what the linker made, before wasm-bindgen does, and Trunk has no place for it there. So
//! Trunk meets this program under the name of `wasm-bindgen`.

mod bundles;
mod flow;
mod functions;
mod loader;
mod order;
mod reach;
#[cfg(test)]
mod samples;
mod script;
mod slim;
mod traps;

use crate::process;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The feature of the page's crate that marks where it may be split.
pub(crate) const FEATURE: &str = "split";

const BINDGEN: &str = "wasm-bindgen";
const SPLITTER: &str = "wasm-split-cli";
const BINDGEN_VARIABLE: &str = "EVENT_PATTERN_WASM_BINDGEN";
const SPLITTER_VARIABLE: &str = "EVENT_PATTERN_WASM_SPLIT";

/// Where the chunks lie in the page: Trunk takes this folder along.
const CHUNKS: &str = "snippets";

/// So many digits tell one content of a chunk from another. The page's script names every chunk, and digits do not compress.
const CHUNK_DIGITS: usize = 8;

/// Whether a file of a built page is a chunk.
pub(crate) fn is_chunk(file: &str) -> bool {
    file.starts_with(CHUNKS) && file.ends_with(".wasm")
}

/// What the chunk in this file is called.
pub(crate) fn chunk_name(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('-').map_or(name, |(name, _)| name)
}

/// A folder in which this program is called `wasm-bindgen`.
pub(crate) fn folder(project: &Project) -> Result<PathBuf> {
    let folder = project.scratch("split")?;
    let ours = env::current_exe().context("cannot tell where this program is")?;
    let disguise = folder.join(format!("{BINDGEN}{EXE_SUFFIX}"));
    let _ = fs::remove_file(&disguise);
    fs::hard_link(&ours, &disguise)
        .or_else(|_| fs::copy(&ours, &disguise).map(drop))
        .with_context(|| format!("cannot make {}", disguise.display()))?;
    Ok(folder)
}

/// Tells this program, when Trunk will start it, where the two are that do the work.
pub(crate) fn name_programs(trunk: &mut Command, bindgen: &Path, splitter: &Path) {
    trunk.env(BINDGEN_VARIABLE, bindgen.join(BINDGEN));
    trunk.env(SPLITTER_VARIABLE, splitter.join(SPLITTER));
}

/// Whether this program was started under the other name.
pub(crate) fn is_asked_for() -> bool {
    env::args_os()
        .next()
        .is_some_and(|program| Path::new(&program).file_stem().is_some_and(|stem| stem == BINDGEN))
}

/// Splits the page, and does with its first part what Trunk asks of wasm-bindgen.
pub(crate) fn instead_of_bindgen() -> Result<()> {
    let program = |variable| env::var_os(variable).with_context(|| format!("{variable} is not set"));
    let mut bindgen = Command::new(program(BINDGEN_VARIABLE)?);
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(job) = Job::of(&arguments) else {
        return process::openly(bindgen.args(arguments));
    };
    let parts = job.out.join("parts");
    clear(&parts)?;
    let linked = fs::read(&job.wasm).with_context(|| format!("cannot read {}", job.wasm))?;
    let silent = job.out.join("silent.wasm");
    write(&silent, traps::instead_of_panics(&linked)?)?;
    process::openly(
        Command::new(program(SPLITTER_VARIABLE)?).arg(&silent).arg(&parts).args(["--out-name", &job.name]),
    )?;
    bindgen.args(arguments.iter().filter(|argument| **argument != job.wasm));
    // The last one: chunks call the page's functions through the linker's table.
    bindgen.args(["--remove-name-section", "--remove-producers-section", "--keep-lld-exports"]);
    process::openly(bindgen.arg(parts.join(&job.name).with_extension("wasm")))?;
    let loader = read(&parts.join(loader::FILE))?;
    let chunks = job.move_chunks(&parts, &bundles::in_loader(&loader)?)?;
    let script = job.out.join(&job.name).with_extension("js");
    let whole = loader::put_into(&read(&script)?, &loader, &chunks)?;
    let wasm = job.out.join(format!("{}_bg.wasm", job.name));
    let program = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let program = slim::slim(&program)?;
    let (program, whole) = script::number(&program, &script::for_minifier(&whole)?, hash)?;
    write(&wasm, program)?;
    write(&script, whole)
}

/// What Trunk asks of wasm-bindgen.
struct Job {
    wasm: String,
    out: PathBuf,
    name: String,
}

impl Job {
    /// Nothing if it only asks for the version.
    fn of(arguments: &[String]) -> Option<Self> {
        let value =
            |name| arguments.iter().find_map(|argument| argument.strip_prefix(name)).map(str::to_owned);
        let wasm =
            arguments.iter().find(|argument| !argument.starts_with('-') && argument.ends_with(".wasm"));
        Some(Self { wasm: wasm?.clone(), out: value("--out-dir=")?.into(), name: value("--out-name=")? })
    }

    /// Gives each chunk a name that changes with its content, and puts it where Trunk finds it, those of one bundle into one
    /// file. What it was called, and where it is now, both as seen from the page.
    fn move_chunks(
        &self,
        parts: &Path,
        bundles: &BTreeMap<String, &'static str>,
    ) -> Result<BTreeMap<String, Place>> {
        let folder = self.out.join(CHUNKS);
        clear(&folder)?;
        let put = |stem: &str, content: &[u8]| {
            let new = format!("{stem}-{}.wasm", &hash(content)[..CHUNK_DIGITS]);
            write(&folder.join(&new), content)?;
            anyhow::Ok(format!("./{CHUNKS}/{new}"))
        };
        let mut places = BTreeMap::new();
        // In the order of their names: the same chunks, the same bundle.
        let mut bundled: BTreeMap<&str, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
        for entry in fs::read_dir(parts).with_context(|| format!("cannot read {}", parts.display()))? {
            let old = entry?.file_name().to_string_lossy().into_owned();
            let Some(stem) = old.strip_suffix(".wasm").filter(|stem| *stem != self.name) else { continue };
            let content = slim::slim(&fs::read(parts.join(&old))?)?;
            let address = format!("./{old}");
            if let Some(bundle) = bundles.get(&address) {
                bundled.entry(bundle).or_default().insert(address, content);
            } else {
                let stem = stem.trim_start_matches("split_").replace('_', "-");
                places.insert(address, Place::Own(put(&stem, &content)?));
            }
        }
        for (bundle, chunks) in bundled {
            let file = put(bundle, &chunks.values().flatten().copied().collect::<Vec<u8>>())?;
            let mut from = 0;
            for (address, content) in chunks {
                let to = from + content.len();
                places.insert(address, Place::In(file.clone(), from..to));
                from = to;
            }
        }
        if places.is_empty() {
            bail!("the page was not split: nothing in it is marked");
        }
        Ok(places)
    }
}

/// Where a chunk is.
enum Place {
    /// In a file of its own.
    Own(String),
    /// In this file, from byte to byte.
    In(String, Range<usize>),
}

/// Sixteen digits, as Trunk's own names have.
fn hash(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    format!("{:016x}", hasher.finish())
}

fn clear(folder: &Path) -> Result<()> {
    // Usually it is not there.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))
}

fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{DataSection, Module};

    #[test]
    fn trunk_s_request_is_understood() {
        let arguments =
            ["--target=web", "--out-dir=/o", "--out-name=frontend", "/t/frontend.wasm", "--no-typescript"];
        let job = Job::of(&arguments.map(str::to_owned)).unwrap();
        assert_eq!(
            (job.wasm.as_str(), job.out.to_str(), job.name.as_str()),
            ("/t/frontend.wasm", Some("/o"), "frontend")
        );
        assert!(Job::of(&["--version".to_owned()]).is_none());
    }

    #[test]
    fn a_chunk_is_known_by_its_file() {
        assert!(is_chunk("snippets/help-dialog-0123456789abcdef.wasm"));
        assert!(!is_chunk("frontend-0123456789abcdef_bg.wasm") && !is_chunk("snippets/a.js"));
        assert_eq!(chunk_name("snippets/help-dialog-0123456789abcdef.wasm"), "help-dialog");
    }

    #[test]
    fn a_chunk_s_name_follows_its_content() {
        let folder = tempfile_like("chunks");
        let job = Job { wasm: String::new(), out: folder.clone(), name: "frontend".to_owned() };
        let parts = folder.join("parts");
        clear(&parts).unwrap();
        // Programs that do nothing and remember so many bytes.
        let chunk = |bytes| {
            let mut module = Module::new();
            module.section(DataSection::new().passive(vec![0; bytes]));
            module.finish()
        };
        for (name, bytes) in [("frontend.wasm", 1), ("split_help_dialog.wasm", 2), ("chunk_3.wasm", 3)] {
            fs::write(parts.join(name), chunk(bytes)).unwrap();
        }
        let bundles = BTreeMap::new();
        let name = |place: &Place| match place {
            Place::Own(file) => file.clone(),
            Place::In(file, range) => format!("{file} {range:?}"),
        };
        let first = job.move_chunks(&parts, &bundles).unwrap();
        let old: Vec<_> = first.keys().map(String::as_str).collect();
        assert_eq!(old, ["./chunk_3.wasm", "./split_help_dialog.wasm"]);
        assert!(name(&first["./split_help_dialog.wasm"]).starts_with("./snippets/help-dialog-"));
        fs::write(parts.join("chunk_3.wasm"), chunk(4)).unwrap();
        let second = job.move_chunks(&parts, &bundles).unwrap();
        assert_ne!(name(&first["./chunk_3.wasm"]), name(&second["./chunk_3.wasm"]));
        assert_eq!(name(&first["./split_help_dialog.wasm"]), name(&second["./split_help_dialog.wasm"]));
        assert_eq!(fs::read_dir(folder.join(CHUNKS)).unwrap().count(), 2, "the old chunk is gone");
        let bundles = ["./chunk_3.wasm", "./split_help_dialog.wasm"].map(|chunk| (chunk.to_owned(), "both"));
        let third = job.move_chunks(&parts, &bundles.into()).unwrap();
        let one = fs::read_dir(folder.join(CHUNKS)).unwrap().next().unwrap().unwrap();
        let all = fs::read(one.path()).unwrap();
        let (Place::In(file, three), Place::In(same, help)) =
            (&third["./chunk_3.wasm"], &third["./split_help_dialog.wasm"])
        else {
            panic!("they are in one file")
        };
        assert_eq!((file, three.end, help.end), (same, help.start, all.len()));
        assert!(all[help.clone()].starts_with(b"\0asm"), "one behind the other");
        fs::remove_dir_all(folder).unwrap();
    }

    fn tempfile_like(name: &str) -> PathBuf {
        env::temp_dir().join(format!("event-pattern-{name}-{}", std::process::id()))
    }
}
