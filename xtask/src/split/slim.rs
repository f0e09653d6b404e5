//! A chunk without what it does not need: the splitter gives each one every type of the whole page and the names of tools,
//! and leaves room in its numbers for what a linker would still have to fill in.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{Module, TypeSection};
use wasmparser::{CustomSectionReader, Parser, TypeSectionReader};

/// The same chunk, smaller.
pub(super) fn slim(chunk: &[u8]) -> Result<Vec<u8>> {
    let mut used = Used(BTreeSet::new());
    let mut slim = Module::new();
    used.parse_core_module(&mut Module::new(), Parser::new(0), chunk)
        .and_then(|()| Slim(used.0).parse_core_module(&mut slim, Parser::new(0), chunk))
        .context("a chunk is not a whole one")?;
    Ok(slim.finish())
}

/// Finds out which types are used.
struct Used(BTreeSet<u32>);

impl Reencode for Used {
    type Error = Infallible;

    fn type_index(&mut self, of: u32) -> Result<u32, Error<Infallible>> {
        self.0.insert(of);
        Ok(of)
    }

    fn parse_type_section(
        &mut self,
        _: &mut TypeSection,
        _: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

/// Writes a chunk that has these types alone.
struct Slim(BTreeSet<u32>);

impl Reencode for Slim {
    type Error = Infallible;

    fn type_index(&mut self, of: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.0.range(..of).count() as u32)
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (index, function) in (0..).zip(section.into_iter_err_on_gc_types()) {
            let function = function?;
            if self.0.contains(&index) {
                types.ty().func_type(&self.func_type(function)?);
            }
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, CustomSection, EntityType, Function, FunctionSection, ImportSection, Instruction,
        ValType,
    };

    /// A chunk that calls a function of the second of these types.
    fn chunk(types: &[&[ValType]]) -> Module {
        let called = types.len() as u32 - 1;
        let mut section = TypeSection::new();
        for parameters in types {
            section.ty().function(parameters.iter().copied(), []);
        }
        let mut imports = ImportSection::new();
        imports.import("__wasm_split", "f", EntityType::Function(called));
        let mut functions = FunctionSection::new();
        functions.function(called);
        let mut code = Function::new([]);
        code.instruction(&Instruction::LocalGet(0))
            .instruction(&Instruction::Call(0))
            .instruction(&Instruction::End);
        let mut codes = CodeSection::new();
        codes.function(&code);
        let mut module = Module::new();
        module.section(&section).section(&imports).section(&functions).section(&codes);
        module
    }

    #[test]
    fn a_chunk_keeps_what_it_uses_and_nothing_else() {
        let mut whole = chunk(&[&[ValType::F64, ValType::F64], &[ValType::I32]]);
        whole.section(&CustomSection { name: "producers".into(), data: b"tools".into() });
        let slim = slim(&whole.finish()).unwrap();
        assert_eq!(slim, chunk(&[&[ValType::I32]]).finish());
    }

    #[test]
    fn half_a_chunk_is_said() {
        let whole = chunk(&[&[]]).finish();
        assert!(slim(&whole[..whole.len() - 2]).is_err());
    }
}
