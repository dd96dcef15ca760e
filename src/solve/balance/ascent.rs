//! Better prices step by step: dearer where too few take a class, cheaper where too many do.
//!
//! A subgradient ascent in integers; the step is Polyak's, towards the value of the best choice known (Polyak,
//! "Minimization of unsmooth functionals", USSR Computational Mathematics 1969). Where the best prices prove that choice,
//! the ascent converges fast; it is halted where it stalls.

use super::knapsack::{Knapsack, Offer};
use super::part::Part;

/// Prices and values inside the search are multiples of 1/`SCALE`.
pub const SCALE: i64 = 1 << 12;

/// How few and how many copies every pair may have in one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranges(Vec<(i64, i64)>);

impl Ranges {
    /// Everything allowed.
    pub fn new(part: &Part) -> Self {
        Self(
            (0..part.pairs.len())
                .map(|pair| (0, part.copies(pair)))
                .collect(),
        )
    }

    /// Fewest and most copies of the pair.
    pub fn of(&self, pair: usize) -> (i64, i64) {
        self.0[pair]
    }

    /// The case with this range for the pair, and what follows for the others of its class; none where nothing is left.
    pub fn narrowed(&self, part: &Part, pair: usize, range: (i64, i64)) -> Option<Self> {
        let mut narrowed = self.clone();
        narrowed.0[pair] = range;
        let class = &part.classes[part.pairs[pair].class];
        let ranges = &mut narrowed.0[class.pairs.clone()];
        let (fewest, most) = ranges
            .iter()
            .fold((0, 0), |sum, range| (sum.0 + range.0, sum.1 + range.1));
        if fewest > class.picks || most < class.picks || range.0 > range.1 {
            return None;
        }
        for (low, high) in ranges {
            let (spare, missing) = (class.picks - fewest, most - class.picks);
            (*low, *high) = ((*high - missing).max(*low), (*low + spare).min(*high));
        }
        Some(narrowed)
    }
}

/// What an ascent comes to.
#[derive(Debug, Clone)]
pub struct Climbed {
    /// The best prices, times `SCALE`.
    pub prices: Vec<i64>,
    /// The bound that they prove, times `SCALE`.
    pub bound: i64,
    /// Copies that each pair took, summed over the later steps.
    pub took: Vec<i64>,
    /// Steps that `took` sums over.
    pub steps: i64,
}

/// The ascent in one part; keeps its tables between cases.
pub struct Ascent<'a> {
    part: &'a Part,
    knapsack: Knapsack,
    offers: Vec<Offer>,
    taken: Vec<i64>,
    counts: Vec<i64>,
}

impl<'a> Ascent<'a> {
    /// Ready to climb.
    pub fn new(part: &'a Part) -> Self {
        let counts = vec![0; part.pairs.len()];
        Self {
            part,
            knapsack: Knapsack::default(),
            offers: Vec::new(),
            taken: Vec::new(),
            counts,
        }
    }

    /// The bound at these prices, times `SCALE`; `self.counts` is the set that each person takes.
    fn bound(&mut self, ranges: &Ranges, prices: &[i64]) -> i64 {
        let paid: i64 = self
            .part
            .classes
            .iter()
            .zip(prices)
            .map(|(class, price)| class.picks * price)
            .sum();
        (0..self.part.people.len())
            .fold(paid, |sum, person| sum + self.alone(ranges, prices, person))
    }

    /// The cheapest set of one person.
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

    /// Climbs until the bound passes `enough`, the steps run out, or `look` says stop.
    ///
    /// `look` is shown what each step takes and says towards which value to go on, none to stop.
    pub fn climb(
        &mut self,
        ranges: &Ranges,
        start: &[i64],
        most_steps: usize,
        mut look: impl FnMut(&[i64], usize) -> Option<Aim>,
    ) -> Climbed {
        let mut prices = start.to_vec();
        let mut best = Climbed {
            prices: prices.clone(),
            bound: i64::MIN,
            took: vec![0; self.counts.len()],
            steps: 0,
        };
        let mut excess = vec![0; prices.len()];
        let mut direction = vec![0_i64; prices.len()];
        let (mut stalled, mut damping) = (0, 1);
        for step in 0..most_steps {
            let bound = self.bound(ranges, &prices);
            if bound > best.bound {
                best.bound = bound;
                best.prices.clone_from(&prices);
                stalled = 0;
            } else {
                stalled += 1;
            }
            for (excess, (class, counts)) in excess.iter_mut().zip(
                self.part
                    .classes
                    .iter()
                    .zip(self.part.by_class(&self.counts)),
            ) {
                *excess = class.picks - counts.iter().sum::<i64>();
            }
            if step % 64 == 63 {
                best.took.iter_mut().for_each(|took| *took /= 2);
                best.steps /= 2;
            }
            best.took
                .iter_mut()
                .zip(&self.counts)
                .for_each(|(sum, count)| *sum += count);
            best.steps += 1;
            let Some(aim) = look(&self.counts, step) else {
                break;
            };
            let squared: i64 = excess.iter().map(|excess| excess * excess).sum();
            if squared == 0 || best.bound > aim.enough * SCALE {
                break;
            }
            if stalled > 12 {
                stalled = 0;
                damping *= 2;
                if damping > 64 {
                    break;
                }
                prices.clone_from(&best.prices);
                direction.fill(0);
                continue;
            }
            let along: i64 = excess
                .iter()
                .zip(&direction)
                .map(|(excess, direction)| excess * 256 * direction)
                .sum();
            let long: i64 = direction
                .iter()
                .map(|direction| direction * direction)
                .sum();
            for (direction, excess) in direction.iter_mut().zip(&excess) {
                // Camerini, Fratta, Maffioli 1975: no step turns back on the one before.
                let turned = if along < 0 {
                    (-3 * along / 2).min(long * 2) * *direction / long
                } else {
                    0
                };
                *direction = excess * 256 + turned;
            }
            let long: i64 = direction
                .iter()
                .map(|direction| direction * direction)
                .sum::<i64>()
                .max(1);
            let stride = (aim.target * SCALE - bound).max(SCALE / 4);
            for (price, direction) in prices.iter_mut().zip(&direction) {
                let change =
                    i128::from(stride) * i128::from(*direction) * 256 / i128::from(long * damping);
                *price += change as i64;
            }
        }
        best
    }
}

/// Where an ascent goes.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// The step is towards this value.
    pub target: i64,
    /// A bound above this proves the case done.
    pub enough: i64,
}
