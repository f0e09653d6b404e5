//! An order of functions that compresses well: after each comes the one that has the least that is new.
//!
//! Functions are copies of one generic function as often as not, or of the same way to make a part of the page. Side by side
//! a packer says them by what they have in common, and in fewer bytes than from far away. Which of all orders is the best
//! nobody can tell; this one spares 1 % against the order of their bytes.

/// So many bytes in a row are one piece of a function: about an instruction.
const PIECE: usize = 3;

/// So many pieces are told apart, in words of 64.
const WORDS: usize = 64;

/// Where each of these functions was, in their new order. The same functions, the same order.
pub(super) fn of(functions: &[&[u8]]) -> Vec<usize> {
    let sketches: Vec<Sketch> = functions.iter().map(|function| Sketch::of(function)).collect();
    let mut rest: Vec<usize> = (0..functions.len()).collect();
    rest.sort_by_key(|which| functions[*which]);
    let mut order = Vec::with_capacity(rest.len());
    let mut next = 0;
    while next < rest.len() {
        let last = rest.remove(next);
        order.push(last);
        next = sketches[last].follower(rest.iter().map(|which| &sketches[*which]));
    }
    order
}

/// Which pieces a function has.
struct Sketch {
    pieces: [u64; WORDS],
    count: u32,
}

impl Sketch {
    fn of(function: &[u8]) -> Self {
        let mut pieces = [0; WORDS];
        for piece in function.windows(PIECE) {
            let bit = hash(piece) % (WORDS * 64);
            pieces[bit / 64] |= 1 << (bit % 64);
        }
        Self { pieces, count: pieces.iter().map(|word| word.count_ones()).sum() }
    }

    /// Which of them has the greatest share of its pieces from here; the first, if there are several.
    fn follower<'a>(&self, others: impl Iterator<Item = &'a Self>) -> usize {
        let (mut which, mut best) = (0, Share { of: 0, all: 1 });
        for (place, other) in others.enumerate() {
            // Counting is what takes its time, and a large one cannot win after a small one.
            let at_most = Share { of: self.count.min(other.count), all: other.count + 1 };
            if at_most.is_more_than(&best) {
                let share = Share { of: self.shared_with(other), ..at_most };
                if share.is_more_than(&best) {
                    (which, best) = (place, share);
                }
            }
        }
        which
    }

    fn shared_with(&self, other: &Self) -> u32 {
        let mut shared = 0;
        for word in 0..WORDS {
            shared += (self.pieces[word] & other.pieces[word]).count_ones();
        }
        shared
    }
}

/// A fraction: one more than all, so that of those that have everything the largest is the first. What counts is the fifth
/// power of the one by the fourth of the other: a large function that has much to repeat goes before a small one that has
/// little to add.
struct Share {
    of: u32,
    all: u32,
}

impl Share {
    fn is_more_than(&self, other: &Self) -> bool {
        // The most are 4096 pieces: twelve bits to the ninth fit.
        let weight = |of: u32, all: u32| u128::from(of).pow(5) * u128::from(all).pow(4);
        weight(self.of, other.all) > weight(other.of, self.all)
    }
}

/// Fowler, Noll and Vo's, and its upper bits into the lower ones.
fn hash(piece: &[u8]) -> usize {
    let hash =
        piece.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_comes_together_wherever_it_differs() {
        let functions: [&[u8]; 4] =
            [b"<draws a circle>", b"[reads a file, once]", b"{draws a circle}", b"(reads a file, once)"];
        assert_eq!(of(&functions), [3, 1, 0, 2]);
    }

    #[test]
    fn each_comes_once_and_the_place_before_does_not_matter() {
        let functions: Vec<Vec<u8>> =
            (0..40_u8).map(|which| (0..=which).map(|byte| byte * 6).collect()).collect();
        let names: Vec<&[u8]> = functions.iter().map(Vec::as_slice).collect();
        let turned: Vec<&[u8]> = names.iter().rev().copied().collect();
        let put = |functions: &[&[u8]]| {
            of(functions).iter().map(|which| functions[*which].to_vec()).collect::<Vec<_>>()
        };
        assert_eq!(put(&names), put(&turned));
        let mut all = put(&names);
        all.sort();
        assert_eq!(all, functions);
    }

    #[test]
    fn nothing_has_no_order() {
        assert!(of(&[]).is_empty());
    }
}
