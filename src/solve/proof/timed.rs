//! Certificates of time-bound components as proofs: every demand is a lot of its own, leaves become a tree.

use crate::proof::{Amounts, Component, Step};

use super::super::cost::Weights;
use super::super::instance::Instance;
use super::super::prices::{Certificate, Leaf, SCALE};
use super::name;

/// The component that a certificate is about, without demands that are settled: full by pins, or without candidates.
pub fn component(instance: &Instance, certificate: &Certificate) -> Component {
    let is_open = |&position: &usize| {
        let demand = &instance.demands[certificate.demands[position]];
        demand.seats > 0 && !demand.candidates.is_empty()
    };
    let open: Vec<usize> = (0..certificate.demands.len()).filter(is_open).collect();
    let spot = |&position: &usize| {
        let demand = &instance.demands[certificate.demands[position]];
        vec![(demand.sitting, demand.role)]
    };
    let mut steps = Vec::new();
    let leaves: Vec<&Leaf> = certificate.leaves.iter().collect();
    tree(&leaves, 0, (&open, &certificate.weights), &mut steps);
    Component {
        lots: open.iter().map(spot).collect(),
        steps,
    }
}

/// Leaves that agree on their first decisions: a split for the next, then those without the duty, then those with it.
fn tree(
    leaves: &[&Leaf],
    depth: usize,
    (open, weights): (&[usize], &Weights),
    steps: &mut Vec<Step>,
) {
    let Some(fixing) = leaves.iter().find_map(|leaf| leaf.fixed.get(depth)) else {
        steps.extend(leaves.iter().map(|leaf| prices(leaf, open, weights)));
        return;
    };
    let lot = open.partition_point(|&position| position < fixing.demand as usize);
    steps.push(Step::Split {
        lot,
        person: fixing.person,
        most: 0,
    });
    let taken = |leaf: &&Leaf| leaf.fixed.get(depth).is_some_and(|it| it.taken);
    let (with, without): (Vec<&Leaf>, Vec<&Leaf>) = leaves.iter().partition(|leaf| taken(leaf));
    tree(&without, depth + 1, (open, weights), steps);
    tree(&with, depth + 1, (open, weights), steps);
}

/// The leaf's prices, over as small a divisor as they allow.
fn prices(leaf: &Leaf, open: &[usize], weights: &Weights) -> Step {
    let prices = open.iter().map(|&position| leaf.prices[position]);
    let shift = prices
        .clone()
        .fold(SCALE, |all, price| all | price)
        .trailing_zeros();
    let divisor = SCALE >> shift;
    Step::Prices {
        divisor: divisor as i64,
        prices: prices
            .map(|price| amounts(price >> shift, divisor, weights))
            .collect(),
    }
}

/// A price as amounts: whole at every level but the least.
fn amounts(price: i128, divisor: i128, weights: &Weights) -> Amounts {
    let (whole, rest) = weights.nearest(price, divisor);
    let amount = |(level, _)| {
        let left = if weights.least() == Some(level) {
            rest
        } else {
            0
        };
        Some((name(level)?, i128::from(whole.get(level)) * divisor + left))
    };
    weights.digits().filter_map(amount).collect()
}
