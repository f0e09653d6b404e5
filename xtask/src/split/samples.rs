//! Small programs for tests.

use wasm_encoder::{
    CodeSection, EntityType, Function, FunctionSection, ImportSection, Instruction, Module, TypeSection,
    ValType,
};

/// The number of a function that every sample imports. The first of its own has the next one.
pub(super) const IMPORTED: u32 = 0;

/// A program of functions that do this, without the last `end`; each has so many locals.
pub(super) fn program(locals: u32, functions: &[&[Instruction<'_>]]) -> Module {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("elsewhere", "f", EntityType::Function(0));
    let (mut section, mut codes) = (FunctionSection::new(), CodeSection::new());
    for instructions in functions {
        section.function(0);
        let mut code = Function::new((locals > 0).then_some((locals, ValType::I32)));
        for instruction in *instructions {
            code.instruction(instruction);
        }
        code.instruction(&Instruction::End);
        codes.function(&code);
    }
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&section).section(&codes);
    module
}
