//! A program without the instructions that nothing comes to.
//!
//! Where panics were there are traps, one beside the other (`traps.rs`), and compilers leave some as well. wasm-bindgen
//! drops them from the part that it sees; the chunks are written by the splitter, which takes functions as they are.

use anyhow::{Context, Result};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{FunctionBody, Operator, Parser};

/// The same program with what is reached of each function.
pub(super) fn reached(program: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Reached.parse_core_module(&mut module, Parser::new(0), program).context("its functions are not whole")?;
    Ok(module.finish())
}

struct Reached;

impl Reencode for Reached {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let mut operators = body.get_operators_reader()?;
        let traps_at_once = matches!(operators.clone().read()?, Operator::Unreachable);
        let mut function =
            if traps_at_once { Function::new([]) } else { self.new_function_with_parsed_locals(&body)? };
        let mut way = Way { lost: None };
        while !operators.eof() {
            let operator = operators.read()?;
            if way.comes_to(&operator) {
                function.instruction(&self.instruction(operator)?);
            }
        }
        code.function(&function);
        Ok(())
    }
}

/// The way through a function, instruction by instruction.
struct Way {
    /// If nothing comes here: in how many blocks this is, of those that began where nothing came.
    lost: Option<u32>,
}

impl Way {
    /// Whether anything does, or whether it closes something that was reached.
    fn comes_to(&mut self, operator: &Operator<'_>) -> bool {
        match (&mut self.lost, operator) {
            (Some(0), Operator::Else | Operator::End) => self.lost = None,
            (Some(blocks), Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. }) => {
                *blocks += 1;
            }
            (Some(blocks), Operator::End) => *blocks -= 1,
            (
                None,
                Operator::Unreachable | Operator::Br { .. } | Operator::BrTable { .. } | Operator::Return,
            ) => {
                self.lost = Some(0);
                return true;
            }
            _ => {}
        }
        self.lost.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::samples::program;
    use wasm_encoder::{BlockType, Instruction};
    use wasmparser::Validator;

    #[track_caller]
    fn check(before: &[Instruction<'_>], after: &[Instruction<'_>]) {
        let before = program(1, &[before]).finish();
        Validator::new().validate_all(&before).unwrap();
        let reached = reached(&before).unwrap();
        assert_eq!(reached, program(1, &[after]).finish());
        Validator::new().validate_all(&reached).unwrap();
    }

    const BLOCK: Instruction<'_> = Instruction::Block(BlockType::Empty);
    const IF: Instruction<'_> = Instruction::If(BlockType::Empty);
    const ELSE: Instruction<'_> = Instruction::Else;
    const END: Instruction<'_> = Instruction::End;
    const TRAP: Instruction<'_> = Instruction::Unreachable;
    const NOP: Instruction<'_> = Instruction::Nop;
    const GET: Instruction<'_> = Instruction::LocalGet(0);

    #[test]
    fn nothing_stays_between_a_way_s_end_and_its_block_s() {
        let lost = [NOP, BLOCK, GET, IF, NOP, ELSE, Instruction::Return, END, END, TRAP];
        let table = Instruction::BrTable((&[0, 0]).into(), 0);
        for leaves in [TRAP, Instruction::Br(0), Instruction::Return, table] {
            let way = [BLOCK, GET, leaves];
            check(&[&way[..], &lost, &[END, NOP]].concat(), &[&way[..], &[END, NOP]].concat());
        }
    }

    #[test]
    fn the_other_half_is_reached_on_its_own() {
        check(
            &[GET, IF, TRAP, NOP, ELSE, NOP, TRAP, TRAP, END, NOP],
            &[GET, IF, TRAP, ELSE, NOP, TRAP, END, NOP],
        );
    }

    #[test]
    fn what_only_may_jump_goes_on() {
        let code = [BLOCK, GET, Instruction::BrIf(0), NOP, END, NOP];
        check(&code, &code);
    }

    #[test]
    fn a_function_that_traps_at_once_is_nothing_else() {
        let reached = reached(&program(3, &[&[TRAP, TRAP, GET]]).finish()).unwrap();
        assert_eq!(reached, program(0, &[&[TRAP]]).finish());
        Validator::new().validate_all(&reached).unwrap();
    }
}
