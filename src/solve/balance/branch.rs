//! The search in one part: a good choice, the best prices, and where these leave a gap, cases.
//!
//! Of the open cases the one with the lowest bound is split next, on how many copies of a class one person takes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::budget::Budget;
use super::choice::Choice;
use super::descent::Descent;
use super::master::{Mixture, WHOLE};
use super::part::Part;
use super::prices::{Pricing, SCALE};
use super::proof::{PartProof, Step};
use super::ranges::Ranges;

/// A part's best choice, and the proof of its bound.
#[derive(Debug, Clone)]
pub struct Solved {
    /// Copies of every pair.
    pub counts: Vec<i64>,
    /// What shows the bound.
    pub proof: PartProof,
}

/// Kicks before the first prices, before the first split, and in each case: they cost about as much as the prices do.
const KICKS: [usize; 3] = [100, 400, 100];

/// Denominators that are tried, in this order, to write prices down with.
const DENOMINATORS: [i64; 6] = [1, 2, 8, 64, 1024, SCALE];

/// A node of the tree of cases.
enum Case {
    /// Two cases: at most so many copies of the pair, or more.
    Split {
        pair: usize,
        most: i64,
        cases: [usize; 2],
    },
    /// Not split, or not yet.
    Leaf {
        ranges: Ranges,
        prices: Vec<i64>,
        mixture: Option<Mixture>,
    },
    /// No choice is left.
    Empty,
}

/// A case that may have to be split, in the order of splitting: the lowest bound, then the youngest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    bound: Reverse<i64>,
    case: usize,
}

/// Where to split a case.
struct Cut {
    pair: usize,
    most: i64,
    /// The mixture is nearer to more copies than to `most`.
    more: bool,
}

struct Search<'a> {
    part: &'a Part,
    budget: Budget<'a>,
    pricing: Pricing<'a>,
    descent: Descent<'a>,
    best: Choice,
    cases: Vec<Case>,
    waiting: BinaryHeap<Waiting>,
}

/// Solves the part.
pub fn solve(part: &Part, budget: Budget<'_>) -> Solved {
    if part.is_too_large() {
        return unproven(part);
    }
    let mut descent = Descent::new(part, budget.stop);
    let mut best = Choice::near(part, &vec![0; part.pairs.len()]);
    descent.descend(&mut best);
    let (pricing, cases, waiting) = (Pricing::new(part), Vec::new(), BinaryHeap::new());
    let mut search = Search {
        part,
        budget,
        pricing,
        descent,
        best,
        cases,
        waiting,
    };
    search.root();
    search.branch();
    search.finish()
}

