//! Which weights some copies can make together, as bits: a row for nothing, then one for each copy with all before it.

/// The rows; kept between calls.
#[derive(Debug, Default)]
pub struct Sums {
    rows: Vec<u64>,
    /// Words of one row.
    words: usize,
    /// No weight above this counts.
    most: usize,
}

impl Sums {
    /// All that copies of these weights make, up to `most`.
    pub fn fill(&mut self, weights: impl Iterator<Item = usize>, most: usize) {
        (self.words, self.most) = (most / 64 + 1, most);
        self.rows.clear();
        self.rows.resize(self.words, 0);
        self.rows[0] = 1;
        for weight in weights {
            self.add(weight);
        }
    }

    /// One more row: the last one, or that moved up by the weight.
    fn add(&mut self, weight: usize) {
        let before = self.rows.len() - self.words;
        self.rows.extend_from_within(before..);
        let (old, new) = self.rows[before..].split_at_mut(self.words);
        let (whole, bits) = (weight / 64, weight % 64);
        for (word, new) in new.iter_mut().enumerate().skip(whole) {
            let from = word - whole;
            *new |= old[from] << bits;
            if bits > 0 && from > 0 {
                *new |= old[from - 1] >> (64 - bits);
            }
        }
    }

    /// The weights nearest to this one that the copies make: not above it, and above it.
    pub fn nearest(&self, weight: usize) -> [Option<usize>; 2] {
        let row = &self.rows[self.rows.len() - self.words..];
        let (word, bit) = (weight / 64, weight % 64);
        let up_to = u64::MAX >> (63 - bit);
        let last = |at: usize, bits: u64| bits.checked_ilog2().map(|bit| 64 * at + bit as usize);
        let first =
            |at: usize, bits: u64| (bits != 0).then(|| 64 * at + bits.trailing_zeros() as usize);
        let below = || (0..word).rev().find_map(|at| last(at, row[at]));
        let above = || (word + 1..self.words).find_map(|at| first(at, row[at]));
        let lower = last(word, row[word] & up_to).or_else(below);
        let higher = first(word, row[word] & !up_to).or_else(above);
        [lower, higher.filter(|&higher| higher <= self.most)]
    }

    /// The copy that completes a weight which the copies make, the earliest that can; not for nothing.
    pub fn completes(&self, weight: usize) -> usize {
        let has = |row: &&[u64]| row[weight / 64] >> (weight % 64) & 1 == 1;
        let rows = self.rows.chunks_exact(self.words);
        rows.take_while(|row| !has(row)).count().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::random::Random;
    use super::*;

    #[test]
    fn finds_what_copies_make_and_how() {
        let mut random = Random::new(4);
        let mut sums = Sums::default();
        for _ in 0..2000 {
            let weights: Vec<usize> = (0..random.below(8)).map(|_| random.below(90)).collect();
            let most = random.below(200);
            let subsets = 0..1_usize << weights.len();
            let sum = |subset: usize, copies: usize| -> usize {
                let taken = (0..copies).filter(|copy| subset >> copy & 1 == 1);
                taken.map(|copy| weights[copy]).sum()
            };
            let makes = |weight, copies| subsets.clone().any(|it| sum(it, copies) == weight);
            sums.fill(weights.iter().copied(), most);
            let near = random.below(most + 1);
            let all = weights.len();
            let lower = (0..=near).rev().find(|&weight| makes(weight, all));
            let higher = (near + 1..=most).find(|&weight| makes(weight, all));
            assert_eq!(
                sums.nearest(near),
                [lower, higher],
                "{weights:?} {near} {most}"
            );
            for weight in (1..=most).filter(|&weight| makes(weight, all)) {
                let first = (0..all).find(|&copy| makes(weight, copy + 1));
                assert_eq!(Some(sums.completes(weight)), first, "{weights:?} {weight}");
            }
        }
    }
}
