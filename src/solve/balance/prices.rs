//! The best prices of a case, by the boxstep method: the sets that people take at the prices so far tell where better
//! prices may be, a linear program finds the best of them not too far away, and so on.
//!
//! Marsten, Hogan, Blankenship, "The boxstep method for large-scale optimization", Operations Research 1975.

use std::collections::BTreeSet;

use super::knapsack::{Knapsack, Offer};
use super::master::{self, Column};
use super::part::Part;
use super::ranges::Ranges;

/// Prices and bounds inside the search are multiples of 1/`SCALE`.
pub const SCALE: i64 = 1 << 16;

/// How far the first new prices may be from the old.
const FIRST_RADIUS: i64 = 32 * SCALE;

/// A promise of less than this is none: it is within what the linear program rounds off.
const NOTHING: i64 = SCALE / 256;

/// Sets kept between cases.
const MOST_COLUMNS: usize = 4000;

/// Prices and what they show.
#[derive(Debug, Clone)]
pub struct Priced {
    /// For every class, times `SCALE`.
    pub prices: Vec<i64>,
    /// No choice of the case has a lower value, times `SCALE`.
    pub bound: i64,
    /// Copies that each pair took, summed over the later rounds.
    pub took: Vec<i64>,
    /// Rounds that `took` sums over.
    pub rounds: i64,
}

/// Finds prices for the cases of one part.
pub struct Pricing<'a> {
    part: &'a Part,
    columns: BTreeSet<Column>,
    knapsack: Knapsack,
    offers: Vec<Offer>,
    taken: Vec<i64>,
    counts: Vec<i64>,
}

impl<'a> Pricing<'a> {
    /// Without any sets yet.
    pub fn new(part: &'a Part) -> Self {
        Self {
            part,
            columns: BTreeSet::new(),
            knapsack: Knapsack::default(),
            offers: Vec::new(),
            taken: Vec::new(),
            counts: vec![0; part.pairs.len()],
        }
    }

    /// The best prices for the case, or good enough ones.
    ///
    /// `look` is shown the copies that each round takes, and answers with the bound that is enough; none to stop.
    pub fn improve(
        &mut self,
        ranges: &Ranges,
        start: &[i64],
        mut look: impl FnMut(&[i64]) -> Option<i64>,
    ) -> Priced {
        if self.columns.len() > MOST_COLUMNS {
            self.columns.clear();
        }
        let (bound, _) = self.bound(ranges, start);
        let mut best = Priced {
            prices: start.to_vec(),
            bound,
            took: self.counts.clone(),
            rounds: 1,
        };
        let mut radius = FIRST_RADIUS;
        while look(&self.counts).is_some_and(|enough| best.bound < enough * SCALE) {
            let columns = self
                .columns
                .iter()
                .filter(|column| column.fits(self.part, ranges));
            let Some(model) =
                master::best_prices(self.part, columns, &best.prices, (radius, SCALE))
            else {
                break;
            };
            let (bound, new) = self.bound(ranges, &model.prices);
            best.add(&self.counts);
            let (gain, promise) = (bound - best.bound, model.promise - best.bound);
            // The bound is concave in the prices: where the neighbourhood has nothing better, nothing has.
            if promise <= NOTHING || new == 0 && gain <= 0 {
                break;
            }
            if 2 * gain >= promise {
                radius *= 2;
            } else if gain <= 0 {
                radius = (radius / 2).max(SCALE / 4);
            }
            if gain > 0 {
                (best.prices, best.bound) = (model.prices, bound);
            }
        }
        best
    }

    /// Copies of every pair in the cheapest mixture of sets at these prices, times [`master::WHOLE`].
    pub fn mixture(&self, ranges: &Ranges, prices: &[i64]) -> Option<Vec<i64>> {
        let columns = self
            .columns
            .iter()
            .filter(|column| column.fits(self.part, ranges));
        master::mixture(self.part, columns, prices, SCALE)
    }

    /// The bound at these prices, times `SCALE`, and how many sets were new; `self.counts` is what each person takes.
    fn bound(&mut self, ranges: &Ranges, prices: &[i64]) -> (i64, usize) {
        let mut bound = self
            .part
            .classes
            .iter()
            .zip(prices)
            .map(|(class, price)| class.picks * price)
            .sum();
        let mut new = 0;
        for person in 0..self.part.people.len() {
            bound += self.alone(ranges, prices, person);
            let counts = self.part.pairs_of[person]
                .iter()
                .map(|&pair| self.counts[pair])
                .collect();
            new += usize::from(self.columns.insert(Column { person, counts }));
        }
        (bound, new)
    }

    /// What the cheapest set of one person costs, times `SCALE`.
    fn alone(&mut self, ranges: &Ranges, prices: &[i64], person: usize) -> i64 {
        let mut load = self.part.loads[person];
        let mut earned = 0;
        self.offers.clear();
        for &pair in &self.part.pairs_of[person] {
            let (fewest, most) = ranges.of(pair);
            let (weight, price) = (self.part.weight(pair), prices[self.part.pairs[pair].class]);
            load += fewest * weight;
            earned += fewest * price;
            self.offers.push(Offer {
                weight,
                price,
                copies: most - fewest,
            });
        }
        let least = self
            .knapsack
            .cheapest(load, SCALE, &self.offers, &mut self.taken);
        for (&pair, taken) in self.part.pairs_of[person].iter().zip(&self.taken) {
            self.counts[pair] = ranges.of(pair).0 + taken;
        }
        least - earned
    }
}

impl Priced {
    /// Counts a round in, and halves the say of those long past.
    fn add(&mut self, counts: &[i64]) {
        if self.rounds >= 32 {
            self.took.iter_mut().for_each(|took| *took /= 2);
            self.rounds /= 2;
        }
        self.took
            .iter_mut()
            .zip(counts)
            .for_each(|(took, count)| *took += count);
        self.rounds += 1;
    }
}
