//! The cheapest set for one person alone: (load + weights)² less the prices of what is taken.

/// Copies that a person may take or leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Works of one copy.
    pub weight: i64,
    /// Price of one copy.
    pub price: i64,
    /// Copies on offer.
    pub copies: i64,
}

/// No set has this weight.
const NONE: i64 = i64::MIN / 2;

/// Room for the tables, kept between calls.
#[derive(Debug, Default)]
pub struct Knapsack {
    /// For each copy so far, row after row, the most that a set of each weight earns.
    earned: Vec<i64>,
    /// Weights in a row, in units.
    width: usize,
    /// What all weights are multiples of.
    unit: i64,
    /// Load, and parts of one in which prices are counted.
    terms: (i64, i64),
    /// What [`Self::least`] was asked last, and the answer.
    asked: Option<(i64, i64, Vec<Offer>)>,
    answer: i64,
}

impl Knapsack {
    /// For weights that are multiples of this.
    pub fn new(unit: i64) -> Self {
        Self {
            unit,
            ..Self::default()
        }
    }

    /// The least of scale·(load + weight)² − earned over all sets of the offers, which are joined where they are equal.
    ///
    /// People who may take nearly the same come one after another, with the same answer.
    pub fn least(&mut self, load: i64, scale: i64, offers: &mut Vec<Offer>) -> i64 {
        let most = most_weight(load, scale, offers);
        offers.dedup_by(|next, offer| {
            let equal = next.weight == offer.weight && next.price == offer.price;
            offer.copies += i64::from(equal) * next.copies;
            equal
        });
        for offer in offers.iter_mut().filter(|offer| offer.weight > 0) {
            offer.copies = offer.copies.min(most / offer.weight);
        }
        let is_asked_again = self
            .asked
            .as_ref()
            .is_some_and(|asked| (asked.0, asked.1) == (load, scale) && asked.2 == *offers);
        if !is_asked_again {
            self.fill(load, scale, offers);
            self.answer = self.cost(self.last(), self.best());
            self.asked = Some((load, scale, offers.clone()));
        }
        self.answer
    }

    /// As [`Self::least`]; `taken` gets the copies of each offer.
    pub fn cheapest(
        &mut self,
        load: i64,
        scale: i64,
        offers: &[Offer],
        taken: &mut Vec<i64>,
    ) -> i64 {
        self.fill(load, scale, offers);
        let best = self.best();
        self.trace(best, offers, taken);
        self.cost(self.last(), best)
    }

    /// Fills the table.
    fn fill(&mut self, load: i64, scale: i64, offers: &[Offer]) {
        self.terms = (load, scale);
        let most = most_weight(load, scale, offers) / self.unit;
        self.width = most.unsigned_abs() as usize + 1;
        self.earned.clear();
        self.earned.resize(self.width, NONE);
        self.earned[0] = 0;
        for offer in offers {
            for _ in 0..self.copies(offer) {
                self.add(offer);
            }
        }
    }

    /// Copies of the offer that a row has room for.
    fn copies(&self, offer: &Offer) -> i64 {
        let most = (self.width as i64 - 1) * self.unit;
        if offer.weight > 0 {
            offer.copies.min(most / offer.weight)
        } else {
            offer.copies
        }
    }

    /// The weight of the cheapest set.
    fn best(&self) -> usize {
        let last = self.last();
        let best = (0..self.width).min_by_key(|&weight| self.cost(last, weight));
        best.unwrap_or_default()
    }

    /// Where the last row begins.
    fn last(&self) -> usize {
        self.earned.len() - self.width
    }

    fn cost(&self, row: usize, weight: usize) -> i64 {
        let (load, scale) = self.terms;
        scale * (load + weight as i64 * self.unit).pow(2) - self.earned[row + weight]
    }

    /// The cheapest sets of other weights than the cheapest of all, up to so many, none dearer than it by more than
    /// `margin`; of the offers of the last call.
    pub fn others(&self, most: usize, margin: i64, offers: &[Offer]) -> Vec<Vec<i64>> {
        let costs = (0..self.width).map(|weight| (self.cost(self.last(), weight), weight));
        let least = costs.clone().min().unwrap_or_default();
        let mut near: Vec<(i64, usize)> = costs
            .filter(|it| *it != least && it.0 <= least.0 + margin)
            .collect();
        near.sort_unstable();
        near.truncate(most);
        let set = |(_, weight)| {
            let mut taken = Vec::new();
            self.trace(weight, offers, &mut taken);
            taken
        };
        near.into_iter().map(set).collect()
    }

