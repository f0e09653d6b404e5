//! Counts the bytes that are allocated now, so that anybody can see that no client makes them grow for good.

use std::alloc::System;

use cap::Cap;

/// The system's own allocator, with a count before it.
#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Bytes that are allocated now: what the program asked for, not what the system set aside for it.
pub(crate) fn allocated() -> usize {
    ALLOCATOR.allocated()
}
