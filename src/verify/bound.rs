//! The bound of one component: weights that keep the levels apart, the tree of cases, and the prices of each.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role, RoleMap};
use crate::proof::{Component, Level, Step};

use super::Flaw;
use super::facts::Demands;
use super::person::{Bid, cheapest};

/// Totals and divisors stay below: their products fit into a word many times.
const LARGE: [i128; 2] = [1 << 80, 1 << 20];

/// Fewest and most of a lot that a person has.
type Case = BTreeMap<(PersonId, usize), (u32, u32)>;

pub struct Bound<'a> {
    component: &'a Component,
    /// Seats, and what an empty one costs.
    lots: Vec<(i128, i128)>,
    /// By time and lot.
    bids: BTreeMap<PersonId, Vec<Bid<'a>>>,
}

impl<'a> Bound<'a> {
    pub fn of(demands: &'a Demands<'a>, component: &'a Component) -> Result<Self, Flaw> {
        let mut bound = Self {
            component,
            lots: Vec::new(),
            bids: BTreeMap::new(),
        };
        // The most that each level can come to; of squares, the load.
        let mut greatest = BTreeMap::<Level, i128>::new();
        for (lot, spots) in component.lots.iter().enumerate() {
            bound.lots.push((0, 0));
            for spot in spots {
                let (seats, offers) = demands.get(spot).ok_or(Flaw::Parts)?;
                if spots.len() > 1 && spot.1.is_time_bound() {
                    return Err(Flaw::Parts);
                }
                let empty = Level::Unfilled(spot.1);
                bound.lots[lot] = (bound.lots[lot].0 + seats, bound.weight(empty));
                let mut most = BTreeMap::from([(empty, 1)]);
                for offer in offers {
                    let mut cost: i128 = 0;
                    for &(level, amount) in &offer.costs {
                        cost = cost.saturating_add(bound.weight(level).saturating_mul(amount));
                        let most = most.entry(level).or_default();
                        *most = amount.max(*most);
                    }
                    most.insert(Level::LoadSquares(offer.role), offer.load);
                    let bids = bound.bids.entry(offer.person).or_default();
                    bids.push(Bid { offer, lot, cost });
                }
                for (level, most) in most {
                    *greatest.entry(level).or_default() += most * seats;
                }
            }
        }
        for bids in bound.bids.values_mut() {
            bids.sort_by_key(|it| (it.offer.time, it.lot));
        }
        let is_apart = bound.keeps_apart(greatest);
        is_apart.then_some(bound).ok_or(Flaw::Weights)
    }

    /// Is every weight above all that the levels below can come to?
    fn keeps_apart(&self, mut greatest: BTreeMap<Level, i128>) -> bool {
        let mut below: i128 = 0;
        for &(level, weight) in self.component.weights.iter().rev() {
            let mut most = greatest.remove(&level).unwrap_or_default();
            if let Level::LoadSquares(role) = level {
                let before = self.of_role(role).map(|it| it.offer.before).max();
                most *= most + 2 * before.unwrap_or_default();
            }
            if weight <= below {
                return false;
            }
            below = below.saturating_add(most.saturating_mul(weight));
        }
        let is_ordered = self.component.weights.is_sorted_by(|a, b| a.0 < b.0);
        is_ordered && below < LARGE[0] && greatest.values().all(|&most| most == 0)
    }

    fn weight(&self, level: Level) -> i128 {
        let mut weights = self.component.weights.iter();
        weights.find(|it| it.0 == level).map_or(0, |it| it.1)
    }

