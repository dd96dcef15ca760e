//! A choice under improvement: two people at a time share out again what they have between them, as evenly as can be.

use super::part::Part;

/// How many copies every pair has, and the loads that follow.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Copies of every pair.
    pub counts: Vec<i64>,
    /// Load of every person.
    pub loads: Vec<i64>,
}

/// What two people may share out between them: pair of the first, pair of the second.
struct Shared {
    first: usize,
    second: usize,
    weight: i64,
}

impl Choice {
    /// The nearest choice to these counts, which may give out too many copies of a class or too few.
    pub fn repair(part: &Part, mut counts: Vec<i64>) -> Self {
        let mut loads = part.loads.clone();
        for (pair, count) in part.pairs.iter().zip(&counts) {
            loads[pair.person] += count * part.classes[pair.class].weight;
        }
        let mut heaviest: Vec<_> = part.classes.iter().enumerate().collect();
        heaviest.sort_by_key(|(_, class)| std::cmp::Reverse(class.weight));
        for take_back in [true, false] {
            for (_, class) in &heaviest {
                let mut open = class.picks - counts[class.pairs.clone()].iter().sum::<i64>();
                while open != 0 && (open < 0) == take_back {
                    let load = |pair: &usize| loads[part.pairs[*pair].person];
                    let chosen = if take_back {
                        class
                            .pairs
                            .clone()
                            .filter(|&pair| counts[pair] > 0)
                            .max_by_key(load)
                    } else {
                        class
                            .pairs
                            .clone()
                            .filter(|&pair| counts[pair] < part.copies(pair))
                            .min_by_key(load)
                    };
                    let Some(pair) = chosen else { break };
                    counts[pair] += open.signum();
                    loads[part.pairs[pair].person] += open.signum() * class.weight;
                    open -= open.signum();
                }
            }
        }
        Self { counts, loads }
    }

    /// Σ load².
    pub fn squares(&self) -> i64 {
        self.loads.iter().map(|load| load * load).sum()
    }

    /// A few random legal shifts.
    pub fn shake(&mut self, part: &Part, random: &mut super::super::random::Random) {
        for _ in 0..2 + random.below(3) {
            let class = &part.classes[random.below(part.classes.len())];
            let from = class.pairs.start + random.below(class.pairs.len());
            let to = class.pairs.start + random.below(class.pairs.len());
            if from != to && self.counts[from] > 0 && self.counts[to] < part.copies(to) {
                self.counts[from] -= 1;
                self.counts[to] += 1;
                self.loads[part.pairs[from].person] -= class.weight;
                self.loads[part.pairs[to].person] += class.weight;
            }
        }
    }

    /// Shares out between two people until no two gain.
    pub fn descend(&mut self, part: &Part) {
        let mut improved = true;
        while improved {
            improved = false;
            for first in 0..part.people.len() {
                for second in first + 1..part.people.len() {
                    improved |= self.share_out(part, first, second);
                }
            }
        }
    }

    /// Brings the two loads as near to each other as their common classes allow.
    fn share_out(&mut self, part: &Part, first: usize, second: usize) -> bool {
        let gap = (self.loads[first] - self.loads[second]).abs();
        if gap < 2 {
            return false;
        }
        let (first, second) = if self.loads[first] > self.loads[second] {
            (first, second)
        } else {
            (second, first)
        };
        // The first gives: everything movable is laid on one heap, and the first takes back some of it.
        let (mut heap, mut moves) = (0, Vec::new());
        for shared in common(part, first, second) {
            let copies = part.copies(shared.first);
            let give = self.counts[shared.first].min(copies - self.counts[shared.second]);
            let take = self.counts[shared.second].min(copies - self.counts[shared.first]);
            heap += give * shared.weight;
            moves.extend(
                (0..give + take)
                    .map(|_| (moves.len(), shared.weight, shared.first, shared.second))
                    .collect::<Vec<_>>(),
            );
            self.counts[shared.first] -= give;
            self.counts[shared.second] += give;
        }
        // Now the first may take any of `moves`; taking `heap` in weight restores the loads.
        let total: i64 = moves.iter().map(|(_, weight, ..)| weight).sum();
        let mut made_by: Vec<Option<usize>> = vec![None; total as usize + 1];
        for (index, &(_, weight, ..)) in moves.iter().enumerate() {
            for sum in (weight..=total).rev() {
                let before = sum - weight;
                if made_by[sum as usize].is_none()
                    && (before == 0 || made_by[before as usize].is_some_and(|by| by < index))
                {
                    made_by[sum as usize] = Some(index);
                }
            }
        }
        let even = |taken: i64| (gap + 2 * (taken - heap)).abs();
        let reached = |taken: &i64| *taken == 0 || made_by[*taken as usize].is_some();
        // Ties stay with what there was.
        let best = (0..=total)
            .filter(reached)
            .min_by_key(|&taken| (even(taken), (taken - heap).abs()))
            .unwrap_or(heap);
        let mut left = best;
        while let Some(index) = (left > 0).then(|| made_by[left as usize]).flatten() {
            let (_, weight, mine, theirs) = moves[index];
            self.counts[mine] += 1;
            self.counts[theirs] -= 1;
            left -= weight;
        }
        self.loads[first] += best - heap;
        self.loads[second] -= best - heap;
        even(best) < gap
    }
}

/// Classes that both may take; a person's pairs ascend by class.
fn common(part: &Part, first: usize, second: usize) -> Vec<Shared> {
    let theirs = &part.pairs_of[second];
    part.pairs_of[first]
        .iter()
        .filter_map(|&pair| {
            let class = part.pairs[pair].class;
            let at = theirs
                .binary_search_by_key(&class, |&other| part.pairs[other].class)
                .ok()?;
            Some(Shared {
                first: pair,
                second: theirs[at],
                weight: part.weight(pair),
            })
        })
        .collect()
}
