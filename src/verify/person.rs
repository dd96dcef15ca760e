//! The cheapest legal set of duties for one person alone: lot by lot, one state for each future.

use crate::domain::{Date, RoleMap, Span};
use crate::proof::Amounts;

use super::facts::Bid;

/// What counts for the offers to come.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State<'a> {
    gained: RoleMap<i128>,
    duties: u32,
    of_lot: u32,
    busy: Vec<(Date, &'a Span)>,
}

impl<'a> State<'a> {
    /// With one duty more, where time and limits allow it. What no cost and no limit asks for is not counted.
    fn with(&self, bid: &Bid<'a>, [squares, is_limited]: [bool; 2]) -> Option<Self> {
        let ([today, in_all], time) = (bid.offer.left, bid.offer.time);
        let mut next = self.clone();
        next.gained[bid.offer.role] += bid.load * i128::from(squares);
        next.of_lot += u32::from(is_limited);
        next.duties += u32::from(time.is_some());
        next.busy.extend(time);
        let meets = |a: &(Date, &Span), b: (Date, &Span)| *a == b || a.1.overlaps(b.1);
        let is_free = |time| !self.busy.iter().any(|it| meets(it, time));
        let fits = next.busy.len() <= today as usize && next.duties <= in_all;
        (fits && time.is_none_or(is_free)).then_some(next)
    }
}

/// The least that bids, by time and lot, can come to, each with its cost beside its squares and how many times levels count;
/// `limit` tells fewest and most of a lot. Nothing where no set is within the limits.
pub fn cheapest<'a>(
    bids: &[(i128, &Bid<'a>)],
    times: &Amounts,
    limit: impl Fn(usize) -> Option<(u32, u32)>,
) -> Option<i128> {
    let cost = |(cost, bid): &(i128, &Bid<'a>), load| cost + times[bid.squares] * bid.grown(load);
    let mut states = vec![(State::default(), 0)];
    for of_lot in bids.chunk_by(|a, b| a.1.lot == b.1.lot) {
        let limit = limit(of_lot[0].1.lot);
        let pays = |cost| limit.is_some() || cost < 0;
        // What does not pay beside a small load does not beside a larger one.
        if !of_lot.iter().any(|bid| pays(cost(bid, 0))) {
            continue;
        }
        let today = of_lot[0].1.offer.time.map(|it| it.0);
        for (state, _) in &mut states {
            state.of_lot = 0;
            state.busy.retain(|it| Some(it.0) == today);
        }
        for bid in of_lot {
            let with = |(state, before): &(State<'a>, i128)| {
                let cost = cost(bid, state.gained[bid.1.offer.role]);
                let asked = [times[bid.1.squares] != 0, limit.is_some()];
                let state = pays(cost).then(|| state.with(bid.1, asked))??;
                Some((state, before + cost))
            };
            states.extend(states.iter().filter_map(with).collect::<Vec<_>>());
            // Each state once, at its least cost.
            states.sort();
            states.dedup_by(|other, least| other.0 == least.0);
        }
        let (fewest, most) = limit.unwrap_or((0, u32::MAX));
        states.retain(|it| (fewest..=most).contains(&it.0.of_lot));
    }
    states.into_iter().map(|it| it.1).min()
}
