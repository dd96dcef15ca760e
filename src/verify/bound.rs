//! The bound of one component: weights that keep the levels apart, the tree of cases, and the prices of each.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, RoleMap, Spot};
use crate::proof::{Component, Level, Step};

use super::Flaw;
use super::facts::Demand;
use super::person::{Offer, cheapest};

/// Totals and divisors stay below: their product fits into a word many times.
const LARGE: [i128; 2] = [1 << 80, 1 << 20];

/// Fewest and most of a lot that a person has.
type Case = BTreeMap<(PersonId, usize), (u32, u32)>;

pub struct Bound<'a> {
    component: &'a Component,
    /// Seats of each lot, and what an empty one costs.
    lots: Vec<(i128, i128)>,
    /// By time and lot.
    offers: BTreeMap<PersonId, Vec<Offer<'a>>>,
}

impl<'a> Bound<'a> {
    pub fn of(
        demands: &'a BTreeMap<Spot, Demand<'a>>,
        component: &'a Component,
    ) -> Result<Self, Flaw> {
        let mut bound = Self {
            component,
            lots: Vec::new(),
            offers: BTreeMap::new(),
        };
        let mut greatest = BTreeMap::<Level, i128>::new();
        for (lot, spots) in component.lots.iter().enumerate() {
            bound.lots.push((0, LARGE[0]));
            for spot in spots {
                let demand = demands.get(spot).ok_or(Flaw::Parts)?;
                if spots.len() > 1 && demand.time.is_some() {
                    return Err(Flaw::Parts);
                }
                bound.lots[lot].0 += demand.seats;
                bound.lots[lot].1 = bound
                    .weight(Level::Unfilled(demand.role))
                    .min(bound.lots[lot].1);
                bound.offer(lot, demand, &mut greatest);
            }
        }
        let mut below: i128 = 0;
        for &(level, weight) in component.weights.iter().rev() {
            let mut most = greatest.remove(&level).unwrap_or_default();
            if let Level::LoadSquares(role) = level {
                let brought = bound.with_role(role).map(|it| it.candidate.loads[0]).max();
                most *= most + 2 * brought.unwrap_or_default();
            }
            if weight <= below {
                return Err(Flaw::Weights);
            }
            below = below.saturating_add(most.saturating_mul(weight));
        }
        let ordered = component.weights.is_sorted_by(|a, b| a.0 < b.0);
        if !ordered || below >= LARGE[0] || greatest.values().any(|&most| most > 0) {
            return Err(Flaw::Weights);
        }
        for offers in bound.offers.values_mut() {
            offers.sort_by_key(|it| (it.demand.time, it.lot));
        }
        Ok(bound)
    }

    /// Offers a demand to its candidates, and adds the most it can come to at every level; of squares, the load.
    fn offer(&mut self, lot: usize, demand: &'a Demand<'a>, greatest: &mut BTreeMap<Level, i128>) {
        let (empty, squares) = (
            Level::Unfilled(demand.role),
            Level::LoadSquares(demand.role),
        );
        let mut most = BTreeMap::from([(empty, 1), (squares, demand.load)]);
        for candidate in &demand.candidates {
            let mut cost: i128 = 0;
            for &(level, amount) in &candidate.costs {
                cost = cost.saturating_add(self.weight(level).saturating_mul(amount));
                let most = most.entry(level).or_default();
                *most = amount.max(*most);
            }
            let offers = self.offers.entry(candidate.person).or_default();
            offers.push(Offer {
                demand,
                candidate,
                lot,
                cost,
            });
        }
        for (level, most) in most {
            *greatest.entry(level).or_default() += most * demand.seats;
        }
    }

    fn with_role(&self, role: Role) -> impl Iterator<Item = &Offer<'a>> + Clone {
        self.offers
            .values()
            .flatten()
            .filter(move |it| it.demand.role == role)
    }

    fn weight(&self, level: Level) -> i128 {
        let mut weights = self.component.weights.iter();
        weights.find(|it| it.0 == level).map_or(0, |it| it.1)
    }

    /// What an offer costs beside a new load of its role.
    fn cost(&self, offer: &Offer<'_>, load: i128) -> i128 {
        let grown = offer.demand.load * (2 * (offer.candidate.loads[0] + load) + offer.demand.load);
        offer.cost + self.weight(Level::LoadSquares(offer.demand.role)) * grown
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
                    lowest = lowest.min(self.bound(&case, *divisor, prices)?);
                }
            }
        }
        if !cases.is_empty() {
            return Err(Flaw::Cases);
        }
        let mut value = self.value()?;
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
    fn bound(&self, case: &Case, divisor: i128, prices: &[i128]) -> Result<i128, Flaw> {
        if prices.len() != self.lots.len() || !(1..LARGE[1]).contains(&divisor) {
            return Err(Flaw::Parts);
        }
        let sensible = |(lot, price): (&(i128, i128), &i128)| {
            *price.clamp(&(-lot.1 * divisor), &(lot.1 * divisor))
        };
        let prices: Vec<i128> = self.lots.iter().zip(prices).map(sensible).collect();
        let paid = self
            .lots
            .iter()
            .zip(&prices)
            .map(|(lot, price)| lot.0 * price);
        let mut bound: i128 = paid.sum();
        for (&person, offers) in &self.offers {
            let cost =
                |offer: &Offer<'_>, load| divisor * self.cost(offer, load) - prices[offer.lot];
            match cheapest(offers, cost, |lot| case.get(&(person, lot)).copied()) {
                Some(cost) => bound += cost,
                None => return Ok(i128::MAX),
            }
        }
        Ok(-(-bound).div_euclid(divisor))
    }

    /// What the roster costs. Loads must not be shared with other components: squares would not add up.
    fn value(&self) -> Result<i128, Flaw> {
        let mut value = self.lots.iter().map(|lot| lot.0 * lot.1).sum();
        for offers in self.offers.values() {
            let held = || offers.iter().filter(|it| it.candidate.held);
            let mut loads = RoleMap::<i128>::default();
            for offer in held() {
                let load = &mut loads[offer.demand.role];
                value += self.cost(offer, *load) - self.weight(Level::Unfilled(offer.demand.role));
                *load += offer.demand.load;
            }
            let grown = |it: &Offer<'_>| it.candidate.loads[1] - it.candidate.loads[0];
            if held().any(|it| loads[it.demand.role] != grown(it)) {
                return Err(Flaw::Parts);
            }
        }
        Ok(value)
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
        let offers = self.with_role(role);
        let unit = offers.clone().fold(0, |unit, it| gcd(unit, it.demand.load));
        let brought = offers.clone().map(|it| it.candidate.loads[0]);
        let first = brought.clone().next().unwrap_or_default();
        let apart = brought.fold(unit, |apart, it| gcd(apart, it - first));
        let constant = value < self.weight(Level::Unfilled(role));
        let rest = above.iter().fold(value, |rest, it| rest.rem_euclid(it.1));
        if constant || offers.clone().all(|it| it.demand.load == unit) {
            (2 * weight * unit * apart).clamp(1, rest + 1)
        } else {
            1
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
