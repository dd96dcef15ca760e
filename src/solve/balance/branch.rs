//! Cases where prices alone leave a gap: the case with the lowest bound is split on how many copies one person takes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::budget::Budget;
use super::choice::Choice;
use super::part::Part;
use super::prices::{Priced, Pricing, SCALE};
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

/// A node of the tree of cases.
enum Case {
    Split {
        pair: usize,
        most: i64,
        below: usize,
        above: usize,
    },
    Open(Vec<i64>),
    Empty,
}

/// A case still to be split, the lowest bound first, then the youngest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    bound: Reverse<i64>,
    node: usize,
}

struct Search<'a> {
    part: &'a Part,
    budget: Budget<'a>,
    pricing: Pricing<'a>,
    best: Choice,
    cases: Vec<Case>,
    ranges: Vec<Ranges>,
    priced: Vec<Option<Priced>>,
}

/// Solves the part.
pub fn solve(part: &Part, budget: Budget<'_>) -> Solved {
    let mut best = Choice::repair(part, vec![0; part.pairs.len()]);
    best.descend(part);
    let mut search = Search {
        part,
        budget,
        pricing: Pricing::new(part),
        best,
        cases: Vec::new(),
        ranges: Vec::new(),
        priced: Vec::new(),
    };
    search.run();
    search.finish()
}

impl Search<'_> {
    fn run(&mut self) {
        let start = first_prices(self.part, &self.best);
        let mut waiting = BinaryHeap::new();
        waiting.extend(self.open(Some(Ranges::new(self.part)), &start));
        let mut nodes = 1;
        while let Some(Waiting {
            bound: Reverse(bound),
            node,
        }) = waiting.pop()
        {
            // What waits has no lower bound than this: the rest is done as well.
            if bound > (self.best.squares() - self.part.stride) * SCALE {
                break;
            }
            nodes += 2;
            if nodes > self.budget.nodes || (self.budget.stop)() {
                break;
            }
            let Some(priced) = self.priced[node].take() else {
                continue;
            };
            let Some((pair, most)) = self.pick(node, &priced) else {
                continue;
            };
            let (fewest, all) = self.ranges[node].of(pair);
            let below = self.ranges[node].narrowed(self.part, pair, (fewest, most));
            let above = self.ranges[node].narrowed(self.part, pair, (most + 1, all));
            let first = self.cases.len();
            self.cases[node] = Case::Split {
                pair,
                most,
                below: first,
                above: first + 1,
            };
            for ranges in [below, above] {
                waiting.extend(self.open(ranges, &priced.prices));
            }
        }
    }

    /// Adds a case, and finds prices for it.
    fn open(&mut self, ranges: Option<Ranges>, start: &[i64]) -> Option<Waiting> {
        let node = self.cases.len();
        let Some(ranges) = ranges else {
            self.cases.push(Case::Empty);
            self.ranges.push(Ranges::new(self.part));
            self.priced.push(None);
            return None;
        };
        let (part, stop, best) = (self.part, self.budget.stop, &mut self.best);
        let priced = self.pricing.improve(&ranges, start, |counts| {
            let mut choice = Choice::repair(part, counts.to_vec());
            choice.descend(part);
            if choice.squares() < best.squares() {
                *best = choice;
            }
            (!stop()).then_some(best.squares() - part.stride + 1)
        });
        let bound = Reverse(priced.bound);
        self.cases.push(Case::Open(priced.prices.clone()));
        self.ranges.push(ranges);
        self.priced.push(Some(priced));
        Some(Waiting { bound, node })
    }

    /// The pair about which the steps disagreed most, in works, and how many copies the first case allows.
    fn pick(&self, node: usize, priced: &Priced) -> Option<(usize, i64)> {
        let open = (0..self.part.pairs.len()).filter(|&pair| {
            let (fewest, most) = self.ranges[node].of(pair);
            fewest < most
        });
        let pair = open.max_by_key(|&pair| {
            let rest = priced.took[pair] % priced.rounds;
            (
                rest.min(priced.rounds - rest) * self.part.weight(pair),
                self.part.weight(pair),
                Reverse(pair),
            )
        })?;
        let (fewest, most) = self.ranges[node].of(pair);
        Some((
            pair,
            (priced.took[pair] / priced.rounds).clamp(fewest, most - 1),
        ))
    }

    /// Writes the tree down from its root.
    fn finish(self) -> Solved {
        let mut steps = Vec::new();
        let mut stack = vec![0];
        while let Some(node) = stack.pop() {
            steps.push(match &self.cases[node] {
                Case::Split {
                    pair,
                    most,
                    below,
                    above,
                } => {
                    stack.extend([*above, *below]);
                    let pair = self.part.pairs[*pair];
                    Step::Split {
                        class: pair.class as u32,
                        person: self.part.people[pair.person],
                        most: *most as u32,
                    }
                }
                Case::Open(prices) => Step::Prices(prices.clone()),
                Case::Empty => Step::Empty,
            });
        }
        let classes = self
            .part
            .classes
            .iter()
            .map(|class| class.items.iter().map(|&item| item as u32).collect())
            .collect();
        Solved {
            counts: self.best.counts,
            proof: PartProof {
                classes,
                denominator: SCALE,
                steps,
            },
        }
    }
}

/// Prices at which the choice nearly stands: between what the dearest taker of a class saves without a copy of it, and
/// what one more would cost the cheapest other.
fn first_prices(part: &Part, choice: &Choice) -> Vec<i64> {
    let price = |class: &super::part::Class| {
        let load = |pair: &usize| choice.loads[part.pairs[*pair].person];
        let weight = class.weight;
        let saved = class
            .pairs
            .clone()
            .filter(|&pair| choice.counts[pair] > 0)
            .map(|pair| 2 * load(&pair) * weight - weight * weight)
            .max();
        let added = class
            .pairs
            .clone()
            .filter(|&pair| choice.counts[pair] < part.copies(pair))
            .map(|pair| 2 * load(&pair) * weight + weight * weight)
            .min();
        let (saved, added) = (
            saved.or(added).unwrap_or_default(),
            added.or(saved).unwrap_or_default(),
        );
        (saved + added) * (SCALE / 2)
    };
    part.classes.iter().map(price).collect()
}
