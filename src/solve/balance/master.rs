//! The best prices as far as the sets seen so far tell: the master of column generation, a linear program.
//!
//! Everyone mixes sets of their own so that every class gets its picks. Picks that lack or are too many cost the class's
//! old price and a radius more, or a radius less, which keeps new prices within the radius (Marsten, Hogan, Blankenship
//! 1975). Floating point lives here and in the simplex method alone.

#![expect(
    clippy::cast_precision_loss,
    reason = "what the program sees is far below 2^53, and is rounded anyway"
)]

use std::collections::BTreeSet;

use super::super::budget::Stop;
use super::part::Part;
use super::ranges::Ranges;
use super::simplex::Simplex;

/// A set that one person may take.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Position among the people.
    pub person: usize,
    /// Copies of each of the person's pairs.
    pub counts: Vec<i64>,
}

impl Column {
    /// Does the case allow it?
    pub fn fits(&self, part: &Part, ranges: &Ranges) -> bool {
        part.pairs_of[self.person]
            .iter()
            .zip(&self.counts)
            .all(|(&pair, count)| {
                let (fewest, most) = ranges.of(pair);
                (fewest..=most).contains(count)
            })
    }

    /// Weighted load² of its person with it, in grains.
    fn square(&self, part: &Part) -> f64 {
        let pairs = part.pairs_of[self.person].iter().zip(&self.counts);
        let works: i64 = pairs.map(|(&pair, count)| part.weight(pair) * count).sum();
        let square = part.weights[self.person] * (part.loads[self.person] + works).pow(2);
        square as f64 / part.grain as f64
    }
}

/// What the program finds.
#[derive(Debug, Clone)]
pub struct Model {
    /// Prices of the classes, scaled.
    pub prices: Vec<i64>,
    /// No prices as near bound better than this, scaled.
    pub promise: i64,
}

/// Parts of one copy in which a [`Mixture`] counts.
pub const WHOLE: i64 = 1 << 10;

/// Sets of each person, mixed so that every class gets its picks, or nearly.
#[derive(Debug, Clone)]
pub struct Mixture {
    /// Copies of every pair, times [`WHOLE`].
    pub copies: Vec<i64>,
    /// Sets that take part: person, copies of each of the person's pairs, share times [`WHOLE`].
    pub sets: Vec<(usize, Vec<i64>, i64)>,
    /// What it costs; no prices bound better than this as far as its sets tell, scaled.
    pub cost: i64,
}

/// The program of one case at a time. Its columns: for each class the picks that lack, or those too many, whichever the first sets
/// leave; the first set of each person; for each class the other of the two; then all other sets.
pub struct Master<'a> {
    part: &'a Part,
    /// Prices and costs outside are multiples of a grain by this.
    scale: f64,
    simplex: Simplex,
    /// For each class: the columns of picks that lack and of picks too many.
    slack: Vec<[usize; 2]>,
    sets: Vec<Column>,
    /// The same sets, to find one.
    known: BTreeSet<Column>,
}

/// What a set costs more where the case forbids it: more than anything that it could save.
const FORBIDDEN: f64 = 2e4;

/// Picks are made uneven by such parts of one, so that no two bases tie.
const UNEVEN: f64 = 1e-6;

impl<'a> Master<'a> {
    /// Starts from one set for each person.
    pub fn new(part: &'a Part, first: Vec<Column>) -> Self {
        let classes = part.classes.len();
        let mut left: Vec<i64> = part.classes.iter().map(|class| class.picks).collect();
        for set in &first {
            for (class, count) in members(part, set) {
                left[class] -= count * part.times[set.person];
            }
        }
        let uneven = |class: usize| UNEVEN * (1.0 + (class * 7 % 13) as f64 / 13.0);
        let picks = part.classes.iter().enumerate();
        let mut right: Vec<f64> = picks
            .map(|(at, class)| class.picks as f64 + uneven(at))
            .collect();
        right.extend(part.times.iter().map(|&times| times as f64));
        let lacks = |class: usize| left[class] >= 0;
        let unit = |class: usize, lacks: bool| vec![(class as u32, if lacks { 1.0 } else { -1.0 })];
        let mut columns: Vec<_> = (0..classes)
            .map(|class| unit(class, lacks(class)))
            .collect();
        columns.extend(first.iter().map(|set| entries(part, set)));
        columns.extend((0..classes).map(|class| unit(class, !lacks(class))));
        let mut costs = vec![0.0; columns.len()];
        for (cost, set) in costs[classes..].iter_mut().zip(&first) {
            *cost = set.square(part);
        }
        let other = |class: usize| classes + part.people.len() + class;
        let slack = |class: usize| {
            if lacks(class) {
                [class, other(class)]
            } else {
                [other(class), class]
            }
        };
        Self {
            part,
            scale: part.scale as f64 * part.grain as f64,
            simplex: Simplex::new(&columns, costs, &right),
            slack: (0..classes).map(slack).collect(),
            known: first.iter().cloned().collect(),
            sets: first,
        }
    }

