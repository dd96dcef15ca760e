//! The cheapest legal set of duties for one person alone: lot by lot, one state for each future.

use std::collections::BTreeMap;

use crate::domain::{RoleMap, Span};

use super::facts::Offer;

/// An offer in a component.
pub struct Bid<'a> {
    pub offer: &'a Offer<'a>,
    /// Position among the lots.
    pub lot: usize,
    /// Levels 2 and 3 as one number.
    pub cost: i128,
}

/// What counts for the offers to come.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State<'a> {
    /// New ones.
    loads: RoleMap<i128>,
    duties: u32,
    /// When the person is on duty that day.
    busy: Vec<&'a Span>,
    of_lot: u32,
}

impl<'a> State<'a> {
    /// With one duty more, where time and limits allow it.
    fn with(&self, offer: &Offer<'a>) -> Option<Self> {
        let mut next = self.clone();
        next.loads[offer.role] += offer.load;
        next.of_lot += 1;
        if let Some((_, span)) = offer.time {
            next.busy.push(span);
            next.duties += 1;
            let clash = |it: &&Span| *it == span || it.overlaps(span);
            let over = next.busy.len() > offer.left[0] as usize || next.duties > offer.left[1];
            if over || self.busy.iter().any(clash) {
                return None;
            }
        }
        Some(next)
    }
}

/// The least that bids, by time and lot, can cost: `cost` tells what one costs beside a new load of its role, `limit`
/// fewest and most of a lot. Nothing where no set is within the limits.
pub fn cheapest<'a>(
    bids: &[Bid<'a>],
    cost: impl Fn(&Bid<'a>, i128) -> i128,
    limit: impl Fn(usize) -> Option<(u32, u32)>,
) -> Option<i128> {
    let mut states = BTreeMap::from([(State::default(), 0)]);
    let mut today = None;
    for lot in bids.chunk_by(|a, b| a.lot == b.lot) {
        let day = lot[0].offer.time.map(|it| it.0);
        let limit = limit(lot[0].lot);
        // What does not pay beside a small load does not beside a larger one.
        if limit.is_none() && lot.iter().all(|bid| cost(bid, 0) >= 0) {
            continue;
        }
        states = least(states.into_iter().map(|(mut state, before)| {
            state.of_lot = 0;
            state.busy.retain(|_| day == today);
            (state, before)
        }));
        today = day;
        for bid in lot {
            let with = |(state, before): (&State<'a>, &i128)| {
                let cost = cost(bid, state.loads[bid.offer.role]);
                let pays = cost < 0 || limit.is_some();
                Some((state.with(bid.offer).filter(|_| pays)?, before + cost))
            };
            let taken: Vec<_> = states.iter().filter_map(with).collect();
            states = least(states.into_iter().chain(taken));
        }
        let (fewest, most) = limit.unwrap_or((0, u32::MAX));
        states.retain(|state, _| (fewest..=most).contains(&state.of_lot));
    }
    states.into_values().min()
}

/// Each state once, at its least cost.
fn least<'a>(all: impl Iterator<Item = (State<'a>, i128)>) -> BTreeMap<State<'a>, i128> {
    let mut states = BTreeMap::new();
    for (state, cost) in all {
        let least = states.entry(state).or_insert(cost);
        *least = cost.min(*least);
    }
    states
}
