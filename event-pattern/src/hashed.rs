//! Maps and sets that are only asked whether something is in them. The hash is the same in every run: nothing here may
//! depend on chance, and nothing on the order in which they are walked through. Whoever goes
//! to great lengths could therefore choose names that fall together, and so make a file slow to open.

#![expect(clippy::disallowed_types, reason = "these have the same order in every run")]

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher};

/// A map.
pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// A set.
pub(crate) type Set<T> = HashSet<T, BuildHasherDefault<DefaultHasher>>;
