//! How far the prices of one component leave room for a better roster, over the tree of its cases.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, RoleMap, Spot};
use crate::proof::{Amounts, Case, Level};

use super::Flaw;
use super::facts::{Bid, Demands};
use super::person::cheapest;

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
            let (mut empty, mut cost) = (0, Amounts::NONE);
            for spot in spots {
                let (seats, bids) = demands.remove(spot).ok_or(Flaw::Parts)?;
                empty += seats;
                cost = Amounts::at(Level::Unfilled(spot.1), 1);
                for mut bid in bids {
                    empty -= i128::from(bid.held);
                    bid.lot = lot;
                    bound.bids.entry(bid.offer.person).or_default().push(bid);
                }
            }
            bound.lots.push((empty, cost));
        }
        for bids in bound.bids.values_mut() {
            bids.sort_by_key(|it| (it.offer.time, it.lot));
        }
        Ok(bound)
    }

    fn all(&self) -> impl Iterator<Item = &Bid<'a>> {
        self.bids.values().flatten()
    }

    /// Whose duties of which role are inside.
    pub fn held(&self) -> impl Iterator<Item = (PersonId, Role)> {
        let held = self.all().filter(|it| it.held);
        held.map(|it| (it.offer.person, it.offer.role))
    }

    /// The first level at which a case leaves room for a better roster.
    pub fn gap(&self, case: &Case<'_>) -> Option<Level> {
        let room = self.room(case);
        room.first()
            .filter(|_| room >= self.stride() * case.divisor)
    }

    /// What the roster costs beyond the least that any of the case can cost, times the divisor.
    fn room(&self, case: &Case<'_>) -> Amounts {
        let (mut room, mut paid, divisor) = (Amounts::NONE, Vec::new(), case.divisor);
        for (&price, &(empty, cost)) in case.prices.iter().zip(&self.lots) {
            // Nobody is paid more than it costs to leave the seat empty.
            let price = price.min(cost * divisor);
            room = room + (cost * divisor - price) * empty;
            paid.push(price);
        }
        for (&person, bids) in &self.bids {
            let cost = |bid: &Bid<'a>, load| cost(bid, load) * divisor - paid[bid.lot];
            let mut loads = RoleMap::<i128>::default();
            for bid in bids.iter().filter(|it| it.held) {
                let load = &mut loads[bid.offer.role];
                room = room + cost(bid, *load);
                *load += bid.load;
            }
            let limit = |lot| case.limits.get(&(person, lot)).copied();
            room = room - cheapest(bids, cost, limit);
        }
        room
    }

    /// By how much less a roster costs at least if it costs less in the last squares alone, and so gives out as much: with
    /// g in all loads, and d in g and in all differences of what people bring along, Σ load² changes by multiples of 2gd.
    fn stride(&self) -> Amounts {
        let first = self.all().next().map_or(0, |it| it.before);
        let unit = self.all().map(|it| it.load).fold(0, gcd);
        let apart = self.all().map(|it| it.before - first).fold(unit, gcd);
        let roles = self.all().map(|it| Level::LoadSquares(it.offer.role));
        let stride = |level| Amounts::at(level, (2 * unit * apart).max(1));
        roles.max().map_or(Amounts::NONE, stride)
    }
}

/// Beside a new load of the role.
fn cost(bid: &Bid<'_>, load: i128) -> Amounts {
    let grown = bid.load * (2 * (bid.before + load) + bid.load);
    bid.cost + Amounts::at(Level::LoadSquares(bid.offer.role), grown)
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
