//! Panics without words: in the page as it is shipped, whatever can never return traps at once.
//!
//! A panic's message, its place in the source and all that puts the two together are a part of the first load that nobody
//! reads there: the page says that it has stumbled (`shell/crash.rs`), and `cargo xtask serve` says where and why. Rust's own
//! `panic = "immediate-abort"` does the same, but wants a standard library compiled for it.
//!
//! It is done before the page is split, to what the linker wrote: the splitter leaves out every function and all data to
//! which no relocation leads. Nothing changes its place, so that all other relocations stay true.
//!
//! Nobody may miss what such a function would still have done: it would have said something, or thrown its words as an error.

use super::flow::Flow;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::ops::Range;
use wasm_encoder::{CustomSection, Encode, Module, RawSection};
use wasmparser::{
    BinaryReader, CustomSectionReader, FunctionBody, Parser, Payload, RelocAddendKind, RelocSectionReader,
    RelocationEntry, TypeRef,
};

/// A trap, as a program writes it.
const TRAP: u8 = 0x00;

/// The relocations of what functions do.
const RELOCATIONS: &str = "reloc.CODE";

/// The same program, in which whatever never returns traps at once.
pub(super) fn instead_of_panics(program: &[u8]) -> Result<Vec<u8>> {
    written(program).context("what the linker wrote is not a whole program")
}

fn written(program: &[u8]) -> Result<Vec<u8>> {
    let code = Code::of(program)?;
    let traps = code.never_returning()?;
    let mut futile = Vec::new();
    for (index, body) in (code.imported..).zip(&code.bodies) {
        if traps.contains(&index) {
            let first = body.get_operators_reader()?.original_position() as usize;
            // Its last byte is the end of the function, with or without a way there.
            futile.push(first..body.range().end as usize - 1);
        } else {
            futile.extend(Flow::of(body, &traps)?.futile);
        }
    }
    let mut silent = program.to_vec();
    for range in &futile {
        silent[range.clone()].fill(TRAP);
    }
    without_relocations(&silent, code.start, &futile)
}

/// The functions of a program.
struct Code<'a> {
    /// So many are not the program's own: their numbers come first.
    imported: u32,
    bodies: Vec<FunctionBody<'a>>,
    /// Where they begin in the program: relocations count from there.
    start: usize,
}

impl<'a> Code<'a> {
    fn of(program: &'a [u8]) -> Result<Self> {
        let mut code = Self { imported: 0, bodies: Vec::new(), start: 0 };
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        code.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    code.start = unchecked_range.start as usize
                }
                Payload::CodeSectionEntry(body) => code.bodies.push(body),
                _ => {}
            }
        }
        Ok(code)
    }

    /// The numbers of the functions from which there is no way back: panics, and what only leads to them.
    fn never_returning(&self) -> Result<BTreeSet<u32>> {
        let mut traps = BTreeSet::new();
        loop {
            let before = traps.len();
            for (index, body) in (self.imported..).zip(&self.bodies) {
                if !traps.contains(&index) && !Flow::of(body, &traps)?.returns {
                    traps.insert(index);
                }
            }
            if traps.len() == before {
                return Ok(traps);
            }
        }
    }
}

/// The program without the relocations of what lies in these ranges, which follow each other.
fn without_relocations(program: &[u8], code: usize, futile: &[Range<usize>]) -> Result<Vec<u8>> {
    let is_futile = |entry: &RelocationEntry| {
        let at = code + entry.offset as usize;
        let next = futile.partition_point(|range| range.end <= at);
        futile.get(next).is_some_and(|range| range.contains(&at))
    };
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        match &payload {
            Payload::CustomSection(section) if section.name() == RELOCATIONS => {
                let data = relocations(section, |entry| !is_futile(entry))?;
                module.section(&CustomSection { name: RELOCATIONS.into(), data: data.into() });
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    let range = range.start as usize..range.end as usize;
                    module.section(&RawSection { id, data: &program[range] });
                }
            }
        }
    }
    Ok(module.finish())
}

