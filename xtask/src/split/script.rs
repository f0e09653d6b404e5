//! The page's script, made to be small: without long names, and so that Trunk's minifier understands it.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CustomSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// What the page's program is called in its own script.
const PROGRAM: &str = "./frontend_bg.js";
/// What stands between a function's name in the script and the function.
const IS_FUNCTION: &str = ": function(";
/// What wasm-bindgen's script exports.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// Numbers the functions that the program asks of its script. wasm-bindgen's own names end in sixteen random digits each,
/// once in the program and once in the script, and nothing can make those smaller.
///
/// The program's content also follows the script from here on: both are called after it, and a browser keeps them for good.
pub(super) fn number(
    program: &[u8],
    script: &str,
    hash: impl Fn(&[u8]) -> String,
) -> Result<(Vec<u8>, String)> {
    let asked = asked(program).context("the page's program is not a whole one")?;
    let mut numbers = BTreeMap::new();
    let mut numbered = String::with_capacity(script.len());
    for line in script.lines() {
        let function = line.trim_start().split_once(IS_FUNCTION);
        match function.filter(|(name, _)| asked.contains(name)) {
            Some((name, function)) => {
                let number = format!("f{}", numbers.len());
                numbered += &format!("{number}{IS_FUNCTION}{function}\n");
                numbers.insert(name, number);
            }
            None => numbered += &format!("{line}\n"),
        }
    }
    if numbers.is_empty() {
        bail!("the page's script has none of the functions that its program imports");
    }
    let mark = CustomSection { name: "script".into(), data: hash(numbered.as_bytes()).into_bytes().into() };
    Ok((renamed(program, &numbers, &mark)?, numbered))
}

/// What the program asks of its script.
fn asked(program: &[u8]) -> Result<BTreeSet<&str>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                names.extend((import.module == PROGRAM).then_some(import.name));
            }
        }
    }
    Ok(names)
}

/// The program that asks for functions by these names instead, with a section more.
fn renamed(program: &[u8], numbers: &BTreeMap<&str, String>, more: &CustomSection<'_>) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import?;
                let number = numbers.get(import.name).filter(|_| import.module == PROGRAM);
                let name = number.map_or(import.name, String::as_str);
                section.import(import.module, name, RoundtripReencoder.entity_type(import.ty)?);
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let [from, until] = [range.start, range.end].map(|offset| offset as usize);
            module.section(&RawSection { id, data: &program[from..until] });
        }
    }
    module.section(more);
    Ok(module.finish())
}

/// Says otherwise what the script exports: Trunk's minifier does not know `as default`, and would leave all as it is.
pub(super) fn for_minifier(script: &str) -> Result<String> {
    if !script.contains(EXPORTS) {
        bail!("wasm-bindgen's script exports otherwise");
    }
    Ok(script.replace(EXPORTS, "export { initSync };\nexport default __wbg_init;"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    const SCRIPT: &str = "const import0 = {\n    __wbg_click_d990e70c576b7c54: function(arg0) {\n\
        \x20       getObject(arg0).click();\n    },\n    unknown: function() {},\n\
        \x20   __wbg_next_f4aac29c42af995c: function() { return 1; },\n};\n";

    /// A program that imports these.
    fn program(imports: &[&str]) -> Module {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut section = ImportSection::new();
        section.import("elsewhere", "__wbg_next_f4aac29c42af995c", EntityType::Function(0));
        for name in imports {
            section.import(PROGRAM, name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&section);
        module
    }

    #[test]
    fn functions_get_numbers_on_both_sides() {
        let names = ["__wbg_click_d990e70c576b7c54", "__wbg_next_f4aac29c42af995c"];
        let (numbered, script) = number(&program(&names).finish(), SCRIPT, |_| "hash".to_owned()).unwrap();
        let mut expected = program(&["f0", "f1"]);
        expected.section(&CustomSection { name: "script".into(), data: b"hash".into() });
        assert_eq!(numbered, expected.finish());
        assert!(
            script.contains("\nf0: function(arg0) {\n") && script.contains("\nf1: function() { return 1; },")
        );
        assert!(script.contains("    unknown: function() {}"), "{script}");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let number = |program: &[u8], script| number(program, script, |_| String::new());
        assert!(number(&program(&["__wbg_click_d990e70c576b7c54"]).finish(), "").is_err());
        assert!(number(&program(&[]).finish()[..30], SCRIPT).is_err());
    }

    #[test]
    fn the_exports_are_said_otherwise() {
        let script = for_minifier(&format!("let wasm;\n{EXPORTS}\n")).unwrap();
        assert_eq!(script, "let wasm;\nexport { initSync };\nexport default __wbg_init;\n");
        assert!(for_minifier("export default init;").is_err());
    }
}
