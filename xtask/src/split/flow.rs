//! Where a function's way leads: whether it can return, and which of its instructions only a trap can follow.

use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::mem;
use std::ops::Range;
use wasmparser::{FunctionBody, Operator};

/// What is known of one function.
pub(super) struct Flow {
    /// Whether there is a way to its end.
    pub(super) returns: bool,
    /// Where the instructions lie in the program that cannot be reached, or that lead straight to a trap.
    pub(super) futile: Vec<Range<usize>>,
}

impl Flow {
    /// Of this function, if a call of one of `traps` never returns.
    pub(super) fn of(body: &FunctionBody<'_>, traps: &BTreeSet<u32>) -> Result<Self> {
        let mut operators = body.get_operators_reader()?;
        let mut walk = Walk {
            blocks: vec![Block { kind: Kind::Plain, entered: true, left: false }],
            alive: true,
            straight_since: operators.original_position() as usize,
            died: None,
            futile: Vec::new(),
        };
        while !operators.eof() {
            let start = operators.original_position() as usize;
            let operator = operators.read()?;
            walk.step(&operator, start..operators.original_position() as usize, traps)?;
        }
        Ok(Self { returns: walk.alive, futile: walk.futile })
    }
}

enum Kind {
    /// A jump to it leads behind it.
    Plain,
    /// A jump to it leads to its beginning.
    Loop,
    /// It is passed by where its condition does not hold.
    If,
}

/// A block that is not closed yet.
struct Block {
    kind: Kind,
    /// Whether anything comes to where it begins.
    entered: bool,
    /// Whether anything jumps to where it ends.
    left: bool,
}

/// One walk through a function.
struct Walk {
    blocks: Vec<Block>,
    /// Whether anything comes to this instruction.
    alive: bool,
    /// Where the instructions begin of which each leads to the next without a call: at the most they change what the program
    /// remembers, and after a trap that is in doubt anyhow.
    straight_since: usize,
    /// From where nothing is of use, and in how many blocks this is.
    died: Option<(usize, usize)>,
    futile: Vec<Range<usize>>,
}

impl Walk {
    fn step(&mut self, operator: &Operator<'_>, at: Range<usize>, traps: &BTreeSet<u32>) -> Result<()> {
        match operator {
            Operator::Block { .. } => self.open(Kind::Plain),
            Operator::Loop { .. } => self.open(Kind::Loop),
            Operator::If { .. } => self.open(Kind::If),
            Operator::Else => self.turn(at.start),
            Operator::End => self.close(at.clone()),
            Operator::Br { relative_depth } => {
                self.jump(*relative_depth);
                self.die(at.end);
            }
            Operator::BrIf { relative_depth } => self.jump(*relative_depth),
            Operator::BrTable { targets } => {
                for target in targets.targets() {
                    self.jump(target?);
                }
                self.jump(targets.default());
                self.die(at.end);
            }
            Operator::Return => {
                self.jump(self.blocks.len() as u32 - 1);
                self.die(at.end);
            }
            Operator::Unreachable => self.die(self.straight_since),
            Operator::Call { function_index } if traps.contains(function_index) => {
                self.die(self.straight_since);
            }
            Operator::Call { .. } | Operator::CallIndirect { .. } => {}
            // No compiler writes them for the page, and what is not followed would look as if nothing came there.
            Operator::Try { .. }
            | Operator::TryTable { .. }
            | Operator::Throw { .. }
            | Operator::ThrowRef
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::ReturnCallRef { .. }
            | Operator::BrOnNull { .. }
            | Operator::BrOnNonNull { .. }
            | Operator::BrOnCast { .. }
            | Operator::BrOnCastFail { .. }
            | Operator::CallRef { .. }
            | Operator::Rethrow { .. }
            | Operator::Catch { .. }
            | Operator::CatchAll
            | Operator::Delegate { .. } => {
                bail!("a function goes on in a way that is not known: {operator:?}")
            }
            _ => return Ok(()),
        }
        self.straight_since = at.end;
        Ok(())
    }