    /// One more row: the last one with one more copy, or without.
    fn add(&mut self, offer: &Offer) {
        let from = self.last();
        let shift = (offer.weight / self.unit).unsigned_abs() as usize;
        let whole = shift.min(self.width);
        self.earned.extend_from_within(from..);
        let (rows, row) = self.earned.split_at_mut(from + self.width);
        for (earned, &with) in row[whole..].iter_mut().zip(&rows[from..]) {
            *earned = (*earned).max(with + offer.price);
        }
    }

    /// Walks back through the rows: a copy was left where the row before earns as much.
    fn trace(&self, mut weight: usize, offers: &[Offer], taken: &mut Vec<i64>) {
        taken.clear();
        taken.resize(offers.len(), 0);
        let mut row = self.last();
        for (offer, count) in offers.iter().zip(taken).rev() {
            for _ in 0..self.copies(offer) {
                let before = row - self.width;
                if self.earned[before + weight] != self.earned[row + weight] {
                    weight -= (offer.weight / self.unit).unsigned_abs() as usize;
                    *count += 1;
                }
                row = before;
            }
        }
    }
}

/// No cheapest set weighs more: without one copy of weight w of it, a load L would cost 2·L·w − w² less, and lose w·d at
/// most, where d is the dearest price of a unit of weight; so L ≤ d/2 + w/2.
fn most_weight(load: i64, scale: i64, offers: &[Offer]) -> i64 {
    let heavy = || {
        offers
            .iter()
            .filter(|offer| offer.weight > 0 && offer.copies > 0)
    };
    let dearest = heavy()
        .map(|offer| offer.price.div_euclid(offer.weight) + 1)
        .max()
        .unwrap_or_default();
    let heaviest = heavy().map(|offer| offer.weight).max().unwrap_or_default();
    // What weighs nothing is always allowed.
    ((dearest.div_euclid(scale) + 1 + heaviest) / 2 + 1 - load).max(0)
}

#[cfg(test)]
mod tests {
    use super::super::super::random::Random;
    use super::*;

    /// Cost and weight of every set of the offers from the first on.
    fn sets(offers: &[Offer]) -> Vec<(i64, i64)> {
        let Some((first, rest)) = offers.split_first() else {
            return vec![(0, 0)];
        };
        let with = |copies: i64| {
            sets(rest).into_iter().map(move |(weight, earned)| {
                (
                    weight + copies * first.weight,
                    earned + copies * first.price,
                )
            })
        };
        (0..=first.copies).flat_map(with).collect()
    }

    #[test]
    fn finds_the_cheapest_of_all_sets() {
        let mut random = Random::new(9);
        let (mut knapsack, mut taken) = (Knapsack::new(1), Vec::new());
        for _ in 0..2000 {
            let load = i64::from(random.below(40) as u32);
            let offers: Vec<Offer> = (0..random.below(5))
                .map(|_| Offer {
                    weight: i64::from(random.below(9) as u32),
                    price: i64::from(random.below(4000) as u32) - 300,
                    copies: i64::from(random.below(4) as u32),
                })
                .collect();
            let cost = |(weight, earned): (i64, i64)| 8 * (load + weight).pow(2) - earned;
            let least = knapsack.cheapest(load, 8, &offers, &mut taken);
            assert_eq!(
                Some(least),
                sets(&offers).into_iter().map(cost).min(),
                "{load} {offers:?}"
            );
            let sum = |value: fn(&Offer) -> i64| {
                offers
                    .iter()
                    .zip(&taken)
                    .map(|(offer, copies)| copies * value(offer))
                    .sum()
            };
            assert_eq!(
                cost((sum(|offer| offer.weight), sum(|offer| offer.price))),
                least
            );
            for _ in 0..2 {
                assert_eq!(knapsack.least(load, 8, &mut offers.clone()), least);
            }
            assert!(
                offers
                    .iter()
                    .zip(&taken)
                    .all(|(offer, copies)| (0..=offer.copies).contains(copies))
            );
        }
    }
}
