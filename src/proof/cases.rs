//! The cases that the steps of a level make.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::domain::{PersonId, Spot};

use super::{Amounts, Component, Level, Prices, Proof, Step};

/// Fewest and most of a lot that a person has; without an entry, any number.
pub type Limits = BTreeMap<(PersonId, usize), (u32, u32)>;

/// Greater ones say nothing that smaller ones cannot.
const DIVISORS: RangeInclusive<i64> = 1..=1 << 32;

/// Products stay below this, so that some of them can be added.
const GREATEST: i128 = 1 << 120;

/// A leaf of the tree of cases.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// What makes the case.
    pub limits: Limits,
    /// What bounds it.
    pub prices: &'a Prices,
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
            Step::Prices(prices) => cases.push(Case { limits, prices }),
        }
    }
    open.is_empty().then_some(cases)
}

impl Component {
    /// The cases of its blocks; nothing unless every lot has demands – several of works only –, every case a price for each of
    /// them and multipliers of levels above alone, in their order and none negative, and the trees are whole.
    pub fn cases(&self) -> Option<Vec<(Level, Vec<Case<'_>>)>> {
        let is_lot = |lot: &Vec<Spot>| match lot[..] {
            [] => false,
            [_] => true,
            [..] => lot.iter().all(|(_, role)| !role.is_time_bound()),
        };
        if !self.lots.iter().all(is_lot) {
            return None;
        }
        let blocks = self.blocks.iter().map(|block| {
            let is_sound = |case: &Case<'_>| case.prices.is_sound(block.level, self.lots.len());
            let cases = cases(&block.steps)?;
            cases.iter().all(is_sound).then_some((block.level, cases))
        });
        blocks.collect()
    }
}

impl Prices {
    fn is_sound(&self, level: Level, lots: usize) -> bool {
        let is_above = |&(above, times): &(Level, i128)| above < level && times >= 0;
        DIVISORS.contains(&self.divisor)
            && self.of_lots.len() == lots
            && self.multipliers.iter().all(is_above)
            && self.multipliers.is_sorted_by(|a, b| a.0 < b.0)
    }

    /// How many times each level counts where this one is bounded.
    pub fn times(&self, level: Level) -> Amounts {
        let own = (level, i128::from(self.divisor));
        self.multipliers.iter().copied().chain([own]).collect()
    }
}

impl Proof {
    /// Do sums of its numbers fit into a word, where as much as this is counted?
    pub fn fits(&self, size: i128) -> bool {
        let blocks = self.components.iter().flat_map(|it| &it.blocks);
        let prices = blocks.flat_map(|it| &it.steps).filter_map(|it| match it {
            Step::Prices(prices) => Some(prices),
            Step::Split { .. } => None,
        });
        let mut numbers = prices.flat_map(|it| {
            let multipliers = it.multipliers.iter().map(|it| it.1);
            let times = multipliers.chain([it.divisor.into()]);
            times.chain(it.of_lots.iter().copied())
        });
        let size = size.saturating_add(1);
        numbers.all(|it| it.saturating_abs().saturating_mul(size) < GREATEST)
    }
}

/// By how much weighted sums of squares of loads differ at least, if they do, where as much is given out in all. Of what adds,
/// what is there before, and what the square weighs.
///
/// Let g divide everything that adds to a load. The k-th g on top of b lets a square of weight w grow by c = wg(2b + g), and
/// 2wg² more for each before it: sums of as many g differ by multiples of whatever divides all 2wg² and all differences of c.
pub fn stride(loads: impl Iterator<Item = (i128, i128, i128)> + Clone) -> i128 {
    let unit = loads.clone().fold(0, |unit, it| gcd(unit, it.0));
    let first_step = |(_, before, weight): (i128, i128, i128)| weight * unit * (2 * before + unit);
    let first = loads.clone().next().map_or(0, first_step);
    let divisor = loads.fold(0, |divisor, it| {
        gcd(gcd(divisor, 2 * it.2 * unit * unit), first_step(it) - first)
    });
    divisor.max(1)
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
