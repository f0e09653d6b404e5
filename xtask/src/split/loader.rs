//! The script that fetches chunks: the splitter writes it as a file of its own, and here it becomes a part of the page's
//! script. A browser would have to fetch it before it could even start the page.

use super::Place;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// What the splitter calls it.
pub(super) const FILE: &str = "__wasm_split.js";

/// How the splitter's script starts a chunk while it comes in: the server must call it `application/wasm`.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// From any server, as the page's own file. A page for an error is refused here.
const FROM_ANY_SERVER: &str = "src.then(it => it.ok ? it.arrayBuffer() : Promise.reject(it.status)).then(it => WebAssembly.instantiate(it, imports))";

/// Gives a part of a file, which is fetched once; if it did not come, anew.
const PART: &str = r#"const files = {};
function part(file, from, to) {
    const refused = (it) => { delete files[file]; throw it; };
    files[file] ??= fetch(new URL(file, import.meta.url)).then((it) => it.ok ? it.arrayBuffer() : refused(it.status), refused);
    return files[file].then((it) => new Response(it.slice(from, to)));
}
"#;

/// Puts the splitter's `loader` into the page's `script`; `chunks` are the old addresses of the files, and where each is now.
pub(super) fn put_into(script: &str, loader: &str, chunks: &BTreeMap<String, Place>) -> Result<String> {
    let loader = addressed(&without_import(loader)?, chunks)?.replace("export const ", "loaders.");
    let mut whole =
        format!("const loaders = (() => {{\nconst loaders = {{}};\n{PART}{loader}return loaders;\n}})();\n");
    let mut imports = 0;
    for line in script.lines() {
        match line.strip_prefix("import * as ").and_then(|import| import.split_once(' ')) {
            // One line for each chunk.
            Some((name, from)) if from.contains(FILE) => {
                imports += 1;
                whole += &format!("const {name} = loaders;\n");
            }
            _ => whole += &format!("{line}\n"),
        }
    }
    if imports == 0 {
        bail!("wasm-bindgen's script does not import the loader");
    }
    Ok(whole)
}

/// What it imports is in the page's script already.
fn without_import(loader: &str) -> Result<String> {
    let (import, rest) = loader.split_once('\n').context("the splitter's script is empty")?;
    if !import.starts_with("import { initSync }") {
        bail!("the splitter's script starts otherwise: {import}");
    }
    Ok(rest.trim_start().to_owned())
}

fn addressed(loader: &str, chunks: &BTreeMap<String, Place>) -> Result<String> {
    if loader.matches(STREAMED).count() != chunks.len() {
        bail!("the splitter's script fetches other files than it made, or otherwise");
    }
    let mut loader = loader.replace(STREAMED, FROM_ANY_SERVER);
    for (old, place) in chunks {
        let fetched = |file: &str| format!("fetch(new URL(\"{file}\", import.meta.url))");
        let new = match place {
            Place::Own(file) => fetched(file),
            Place::In(file, range) => format!("part(\"{file}\", {}, {})", range.start, range.end),
        };
        let old = fetched(old);
        if !loader.contains(&old) {
            bail!("the splitter's script does not fetch {old}");
        }
        loader = loader.replace(&old, &new);
    }
    Ok(loader)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\nfunction initSync() {}\n";
    const LOADER: &str = "import { initSync } from \"./frontend.js\";\n\nfunction load() {}\n\
        export const __wasm_split_load_help = load(fetch(new URL(\"./split_help.wasm\", import.meta.url)), \
        WebAssembly.instantiateStreaming(src, imports));\n";

    #[test]
    fn the_loader_becomes_a_part_of_the_script() {
        let put =
            |place| put_into(SCRIPT, LOADER, &BTreeMap::from([("./split_help.wasm".to_owned(), place)]));
        let file = || "./snippets/help-1.wasm".to_owned();
        let script = put(Place::Own(file())).unwrap();
        assert!(script.starts_with("const loaders = (() => {\nconst loaders = {};\nconst files"), "{script}");
        let bundled = put(Place::In(file(), 3..8)).unwrap();
        assert!(bundled.contains("load(part(\"./snippets/help-1.wasm\", 3, 8), src.then("), "{bundled}");
        assert!(
            script.contains("loaders.__wasm_split_load_help = load(fetch(new URL(\"./snippets/help-1.wasm\"")
        );
        assert!(script.ends_with(
            "})();\nconst import1 = loaders;\nconst import2 = loaders;\n\nfunction initSync() {}\n"
        ));
        assert!(!script.contains("instantiateStreaming"), "{script}");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let none = BTreeMap::new();
        assert!(put_into("", LOADER, &none).is_err());
        assert!(put_into(SCRIPT, LOADER, &none).is_err());
        assert!(put_into(SCRIPT, "let a;\n", &none).is_err());
    }
}
