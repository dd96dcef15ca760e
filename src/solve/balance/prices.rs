//! The best prices of a case by the boxstep method: the sets that people take at the prices so far tell where better
//! prices may be, a linear program finds the best not too far away, and so on.
//!
//! Marsten, Hogan, Blankenship, "The boxstep method for large-scale optimization", Operations Research 1975.

use super::super::budget::Stop;
use super::knapsack::{Knapsack, Offer};
use super::master::{Column, Master, Mixture};
use super::part::Part;
use super::ranges::Ranges;

/// How far the first box reaches, and how far at least and at most, in quarters of a grain.
const RADIUS: [i64; 3] = [4, 1, 4 << 12];

/// A radius that keeps prices from nothing, in grains.
const ANYWHERE: i64 = 1 << 10;

/// A promise of less than such a part of a grain is none: it is within what the linear program rounds off.
const NOTHING: i64 = 256;

/// Sets of other weights kept beside the cheapest: how many, and how many grains dearer at most.
const OTHERS: (usize, i64) = (3, 8);

/// Sets kept between cases.
const MOST_SETS: usize = 6000;

/// Prices and what they show.
#[derive(Debug, Clone)]
pub struct Priced {
    /// For every class, times the part's scale.
    pub prices: Vec<i64>,
    /// No choice of the case has a lower value, times the part's scale.
    pub bound: i64,
}

/// Finds prices for the cases of one part.
pub struct Pricing<'a> {
    part: &'a Part,
    stop: Stop<'a>,
    /// Sets that were the cheapest for someone at some prices, or nearly, and the program of them.
    master: Option<Master<'a>>,
    knapsack: Knapsack,
    offers: Vec<Offer>,
    taken: Vec<i64>,
    /// Are sets nearly as cheap as the cheapest kept as well? Those of the last prices.
    keeps_others: bool,
    others: Vec<Column>,
    /// Copies of every pair at the last prices.
    counts: Vec<i64>,
}

impl<'a> Pricing<'a> {
    /// Without any sets yet.
    pub fn new(part: &'a Part, stop: Stop<'a>) -> Self {
        Self {
            part,
            stop,
            master: None,
            knapsack: Knapsack::new(part.unit),
            offers: Vec::new(),
            taken: Vec::new(),
            keeps_others: false,
            others: Vec::new(),
            counts: vec![0; part.pairs.len()],
        }
    }

    /// The best prices for the case, or good enough ones.
    ///
    /// The first program starts from the choice `near`. `look` is shown the copies that each round takes, and answers
    /// above which bound is enough; none to stop.
    pub fn improve(
        &mut self,
        ranges: &Ranges,
        (start, near): (&[i64], &[i64]),
        mut look: impl FnMut(&[i64]) -> Option<i64>,
    ) -> Priced {
        let mut master = self.master(ranges, near);
        let bound = self.bound_with_sets(ranges, start);
        self.keep(&mut master);
        let mut best = Priced {
            prices: start.to_vec(),
            bound,
        };
        let [first, least, most] = RADIUS.map(|quarters| (quarters * self.grain() / 4).max(1));
        let (mut radius, nothing) = (first, self.grain() / NOTHING);
        while look(&self.counts).is_some_and(|enough| best.bound <= enough * self.part.scale) {
            let model = master.best_prices((&best.prices, radius), self.stop);
            let bound = self.bound_with_sets(ranges, &model.prices);
            let nothing_new = self.keep(&mut master) == 0;
            let (gain, promise) = (bound - best.bound, model.promise - best.bound);
            // The bound is concave in the prices: where the neighbourhood has nothing better, nothing has.
            if promise <= nothing || nothing_new && gain <= 0 && radius <= least {
                break;
            }
            if 10 * gain >= 9 * promise {
                radius = (8 * radius).min(most);
            } else if gain <= 0 {
                radius = (radius / 2).max(least);
            }
            if gain > 0 {
                best = Priced {
                    prices: model.prices,
                    bound,
                };
            }
        }
        self.master = Some(master);
        best
    }

    /// A grain, scaled as prices are.
    fn grain(&self) -> i64 {
        self.part.scale * self.part.grain
    }

