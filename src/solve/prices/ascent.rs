//! Better prices step by step: dearer where too few take a seat, cheaper where too many do.
//!
//! A subgradient ascent in integers; the step is Polyak's, towards the value of the best roster known (Polyak,
//! "Minimization of unsmooth functionals", USSR Computational Mathematics 1969).

use super::{Leaf, Market};

/// What an ascent comes to.
pub struct Climbed {
    /// The best prices.
    pub leaf: Leaf,
    /// The bound they prove, times [`super::SCALE`]; `None` where the case is empty.
    pub bound: Option<i128>,
    /// How often each (person, demand) was taken during the ascent.
    pub often: Vec<((u32, u32), u32)>,
    /// Steps that were counted in `often`.
    pub steps: u32,
}

/// Climbs from the leaf's prices until the bound passes `enough`, at most so many steps, and no longer than `stop` lets.
pub fn climb(
    market: &Market<'_>,
    leaf: Leaf,
    (target, enough): (i128, i128),
    (steps, stop): (u32, &dyn Fn() -> bool),
) -> Climbed {
    let Leaf { fixed, mut prices } = leaf;
    let mut best: Option<(i128, Vec<i128>)> = None;
    let mut often: Vec<(u32, u32)> = Vec::new();
    let (mut stalled, mut halvings) = (0, 0);
    let mut done = 0;
    for _ in 0..steps {
        clamp(&mut prices, &market.empty);
        let response = market.respond(&prices, &fixed);
        let Some(bound) = response.bound else {
            return Climbed {
                leaf: Leaf { fixed, prices },
                bound: None,
                often: Vec::new(),
                steps: 0,
            };
        };
        done += 1;
        if best.as_ref().is_none_or(|(known, _)| bound > *known) {
            best = Some((bound, prices.clone()));
            stalled = 0;
        } else {
            stalled += 1;
        }
        often.extend(&response.taken);
        let known = best.as_ref().map_or(bound, |(known, _)| *known);
        if known > enough || stop() {
            break;
        }
        if stalled > 20 {
            stalled = 0;
            halvings += 1;
            if halvings > 6 {
                break;
            }
            if let Some((_, known)) = &best {
                prices.clone_from(known);
            }
        }
        let missing = missing(market, &prices, &response.taken);
        let norm: i128 = missing.iter().map(|gap| gap * gap).sum();
        if norm == 0 {
            break;
        }
        let reach = (target - bound).max(super::SCALE) >> halvings;
        for (price, gap) in prices.iter_mut().zip(&missing) {
            *price += gap * reach / norm;
        }
    }
    often.sort_unstable();
    let often = often
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len() as u32))
        .collect();
    let (bound, prices) = best.map_or((None, prices), |(bound, prices)| (Some(bound), prices));
    Climbed {
        leaf: Leaf { fixed, prices },
        bound,
        often,
        steps: done,
    }
}

fn clamp(prices: &mut [i128], empty: &[i128]) {
    for (price, &empty) in prices.iter_mut().zip(empty) {
        *price = (*price).min(empty);
    }
}

/// Seats of each demand that nobody takes; negative where too many do. An empty seat that costs just its price is no
/// reason to move.
fn missing(market: &Market<'_>, prices: &[i128], taken: &[(u32, u32)]) -> Vec<i128> {
    let mut missing: Vec<i128> = market
        .demands
        .iter()
        .map(|&index| i128::from(market.instance.demands[index].seats))
        .collect();
    for &(_, demand) in taken {
        missing[demand as usize] -= 1;
    }
    for (demand, gap) in missing.iter_mut().enumerate() {
        if *gap > 0 && prices[demand] == market.empty[demand] {
            *gap = 0;
        }
    }
    missing
}
