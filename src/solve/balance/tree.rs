//! The tree of cases, and how it is written down as a proof.

use super::super::budget::Stop;
use super::master::Mixture;
use super::part::Part;
use super::prices::Pricing;
use super::proof::Step;
use super::ranges::Ranges;

/// Denominators that are tried, in this order, to write prices down with.
const DENOMINATORS: [i64; 5] = [1, 2, 8, 64, 1024];

/// So few steps are written in no time, stop or not.
const MOST_STEPS_UNASKED: usize = 64;

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
        /// The prices that bound it, times the part's scale.
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

    /// The tree from its root, every leaf with prices as short as the bound of the whole allows; none where it is to stop.
    pub fn steps<'a>(
        &self,
        (part, pricing): (&'a Part, &mut Pricing<'a>),
        bound: i64,
        stop: Stop<'_>,
    ) -> Option<Vec<Step>> {
        let mut written = Written {
            part,
            pricing,
            stop,
            above: bound - part.stride,
            steps: Vec::with_capacity(self.0.len()),
        };
        written.case(self, 0, &Ranges::new(part))?;
        Some(written.steps)
    }
}

/// The tree as it is written down.
struct Written<'a, 'b> {
    part: &'a Part,
    pricing: &'b mut Pricing<'a>,
    stop: Stop<'b>,
    /// Leaves bound above this.
    above: i64,
    steps: Vec<Step>,
}

impl Written<'_, '_> {
    /// A case and all below it, where the splits so far have said these ranges.
    fn case(&mut self, tree: &Tree, case: usize, said: &Ranges) -> Option<()> {
        if self.steps.len() > MOST_STEPS_UNASKED && (self.stop)() {
            return None;
        }
        match &tree.0[case] {
            Case::Split {
                pair,
                most,
                cases: [below, above],
            } => {
                let (fewest, all) = said.of(*pair);
                self.split(*pair, *most);
                self.case(tree, *below, &said.with(*pair, (fewest, all.min(*most))))?;
                self.case(tree, *above, &said.with(*pair, (fewest.max(most + 1), all)))?;
            }
            Case::Leaf { ranges, prices, .. } => self.leaf(ranges, prices, said),
            Case::Empty => self.steps.push(Step::Empty),
        }
        Some(())
    }

    /// A leaf. What follows from the picks of a class is said by splits of their own, as far as the bound needs it: for
    /// those who would take more or less at these prices.
    fn leaf(&mut self, ranges: &Ranges, prices: &[i64], said: &Ranges) {
        let mut said = said.clone();
        let mut after = 0;
        while said != *ranges
            && self.pricing.bound_with_counts(&said, prices) <= self.above * self.part.scale
        {
            let counts = self.pricing.counts().iter().enumerate();
            let outside = counts.map(|(pair, &count)| (pair, count, ranges.of(pair)));
            let mut outside =
                outside.filter(|&(_, count, (least, all))| count < least || count > all);
            let Some((pair, count, (least, all))) = outside.next() else {
                break;
            };
            let (fewest, most) = said.of(pair);
            if count < least {
                self.split(pair, least - 1);
                self.steps.push(Step::Empty);
                said = said.with(pair, (least, most));
            } else {
                self.split(pair, all);
                after += 1;
                said = said.with(pair, (fewest, all));
            }
        }
        let step = short((self.part.scale, self.pricing), (&said, self.above), prices);
        self.steps.push(step);
        self.steps.extend((0..after).map(|_| Step::Empty));
    }

    fn split(&mut self, pair: usize, most: i64) {
        let pair = self.part.pairs[pair];
        self.steps.push(Step::Split {
            class: pair.class as u32,
            person: self.part.people[pair.person],
            most: most.unsigned_abs() as u32,
        });
    }
}

/// The prices, rounded as far as they still bound above this.
fn short(
    (scale, pricing): (i64, &mut Pricing<'_>),
    (ranges, above): (&Ranges, i64),
    prices: &[i64],
) -> Step {
    for denominator in DENOMINATORS.into_iter().filter(|&it| it < scale) {
        let unit = scale / denominator;
        let rounded: Vec<i64> = prices
            .iter()
            .map(|price| (price + unit / 2).div_euclid(unit))
            .collect();
        let scaled: Vec<i64> = rounded.iter().map(|price| price * unit).collect();
        if pricing.bound(ranges, &scaled) > above * scale {
            return Step::Prices {
                denominator,
                prices: rounded,
            };
        }
    }
    Step::Prices {
        denominator: scale,
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
