//! One connected part: people who share items, directly or through others, and the items in classes of equal ones.
//!
//! Equal items (weight, picks, options) are one class of several copies: what counts is how many of them a person takes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Balance;

/// Σ load² that leaves room for tables and prices; a thousand times what any school has.
const MOST_SQUARES: i128 = 1 << 40;
/// The same in all, weighted and scaled, in 64 bits.
const MOST_SCALED: i128 = 1 << 56;
/// Prices and bounds inside the search are multiples of 1 by this, or less where squares weigh much.
const FINEST: i64 = 1 << 16;

/// A part of the problem; people and classes are positions within it.
#[derive(Debug, Clone)]
pub struct Part {
    /// Positions among the problem's loads.
    pub people: Vec<u32>,
    /// Loads that they bring along.
    pub loads: Vec<i64>,
    /// What their squares weigh.
    pub weights: Vec<i64>,
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
    /// Prices and bounds inside the search are multiples of 1 by this.
    pub scale: i64,
    /// What a square weighs on the whole: the measure of prices.
    pub grain: i64,
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
        let of_people = |values: &[u32]| -> Vec<i64> {
            let values = people.iter().map(|&person| values[person as usize]);
            values.map(i64::from).collect()
        };
        let (loads, square_weights) = (of_people(&problem.loads), of_people(&problem.weights));
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
            weights: square_weights,
            classes,
            pairs,
            pairs_of,
            unit: 1,
            stride: 1,
            scale: FINEST,
            grain: 1,
        };
        let weights = part.classes.iter().map(|class| class.weight);
        part.unit = weights.fold(0, gcd).max(1);
        part.stride = part.find_stride();
        let all: i64 = part.weights.iter().sum();
        part.grain = (all / part.weights.len().max(1) as i64).max(1);
        let (_, weighted) = part.most_squares();
        while part.scale > 1 && weighted.saturating_mul(part.scale.into()) > MOST_SCALED {
            part.scale /= 2;
        }
        part
    }

    /// All that is given out are multiples of g. The k-th g on top of b lets a square of weight w grow by c = wg(2b + g), and
    /// 2wg² more for each before it: values differ by multiples of whatever divides all 2wg² and all differences of c.
    fn find_stride(&self) -> i64 {
        let unit = i128::from(self.unit);
        let people = self.loads.iter().zip(&self.weights);
        let people = people.map(|(&load, &weight)| (i128::from(load), i128::from(weight)));
        let first_step = |(load, weight): (i128, i128)| weight * unit * (2 * load + unit);
        let first = people.clone().next().map_or(0, first_step);
        let divisor = people.fold(0, |divisor, it| {
            let divisor = gcd(divisor, 2 * it.1 * unit * unit);
            gcd(divisor, first_step(it) - first)
        });
        i64::try_from(divisor.max(1)).unwrap_or(1)
    }

    /// Values of the pairs, class by class.
    pub fn by_class<'a, T>(&'a self, values: &'a [T]) -> impl Iterator<Item = &'a [T]> {
        self.classes
            .iter()
            .map(|class| &values[class.pairs.clone()])
    }

    /// Are the numbers beyond what the search can count with?
    pub fn is_too_large(&self) -> bool {
        let (squares, weighted) = self.most_squares();
        squares > MOST_SQUARES || weighted.saturating_mul(self.scale.into()) > MOST_SCALED
    }

    /// Σ load² where everybody takes all they may, plain and weighted.
    fn most_squares(&self) -> (i128, i128) {
        let square = |person: usize| {
            let pairs = self.pairs_of[person].iter();
            let all =
                pairs.map(|&pair| i128::from(self.weight(pair)) * i128::from(self.copies(pair)));
            let load = i128::from(self.loads[person]) + all.sum::<i128>();
            (load * load, load * load * i128::from(self.weights[person]))
        };
        (0..self.people.len())
            .map(square)
            .fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
    }

    /// By how much the square of the person's load grows with the last works of it; numbers beyond all measure saturate.
    pub fn last_step(&self, person: usize, load: i64, works: i64) -> i64 {
        let weighted = self.weights[person].saturating_mul(works);
        weighted.saturating_mul(2 * load - works)
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

fn gcd<T>(a: T, b: T) -> T
where
    T: Copy + PartialEq + Default + std::ops::Rem<Output = T> + std::ops::Neg<Output = T> + Ord,
{
    if b == T::default() {
        a.max(-a)
    } else {
        gcd(b, a % b)
    }
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
