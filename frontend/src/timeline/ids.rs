//! Numbers of entries in rising order: four bytes each, in pieces, so that growing never copies what is there.

/// How many numbers a piece holds.
const PIECE: usize = if cfg!(test) { 4 } else { 1_024 };

/// Numbers of entries, counted from 0, in rising order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ids {
    /// All but the last are full.
    pieces: Vec<Vec<u32>>,
}

impl Ids {
    /// None.
    pub(super) const NONE: Ids = Ids { pieces: Vec::new() };

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.last().map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The one at `position`.
    pub fn get(&self, position: usize) -> Option<u32> {
        self.pieces.get(position / PIECE)?.get(position % PIECE).copied()
    }

    /// How many of them are smaller than `number`.
    pub fn count_below(&self, number: u32) -> usize {
        let after = self.pieces.partition_point(|piece| piece.first().is_some_and(|first| *first < number));
        let Some(last) = after.checked_sub(1) else { return 0 };
        last * PIECE + self.pieces[last].partition_point(|id| *id < number)
    }

    /// Adds a number that is larger than all before.
    pub(super) fn push(&mut self, number: u32) {
        match self.pieces.last_mut() {
            Some(last) if last.len() < PIECE => last.push(number),
            _ => self.pieces.push(vec![number]),
        }
    }

    /// Takes away all that are not smaller than `number`.
    pub(super) fn cut(&mut self, number: u32) {
        let kept = self.count_below(number);
        self.pieces.truncate(kept.div_ceil(PIECE));
        if let Some(last) = self.pieces.last_mut() {
            last.truncate(kept - (kept - 1) / PIECE * PIECE);
        }
    }

    /// How much memory they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.pieces.iter().map(|piece| 4 * piece.capacity() + size_of::<Vec<u32>>()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_found_and_cut_off_across_the_pieces() {
        for many in 0..=13_u32 {
            let mut ids = Ids::default();
            (0..many).for_each(|number| ids.push(2 * number));
            assert_eq!(ids.len(), many as usize);
            for below in 0..=2 * many {
                assert_eq!(ids.count_below(below), below.div_ceil(2) as usize, "{many}, {below}");
                let mut cut = ids.clone();
                cut.cut(below);
                let mut made = Ids::default();
                (0..below.div_ceil(2)).for_each(|number| made.push(2 * number));
                assert_eq!(cut, made);
            }
            assert_eq!(ids.get(many as usize), None);
            assert!((0..many).all(|number| ids.get(number as usize) == Some(2 * number)));
        }
    }
}
