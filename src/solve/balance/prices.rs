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
        let v = |n: &str, d: i64| std::env::var(n).ok().and_then(|s| s.parse().ok()).unwrap_or(d);
        let (most, above) = (v("NEAR", 5) as usize, v("ABOVE", 4));
        let (bound, _) = self.bound_and_keep(ranges, start, (most * 2, FIRST_RADIUS));

        let mut best = Priced {
            prices: start.to_vec(),
            bound,
            took: self.counts.clone(),
            rounds: 1,
        };
        let mut radius = SCALE * std::env::var("RADIUS").ok().and_then(|s| s.parse::<i64>().ok()).unwrap_or(2);
        while look(&self.counts).is_some_and(|enough| best.bound < enough * SCALE) {
            let t0 = std::time::Instant::now();
            let columns = self
                .columns
                .iter()
                .filter(|column| column.fits(self.part, ranges));
            let Some(model) =
                master::best_prices(self.part, columns, &best.prices, (radius, SCALE))
            else {
                break;
            };
            let t1 = t0.elapsed();
            let (bound, new) = self.bound_and_keep(ranges, &model.prices, (most, radius * above));
            let t2 = t0.elapsed() - t1;
            if std::env::var("BAL_TRACE2").is_ok() { println!("  9 lp {t1:?} dp {t2:?} columns {} new {new} best {} bound {} promise {} radius {}", self.columns.len(), best.bound as f64 / SCALE as f64, bound as f64 / SCALE as f64, model.promise as f64/SCALE as f64, radius as f64/SCALE as f64); }
            best.add(&self.counts);
            let (gain, promise) = (bound - best.bound, model.promise - best.bound);
            // The bound is concave in the prices: where the neighbourhood has nothing better, nothing has.
            if promise <= NOTHING || new == 0 && gain <= 0 && radius <= SCALE / v("MIN", 4) {
                break;
            }
            if 10 * gain >= 9 * promise {
                radius *= v("UP", 4);
            } else if gain <= -v("DOWN", 0) * promise {
                radius = (radius / 2).max(SCALE / v("MIN", 4));
            }
            if gain > 0 {
                (best.prices, best.bound) = (model.prices, bound);
            }
        }
        best
    }

    /// Prices near the best, by steps against the excess (Polyak, "Minimization of unsmooth functionals", 1969): dearer
    /// where too few take a class, cheaper where too many do, and as far as would reach `target` on a straight way.
    pub fn approach(&mut self, ranges: &Ranges, start: &[i64], target: i64) -> Vec<i64> {
        let v = |n: &str, d: i64| std::env::var(n).ok().and_then(|s| s.parse().ok()).unwrap_or(d);
        let (mut prices, mut best) = (start.to_vec(), start.to_vec());
        let (mut best_bound, mut stalled, mut damping) = (i64::MIN, 0, 1);
        let mut excess = vec![0_i64; prices.len()];
        for step in 0..v("STEPS", 200) {
            let bound = self.bound_of(ranges, &prices);
            if bound > best_bound {
                best_bound = bound;
                best.clone_from(&prices);
                stalled = 0;
            } else {
                stalled += 1;
            }
            if stalled > v("PAT", 10) {
                (stalled, damping) = (0, damping * 2);
            }
            for ((excess, class), counts) in excess.iter_mut().zip(&self.part.classes).zip(self.part.by_class(&self.counts)) {
                *excess = class.picks - counts.iter().sum::<i64>();
            }
            let long: i64 = excess.iter().map(|excess| excess * excess).sum();
            if long == 0 || damping > v("DAMP", 16) { if std::env::var("BAL_TRACE2").is_ok() { println!("  9 approach {step} {}", best_bound as f64 / SCALE as f64);} break; }
            let stride = (target * SCALE - bound).max(SCALE / 16) / (long * damping);
            prices.iter_mut().zip(&excess).for_each(|(price, excess)| *price += stride * excess);
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

    /// The bound at these prices, times `SCALE`; `self.counts` is what each person takes.
    fn bound_of(&mut self, ranges: &Ranges, prices: &[i64]) -> i64 {
        let paid = self.part.classes.iter().zip(prices).map(|(class, price)| class.picks * price).sum::<i64>();
        (0..self.part.people.len()).fold(paid, |sum, person| sum + self.alone(ranges, prices, person))
    }

    /// The bound at these prices; keeps the sets.
    fn bound_and_keep(&mut self, ranges: &Ranges, prices: &[i64], near: (usize, i64)) -> (i64, usize) {
        let mut bound = self.part.classes.iter().zip(prices).map(|(class, price)| class.picks * price).sum::<i64>();
        let mut new = 0;
        for person in 0..self.part.people.len() {
            bound += self.alone(ranges, prices, person);
            let low: Vec<i64> = self.part.pairs_of[person].iter().map(|&pair| ranges.of(pair).0).collect();
            let load = self.part.loads[person] + self.part.pairs_of[person].iter().zip(&low).map(|(&pair, low)| self.part.weight(pair) * low).sum::<i64>();
            for mut counts in self.knapsack.near(load, SCALE, &self.offers, near) {
                counts.iter_mut().zip(&low).for_each(|(count, low)| *count += low);
                new += usize::from(self.columns.insert(Column { person, counts }));
            }
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