    fn open(&mut self, kind: Kind) {
        self.blocks.push(Block { kind, entered: self.alive, left: false });
    }

    /// From the first half of an `if` to its `else`.
    fn turn(&mut self, at: usize) {
        self.close_futile(at);
        if let Some(block) = self.blocks.last_mut() {
            block.kind = Kind::Plain;
            block.left |= mem::replace(&mut self.alive, block.entered);
        }
    }

    fn close(&mut self, at: Range<usize>) {
        self.close_futile(at.start);
        if let Some(block) = self.blocks.pop() {
            let passed_by = matches!(block.kind, Kind::If) && block.entered;
            self.alive |= block.left || passed_by;
        }
        // Where no way leads out of a block, none leads to what follows it.
        if !self.alive {
            self.died.get_or_insert((at.end, self.blocks.len()));
        }
    }

    fn jump(&mut self, depth: u32) {
        let target = self.blocks.len().checked_sub(depth as usize + 1);
        if let Some(block) = target.and_then(|target| self.blocks.get_mut(target)) {
            block.left |= self.alive && !matches!(block.kind, Kind::Loop);
        }
    }

    fn die(&mut self, from: usize) {
        if mem::replace(&mut self.alive, false) {
            self.died = Some((from, self.blocks.len()));
        }
    }

