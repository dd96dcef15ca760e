//! Maps and sets as this room uses them: those of the standard library with a hasher made for short texts and ids.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// A map in no order.
pub type Map<K, V> = HashMap<K, V, RandomState>;

/// A set in no order.
pub type Set<K> = HashSet<K, RandomState>;