    fn of_role(&self, role: Role) -> impl Iterator<Item = &Bid<'a>> {
        let bids = self.bids.values().flatten();
        bids.filter(move |it| it.offer.role == role)
    }

    /// Whose duties of which role are inside.
    pub fn held(&self) -> BTreeSet<(PersonId, Role)> {
        let bids = self.bids.values().flatten();
        let held = bids.filter(|it| it.offer.held);
        held.map(|it| (it.offer.person, it.offer.role)).collect()
    }

    /// What a bid costs beside a new load of its role.
    fn cost(&self, bid: &Bid<'_>, load: i128) -> i128 {
        let grown = bid.offer.load * (2 * (bid.offer.before + load) + bid.offer.load);
        bid.cost + self.weight(Level::LoadSquares(bid.offer.role)) * grown
    }

    /// The first level at which the cases leave room for a better roster.
    pub fn gap(&self) -> Result<Option<Level>, Flaw> {
        let (mut cases, mut lowest) = (vec![Case::new()], i128::MAX);
        for step in &self.component.steps {
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
                    lowest = lowest.min(self.least(&case, *divisor, prices)?);
                }
            }
        }
        if !cases.is_empty() {
            return Err(Flaw::Cases);
        }
        let mut value = self.value();
        if lowest > value - self.stride(value) {
            return Ok(None);
        }
        let differs = |&&(_, weight): &&(Level, i128)| {
            let differs = value.div_euclid(weight) != lowest.div_euclid(weight);
            (value, lowest) = (value.rem_euclid(weight), lowest.rem_euclid(weight));
            differs
        };
        Ok(self.component.weights.iter().find(differs).map(|it| it.0))
    }

    /// What no roster of the case costs less than.
    fn least(&self, case: &Case, divisor: i128, prices: &[i128]) -> Result<i128, Flaw> {
        if prices.len() != self.lots.len() || !(1..LARGE[1]).contains(&divisor) {
            return Err(Flaw::Parts);
        }
        let (mut least, mut paid) = (0, Vec::new());
        for (&(seats, empty), &price) in self.lots.iter().zip(prices) {
            // Beyond this, a seat is better left empty.
            let price = price.clamp(-empty * divisor, empty * divisor);
            least += seats * price;
            paid.push(price);
        }
        for (&person, bids) in &self.bids {
            let cost = |bid: &Bid<'a>, load| divisor * self.cost(bid, load) - paid[bid.lot];
            match cheapest(bids, cost, |lot| case.get(&(person, lot)).copied()) {
                Some(cost) => least += cost,
                None => return Ok(i128::MAX),
            }
        }
        Ok(-(-least).div_euclid(divisor))
    }

    /// What the roster costs.
    fn value(&self) -> i128 {
        let mut value = self.lots.iter().map(|lot| lot.0 * lot.1).sum();
        for bids in self.bids.values() {
            let mut loads = RoleMap::<i128>::default();
            for bid in bids.iter().filter(|it| it.offer.held) {
                let load = &mut loads[bid.offer.role];
                value += self.cost(bid, *load) - self.lots[bid.lot].1;
                *load += bid.offer.load;
            }
        }
        value
    }

    /// By how much less a roster costs at least if it costs less than ours.
    ///
    /// One that differs in the last squares alone gives out as many works. Let g divide all loads, and d divide g and all
    /// differences of what people bring along: moving g from one load to another changes Σ load² by a multiple of 2·g·d.
    fn stride(&self, value: i128) -> i128 {
        let Some((&(Level::LoadSquares(role), weight), above)) =
            self.component.weights.split_last()
        else {
            return 1;
        };
        let loads = self
            .of_role(role)
            .map(|it| (it.offer.load, it.offer.before));
        let loads: Vec<(i128, i128)> = loads.collect();
        let unit = loads.iter().fold(0, |unit, it| gcd(unit, it.0));
        let apart = loads.iter().map(|it| it.1 - loads[0].1).fold(unit, gcd);
        let is_full = value < self.weight(Level::Unfilled(role));
        if !is_full && loads.iter().any(|it| it.0 != unit) {
            return 1;
        }
        let rest = above.iter().fold(value, |rest, it| rest.rem_euclid(it.1));
        (2 * weight * unit * apart).clamp(1, rest + 1)
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
