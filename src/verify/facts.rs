//! What a proof is about: the seats that neither pins nor levels 1 and 2 settle, with all who may take them.

use std::collections::BTreeMap;

use crate::domain::{Duties, School, Spot};
use crate::proof::{Amounts, Level};
use crate::rules::{Offer, are_settled_alone, vacancies};

/// Seats, and bids of all who may take one.
pub type Demands<'a> = BTreeMap<Spot, (i128, Vec<Bid<'a>>)>;

/// An offer, as a proof sees it.
pub struct Bid<'a> {
    pub offer: Offer<'a>,
    pub lot: usize,
    pub squares: Level,
    /// What it adds to the load of the role, what is settled of that, what its square weighs.
    pub load: i128,
    pub before: i128,
    pub weight: i128,
    pub held: bool,
}

impl Bid<'_> {
    /// At levels 2 and 3. Not kept: a large school has some hundred thousand bids.
    pub fn cost(&self) -> Amounts {
        let avoided = self.offer.avoided.iter().map(Level::Avoided);
        let lost = (Level::LessonsLost, self.offer.lost as i128);
        avoided.map(|level| (level, 1)).chain([lost]).collect()
    }

    /// By how much it lets the squares of its role grow, beside a new load.
    pub fn grown(&self, load: i128) -> i128 {
        self.weight * self.load * (2 * (self.before + load) + self.load)
    }
}

pub fn demands<'a>(school: &'a School, pinned: &Duties, roster: &Duties) -> Demands<'a> {
    let (mut settled, mut demands) = (pinned.clone(), Demands::new());
    let vacancies = vacancies(school, pinned);
    let settles = are_settled_alone(school, &vacancies, roster);
    for vacancy in vacancies {
        let (spot, seats) = (vacancy.spot, vacancy.seats);
        let bid = |offer: Offer<'a>| Bid {
            lot: 0,
            squares: Level::LoadSquares(offer.role),
            load: offer.load.into(),
            before: 0,
            weight: school.square_weight(offer.person, offer.role).into(),
            held: roster.has(spot, offer.person),
            offer,
        };
        let mut bids = vacancy.offers.into_iter().map(bid).collect();
        let seats = seats - settle(spot, seats * usize::from(settles), &mut bids, &mut settled);
        if seats > 0 {
            demands.insert(spot, (seats as i128, bids));
        }
    }
    for bid in demands.values_mut().flat_map(|it| &mut it.1) {
        bid.before = i128::from(settled.load(school, bid.offer.person, bid.offer.role));
    }
    demands
}

/// Nothing but loads binds works together: whoever costs less than the last taker has a seat in every best roster,
/// whoever costs more in none. What is left to those who cost alike, where the roster is as good.
fn settle(spot: Spot, seats: usize, bids: &mut Vec<Bid<'_>>, settled: &mut Duties) -> usize {
    bids.sort_by_cached_key(Bid::cost);
    let held = bids.iter().filter(|it| it.held).map(Bid::cost);
    let is_best = held.eq(bids[..seats].iter().map(Bid::cost));
    if !is_best || seats == 0 || spot.1.is_time_bound() {
        return 0;
    }
    let last = bids[seats - 1].cost();
    bids.retain(|it| it.cost() <= last);
    let sure = bids.partition_point(|it| bids.len() == seats || it.cost() < last);
    for it in bids.drain(..sure) {
        settled.add(spot, it.offer.person);
    }
    for it in bids {
        (it.offer.avoided, it.offer.lost) = Default::default();
    }
    sure
}