impl Search<'_> {
    /// The whole part as one case.
    fn root(&mut self) {
        self.best = self.descent.kick(&self.best, KICKS[0], 0);
        let everything = Ranges::new(self.part);
        let start = first_prices(self.part, &self.best);
        let start = self
            .pricing
            .approach(&everything, &start, self.best.squares());
        self.improve(everything, &start);
        let bound = self.waiting.peek().map_or(0, |waiting| waiting.bound.0);
        self.best = self.descent.kick(&self.best, KICKS[1], bound);
    }

    /// Splits cases until the best choice is proven or the budget is spent.
    fn branch(&mut self) {
        while let Some(Waiting { bound, case }) = self.waiting.pop() {
            // What waits has no lower bound than this one.
            if bound.0 >= self.best.squares() {
                break;
            }
            if self.cases.len() as u64 + 2 > self.budget.nodes || (self.budget.stop)() {
                break;
            }
            let Case::Leaf {
                ranges,
                prices,
                mixture,
            } = &self.cases[case]
            else {
                continue;
            };
            let (ranges, prices) = (ranges.clone(), prices.clone());
            let mixture = mixture
                .clone()
                .or_else(|| self.pricing.mixture(&ranges, &prices));
            let Some(cut) = self.cut(&ranges, mixture.as_ref()) else {
                continue;
            };
            let (fewest, all) = ranges.of(cut.pair);
            let first = self.cases.len();
            let below = ranges.narrowed(self.part, cut.pair, (fewest, cut.most));
            let above = ranges.narrowed(self.part, cut.pair, (cut.most + 1, all));
            // The likelier case is opened last, to be the youngest.
            let cases = if cut.more {
                [first, first + 1]
            } else {
                [first + 1, first]
            };
            self.cases[case] = Case::Split {
                pair: cut.pair,
                most: cut.most,
                cases,
            };
            for ranges in if cut.more {
                [below, above]
            } else {
                [above, below]
            } {
                self.open(ranges, &prices);
            }
        }
    }

    /// Adds a case below one that had these prices.
    fn open(&mut self, ranges: Option<Ranges>, start: &[i64]) {
        let Some(ranges) = ranges else {
            self.cases.push(Case::Empty);
            return;
        };
        // Where a mixture costs no more than the bound, other prices cannot raise the bound: so it mostly is on one side.
        let bound = self.pricing.look_around(&ranges, start);
        let mixture = self.pricing.mixture(&ranges, start);
        let more = mixture
            .as_ref()
            .map(|mixture| self.raised(bound + mixture.above));
        if more == Some(self.raised(bound)) && more < Some(self.best.squares()) {
            self.waiting.push(Waiting {
                bound: Reverse(self.raised(bound)),
                case: self.cases.len(),
            });
            self.cases.push(Case::Leaf {
                ranges,
                prices: start.to_vec(),
                mixture,
            });
        } else {
            self.improve(ranges, start);
        }
    }

    /// Adds a case, with the best prices that the budget allows.
    fn improve(&mut self, ranges: Ranges, start: &[i64]) {
        let (part, stop) = (self.part, self.budget.stop);
        let (best, descent) = (&mut self.best, &mut self.descent);
        let priced = self.pricing.improve(&ranges, start, |counts| {
            let mut choice = Choice::near(part, counts);
            descent.descend(&mut choice);
            if choice.squares() < best.squares() {
                *best = choice;
            }
            (!stop()).then_some(best.squares() - part.stride)
        });
        self.waiting.push(Waiting {
            bound: Reverse(self.raised(priced.bound)),
            case: self.cases.len(),
        });
        self.cases.push(Case::Leaf {
            ranges,
            prices: priced.prices,
            mixture: None,
        });
    }

    /// The lowest value not below the bound that a choice can have.
    fn raised(&self, bound: i64) -> i64 {
        let value = self.best.squares();
        value - (value * SCALE - bound).div_euclid(self.part.stride * SCALE) * self.part.stride
    }

    /// The pair about which the mixture of sets is least decided, in works; on the way, a choice near the mixture.
    fn cut(&mut self, ranges: &Ranges, mixture: Option<&Mixture>) -> Option<Cut> {
        let copies = |pair: usize| mixture.map_or(0, |mixture| mixture.copies[pair]);
        let counts: Vec<i64> = (0..self.part.pairs.len())
            .map(|pair| (copies(pair) + WHOLE / 2).div_euclid(WHOLE))
            .collect();
        let mut choice = Choice::near(self.part, &counts);
        self.descent.descend(&mut choice);
        let kicked = self.descent.kick(&choice, KICKS[2], 0);
        if kicked.squares() < self.best.squares() {
            self.best = kicked;
        }
        let undecided = |&pair: &usize| {
            let rest = copies(pair).rem_euclid(WHOLE);
            // A hair from a whole number is rounding.
            let rest = if rest.min(WHOLE - rest) < WHOLE / 64 {
                0
            } else {
                rest.min(WHOLE - rest)
            };
            (
                rest * self.part.weight(pair),
                self.part.weight(pair),
                Reverse(pair),
            )
        };
        let pair = (0..self.part.pairs.len())
            .filter(|&pair| ranges.of(pair).0 < ranges.of(pair).1)
            .max_by_key(undecided)?;
        let (fewest, most) = ranges.of(pair);
        let more = 2 * copies(pair).rem_euclid(WHOLE) >= WHOLE;
        Some(Cut {
            pair,
            most: copies(pair).div_euclid(WHOLE).clamp(fewest, most - 1),
            more,
        })
    }

    /// Writes the tree down from its root, every leaf with prices as short as its part in the bound allows.
    fn finish(mut self) -> Solved {
        let bounds = self.waiting.iter().map(|waiting| waiting.bound.0);
        let bound = bounds.fold(self.best.squares(), i64::min);
        let mut steps = Vec::new();
        let mut stack = vec![0];
        while let Some(case) = stack.pop() {
            let step = match &self.cases[case] {
                Case::Split {
                    pair,
                    most,
                    cases: [below, above],
                } => {
                    stack.extend([*above, *below]);
                    let pair = self.part.pairs[*pair];
                    let person = self.part.people[pair.person];
                    Step::Split {
                        class: pair.class as u32,
                        person,
                        most: *most as u32,
                    }
                }
                Case::Leaf { ranges, prices, .. } => {
                    short(&mut self.pricing, ranges, prices, bound - self.part.stride)
                }
                Case::Empty => Step::Empty,
            };
            steps.push(step);
        }
        Solved {
            counts: self.best.counts,
            proof: PartProof {
                classes: items(self.part),
                steps,
            },
        }
    }
}

