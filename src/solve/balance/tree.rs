//! The tree of cases, and how it is written down as a proof.

use super::master::Mixture;
use super::part::Part;
use super::prices::{Pricing, SCALE};
use super::proof::Step;
use super::ranges::Ranges;

/// Denominators that are tried, in this order, to write prices down with.
const DENOMINATORS: [i64; 6] = [1, 2, 8, 64, 1024, SCALE];

/// A node of the tree.
#[derive(Debug, Clone)]
pub enum Case {
    /// Two cases: at most so many copies of the pair, or more.
    Split {
        /// Position among the part's pairs.
        pair: usize,
        /// The most copies in the first case.
        most: i64,
        /// The two cases.
        cases: [usize; 2],
    },
    /// Not split, or not yet.
    Leaf {
        /// What the case allows.
        ranges: Ranges,
        /// The prices that bound it, times [`SCALE`].
        prices: Vec<i64>,
        /// The mixture of sets at these prices, where it is known.
        mixture: Option<Mixture>,
    },
    /// No choice is left.
    Empty,
}

/// All cases; the first is the root.
#[derive(Debug, Default)]
pub struct Tree(Vec<Case>);

impl Tree {
    /// How many cases there are, that is the position of the next.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds a case.
    pub fn push(&mut self, case: Case) {
        self.0.push(case);
    }

    /// Ranges, prices and mixture of a leaf.
    pub fn leaf(&self, case: usize) -> Option<(Ranges, Vec<i64>, Option<Mixture>)> {
        match &self.0[case] {
            Case::Leaf {
                ranges,
                prices,
                mixture,
            } => Some((ranges.clone(), prices.clone(), mixture.clone())),
            Case::Split { .. } | Case::Empty => None,
        }
    }

    /// Makes a leaf a split: at most so many copies of the pair, or more.
    pub fn split(&mut self, case: usize, (pair, most): (usize, i64), cases: [usize; 2]) {
        self.0[case] = Case::Split { pair, most, cases };
    }

    /// The tree from its root, every leaf with prices as short as the bound of the whole allows.
    pub fn steps(&self, part: &Part, pricing: &mut Pricing<'_>, bound: i64) -> Vec<Step> {
        let mut steps = Vec::with_capacity(self.0.len());
        let mut stack = vec![0];
        while let Some(case) = stack.pop() {
            steps.push(match &self.0[case] {
                Case::Split {
                    pair,
                    most,
                    cases: [below, above],
                } => {
                    stack.extend([*above, *below]);
                    let pair = part.pairs[*pair];
                    let (class, person) = (pair.class as u32, part.people[pair.person]);
                    Step::Split {
                        class,
                        person,
                        most: most.unsigned_abs() as u32,
                    }
                }
                Case::Leaf { ranges, prices, .. } => {
                    short(pricing, ranges, prices, bound - part.stride)
                }
                Case::Empty => Step::Empty,
            });
        }
        steps
    }
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

/// The items of every class.
pub fn items(part: &Part) -> Vec<Vec<u32>> {
    part.classes
        .iter()
        .map(|class| class.items.iter().map(|&item| item as u32).collect())
        .collect()
}
