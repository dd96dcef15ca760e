//! A roster after the prices' taste: the duties that people took most often during the ascent, as far as they go
//! together, and the cheapest hand for every seat that is left.

use crate::domain::PersonId;

use super::super::draft::{Board, Draft};
use super::super::polish;
use super::Market;

/// Makes a legal roster of the component, the most wanted duties first.
pub fn roster(
    (market, board): (&Market<'_>, &Board<'_>),
    often: &[((u32, u32), u32)],
    stop: &dyn Fn() -> bool,
) -> Vec<(usize, PersonId)> {
    let mut wanted: Vec<_> = often.to_vec();
    wanted.sort_unstable_by_key(|&(pair, times)| (std::cmp::Reverse(times), pair));
    let mut draft = Draft::new(board, Vec::new());
    for ((person, demand), _) in wanted {
        draft.add(market.demands[demand as usize], market.person(person));
    }
    complete(market, draft, stop)
}

/// Fills what can be filled and improves what can be improved.
pub fn complete(
    market: &Market<'_>,
    mut draft: Draft<'_>,
    stop: &dyn Fn() -> bool,
) -> Vec<(usize, PersonId)> {
    for &demand in market.demands {
        draft.fill(demand);
    }
    for &demand in market.demands {
        draft.fill_moving(demand);
    }
    polish::descend(&mut draft, polish::ALL, stop);
    draft.into_duties()
}
