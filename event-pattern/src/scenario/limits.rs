//! How much a scenario may hold: the one place for each limit.

use super::number::Range;
use crate::time::Time;

/// The largest file, in MiB.
pub(super) const FILE_MIB: usize = 16;
/// The most services, with those that `add` brings, removed ones too.
pub(super) const SERVICES: usize = 10_000;
/// The most commands, the file's and all others together.
pub const COMMANDS: usize = 100_000;
/// The most allowed states of one service.
pub(super) const STATES: usize = 64;

/// A time or a length of time, in milliseconds.
pub(super) const MS: Range = Range { least: 0, most: Time::LAST.as_micros() / 1_000, decimals: 3 };

/// A poll interval: without the 1 ms a service could read for ever in one instant.
pub(super) const POLL_INTERVAL_MS: Range = Range { least: 1, ..MS };

/// Seeds are whole numbers that JavaScript, too, has exactly.
pub(super) const RANDOM_SEED: Range = Range { least: 0, most: (1 << 53) - 1, decimals: 0 };

/// The one version that there is.
pub(super) const VERSION: Range = Range { least: 1, most: 1, decimals: 0 };