/// Some choice, and free prices, which prove no more than the loads that people bring along.
fn unproven(part: &Part) -> Solved {
    let counts = Choice::near(part, &vec![0; part.pairs.len()]).counts;
    let free = Step::Prices {
        denominator: 1,
        prices: vec![0; part.classes.len()],
    };
    Solved {
        counts,
        proof: PartProof {
            classes: items(part),
            steps: vec![free],
        },
    }
}

/// The items of every class.
fn items(part: &Part) -> Vec<Vec<u32>> {
    part.classes
        .iter()
        .map(|class| class.items.iter().map(|&item| item as u32).collect())
        .collect()
}

/// The prices, rounded as far as they still bound above this.
fn short(pricing: &mut Pricing<'_>, ranges: &Ranges, prices: &[i64], above: i64) -> Step {
    for denominator in DENOMINATORS {
        let unit = SCALE / denominator;
        let rounded: Vec<i64> = prices
            .iter()
            .map(|price| (price + unit / 2).div_euclid(unit))
            .collect();
        let scaled: Vec<i64> = rounded.iter().map(|price| price * unit).collect();
        if pricing.bound(ranges, &scaled) > above * SCALE {
            return Step::Prices {
                denominator,
                prices: rounded,
            };
        }
    }
    Step::Prices {
        denominator: SCALE,
        prices: prices.to_vec(),
    }
}

/// Prices at which the choice nearly stands: between what the most loaded taker of a class would save without a copy of
/// it, and what one more would cost the least loaded other.
fn first_prices(part: &Part, choice: &Choice) -> Vec<i64> {
    let price = |class: &super::part::Class| {
        let load = |pair: usize| choice.loads[part.pairs[pair].person];
        let takers = class.pairs.clone().filter(|&pair| choice.counts[pair] > 0);
        let others = class
            .pairs
            .clone()
            .filter(|&pair| choice.counts[pair] < part.copies(pair));
        let saved = takers
            .map(|pair| class.weight * (2 * load(pair) - class.weight))
            .max();
        let added = others
            .map(|pair| class.weight * (2 * load(pair) + class.weight))
            .min();
        let (saved, added) = (
            saved.or(added).unwrap_or_default(),
            added.or(saved).unwrap_or_default(),
        );
        (saved + added) * (SCALE / 2)
    };
    part.classes.iter().map(price).collect()
}
