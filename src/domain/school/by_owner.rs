//! An index: the items of each owner stand together.

use std::ops::Range;

/// Items of a list that belong to each of `len` owners, contiguous per owner.
#[derive(Debug, Clone, Default)]
pub struct ByOwner {
    starts: Vec<u32>,
}

impl ByOwner {
    /// Sorts `items` by owner (stable) and remembers where each owner's items start.
    pub fn sort<T>(items: &mut [T], owners: usize, owner: impl Fn(&T) -> usize) -> Self {
        items.sort_by_key(&owner);
        let mut starts = vec![0; owners + 1];
        for item in items.iter() {
            starts[owner(item) + 1] += 1;
        }
        for index in 0..owners {
            starts[index + 1] += starts[index];
        }
        Self { starts }
    }

    /// Where the owner's items stand.
    pub fn range(&self, owner: usize) -> Range<usize> {
        self.starts[owner] as usize..self.starts[owner + 1] as usize
    }
}
