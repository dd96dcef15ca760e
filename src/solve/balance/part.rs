//! One connected part: people who share items, directly or through others, and the items in classes of equal ones.
//!
//! Equal items (weight, picks, options) are one class of several copies: what counts is how many of them a person takes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Balance;

/// Σ load² that leaves room for prices and their scale in 64 bits; a thousand times what any school has.
const MOST_SQUARES: i128 = 1 << 40;

/// A part of the problem; people and classes are positions within it.
#[derive(Debug, Clone)]
pub struct Part {
    /// Positions among the problem's loads.
    pub people: Vec<u32>,
    /// Loads that they bring along.
    pub loads: Vec<i64>,
    /// How many people each of them stands for.
    pub times: Vec<i64>,
    /// Items by kind.
    pub classes: Vec<Class>,
    /// Every class with each of its options, class by class.
    pub pairs: Vec<Pair>,
    /// Positions of each person's pairs.
    pub pairs_of: Vec<Vec<usize>>,
    /// All weights are multiples of this.
    pub unit: i64,
    /// Values of two choices differ by a multiple of this.
    pub stride: i64,
}

/// Equal items.
#[derive(Debug, Clone)]
pub struct Class {
    /// Positions among the problem's items.
    pub items: Vec<usize>,
    /// Works of one pick.
    pub weight: i64,
    /// Picks of all the items together.
    pub picks: i64,
    /// Its pairs.
    pub pairs: Range<usize>,
}

/// A class and one who may take copies of it.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// Position among the classes.
    pub class: usize,
    /// Position among the people.
    pub person: usize,
}

impl Part {
    fn new(problem: &Balance, items: &[usize]) -> Self {
        let mut people: Vec<u32> = items
            .iter()
            .flat_map(|&item| &problem.items[item].options)
            .copied()
            .collect();
        people.sort_unstable();
        people.dedup();
        let loads = people
            .iter()
            .map(|&person| i64::from(problem.loads[person as usize]))
            .collect();
        let mut equal = BTreeMap::<_, Vec<usize>>::new();
        for &index in items {
            let item = &problem.items[index];
            equal
                .entry((item.weight, item.picks, &item.options))
                .or_default()
                .push(index);
        }
        let (mut classes, mut pairs) = (Vec::new(), Vec::new());
        let mut pairs_of = vec![Vec::new(); people.len()];
        for ((weight, picks, options), items) in equal {
            let first = pairs.len();
            for person in options
                .iter()
                .filter_map(|option| people.binary_search(option).ok())
            {
                pairs_of[person].push(pairs.len());
                pairs.push(Pair {
                    class: classes.len(),
                    person,
                });
            }
            let picks = (picks as usize).min(options.len()) * items.len();
            let weight = i64::from(weight);
            classes.push(Class {
                items,
                weight,
                picks: i64::from(picks as u32),
                pairs: first..pairs.len(),
            });
        }
        let mut part = Self {
            times: vec![1; people.len()],
            people,
            loads,
            classes,
            pairs,
            pairs_of,
            unit: 1,
            stride: 1,
        };
        let weights = part.classes.iter().map(|class| class.weight);
        part.unit = weights.fold(0, gcd).max(1);
        part.stride = part.find_stride();
        part
    }

    /// All weights are multiples of g, so moving works from q to p changes Σ load² by 2·g·(`load_p` − `load_q`) and multiples
    /// of 2·g², and loads keep their remainders by g.
    fn find_stride(&self) -> i64 {
        let apart = self.loads.iter().fold(self.unit, |divisor, load| {
            gcd(divisor, (load - self.loads[0]).abs())
        });
        self.unit.saturating_mul(apart).saturating_mul(2).max(1)
    }

    /// Values of the pairs, class by class.
    pub fn by_class<'a, T>(&'a self, values: &'a [T]) -> impl Iterator<Item = &'a [T]> {
        self.classes
            .iter()
            .map(|class| &values[class.pairs.clone()])
    }

    /// Are the numbers beyond what the search can count with?
    pub fn is_too_large(&self) -> bool {
        let most = |(&load, pairs): (&i64, &Vec<usize>)| {
            let all = pairs
                .iter()
                .map(|&pair| i128::from(self.weight(pair)) * i128::from(self.copies(pair)));
            (i128::from(load) + all.sum::<i128>()).pow(2)
        };
        self.loads
            .iter()
            .zip(&self.pairs_of)
            .map(most)
            .sum::<i128>()
            > MOST_SQUARES
    }

    /// Copies of the pair's class, that is the most that its person can take.
    pub fn copies(&self, pair: usize) -> i64 {
        i64::from(self.classes[self.pairs[pair].class].items.len() as u32)
    }

    /// Weight of the pair's class.
    pub fn weight(&self, pair: usize) -> i64 {
        self.classes[self.pairs[pair].class].weight
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The connected parts, by their first person.
pub fn parts(problem: &Balance) -> Vec<Part> {
    let mut leader: Vec<usize> = (0..problem.loads.len()).collect();
    for item in &problem.items {
        for two in item.options.windows(2) {
            let (a, b) = (
                root(&mut leader, two[0] as usize),
                root(&mut leader, two[1] as usize),
            );
            leader[a.max(b)] = a.min(b);
        }
    }
    let mut parts = BTreeMap::<usize, Vec<usize>>::new();
    for (index, item) in problem.items.iter().enumerate() {
        // An item that nobody may take or that asks for nobody adds nothing to any load.
        if let (Some(&person), true) = (item.options.first(), item.picks > 0) {
            parts
                .entry(root(&mut leader, person as usize))
                .or_default()
                .push(index);
        }
    }
    parts
        .values()
        .map(|items| Part::new(problem, items))
        .collect()
}

/// The person who stands for everyone joined to this one so far.
fn root(leader: &mut [usize], mut person: usize) -> usize {
    while leader[person] != person {
        leader[person] = leader[leader[person]];
        person = leader[person];
    }
    person
}
