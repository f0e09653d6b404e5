//! The page's script, made to be small: without long names, and so that Trunk's minifier understands it.

use anyhow::{Context, Result, bail};

/// What the page's program is called in its own script.
const PROGRAM: &str = "./frontend_bg.js";
/// What stands between a function's name in the script and the function.
const IS_FUNCTION: &str = ": function(";
/// What wasm-bindgen's script exports.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// What a WebAssembly file starts with.
const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;

/// Numbers the functions that the program asks of its script. wasm-bindgen's own names end in sixteen random digits each,
/// once in the program and once in the script, and nothing can make those smaller.
///
/// The program's content also follows the script from here on: both are called after it, and a browser keeps them for good.
pub(super) fn number(
    program: &[u8],
    script: &str,
    hash: impl Fn(&[u8]) -> String,
) -> Result<(Vec<u8>, String)> {
    let mut sections = sections(program)?;
    let (_, imports) =
        sections.iter_mut().find(|(id, _)| *id == IMPORTS).context("the page's program imports nothing")?;
    let mut numbered = 0;
    let mut numbers = String::with_capacity(script.len());
    for line in script.lines() {
        let function = line.trim_start().split_once(IS_FUNCTION);
        let number = format!("f{numbered}");
        match function.filter(|(name, _)| rename(imports, name, &number)) {
            Some((_, function)) => {
                numbered += 1;
                numbers += &format!("{number}{IS_FUNCTION}{function}\n");
            }
            None => numbers += &format!("{line}\n"),
        }
    }
    if numbered == 0 {
        bail!("the page's script has none of the functions that its program imports");
    }
    sections.push((CUSTOM, [named("script"), hash(numbers.as_bytes()).into_bytes()].concat()));
    let mut whole = program[..HEADER].to_vec();
    for (id, content) in sections {
        whole.push(id);
        whole.extend(length(content.len()));
        whole.extend(content);
    }
    Ok((whole, numbers))
}

/// Says otherwise what the script exports: Trunk's minifier does not know `as default`, and would leave all as it is.
pub(super) fn for_minifier(script: &str) -> Result<String> {
    if !script.contains(EXPORTS) {
        bail!("wasm-bindgen's script exports otherwise");
    }
    Ok(script.replace(EXPORTS, "export { initSync };\nexport default __wbg_init;"))
}

/// Whether the program imports this function, which then has another name.
fn rename(imports: &mut Vec<u8>, old: &str, new: &str) -> bool {
    let [old, new] = [old, new].map(|name| [named(PROGRAM), named(name)].concat());
    let Some(at) = imports.windows(old.len()).position(|bytes| bytes == old) else { return false };
    imports.splice(at..at + old.len(), new);
    true
}

/// A name as WebAssembly writes it.
fn named(name: &str) -> Vec<u8> {
    [&length(name.len()), name.as_bytes()].concat()
}

/// The parts of a WebAssembly file, each with its kind.
fn sections(program: &[u8]) -> Result<Vec<(u8, Vec<u8>)>> {
    let mut rest = program.get(HEADER..).context("the page's program is not a whole one")?;
    let mut sections = Vec::new();
    while let Some((id, after)) = rest.split_first() {
        let (length, after) = read_length(after).context("a part of the page's program has no length")?;
        let (content, after) =
            after.split_at_checked(length).context("a part of the page's program is not whole")?;
        sections.push((*id, content.to_vec()));
        rest = after;
    }
    Ok(sections)
}

fn read_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let (digits, rest) = bytes.split_at(last + 1);
    Some((digits.iter().rev().fold(0, |length, digit| length << 7 | usize::from(digit & 0x7f)), rest))
}

fn length(mut length: usize) -> Vec<u8> {
    let mut digits = Vec::new();
    loop {
        let digit = (length & 0x7f) as u8;
        length >>= 7;
        if length == 0 {
            digits.push(digit);
            return digits;
        }
        digits.push(digit | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const import0 = {\n    __wbg_click_d990e70c576b7c54: function(arg0) {\n\
        \x20       getObject(arg0).click();\n    },\n    unknown: function() {},\n\
        \x20   __wbg_next_f4aac29c42af995c: function() { return 1; },\n};\n";

    /// A program that imports these, and whose code is long.
    fn program(imports: &[&str]) -> Vec<u8> {
        let entries = imports.iter().flat_map(|name| [named(PROGRAM), named(name), vec![0, 3]].concat());
        let imports: Vec<u8> = length(imports.len()).into_iter().chain(entries).collect();
        let part = |id, content: Vec<u8>| [vec![id], length(content.len()), content].concat();
        [b"\0asm\x01\0\0\0".to_vec(), part(IMPORTS, imports), part(10, vec![7; 300])].concat()
    }

    #[test]
    fn functions_get_numbers_on_both_sides() {
        let names = ["__wbg_click_d990e70c576b7c54", "__wbg_next_f4aac29c42af995c"];
        let (numbered, script) = number(&program(&names), SCRIPT, |_| "hash".to_owned()).unwrap();
        let hash = [&[CUSTOM, 11], &named("script")[..], b"hash"].concat();
        assert_eq!(numbered, [program(&["f0", "f1"]), hash].concat());
        assert!(
            script.contains("\nf0: function(arg0) {\n") && script.contains("\nf1: function() { return 1; },")
        );
        assert!(script.contains("    unknown: function() {}"), "{script}");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let number = |program: &[u8], script| number(program, script, |_| String::new());
        assert!(number(&program(&["__wbg_click_d990e70c576b7c54"]), "").is_err());
        assert!(number(&program(&[])[..30], SCRIPT).is_err());
    }

    #[test]
    fn the_exports_are_said_otherwise() {
        let script = for_minifier(&format!("let wasm;\n{EXPORTS}\n")).unwrap();
        assert_eq!(script, "let wasm;\nexport { initSync };\nexport default __wbg_init;\n");
        assert!(for_minifier("export default init;").is_err());
    }
}
