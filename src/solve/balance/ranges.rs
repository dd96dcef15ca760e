//! One case of a part: how few and how many copies each person takes of each class.

use super::part::Part;

/// Fewest and most copies of every pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranges(Vec<(i64, i64)>);

impl Ranges {
    /// Everything allowed.
    pub fn new(part: &Part) -> Self {
        Self(
            (0..part.pairs.len())
                .map(|pair| (0, part.copies(pair)))
                .collect(),
        )
    }

    /// From none up to so many copies of every pair.
    pub fn up_to(most: &[i64]) -> Self {
        Self(most.iter().map(|&most| (0, most)).collect())
    }

    /// Fewest and most copies of the pair.
    pub fn of(&self, pair: usize) -> (i64, i64) {
        self.0[pair]
    }

    /// The case with this range for the pair, and nothing that follows.
    #[must_use]
    pub fn with(&self, pair: usize, range: (i64, i64)) -> Self {
        let mut with = self.clone();
        with.0[pair] = range;
        with
    }

    /// The case with this range for the pair, and what follows for the others of its class; none where nothing is left.
    pub fn narrowed(&self, part: &Part, pair: usize, range: (i64, i64)) -> Option<Self> {
        let mut narrowed = self.clone();
        narrowed.0[pair] = range;
        let class = &part.classes[part.pairs[pair].class];
        let ranges = &mut narrowed.0[class.pairs.clone()];
        let (fewest, most) = ranges
            .iter()
            .fold((0, 0), |sum, range| (sum.0 + range.0, sum.1 + range.1));
        if fewest > class.picks || most < class.picks || range.0 > range.1 {
            return None;
        }
        let (spare, missing) = (class.picks - fewest, most - class.picks);
        for (low, high) in ranges {
            (*low, *high) = ((*high - missing).max(*low), (*low + spare).min(*high));
        }
        Some(narrowed)
    }
}
