//! What a proof is about: the seats that neither pins nor levels 1 and 2 settle, with all who may take them.

use std::collections::BTreeMap;

use crate::domain::{Duties, School, Spot};
use crate::proof::{Amounts, Level};
use crate::rules::{Offer, vacancies};

/// Seats, and bids of all who may take one.
pub type Demands<'a> = BTreeMap<Spot, (usize, Vec<Bid<'a>>)>;

/// An offer, as a proof sees it.
pub struct Bid<'a> {
    pub offer: Offer<'a>,
    /// Position in the component, once known.
    pub lot: usize,
    /// At levels 2 and 3.
    pub cost: Amounts,
    /// What is settled of the person's load in the role.
    pub before: i128,
    /// The roster gives the seat to the person.
    pub held: bool,
}

/// Of a roster with its pins.
pub fn demands<'a>(school: &'a School, pinned: &Duties, roster: &Duties) -> Demands<'a> {
    let (mut settled, mut demands) = (pinned.clone(), Demands::new());
    for vacancy in vacancies(school, pinned) {
        let (spot, mut seats) = (vacancy.spot, vacancy.seats);
        let bid = |offer: Offer<'a>| {
            let avoided = offer.avoided.iter().map(|code| (Level::Avoided(code), 1));
            let lost = (Level::LessonsLost, offer.lost as i128);
            Bid {
                lot: 0,
                cost: avoided.chain([lost]).collect(),
                before: 0,
                held: roster.has(spot, offer.person),
                offer,
            }
        };
        let mut bids = vacancy.offers.into_iter().map(bid).collect();
        if !spot.1.is_time_bound() {
            seats -= settle(spot, seats, &mut bids, &mut settled);
        }
        if seats > 0 {
            demands.insert(spot, (seats, bids));
        }
    }
    for bid in demands.values_mut().flat_map(|it| &mut it.1) {
        let load = settled.load(school, bid.offer.person, bid.offer.role);
        bid.before = load.into();
    }
    demands
}

/// Nothing but loads binds works together: whoever costs less than the last taker has a seat in every best roster,
/// whoever costs more in none. What is left to those who cost alike, where the roster is as good.
fn settle(spot: Spot, seats: usize, bids: &mut Vec<Bid<'_>>, settled: &mut Duties) -> usize {
    bids.sort_by_key(|it| it.cost);
    let held = bids.iter().filter(|it| it.held).map(|it| it.cost);
    let is_best = held.eq(bids[..seats].iter().map(|it| it.cost));
    let Some(last) = seats.checked_sub(1).filter(|_| is_best) else {
        return 0;
    };
    let last = bids[last].cost;
    bids.retain(|it| it.cost <= last);
    let all = bids.len() == seats;
    let sure = bids.partition_point(|it| all || it.cost < last);
    for bid in bids.drain(..sure) {
        settled.add(spot, bid.offer.person);
    }
    bids.iter_mut().for_each(|it| it.cost = Amounts::NONE);
    sure
}
