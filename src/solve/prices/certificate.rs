//! What a sceptic needs: the cases, and prices for each.

use std::collections::BTreeMap;

use super::super::cost::Weights;
use super::super::instance::Instance;
use super::super::levels::Levels;
use super::{Leaf, Market, SCALE};

/// The proof that no roster of a component costs less than a bound (levels 1–4, squares as growth).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The component's demands, as positions among the instance's.
    pub demands: Vec<usize>,
    /// How levels become one number.
    pub weights: Weights,
    /// The bound.
    pub bound: Levels,
    /// Cases that leave no roster out.
    pub leaves: Vec<Leaf>,
}

impl Certificate {
    /// Do the prices prove the bound in this market, and do the cases leave nothing out? No search: integers, once over.
    pub fn holds_in(&self, market: &Market<'_>) -> bool {
        let leaves: Vec<&Leaf> = self.leaves.iter().collect();
        if leaves
            .iter()
            .any(|leaf| leaf.prices.len() != self.demands.len())
            || !cover(&leaves, 0)
        {
            return false;
        }
        let claimed = self.weights.pack(&self.bound);
        let enough = (claimed - market.stride(claimed)) * SCALE;
        leaves
            .iter()
            .all(|leaf| market.bound(leaf).is_none_or(|bound| bound > enough))
    }

    /// As [`Self::holds_in`], in a market of its own.
    pub fn holds(&self, instance: &Instance) -> bool {
        Market::new(instance, &self.demands, self.weights.clone())
            .is_some_and(|market| self.holds_in(&market))
    }
}

/// Do the leaves, which agree on their first decisions, decide everything that can follow?
fn cover(leaves: &[&Leaf], depth: usize) -> bool {
    if let [leaf] = leaves
        && leaf.fixed.len() == depth
    {
        return true;
    }
    let mut sides: BTreeMap<bool, Vec<&Leaf>> = BTreeMap::new();
    let mut pair = None;
    for leaf in leaves {
        let Some(fixing) = leaf.fixed.get(depth) else {
            return false;
        };
        let mine = (fixing.person, fixing.demand);
        if *pair.get_or_insert(mine) != mine {
            return false;
        }
        sides.entry(fixing.taken).or_default().push(leaf);
    }
    sides.len() == 2 && sides.values().all(|side| cover(side, depth + 1))
}
