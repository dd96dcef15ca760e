//! The search in one part: a good choice, the best prices, and where these leave a gap, cases.
//!
//! Of the open cases the one with the lowest bound is split next, on how many copies of a class one person takes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::budget::{Budget, Stage};
use super::super::random::Random;
use super::choice::Choice;
use super::descent::Descent;
use super::master::{Mixture, WHOLE};
use super::part::Part;
use super::pool::Pool;
use super::prices::Pricing;
use super::proof::{PartProof, Step};
use super::ranges::Ranges;
use super::tree::{self, Case, Tree};

/// A part's best choice, and the proof of its bound.
#[derive(Debug, Clone)]
pub struct Solved {
    /// Copies of every pair.
    pub counts: Vec<i64>,
    /// What shows the bound.
    pub proof: PartProof,
}

/// Kicks before the best prices are looked for.
const EARLY_KICKS: usize = 30;
/// Prices by weight are started from where others leave a gap so many times as wide.
const FAR: i64 = 4;
/// Kicks before the first split.
const KICKS: usize = 100;
/// Cases before the choice is kicked for long, and how often it is kicked for each.
const EARLY_CASES: u64 = 60;
const KICKS_FOR_A_CASE: u64 = 8;
/// Where the best choice is not proven, no more cases than this are written down, but the root alone.
const MOST_OPEN_CASES: usize = 64;
/// Kicks of each choice near a mixture.
const KICKS_NEAR: usize = 20;

/// Choices drawn near each mixture.
const DRAWS: usize = 4;

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
    tree: Tree,
    waiting: BinaryHeap<Waiting>,
    random: Random,
    /// Prices of the whole part as one case.
    root_prices: Vec<i64>,
}

/// Solves the part.
pub fn solve(part: &Part, budget: Budget<'_>) -> Solved {
    if part.is_too_large() {
        return unproven(part, vec![0; part.classes.len()]);
    }
    if (budget.stop)() {
        return unproven(part, level_prices(part));
    }
    let mut descent = Descent::new(part, budget.stop);
    let mut best = Choice::near(part, &vec![0; part.pairs.len()]);
    descent.descend(&mut best);
    let (pricing, tree, waiting) = (
        Pricing::new(part, budget.stop),
        Tree::default(),
        BinaryHeap::new(),
    );
    let mut search = Search {
        part,
        budget,
        pricing,
        descent,
        best,
        tree,
        waiting,
        random: Random::new(0),
        root_prices: Vec::new(),
    };
    search.root();
    search.alternate();
    search.finish()
}