    /// The bound at these prices, times the part's scale, and the cheapest mixture of the sets seen so far that the case allows.
    pub fn mixture(&mut self, ranges: &Ranges, prices: &[i64], near: &[i64]) -> (i64, Mixture) {
        let mut master = self.master(ranges, near);
        let bound = self.bound_with_sets(ranges, prices);
        self.keep(&mut master);
        let mixture = master.mixture((prices, ANYWHERE * self.grain()), self.stop);
        self.master = Some(master);
        (bound, mixture)
    }

    /// The program of the sets seen so far, in this case; the first one starts from a choice.
    fn master(&mut self, ranges: &Ranges, choice: &[i64]) -> Master<'a> {
        let known = self.master.take();
        let mut master = known.filter(|it| it.sets() < MOST_SETS).unwrap_or_else(|| {
            let people = 0..self.part.people.len();
            let first = people.map(|person| self.set_of(person, choice));
            Master::new(self.part, first.collect())
        });
        master.enter(ranges);
        master
    }

    /// The bound at these prices, times the part's scale.
    pub fn bound(&mut self, ranges: &Ranges, prices: &[i64]) -> i64 {
        let mut bound = self.paid(prices);
        for (person, times) in self.part.times.iter().enumerate() {
            let (load, earned) = self.offer(ranges, prices, person);
            let scale = self.part.scale * self.part.weights[person];
            let least = self.knapsack.least(load, scale, &mut self.offers);
            bound += times * (least - earned);
        }
        bound
    }

    /// As [`Self::bound`]; `self.counts` is what everyone takes.
    pub fn bound_with_counts(&mut self, ranges: &Ranges, prices: &[i64]) -> i64 {
        let mut bound = self.paid(prices);
        for (person, times) in self.part.times.iter().enumerate() {
            bound += times * self.alone(ranges, prices, person);
        }
        bound
    }

    /// What all picks are paid at these prices.
    fn paid(&self, prices: &[i64]) -> i64 {
        let classes = self.part.classes.iter().zip(prices);
        classes.map(|(class, price)| class.picks * price).sum()
    }

    /// Copies of every pair that are taken at the prices bounded last with counts.
    pub fn counts(&self) -> &[i64] {
        &self.counts
    }

    /// What the cheapest set of one person costs, times the part's scale.
    fn alone(&mut self, ranges: &Ranges, prices: &[i64], person: usize) -> i64 {
        let (load, earned) = self.offer(ranges, prices, person);
        let scale = self.part.scale * self.part.weights[person];
        let least = self
            .knapsack
            .cheapest(load, scale, &self.offers, &mut self.taken);
        for (&pair, taken) in self.part.pairs_of[person].iter().zip(&self.taken) {
            self.counts[pair] = ranges.of(pair).0 + taken;
        }
        if self.keeps_others {
            let margin = OTHERS.1 * self.grain();
            for taken in self.knapsack.others(OTHERS.0, margin, &self.offers) {
                let pairs = self.part.pairs_of[person].iter().zip(taken);
                self.others.push(Column {
                    person,
                    counts: pairs
                        .map(|(&pair, taken)| ranges.of(pair).0 + taken)
                        .collect(),
                });
            }
        }
        least - earned
    }

    /// Makes the person's offers at these prices; the load that the case leaves them no choice about, and what it earns.
    fn offer(&mut self, ranges: &Ranges, prices: &[i64], person: usize) -> (i64, i64) {
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
        (load, earned)
    }

    /// What the person takes where everyone takes these copies.
    fn set_of(&self, person: usize, counts: &[i64]) -> Column {
        let pairs = self.part.pairs_of[person].iter();
        Column {
            person,
            counts: pairs.map(|&pair| counts[pair]).collect(),
        }
    }

    /// Keeps what everyone took last, and others nearly as cheap; how many of the former are new.
    fn keep(&mut self, master: &mut Master<'_>) -> usize {
        let people = 0..self.part.people.len();
        let new = people.filter(|&person| master.keep(self.set_of(person, &self.counts)));
        let new = new.count();
        for set in self.others.drain(..) {
            master.keep(set);
        }
        new
    }

    /// As [`Self::bound`], with sets for [`Self::keep`].
    fn bound_with_sets(&mut self, ranges: &Ranges, prices: &[i64]) -> i64 {
        self.keeps_others = true;
        self.others.clear();
        let bound = self.bound_with_counts(ranges, prices);
        self.keeps_others = false;
        bound
    }
}
