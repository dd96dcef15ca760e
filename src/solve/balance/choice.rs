//! A choice: how many copies of each class everyone takes, and the loads that follow.

use std::cmp::Reverse;

use super::part::Part;

/// Copies of every pair, and the load of every person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Copies of every pair.
    pub counts: Vec<i64>,
    /// Load of every person.
    pub loads: Vec<i64>,
}

impl Choice {
    /// A choice near these counts, which may give out too many copies of a class or too few: the most loaded give back,
    /// the least loaded take on, heavy items first.
    pub fn near(part: &Part, counts: &[i64]) -> Self {
        let mut choice = Self {
            counts: counts.to_vec(),
            loads: part.loads.clone(),
        };
        for (pair, count) in part.pairs.iter().zip(counts) {
            choice.loads[pair.person] += count * part.classes[pair.class].weight;
        }
        let mut heaviest: Vec<usize> = (0..part.classes.len()).collect();
        heaviest.sort_by_key(|&class| Reverse(part.classes[class].weight));
        for &class in &heaviest {
            while choice.missing(part, class) < 0 && choice.give_back(part, class) {}
        }
        for &class in &heaviest {
            while choice.missing(part, class) > 0 && choice.take_on(part, class) {}
        }
        choice
    }

    /// Weighted Σ load².
    pub fn squares(&self, part: &Part) -> i64 {
        let weighted = self.loads.iter().zip(&part.weights);
        weighted.map(|(load, weight)| weight * load * load).sum()
    }

    /// One copy more of the pair, or one less.
    pub fn shift(&mut self, part: &Part, pair: usize, copies: i64) {
        self.counts[pair] += copies;
        self.loads[part.pairs[pair].person] += copies * part.weight(pair);
    }

    /// Picks of the class that nobody has yet; negative where there are too many.
    fn missing(&self, part: &Part, class: usize) -> i64 {
        let class = &part.classes[class];
        class.picks - self.counts[class.pairs.clone()].iter().sum::<i64>()
    }

    fn give_back(&mut self, part: &Part, class: usize) -> bool {
        let takers = part.classes[class]
            .pairs
            .clone()
            .filter(|&pair| self.counts[pair] > 0);
        let saved = |&pair: &usize| {
            let person = part.pairs[pair].person;
            part.last_step(person, self.loads[person], part.weight(pair))
        };
        let heaviest = takers.max_by_key(saved);
        heaviest
            .inspect(|&pair| self.shift(part, pair, -1))
            .is_some()
    }

    fn take_on(&mut self, part: &Part, class: usize) -> bool {
        let free = part.classes[class]
            .pairs
            .clone()
            .filter(|&pair| self.counts[pair] < part.copies(pair));
        let added = |&pair: &usize| {
            let (person, works) = (part.pairs[pair].person, part.weight(pair));
            part.last_step(person, self.loads[person] + works, works)
        };
        let lightest = free.min_by_key(added);
        lightest
            .inspect(|&pair| self.shift(part, pair, 1))
            .is_some()
    }
}
