//! The cheapest legal set of duties for one person alone: lot by lot, one state for each future.

use crate::domain::{Date, Role, RoleMap, Span};
use crate::proof::{Amounts, Level};
use crate::rules::Offer;

use super::facts::Bid;

/// What counts for the offers to come.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State<'a> {
    /// New ones.
    loads: RoleMap<i128>,
    duties: u32,
    of_lot: u32,
    /// When the person is on duty that day.
    busy: Vec<(Date, &'a Span)>,
}

impl<'a> State<'a> {
    /// With one duty more, where time and limits allow it.
    fn with(&self, offer: &Offer<'a>) -> Option<Self> {
        let mut next = self.clone();
        next.loads[offer.role] += i128::from(offer.load);
        next.of_lot += 1;
        if let Some(time) = offer.time {
            next.busy.push(time);
            next.duties += 1;
            let clash = |it: &(Date, &Span)| *it == time || it.1.overlaps(time.1);
            let over = next.busy.len() > offer.left[0] as usize || next.duties > offer.left[1];
            if over || self.busy.iter().any(clash) {
                return None;
            }
        }
        Some(next)
    }
}

/// The least that bids, by time and lot, can cost: `cost` tells what one costs beside a new load of its role, `limit`
/// fewest and most of a lot. More than all else where no set is within the limits.
pub fn cheapest<'a>(
    bids: &[Bid<'a>],
    cost: impl Fn(&Bid<'a>, i128) -> Amounts,
    limit: impl Fn(usize) -> Option<(u32, u32)>,
) -> Amounts {
    let mut states = vec![(State::default(), Amounts::NONE)];
    for of_lot in bids.chunk_by(|a, b| a.lot == b.lot) {
        let limit = limit(of_lot[0].lot);
        let pays = |cost| limit.is_some() || cost < Amounts::NONE;
        // What does not pay beside a small load does not beside a larger one.
        if !of_lot.iter().any(|bid| pays(cost(bid, 0))) {
            continue;
        }
        let today = of_lot[0].offer.time.map(|it| it.0);
        for (state, _) in &mut states {
            state.of_lot = 0;
            state.busy.retain(|it| Some(it.0) == today);
        }
        for bid in of_lot {
            let with = |(state, before): &(State<'a>, Amounts)| {
                let cost = cost(bid, state.loads[bid.offer.role]);
                let state = state.with(&bid.offer).filter(|_| pays(cost))?;
                Some((state, *before + cost))
            };
            let taken: Vec<_> = states.iter().filter_map(with).collect();
            states.extend(taken);
            // Each state once, at its least cost.
            states.sort();
            states.dedup_by(|other, least| other.0 == least.0);
        }
        let (fewest, most) = limit.unwrap_or((0, u32::MAX));
        states.retain(|it| (fewest..=most).contains(&it.0.of_lot));
    }
    let impossible = Amounts::at(Level::Unfilled(Role::Proctor), i64::MAX.into());
    let least = states.into_iter().map(|it| it.1).min();
    least.unwrap_or(impossible)
}