impl Search<'_> {
    /// The whole part as one case: the prices that take least to find first.
    fn root(&mut self) {
        let everything = Ranges::new(self.part);
        let level = level_prices(self.part);
        let bound = self.pricing.bound(&everything, &level);
        if self.is_enough(&everything, &level, bound) {
            return;
        }
        let enough = self.best.squares(self.part) - self.part.stride;
        let pooled = Pool::new(self.part, &self.best).prices((&level, enough), self.budget.stop);
        let bound = self.pricing.bound(&everything, &pooled);
        self.kick((EARLY_KICKS, self.raised(bound)));
        if self.is_enough(&everything, &pooled, bound) {
            return;
        }
        // Prices by weight that nearly prove the choice are the better start; else those at which it nearly stands.
        let first = first_prices(self.part, &self.best);
        let gap = |bound: i64| self.best.squares(self.part) * self.part.scale - bound;
        let is_nearer = FAR * gap(bound) < gap(self.pricing.bound(&everything, &first));
        self.improve(everything, if is_nearer { &pooled } else { &first });
        let bound = self.waiting.peek().map_or(0, |waiting| waiting.bound.0);
        self.kick((KICKS, bound));
    }

    /// Kicks the best choice, so many times more after each time that this betters it, until it is good enough.
    fn kick(&mut self, (kicks, enough): (usize, i64)) {
        loop {
            let before = self.best.squares(self.part);
            self.best = self.descent.kick(&self.best, kicks, enough);
            let after = self.best.squares(self.part);
            if after == before || after <= enough || (self.budget.stop)() {
                break;
            }
        }
    }

    /// Do these prices, with their bound, prove the best choice? Then the case is added with them.
    fn is_enough(&mut self, ranges: &Ranges, prices: &[i64], bound: i64) -> bool {
        let proves = self.raised(bound) >= self.best.squares(self.part);
        if proves {
            let (ranges, prices) = (ranges.clone(), prices.to_vec());
            let mixture = None;
            self.add(
                Case::Leaf {
                    ranges,
                    prices,
                    mixture,
                },
                bound,
            );
        }
        proves
    }

    /// Splits cases until the best choice is proven or the budget is spent.
    fn branch(&mut self, most: u64) {
        while let Some(&Waiting { bound, case }) = self.waiting.peek() {
            let cases = self.tree.len() as u64 + 2;
            let spent = cases > self.budget.nodes.min(most) || (self.budget.stop)();
            // What waits has no lower bound than this one.
            if bound.0 >= self.best.squares(self.part) || spent {
                break;
            }
            self.waiting.pop();
            self.tell(bound.0);
            self.split(case);
        }
    }

    fn tell(&self, bound: i64) {
        (self.budget.tell)(Stage {
            level: 4,
            value: self.best.squares(self.part).max(0).unsigned_abs(),
            bound: bound.max(0).unsigned_abs(),
        });
    }

    /// Cases and kicks in turn, of both twice as many each time: where cases do not end soon, it is mostly the choice that
    /// lacks.
    fn alternate(&mut self) {
        let mut most = EARLY_CASES;
        loop {
            self.branch(most);
            let bound = self.waiting.peek().map_or(i64::MAX, |it| it.bound.0);
            let is_spent = most >= self.budget.nodes;
            if bound >= self.best.squares(self.part) || is_spent || (self.budget.stop)() {
                break;
            }
            self.tell(bound);
            let kicks = usize::try_from(KICKS_FOR_A_CASE * most).unwrap_or(usize::MAX);
            self.kick((kicks, bound));
            most *= 2;
        }
    }

    /// Makes two cases of one.
    fn split(&mut self, case: usize) {
        let Some((ranges, prices, mixture)) = self.tree.leaf(case) else {
            return;
        };
        let mixture =
            mixture.unwrap_or_else(|| self.pricing.mixture(&ranges, &prices, &self.best.counts).1);
        self.choose_near(&mixture);
        let Some(Cut { pair, most, more }) = self.cut(&ranges, &mixture) else {
            return;
        };
        let (fewest, all) = ranges.of(pair);
        let below = ranges.narrowed(self.part, pair, (fewest, most));
        let above = ranges.narrowed(self.part, pair, (most + 1, all));
        // The likelier case is opened last, to be the youngest.
        let first = self.tree.len();
        let (cases, ranges) = if more {
            ([first, first + 1], [below, above])
        } else {
            ([first + 1, first], [above, below])
        };
        self.tree.split(case, (pair, most), cases);
        for ranges in ranges {
            self.open(ranges, &prices);
        }
    }

    /// Adds a case below one that had these prices.
    fn open(&mut self, ranges: Option<Ranges>, start: &[i64]) {
        let Some(ranges) = ranges else {
            self.tree.push(Case::Empty);
            return;
        };
        // Where a mixture costs no more than the bound, other prices cannot raise the bound: so it mostly is on one side.
        let (bound, mixture) = self.pricing.mixture(&ranges, start, &self.best.counts);
        let most = self.raised(mixture.cost);
        if most == self.raised(bound) && most < self.best.squares(self.part) {
            self.add(
                Case::Leaf {
                    ranges,
                    prices: start.to_vec(),
                    mixture: Some(mixture),
                },
                bound,
            );
        } else {
            self.improve(ranges, start);
        }
    }

    /// Adds a case, with the best prices that the budget allows.
    fn improve(&mut self, ranges: Ranges, start: &[i64]) {
        let (part, stop) = (self.part, self.budget.stop);
        let (best, descent) = (&mut self.best, &mut self.descent);
        let near = best.counts.clone();
        let priced = self.pricing.improve(&ranges, (start, &near), |counts| {
            let mut choice = Choice::near(part, counts);
            descent.descend(&mut choice);
            if choice.squares(part) < best.squares(part) {
                *best = choice;
            }
            (!stop()).then_some(best.squares(part) - part.stride)
        });
        self.add(
            Case::Leaf {
                ranges,
                prices: priced.prices,
                mixture: None,
            },
            priced.bound,
        );
    }

    /// Adds a case that has this bound, to be split in its turn.
    fn add(&mut self, case: Case, bound: i64) {
        if let (0, Case::Leaf { prices, .. }) = (self.tree.len(), &case) {
            self.root_prices.clone_from(prices);
        }
        self.waiting.push(Waiting {
            bound: Reverse(self.raised(bound)),
            case: self.tree.len(),
        });
        self.tree.push(case);
    }

    /// The lowest value not below the bound that a choice can have.
    fn raised(&self, bound: i64) -> i64 {
        let value = self.best.squares(self.part);
        let (stride, scale) = (self.part.stride, self.part.scale);
        value - (value * scale - bound).div_euclid(stride * scale) * stride
    }

    /// Choices near the mixture: each pair rounded, and for everyone a set drawn by its share.
    fn choose_near(&mut self, mixture: &Mixture) {
        let rounded = |copies: &i64| (copies + WHOLE / 2).div_euclid(WHOLE);
        let mut counts: Vec<i64> = mixture.copies.iter().map(rounded).collect();
        for _ in 0..=DRAWS {
            let mut choice = Choice::near(self.part, &counts);
            self.descent.descend(&mut choice);
            let kicked = self.descent.kick(&choice, KICKS_NEAR, 0);
            if kicked.squares(self.part) < self.best.squares(self.part) {
                self.best = kicked;
            }
            let mut tickets: Vec<i64> = self
                .part
                .people
                .iter()
                .map(|_| self.random.below(WHOLE.unsigned_abs() as usize) as i64)
                .collect();
            for (person, set, share) in &mixture.sets {
                // The share in which the ticket falls is drawn; what rounding loses falls to the last.
                if tickets[*person] >= 0 {
                    for (&pair, &count) in self.part.pairs_of[*person].iter().zip(set) {
                        counts[pair] = count;
                    }
                }
                tickets[*person] -= share;
            }
        }
    }

    /// The pair about which the mixture of sets is least decided, in works.
    fn cut(&self, ranges: &Ranges, mixture: &Mixture) -> Option<Cut> {
        let copies = |pair: usize| mixture.copies[pair];
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

    /// The best choice, and the tree as a proof.
    fn finish(mut self) -> Solved {
        let bounds = self.waiting.iter().map(|waiting| waiting.bound.0);
        let bound = bounds.fold(self.best.squares(self.part), i64::min);
        let is_open = bound < self.best.squares(self.part);
        let whole = if is_open && self.tree.len() > MOST_OPEN_CASES {
            None
        } else {
            let pricing = &mut self.pricing;
            self.tree
                .steps((self.part, pricing), bound, self.budget.stop)
        };
        let steps = whole.unwrap_or_else(|| {
            vec![Step::Prices {
                denominator: self.part.scale,
                prices: self.root_prices,
            }]
        });
        Solved {
            counts: self.best.counts,
            proof: PartProof {
                classes: tree::items(self.part),
                steps,
            },
        }
    }
}

