//! Certificates of time-bound components as blocks: a packed price says what it says of each level.
//!
//! Packed prices prove all levels at once, by the order of their digits. The digits of a level and of those above it, weighed
//! as they are packed, prove that level: whoever is cheapest in all digits is so in the first of them.

use crate::proof::{Block, Level as Named, Prices, Step};

use super::super::levels::Level;
use super::super::prices::{Certificate, Leaf, SCALE};
use super::name;

/// A level with what it weighs.
type Digit = (Level, i128);

/// A block for each level of which the certificate bounds anything.
pub fn blocks(certificate: &Certificate, open: &[usize]) -> Vec<Block> {
    let digits: Vec<Digit> = certificate.weights.digits().collect();
    let leaves: Vec<&Leaf> = certificate.leaves.iter().collect();
    let block = |last: usize| {
        let (level, _) = digits[last];
        let named = name(level).filter(|_| certificate.bound.get(level) > 0)?;
        let view = View {
            certificate,
            open,
            digits: &digits[..=last],
        };
        let mut steps = Vec::new();
        view.tree(&leaves, 0, &mut steps);
        Some(Block {
            level: named,
            steps,
        })
    };
    (0..digits.len()).filter_map(block).collect()
}

/// A certificate down to one level.
struct View<'a> {
    certificate: &'a Certificate,
    open: &'a [usize],
    /// The levels down to that one.
    digits: &'a [Digit],
}

impl View<'_> {
    /// Leaves that agree on their first decisions: a split for the next, then those without the duty, then those with it.
    fn tree(&self, leaves: &[&Leaf], depth: usize, steps: &mut Vec<Step>) {
        let Some(fixing) = leaves.iter().find_map(|leaf| leaf.fixed.get(depth)) else {
            steps.extend(leaves.iter().map(|leaf| Step::Prices(self.prices(leaf))));
            return;
        };
        let demand = fixing.demand as usize;
        steps.push(Step::Split {
            lot: self.open.partition_point(|&position| position < demand),
            person: fixing.person,
            most: 0,
        });
        let taken = |leaf: &&Leaf| leaf.fixed.get(depth).is_some_and(|it| it.taken);
        let (with, without): (Vec<&Leaf>, Vec<&Leaf>) = leaves.iter().partition(|leaf| taken(leaf));
        self.tree(&without, depth + 1, steps);
        self.tree(&with, depth + 1, steps);
    }

    /// The leaf's prices, over as small a divisor as they allow.
    fn prices(&self, leaf: &Leaf) -> Prices {
        let prices = self.open.iter().map(|&position| leaf.prices[position]);
        let shift = prices
            .clone()
            .fold(SCALE, |all, it| all | it)
            .trailing_zeros();
        let (level, unit) = self.digits[self.digits.len() - 1];
        // Only at the least level of all are prices fractions.
        let is_least = self.certificate.weights.least() == Some(level);
        let (divisor, parts) = if is_least {
            (SCALE >> shift, 1)
        } else {
            (1, SCALE >> shift)
        };
        let above = self.digits[..self.digits.len() - 1].iter();
        let times = |&(level, weight): &Digit| -> Option<(Named, i128)> {
            Some((name(level)?, weight / unit * divisor))
        };
        Prices {
            divisor: divisor as i64,
            multipliers: above.filter_map(times).collect(),
            of_lots: prices
                .map(|price| self.price(price >> shift, SCALE >> shift) / parts)
                .collect(),
        }
    }

    /// A price down to the level, in units of that.
    fn price(&self, price: i128, divisor: i128) -> i128 {
        let weights = &self.certificate.weights;
        let (whole, rest) = weights.nearest(price, divisor);
        let (level, unit) = self.digits[self.digits.len() - 1];
        let digit = |&(level, weight): &Digit| i128::from(whole.get(level)) * (weight / unit);
        let sum: i128 = self.digits.iter().map(digit).sum();
        let left = if weights.least() == Some(level) {
            rest
        } else {
            0
        };
        sum * divisor + left
    }
}
