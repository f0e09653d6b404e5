//! A map for what is seldom changed or comes in order: pairs in the order of their keys. A tree's code would be 8 KB of the
//! page's first load for each type of keys. Not for what a file may bring by the hundred thousand.

/// A map as a list in the order of its keys; with `()` for the values a set.
#[derive(Clone, Debug)]
pub(crate) struct Sorted<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Sorted<K, V> {
    /// Nothing yet.
    pub(crate) const fn new() -> Sorted<K, V> {
        Sorted(Vec::new())
    }

    /// What is kept for `key`.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        self.find(key).ok().map(|index| &self.0[index].1)
    }

    /// Keeps `value` for `key`, instead of what was kept for it; whether nothing was.
    pub(crate) fn insert(&mut self, key: K, value: V) -> bool {
        match self.find(&key) {
            Ok(index) => self.0[index].1 = value,
            Err(index) => {
                self.0.insert(index, (key, value));
                return true;
            }
        }
        false
    }

    /// Takes out what is kept for `key`.
    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        self.find(key).ok().map(|index| self.0.remove(index).1)
    }

    /// How many keys there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes out everything, in the order of the keys.
    pub(crate) fn take(&mut self) -> impl Iterator<Item = V> + use<K, V> {
        std::mem::take(&mut self.0).into_iter().map(|(_, value)| value)
    }

    /// Where `key` is, or would be.
    fn find(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }
}

impl<K: Ord, V> Default for Sorted<K, V> {
    fn default() -> Sorted<K, V> {
        Sorted::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_kept_once_and_in_order() {
        let mut names = Sorted::new();
        let new = ["c", "a", "b", "a"].map(|name| names.insert(name, name.to_uppercase()));
        assert_eq!((new, names.len()), ([true, true, true, false], 3));
        assert_eq!(names.get(&"b").map(String::as_str), Some("B"));
        assert_eq!(names.remove(&"b"), Some("B".to_owned()));
        assert_eq!((names.remove(&"b"), names.get(&"b")), (None, None));
        assert_eq!(names.clone().take().collect::<Vec<_>>(), ["A", "C"]);
    }
}
