//! How far the prices of one component leave room for a better roster, over the tree of its cases.

use std::collections::BTreeMap;

use crate::domain::{PersonId, RoleMap, Spot};
use crate::proof::{Amounts, Level, Step};

use super::Flaw;
use super::facts::{Bid, Demands};
use super::person::cheapest;

/// Fewest and most of a lot that a person has.
type Case = BTreeMap<(PersonId, usize), (u32, u32)>;

#[derive(Default)]
pub struct Bound<'a> {
    /// Seats that the roster leaves empty, and what one costs.
    lots: Vec<(i128, Amounts)>,
    /// By time and lot.
    bids: BTreeMap<PersonId, Vec<Bid<'a>>>,
}

impl<'a> Bound<'a> {
    pub fn of(demands: &mut Demands<'a>, lots: &[Vec<Spot>]) -> Result<Self, Flaw> {
        let mut bound = Self::default();
        for (lot, spots) in lots.iter().enumerate() {
            let role = spots.first().ok_or(Flaw::Parts)?.1;
            if spots.len() > 1 && role.is_time_bound() {
                return Err(Flaw::Parts);
            }
            let mut empty = 0;
            for spot in spots {
                let (seats, bids) = demands.remove(spot).ok_or(Flaw::Parts)?;
                empty += seats as i128;
                for mut bid in bids {
                    empty -= i128::from(bid.held);
                    bid.lot = lot;
                    bound.bids.entry(bid.offer.person).or_default().push(bid);
                }
            }
            let cost = Amounts::at(Level::Unfilled(role), 1);
            bound.lots.push((empty, cost));
        }
        for bids in bound.bids.values_mut() {
            bids.sort_by_key(|it| (it.offer.time, it.lot));
        }
        Ok(bound)
    }

    pub fn all(&self) -> impl Iterator<Item = &Bid<'a>> {
        self.bids.values().flatten()
    }

    /// The first level at which some case leaves room.
    pub fn gap(&self, steps: &[Step]) -> Result<Option<Level>, Flaw> {
        let (mut cases, mut gaps) = (vec![Case::new()], Vec::new());
        for step in steps {
            let mut case = cases.pop().ok_or(Flaw::Cases)?;
            match step {
                &Step::Split { lot, person, most } => {
                    let limit = case.entry((person, lot)).or_insert((0, u32::MAX));
                    let (fewest, all) = *limit;
                    limit.1 = most.min(all);
                    let mut above = case.clone();
                    above.insert((person, lot), (fewest.max(most.saturating_add(1)), all));
                    cases.extend([above, case]);
                }
                Step::Prices { divisor, prices } => {
                    let room = self.room(&case, (*divisor).into(), prices)?;
                    let level = Level::all().find(|&level| room[level] != 0);
                    gaps.extend(level.filter(|_| room >= self.stride() * (*divisor).into()));
                }
            }
        }
        let is_whole = cases.is_empty();
        is_whole.then(|| gaps.into_iter().min()).ok_or(Flaw::Cases)
    }

    /// What the roster costs beyond the least that any of the case can cost, times the divisor.
    fn room(&self, case: &Case, divisor: i128, prices: &[Amounts]) -> Result<Amounts, Flaw> {
        let (mut room, mut paid) = (Amounts::NONE, Vec::new());
        for (lot, &(empty, cost)) in self.lots.iter().enumerate() {
            // Nobody is paid more than it costs to leave the seat empty.
            let price = *prices.get(lot).ok_or(Flaw::Parts)?;
            paid.push(price.min(cost * divisor));
            room = room + (cost * divisor - paid[lot]) * empty;
        }
        for (&person, bids) in &self.bids {
            let cost = |bid: &Bid<'a>, load| cost(bid, load) * divisor - paid[bid.lot];
            let mut loads = RoleMap::<i128>::default();
            for bid in bids.iter().filter(|it| it.held) {
                let load = &mut loads[bid.offer.role];
                room = room + cost(bid, *load);
                *load += i128::from(bid.offer.load);
            }
            let limit = |lot| case.get(&(person, lot)).copied();
            room = room - cheapest(bids, cost, limit);
        }
        Ok(room)
    }

    /// By how much less a roster costs at least if it costs less in the last squares alone, and so gives out as much: with
    /// u in all loads and in all differences of what people bring along, moving them changes Σ load² by multiples of 2u².
    fn stride(&self) -> Amounts {
        let Some(last) = self.all().max_by_key(|it| it.offer.role) else {
            return Amounts::NONE;
        };
        let add =
            |unit, it: &Bid<'_>| gcd(gcd(unit, it.offer.load.into()), it.before - last.before);
        let unit = self.all().fold(0, add);
        Amounts::at(
            Level::LoadSquares(last.offer.role),
            (2 * unit * unit).max(1),
        )
    }
}

/// Beside a new load of the role.
fn cost(bid: &Bid<'_>, load: i128) -> Amounts {
    let more = i128::from(bid.offer.load);
    let grown = more * (2 * (bid.before + load) + more);
    bid.cost + Amounts::at(Level::LoadSquares(bid.offer.role), grown)
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