/// The content of a section of relocations that has these alone.
fn relocations(
    section: &CustomSectionReader<'_>,
    keep: impl Fn(&RelocationEntry) -> bool,
) -> Result<Vec<u8>> {
    let section = RelocSectionReader::new(BinaryReader::new(section.data(), section.data_offset()))?;
    let entries = section.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
    let kept: Vec<_> = entries.into_iter().filter(keep).collect();
    let mut data = Vec::new();
    section.section_index().encode(&mut data);
    kept.len().encode(&mut data);
    for entry in kept {
        data.push(entry.ty as u8);
        entry.offset.encode(&mut data);
        entry.index.encode(&mut data);
        if entry.ty.addend_kind() != RelocAddendKind::None {
            entry.addend.encode(&mut data);
        }
    }
    Ok(data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::samples::{IMPORTED, program};
    use wasm_encoder::{BlockType, Instruction};
    use wasmparser::{Operator, Validator};

    const CALL: Instruction<'_> = Instruction::Call(IMPORTED);
    const IF: Instruction<'_> = Instruction::If(BlockType::Empty);
    const LOOP: Instruction<'_> = Instruction::Loop(BlockType::Empty);
    const END: Instruction<'_> = Instruction::End;
    const DROP: Instruction<'_> = Instruction::Drop;
    const OVERWRITTEN: Instruction<'_> = Instruction::Unreachable;

    /// A call of a function of the program's own.
    fn call(own: u32) -> Instruction<'static> {
        Instruction::Call(IMPORTED + 1 + own)
    }

    /// An address, whose relocation has an addend.
    fn address(at: i32) -> Instruction<'static> {
        Instruction::I32Const(at)
    }

    /// Relocations of calls and addresses: of those that `keep` says, by what they are and in which function.
    fn relocations_of(program: &[u8], keep: impl Fn(&Operator<'_>, usize) -> bool) -> Vec<u8> {
        let code = Code::of(program).unwrap();
        let mut entries = Vec::new();
        for (own, body) in code.bodies.iter().enumerate() {
            for operator in body.get_operators_reader().unwrap().into_iter_with_offsets() {
                let (operator, at) = operator.unwrap();
                let mut entry = match operator {
                    // R_WASM_FUNCTION_INDEX_LEB and R_WASM_MEMORY_ADDR_SLEB.
                    Operator::Call { .. } => vec![0],
                    Operator::I32Const { .. } => vec![4],
                    _ => continue,
                };
                (at as usize + 1 - code.start).encode(&mut entry);
                9_u32.encode(&mut entry);
                if entry[0] == 4 {
                    (-3_i64).encode(&mut entry);
                }
                if keep(&operator, own) {
                    entries.push(entry);
                }
            }
        }
        let mut section = Vec::new();
        // The section that they are of.
        3_u32.encode(&mut section);
        entries.len().encode(&mut section);
        section.extend(entries.concat());
        section
    }

    fn linked(mut program: Module, relocations: Vec<u8>) -> Vec<u8> {
        program.section(&CustomSection { name: "linking".into(), data: (&[2]).into() });
        program.section(&CustomSection { name: RELOCATIONS.into(), data: relocations.into() });
        program.section(&CustomSection { name: "reloc.DATA".into(), data: (&[4, 1, 5, 6, 0, 0]).into() });
        program.finish()
    }

    /// What becomes of functions, and which relocations stay.
    #[track_caller]
    fn check(
        before: &[&[Instruction<'_>]],
        after: &[&[Instruction<'_>]],
        stays: impl Fn(&Operator<'_>, usize) -> bool,
    ) {
        let [before, after] = [before, after].map(|functions| program(0, functions));
        let plain = before.clone().finish();
        Validator::new().validate_all(&plain).unwrap();
        let before = linked(before, relocations_of(&plain, |_, _| true));
        let silent = instead_of_panics(&before).unwrap();
        Validator::new().validate_all(&silent).unwrap();
        assert_eq!(silent, linked(after, relocations_of(&plain, stays)));
    }

    #[test]
    fn panics_and_what_only_leads_to_them_trap_at_once() {
        let in_need = [CALL, address(1), IF, address(2), DROP, call(1), END, CALL, address(3), DROP];
        let trap = &[OVERWRITTEN; 5][..];
        check(
            &[&[address(4), DROP, CALL, OVERWRITTEN], &[address(5), DROP, call(0)], &in_need],
            &[&[OVERWRITTEN; 6], trap, &[&in_need[..3], trap, &in_need[6..]].concat()],
            |operator, own| {
                let is_futile = matches!(operator, Operator::I32Const { value: 2 })
                    || matches!(operator, Operator::Call { function_index } if *function_index != IMPORTED);
                own == 2 && !is_futile
            },
        );
    }

    #[test]
    fn what_goes_round_for_ever_is_no_way_back() {
        let caller = [CALL, call(0), CALL];
        check(
            &[&[LOOP, CALL, Instruction::Br(0), END], &caller],
            &[&[OVERWRITTEN; 7], &[OVERWRITTEN; 6]],
            |_, _| false,
        );
    }

    #[test]
    fn whatever_returns_stays_as_it_is() {
        let functions: [&[Instruction<'_>]; 2] = [&[CALL, address(1), DROP], &[call(0), call(1)]];
        check(&functions, &functions, |_, _| true);
    }

    #[test]
    fn a_broken_program_is_an_error() {
        let plain = program(0, &[&[CALL]]);
        let whole = linked(plain.clone(), relocations_of(&plain.finish(), |_, _| true));
        for broken in [&whole[..whole.len() - 3], &whole[..30], b"no program"] {
            let error = instead_of_panics(broken).unwrap_err();
            assert_eq!(error.to_string(), "what the linker wrote is not a whole program");
        }
    }
}
