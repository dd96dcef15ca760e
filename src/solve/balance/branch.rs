//! Cases where prices alone leave a gap: the case with the lowest bound is split on how many copies one person takes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::budget::Budget;
use super::choice::Choice;
use super::descent::Descent;
use super::master::WHOLE;
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
    descent: Descent<'a>,
    best: Choice,
    cases: Vec<Case>,
    ranges: Vec<Ranges>,
    priced: Vec<Option<Priced>>,
}

/// Solves the part.
pub fn solve(part: &Part, budget: Budget<'_>) -> Solved {
    let mut descent = Descent::new(part);
    let mut best = Choice::near(part, &vec![0; part.pairs.len()]);
    descent.descend(&mut best);
    let kicks: usize = std::env::var("KICKS").ok().and_then(|s| s.parse().ok()).unwrap_or(100);
    for k in 0..10 {
        let t = std::time::Instant::now();
        best = descent.kick(&best, kicks, 0);
        if std::env::var("BAL_TRACE").is_ok() && part.people.len() > 8 { println!("  {k} {} {:?}", best.squares(), t.elapsed()); }
    }
    let mut search = Search {
        part,
        budget,
        pricing: Pricing::new(part),
        descent,
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
        let start = self.pricing.approach(&Ranges::new(self.part), &start, self.best.squares());
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
            let Some((pair, most, up)) = self.pick(node, &priced) else {
                continue;
            };
            let (fewest, all) = self.ranges[node].of(pair);
            let below = self.ranges[node].narrowed(self.part, pair, (fewest, most));
            let above = self.ranges[node].narrowed(self.part, pair, (most + 1, all));
            let first = self.cases.len();
            let (at_below, at_above) = if up {
                (first, first + 1)
            } else {
                (first + 1, first)
            };
            self.cases[node] = Case::Split {
                pair,
                most,
                below: at_below,
                above: at_above,
            };
            for ranges in if up { [below, above] } else { [above, below] } {
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
        let (part, stop, best, descent) = (self.part, self.budget.stop, &mut self.best, &mut self.descent);
        let priced = self.pricing.improve(&ranges, start, |counts| {
            let t = std::time::Instant::now();
            let mut choice = Choice::near(part, counts);
            descent.descend(&mut choice);
            if choice.squares() < best.squares() {
                *best = choice;
            }
            if std::env::var("BAL_TRACE2").is_ok() { println!("  9 descend {:?}", t.elapsed()); }
            (!stop()).then_some(best.squares() - part.stride + 1)
        });
        let bound = Reverse(priced.bound);
        self.cases.push(Case::Open(priced.prices.clone()));
        self.ranges.push(ranges);
        self.priced.push(Some(priced));
        Some(Waiting { bound, node })
    }

    /// The pair about which the mixture is undecided, how many copies the first case allows, and whether the second is
    /// the likelier.
    fn pick(&mut self, node: usize, priced: &Priced) -> Option<(usize, i64, bool)> {
        let ranges = &self.ranges[node];
        let t = std::time::Instant::now();
        let mixture = self.pricing.mixture(ranges, &priced.prices)?;
        if std::env::var("BAL_TRACE2").is_ok() { println!("  9 mixture {:?} fractional {}", t.elapsed(), mixture.iter().filter(|x| *x % WHOLE != 0).count()); }
        let whole: Vec<i64> = mixture
            .iter()
            .map(|copies| (copies + WHOLE / 2).div_euclid(WHOLE))
            .collect();
        let mut choice = Choice::near(self.part, &whole);
        self.descent.descend(&mut choice);
        if choice.squares() < self.best.squares() {
            self.best = choice;
        }
        let dive: i64 = std::env::var("DIVE")
            .ok()
            .and_then(|s| s.parse().ok())
            .unwrap_or(1);
        let open = (0..self.part.pairs.len()).filter(|&pair| ranges.of(pair).0 < ranges.of(pair).1);
        let pair = open.max_by_key(|&pair| {
            let rest = mixture[pair].rem_euclid(WHOLE);
            let key = if rest < WHOLE / 50 || rest > WHOLE * 49 / 50 {
                -1
            } else if dive == 1 {
                rest * self.part.weight(pair)
            } else {
                rest.min(WHOLE - rest) * self.part.weight(pair)
            };
            (key, self.part.weight(pair), Reverse(pair))
        })?;
        let (fewest, most) = ranges.of(pair);
        let rest = mixture[pair].rem_euclid(WHOLE);
        Some((
            pair,
            (mixture[pair] / WHOLE).clamp(fewest, most - 1),
            2 * rest >= WHOLE || dive == 1,
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
