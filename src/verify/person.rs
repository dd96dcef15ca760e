//! The cheapest legal set of duties for one person alone: lot by lot, one state for each future.

use std::collections::BTreeMap;

use crate::domain::{RoleMap, Span};

use super::facts::{Candidate, Demand};

/// A demand that the person may take.
pub struct Offer<'a> {
    pub demand: &'a Demand<'a>,
    pub candidate: &'a Candidate,
    /// Position among the component's lots.
    pub lot: usize,
    /// Levels 2 and 3 as one number.
    pub cost: i128,
}

/// What counts for the offers to come.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State<'a> {
    /// New loads.
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
        next.loads[offer.demand.role] += offer.demand.load;
        next.of_lot += 1;
        if let Some((_, span)) = offer.demand.time {
            let clash = |other: &&Span| *other == span || other.overlaps(span);
            let [today, in_all] = offer.candidate.left;
            let full = self.busy.len() as u32 >= today || self.duties >= in_all;
            if full || self.busy.iter().any(clash) {
                return None;
            }
            next.busy.push(span);
            next.duties += 1;
        }
        Some(next)
    }
}

/// The least that offers, by time and lot, can cost, where `cost` tells what one costs beside a new load of its role, and
/// `limit` fewest and most of a lot; nothing where no set is within the limits.
pub fn cheapest(
    offers: &[Offer<'_>],
    cost: impl Fn(&Offer<'_>, i128) -> i128,
    limit: impl Fn(usize) -> Option<(u32, u32)>,
) -> Option<i128> {
    let mut states = BTreeMap::from([(State::default(), 0)]);
    let mut date = None;
    for lot in offers.chunk_by(|a, b| a.lot == b.lot) {
        let limit = limit(lot[0].lot);
        let day = lot[0].demand.time.map(|it| it.0);
        let new_day = date != day;
        date = day;
        states = least(states.into_iter().map(|(mut state, before)| {
            state.of_lot = 0;
            state.busy.retain(|_| !new_day);
            (state, before)
        }));
        for offer in lot {
            let taken = states.iter().filter_map(|(state, before)| {
                let cost = cost(offer, state.loads[offer.demand.role]);
                // What does not pay beside a small load does not beside a larger one.
                let pays = cost < 0 || limit.is_some();
                Some((state.with(offer).filter(|_| pays)?, before + cost))
            });
            let taken: Vec<_> = taken.collect();
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
