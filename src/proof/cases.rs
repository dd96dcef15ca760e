//! The cases that the steps of a component make.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::domain::{PersonId, Spot};

use super::{Amounts, Component, Step};

/// Fewest and most of a lot that a person has; without an entry, any number.
pub type Limits = BTreeMap<(PersonId, usize), (u32, u32)>;

/// Greater ones say nothing that smaller ones cannot, and sums of multiples would not fit.
const DIVISORS: RangeInclusive<i128> = 1..=1 << 32;

/// A leaf of the tree of cases.
pub struct Case<'a> {
    /// What makes the case.
    pub limits: Limits,
    /// All prices are to be divided by this.
    pub divisor: i128,
    /// What a seat of each lot pays.
    pub prices: &'a [Amounts],
}

/// The leaves of the tree, in their order; nothing if steps are missing or go on after its end.
pub fn cases(steps: &[Step]) -> Option<Vec<Case<'_>>> {
    let (mut open, mut cases) = (vec![Limits::new()], Vec::new());
    for step in steps {
        let mut limits = open.pop()?;
        match step {
            &Step::Split { lot, person, most } => {
                let limit = limits.entry((person, lot)).or_insert((0, u32::MAX));
                let (fewest, all) = *limit;
                limit.1 = most.min(all);
                let mut above = limits.clone();
                above.insert((person, lot), (fewest.max(most.saturating_add(1)), all));
                open.extend([above, limits]);
            }
            Step::Prices { divisor, prices } => cases.push(Case {
                limits,
                divisor: i128::from(*divisor),
                prices,
            }),
        }
    }
    open.is_empty().then_some(cases)
}

impl Component {
    /// Its cases; nothing unless every lot has demands – several of works only –, every case a price for each of them,
    /// and the tree is whole.
    pub fn cases(&self) -> Option<Vec<Case<'_>>> {
        let is_lot = |lot: &Vec<Spot>| match lot[..] {
            [] => false,
            [_] => true,
            [..] => lot.iter().all(|(_, role)| !role.is_time_bound()),
        };
        let is_priced = |case: &Case<'_>| {
            DIVISORS.contains(&case.divisor) && case.prices.len() == self.lots.len()
        };
        let cases = cases(&self.steps).filter(|cases| cases.iter().all(is_priced));
        cases.filter(|_| self.lots.iter().all(is_lot))
    }
}
