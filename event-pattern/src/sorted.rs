//! The crate's one set: items in order, in blocks, so that none of a million items takes long to come or to go. The
//! standard library's trees do the same, with five times the code in the page for every type of item.

use std::cmp::Ordering;

/// The most items of a block.
const BLOCK: usize = 512;

/// Items in order, each once. No block is empty.
#[derive(Clone, Debug)]
pub(crate) struct Sorted<T>(Vec<Vec<T>>);

/// Where an item that is not there belongs: a block, and a place in it.
pub(crate) struct Gap(usize, usize);

impl<T> Default for Sorted<T> {
    fn default() -> Sorted<T> {
        Sorted(Vec::new())
    }
}

impl<T> Sorted<T> {
    /// The item that is `Equal`, or else where it belongs. `compare` says how an item stands to what is looked for.
    pub(crate) fn find(&self, compare: impl Fn(&T) -> Ordering) -> Result<&T, Gap> {
        let (block, found) = self.search(compare);
        found.map(|index| &self.0[block][index]).map_err(|index| Gap(block, index))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Takes in an item where it belongs.
    pub(crate) fn put(&mut self, Gap(block, index): Gap, item: T) {
        if self.0.is_empty() {
            self.0.push(Vec::new());
        }
        let items = &mut self.0[block];
        items.insert(index, item);
        if items.len() > BLOCK {
            let upper = items.split_off(BLOCK / 2);
            self.0.insert(block + 1, upper);
        }
    }

    /// Keeps only the items that are wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&T) -> bool) {
        self.0.retain_mut(|items| {
            items.retain(&is_wanted);
            !items.is_empty()
        });
    }

    fn search(&self, compare: impl Fn(&T) -> Ordering) -> (usize, Result<usize, usize>) {
        let later = self.0.get(1..).unwrap_or_default();
        let block = later.partition_point(|items| compare(&items[0]).is_le());
        (block, self.0.get(block).map_or(Err(0), |items| items.binary_search_by(compare)))
    }
}

impl<T: Ord> Sorted<T> {
    /// Whether it is there.
    pub(crate) fn contains(&self, item: &T) -> bool {
        self.find(|there| there.cmp(item)).is_ok()
    }

    /// Takes it in; false if it is there already.
    pub(crate) fn insert(&mut self, item: T) -> bool {
        let gap = self.find(|there| there.cmp(&item)).err();
        let is_new = gap.is_some();
        if let Some(gap) = gap {
            self.put(gap, item);
        }
        is_new
    }

    /// Lets it go, if it is there.
    pub(crate) fn remove(&mut self, item: &T) {
        if let (block, Ok(index)) = self.search(|there| there.cmp(item)) {
            self.0[block].remove(index);
            if self.0[block].is_empty() {
                self.0.remove(block);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn it_holds_what_a_tree_holds() {
        let (mut sorted, mut tree) = (Sorted::default(), BTreeSet::new());
        // 7,919 is prime: every number below 5,000 comes, twice, and in no order.
        for number in (0..10_000_u32).map(|number| number * 7_919 % 5_000) {
            assert_eq!(sorted.insert(number), tree.insert(number));
        }
        assert!(sorted.0.len() > 5_000 / BLOCK);
        for number in (0..5_000).filter(|number| number % 3 != 0 || (1_000..3_000).contains(number)) {
            sorted.remove(&number);
            tree.remove(&number);
        }
        sorted.remove(&1);
        assert!((0..5_001).all(|number| sorted.contains(&number) == tree.contains(&number)));
        assert!(sorted.0.iter().flatten().eq(&tree));
        sorted.retain(|number| number % 2 == 0);
        tree.retain(|number| number % 2 == 0);
        assert!(sorted.0.iter().flatten().eq(&tree));
        tree.iter().for_each(|number| sorted.remove(number));
        assert!(sorted.0.is_empty() && sorted.insert(1) && sorted.contains(&1));
    }
}