    /// How many sets there are.
    pub fn sets(&self) -> usize {
        self.sets.len()
    }

    /// Turns to a case: sets that it forbids become dear.
    pub fn enter(&mut self, ranges: &Ranges) {
        for (index, set) in self.sets.iter().enumerate() {
            let dear = if set.fits(self.part, ranges) {
                0.0
            } else {
                FORBIDDEN
            };
            let cost = set.square(self.part) + dear;
            self.simplex.set_cost(self.column(index), cost);
        }
    }

    /// Keeps a set; is it new?
    pub fn keep(&mut self, set: Column) -> bool {
        if !self.known.insert(set.clone()) {
            return false;
        }
        let cost = set.square(self.part);
        self.simplex.add(&entries(self.part, &set), cost);
        self.sets.push(set);
        true
    }

    /// The simplex' column of the set: first sets stand between the two kinds of slack, others behind them.
    fn column(&self, set: usize) -> usize {
        let (classes, people) = (self.part.classes.len(), self.part.people.len());
        if set < people {
            classes + set
        } else {
            2 * classes + set
        }
    }

    /// The set of the simplex' column, where it is one.
    fn set(&self, column: usize) -> Option<&Column> {
        let (classes, people) = (self.part.classes.len(), self.part.people.len());
        match column.checked_sub(classes)? {
            set if set < people => self.sets.get(set),
            set => self
                .sets
                .get(set.checked_sub(classes).filter(|&it| it >= people)?),
        }
    }

    /// The prices not farther than `radius` from the old ones that bound best by these sets.
    pub fn best_prices(&mut self, (old, radius): (&[i64], i64), stop: Stop<'_>) -> Model {
        self.solve((old, radius), stop);
        let prices: Vec<i64> = self.simplex.duals()[..old.len()]
            .iter()
            .zip(old)
            .map(|(&dual, &old)| self.whole(dual).clamp(old - radius, old + radius))
            .collect();
        let paid = self.part.classes.iter().zip(&prices);
        let paid: i64 = paid.map(|(class, price)| class.picks * price).sum();
        let times = self.part.times.iter();
        let alone = times.zip(&self.simplex.duals()[old.len()..]);
        let alone: f64 = alone.map(|(&times, dual)| times as f64 * dual).sum();
        Model {
            prices,
            promise: paid + self.whole(alone),
        }
    }

    /// The cheapest mixture of the sets.
    pub fn mixture(&mut self, (prices, radius): (&[i64], i64), stop: Stop<'_>) -> Mixture {
        self.solve((prices, radius), stop);
        let mut counts = vec![0.0; self.part.pairs.len()];
        let (mut cost, mut sets) = (0.0, Vec::new());
        for (column, share) in self.simplex.basis() {
            cost += share * self.simplex.cost(column);
            let Some(set) = self.set(column) else {
                continue;
            };
            for (&pair, &count) in self.part.pairs_of[set.person].iter().zip(&set.counts) {
                counts[pair] += count as f64 * share;
            }
            let parts = (share * WHOLE as f64).round() as i64;
            sets.push((set.person, set.counts.clone(), parts));
        }
        Mixture {
            copies: counts
                .into_iter()
                .map(|count| (count * WHOLE as f64).round() as i64)
                .collect(),
            sets,
            cost: self.whole(cost),
        }
    }

    fn solve(&mut self, (old, radius): (&[i64], i64), stop: Stop<'_>) {
        for (&[lacking, spare], &price) in self.slack.iter().zip(old) {
            let unit = |value: i64| value as f64 / self.scale;
            self.simplex.set_cost(lacking, unit(price + radius));
            self.simplex.set_cost(spare, -unit(price - radius));
        }
        let exchanges = 40 * (self.part.classes.len() + self.part.people.len());
        self.simplex.minimise(exchanges, stop);
    }

    fn whole(&self, value: f64) -> i64 {
        (value * self.scale).round() as i64
    }
}

/// Classes of the set, with copies.
fn members<'s>(part: &'s Part, set: &'s Column) -> impl Iterator<Item = (usize, i64)> + 's {
    let pairs = part.pairs_of[set.person].iter().zip(&set.counts);
    pairs
        .filter(|(_, count)| **count > 0)
        .map(|(&pair, &count)| (part.pairs[pair].class, count))
}

fn entries(part: &Part, set: &Column) -> Vec<(u32, f64)> {
    let members = members(part, set).map(|(class, count)| (class as u32, count as f64));
    let person = part.classes.len() + set.person;
    members.chain([(person as u32, 1.0)]).collect()
}
