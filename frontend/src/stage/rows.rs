//! Which of its allowed states a service's card has room for.

use super::measure::Density;
use super::still::ServiceStill;

/// The states that a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Their places in the service's list, in the order in which they are shown.
    pub shown: Vec<usize>,
    /// How many more there are.
    pub more: usize,
}

impl Rows {
    /// As many states as there is room for, the one that the key holds among them.
    pub fn of(service: &ServiceStill, density: Density) -> Rows {
        let (room, count) = (density.rows(), service.allowed.len());
        if room == 0 {
            return Rows { shown: Vec::new(), more: 0 };
        }
        let shown = if count > room { (room - 1).max(1) } else { count };
        // The state that matters is shown in the place of the last one if it would be among those left out.
        let last = service.matching.filter(|&matching| matching >= shown);
        let row = |row: usize| last.filter(|_| row + 1 == shown).unwrap_or(row);
        Rows { shown: (0..shown).map(row).collect(), more: count - shown }
    }
}
