//! A program written smaller: without what it does not need, and with its functions in an order that compresses well.
//!
//! The splitter gives each chunk every type of the whole page and the names of tools, and leaves room in its numbers for what
//! a linker would still have to fill in.

use super::functions::Functions;
use super::reach;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module, TypeSection};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionSectionReader, Parser, TypeSectionReader};

/// The same program or chunk, smaller.
pub(super) fn slim(program: &[u8]) -> Result<Vec<u8>> {
    let rewritten = || {
        let program = reach::reached(program)?;
        let mut used = Used(BTreeSet::new());
        used.parse_core_module(&mut Module::new(), Parser::new(0), &program)?;
        let mut slim = Slim { types: used.0, functions: Functions::of(&program)? };
        let mut module = Module::new();
        slim.parse_core_module(&mut module, Parser::new(0), &program)?;
        anyhow::Ok(module.finish())
    };
    rewritten().context("a part of the page's program is not a whole one")
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

/// Writes a program that has these types alone, and its functions in this order.
struct Slim {
    types: BTreeSet<u32>,
    functions: Functions,
}

impl Reencode for Slim {
    type Error = Infallible;

    fn type_index(&mut self, of: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.types.range(..of).count() as u32)
    }

    fn function_index(&mut self, of: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.functions.new_number(of))
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (index, function) in (0..).zip(section.into_iter_err_on_gc_types()) {
            let function = function?;
            if self.types.contains(&index) {
                types.ty().func_type(&self.func_type(function)?);
            }
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for own in self.functions.order() {
            functions.function(self.type_index(types[own])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for own in self.functions.order() {
            self.parse_function_body(code, bodies[own].clone())?;
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
        CustomSection, EntityType, ExportKind, ExportSection, Function, ImportSection, Instruction, ValType,
    };

    /// A chunk that calls a function of the last of these types.
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
    fn functions_that_do_the_same_are_one_and_all_are_found_in_their_new_order() {
        let program = |calls: &[u32], exported: u32| {
            let mut types = TypeSection::new();
            types.ty().function([], []);
            let mut imports = ImportSection::new();
            imports.import("__wasm_split", "f", EntityType::Function(0));
            let (mut functions, mut codes) = (FunctionSection::new(), CodeSection::new());
            for call in calls {
                functions.function(0);
                let mut code = Function::new([]);
                code.instruction(&Instruction::Call(*call)).instruction(&Instruction::End);
                codes.function(&code);
            }
            let mut exports = ExportSection::new();
            exports.export("first", ExportKind::Func, exported);
            let mut module = Module::new();
            module.section(&types).section(&imports).section(&functions).section(&exports).section(&codes);
            module.finish()
        };
        // The first calls the second, the second the third, the third what is imported.
        assert_eq!(slim(&program(&[2, 3, 0], 1)).unwrap(), program(&[0, 3, 1], 2));
        // The second does what the first does, and so does the last.
        assert_eq!(slim(&program(&[0, 0, 2, 0], 4)).unwrap(), program(&[0, 1], 1));
    }

    #[test]
    fn half_a_chunk_is_said() {
        let whole = chunk(&[&[]]).finish();
        assert!(slim(&whole[..whole.len() - 2]).is_err());
    }
}