/// Some choice, and these prices, whatever they prove.
fn unproven(part: &Part, prices: Vec<i64>) -> Solved {
    let counts = Choice::near(part, &vec![0; part.pairs.len()]).counts;
    let step = Step::Prices {
        denominator: part.scale,
        prices,
    };
    Solved {
        counts,
        proof: PartProof {
            classes: tree::items(part),
            steps: vec![step],
        },
    }
}

/// One price for every work, halfway between what the last and what the next costs where all loads are level, as their squares
/// weigh: where people can be loaded that evenly, these prices prove it.
fn level_prices(part: &Part) -> Vec<i64> {
    let works: i64 = part
        .classes
        .iter()
        .map(|class| class.picks * class.weight)
        .sum();
    // How many works fill the loads up to a level, rounded down.
    let filled = |level: i64| -> i64 {
        let people = part.loads.iter().zip(&part.weights);
        let of_one = people.map(|(load, weight)| (level / weight - load).max(0));
        of_one.fold(0, i64::saturating_add)
    };
    let highest = part.loads.iter().zip(&part.weights);
    let highest = highest.map(|(load, weight)| weight * (load + works));
    let (mut low, mut high) = (0, highest.max().unwrap_or(0));
    while low < high {
        let middle = high - (high - low) / 2;
        if filled(middle) <= works {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    let lightest = part.weights.iter().copied().min().unwrap_or(1);
    let price = |class: &super::part::Class| class.weight * (2 * low + lightest) * part.scale;
    part.classes.iter().map(price).collect()
}

/// Prices at which the choice nearly stands: between what the most loaded taker of a class would save without a copy of
/// it, and what one more would cost the least loaded other.
fn first_prices(part: &Part, choice: &Choice) -> Vec<i64> {
    let price = |class: &super::part::Class| {
        let grown = |pair: usize, more: i64| {
            let person = part.pairs[pair].person;
            part.last_step(person, choice.loads[person] + more, class.weight)
        };
        let takers = class.pairs.clone().filter(|&pair| choice.counts[pair] > 0);
        let others = class
            .pairs
            .clone()
            .filter(|&pair| choice.counts[pair] < part.copies(pair));
        let saved = takers.map(|pair| grown(pair, 0)).max();
        let added = others.map(|pair| grown(pair, class.weight)).min();
        let (saved, added) = (
            saved.or(added).unwrap_or_default(),
            added.or(saved).unwrap_or_default(),
        );
        (saved + added) * part.scale / 2
    };
    part.classes.iter().map(price).collect()
}
