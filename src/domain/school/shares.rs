//! Parts of a full post, and how much squares of loads count by them.

use std::collections::BTreeSet;

/// The different shares of all staff, in hundredths of a full post.
///
/// The square of a load is weighted by K / share, K the least common multiple of the shares, all divided by their greatest
/// common divisor: a half-time teacher's second duty weighs like a full-time teacher's fourth. With equal shares all
/// weights are 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shares {
    different: BTreeSet<u32>,
    multiple: u64,
    divisor: u64,
}

impl Shares {
    /// No weight is larger: squares stay countable.
    const MOST_WEIGHT: u64 = 100_000;

    /// Those of these people; what cannot be counted with is left out (input refuses it).
    pub fn of(shares: impl Iterator<Item = u32>) -> Self {
        let mut all = Self::default();
        for share in shares {
            all.take(share);
        }
        all
    }

    /// Adds one; `false` where the weights would no longer be countable, and it is left out.
    pub fn take(&mut self, share: u32) -> bool {
        if share == 0 || self.different.contains(&share) {
            return share > 0;
        }
        let shares = || self.different.iter().copied().chain([share]).map(u64::from);
        let multiple = shares().fold(1, |multiple, share| multiple / gcd(multiple, share) * share);
        let divisor = shares().fold(0, |divisor, share| gcd(divisor, multiple / share));
        let largest = shares().map(|share| multiple / share / divisor).max();
        if largest.is_none_or(|largest| largest > Self::MOST_WEIGHT) {
            return false;
        }
        self.different.insert(share);
        (self.multiple, self.divisor) = (multiple, divisor);
        true
    }

    /// Has everybody the same?
    pub fn are_equal(&self) -> bool {
        self.different.len() < 2
    }

    /// How much the square of a load counts for that share.
    pub fn weight(&self, share: u32) -> u32 {
        if self.are_equal() || !self.different.contains(&share) {
            return 1;
        }
        (self.multiple / u64::from(share) / self.divisor) as u32
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::Shares;

    #[test]
    fn half_a_post_weighs_twice() {
        let shares = Shares::of([100, 50, 100].into_iter());
        assert_eq!((shares.weight(100), shares.weight(50)), (1, 2));
        let shares = Shares::of([100, 75, 150].into_iter());
        assert_eq!([100, 75, 150].map(|share| shares.weight(share)), [3, 4, 2]);
    }

    #[test]
    fn equal_shares_weigh_nothing_more() {
        let shares = Shares::of([50, 50].into_iter());
        assert!(shares.are_equal());
        assert_eq!(shares.weight(50), 1);
    }

    #[test]
    fn shares_without_a_common_measure_are_refused() {
        let mut shares = Shares::default();
        let refused: Vec<u32> = [97, 89, 83, 79]
            .into_iter()
            .filter(|&it| !shares.take(it))
            .collect();
        assert_eq!(refused, [79]);
        assert_eq!(shares.weight(97), 89 * 83);
        assert!(!shares.take(0));
    }
}