    /// What is futile ends with the block in which it began.
    fn close_futile(&mut self, at: usize) {
        if let Some((from, _)) = self.died.take_if(|(_, blocks)| *blocks == self.blocks.len())
            && from < at
        {
            self.futile.push(from..at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::samples::{IMPORTED, program};
    use wasm_encoder::{BlockType, Instruction};
    use wasmparser::{Parser, Payload, Validator};

    const BLOCK: Instruction<'_> = Instruction::Block(BlockType::Empty);
    const LOOP: Instruction<'_> = Instruction::Loop(BlockType::Empty);
    const IF: Instruction<'_> = Instruction::If(BlockType::Empty);
    const ELSE: Instruction<'_> = Instruction::Else;
    const END: Instruction<'_> = Instruction::End;
    const RETURN: Instruction<'_> = Instruction::Return;
    const TRAP: Instruction<'_> = Instruction::Unreachable;
    const NOP: Instruction<'_> = Instruction::Nop;
    const ONE: Instruction<'_> = Instruction::I32Const(1);
    const BR: fn(u32) -> Instruction<'static> = Instruction::Br;
    const BR_IF: fn(u32) -> Instruction<'static> = Instruction::BrIf;
    /// A call that returns.
    const CALL: Instruction<'_> = Instruction::Call(IMPORTED);
    /// A call that does not.
    const FAIL: Instruction<'_> = Instruction::Call(IMPORTED + 2);

    fn table(targets: &[u32], default: u32) -> Instruction<'static> {
        Instruction::BrTable(targets.to_vec().into(), default)
    }

    /// Whether a function that does this returns, and from where to where its instructions are futile.
    fn flow(code: &[Instruction<'_>]) -> Result<(bool, Vec<(usize, usize)>)> {
        let program = program(0, &[code, &[TRAP]]).finish();
        Validator::new().validate_all(&program)?;
        let bodies = Parser::new(0).parse_all(&program).filter_map(|payload| match payload {
            Ok(Payload::CodeSectionEntry(body)) => Some(body),
            _ => None,
        });
        let body = bodies.into_iter().next().unwrap();
        let offsets = body.get_operators_reader()?.into_iter_with_offsets();
        let offsets: Vec<usize> = offsets.map(|it| it.unwrap().1 as usize).collect();
        let which = |offset: usize| offsets.iter().position(|at| *at == offset).unwrap();
        let flow = Flow::of(&body, &BTreeSet::from([IMPORTED + 2]))?;
        Ok((flow.returns, flow.futile.iter().map(|it| (which(it.start), which(it.end))).collect()))
    }

    #[track_caller]
    fn returns(code: &[Instruction<'_>], futile: &[(usize, usize)]) {
        assert_eq!(flow(code).unwrap(), (true, futile.to_vec()));
    }

    #[track_caller]
    fn never_returns(code: &[Instruction<'_>], futile: &[(usize, usize)]) {
        assert_eq!(flow(code).unwrap(), (false, futile.to_vec()));
    }

    #[test]
    fn what_is_straight_before_a_trap_is_futile_and_calls_are_not() {
        returns(&[CALL, NOP], &[]);
        never_returns(&[NOP, TRAP], &[(0, 2)]);
        never_returns(&[NOP, CALL, ONE, Instruction::Drop, FAIL, NOP], &[(2, 6)]);
        let indirect = Instruction::CallIndirect { type_index: 0, table_index: 0 };
        assert!(flow(&[ONE, indirect]).is_err(), "the sample has no table");
    }

    #[test]
    fn a_block_is_left_by_its_end_and_by_a_jump() {
        returns(&[BLOCK, NOP, END], &[]);
        returns(&[BLOCK, BR(0), END, NOP], &[]);
        returns(&[NOP, BLOCK, ONE, BR_IF(0), NOP, FAIL, TRAP, END, NOP], &[(4, 7)]);
        returns(&[BLOCK, BLOCK, BR(1), END, FAIL, END], &[(4, 5)]);
        never_returns(&[BLOCK, BLOCK, BR(0), END, NOP, FAIL, END, NOP], &[(4, 6), (7, 8)]);
    }

    #[test]
    fn a_function_is_left_by_a_return_and_by_a_jump_out_of_all_blocks() {
        returns(&[BLOCK, ONE, BR_IF(1), TRAP, END], &[(3, 4)]);
        returns(&[ONE, IF, RETURN, NOP, END, FAIL], &[(3, 4), (5, 6)]);
        returns(&[BLOCK, RETURN, END, NOP], &[(3, 4)]);
    }

    #[test]
    fn an_if_without_an_else_is_passed_by() {
        returns(&[ONE, IF, FAIL, END, CALL], &[(2, 3)]);
        returns(&[ONE, IF, FAIL, ELSE, NOP, END], &[(2, 3)]);
        returns(&[ONE, IF, NOP, ELSE, FAIL, END], &[(4, 5)]);
        returns(&[ONE, IF, BR(0), ELSE, FAIL, END, NOP], &[(4, 5)]);
        never_returns(&[ONE, IF, FAIL, ELSE, TRAP, END, CALL], &[(2, 3), (4, 5), (6, 7)]);
    }

    #[test]
    fn a_jump_to_a_loop_leads_to_its_beginning() {
        never_returns(&[LOOP, CALL, BR(0), END, NOP], &[(4, 5)]);
        never_returns(&[LOOP, ONE, BR_IF(0), FAIL, END], &[(3, 4)]);
        returns(&[LOOP, ONE, BR_IF(0), END], &[]);
        returns(&[LOOP, ONE, IF, RETURN, END, BR(0), END], &[]);
        returns(&[BLOCK, LOOP, ONE, BR_IF(1), BR(0), END, END], &[]);
    }

    #[test]
    fn a_table_leads_to_all_its_targets() {
        returns(&[BLOCK, BLOCK, ONE, table(&[0], 1), END, FAIL, END], &[(5, 6)]);
        returns(&[BLOCK, BLOCK, ONE, table(&[1], 0), NOP, END, FAIL, END], &[(4, 5), (6, 7)]);
        never_returns(&[BLOCK, ONE, table(&[0, 0], 0), END, FAIL], &[(4, 5)]);
    }

    #[test]
    fn what_nothing_comes_to_leads_nowhere() {
        never_returns(&[TRAP, BLOCK, BR(0), END], &[(0, 4)]);
        never_returns(&[BLOCK, FAIL, BR(0), END], &[(1, 3)]);
        never_returns(&[TRAP, ONE, IF, RETURN, ELSE, NOP, END, NOP], &[(0, 8)]);
    }

    #[test]
    fn what_cannot_be_followed_is_said() {
        let error = flow(&[Instruction::ReturnCall(IMPORTED)]).unwrap_err();
        assert!(error.to_string().starts_with("a function goes on in a way that is not known"), "{error}");
    }
}
