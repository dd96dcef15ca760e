//! The best set of works for one checker alone: a knapsack over all days, within a smaller one for each day.

use crate::domain::{PersonId, Role};

use super::super::cost::Weights;
use super::super::instance::Instance;
use super::super::levels::{Level, Levels};
use super::person::{Best, MUST};
use super::{Fixing, SCALE};

/// Works that the person may take on.
#[derive(Debug, Clone, Copy)]
struct Offer {
    /// Position among the component's demands.
    demand: u32,
    /// Works.
    weight: u32,
    /// Without its price, times [`SCALE`].
    cost: i128,
}

/// Works of sittings of one date.
#[derive(Debug, Clone)]
struct Day {
    /// Most works.
    most: u32,
    offers: Vec<Offer>,
}

/// What a checker may take, and how much of it.
#[derive(Debug, Clone)]
pub struct Works {
    /// Most works in all.
    most: u32,
    days: Vec<Day>,
    /// What one unit of the square costs, times [`SCALE`], and the load that the person brings along.
    unit: i128,
    load: i128,
}

/// The cheapest set of each number of works so far, with its place in the trail.
type Table = Vec<Option<(i128, u32)>>;

/// No duty.
const NOTHING: u32 = u32::MAX;

impl Works {
    /// Of the person, whose demands of the component are these positions.
    pub fn of(
        instance: &Instance,
        weights: &Weights,
        person: PersonId,
        mine: &[(u32, usize)],
    ) -> Self {
        let standing = &instance.standing[person.index()];
        let mut days: Vec<(u32, Day)> = Vec::new();
        for &(position, index) in mine {
            let demand = &instance.demands[index];
            let Some(candidate) = demand.candidate(person) else {
                continue;
            };
            let offer = Offer {
                demand: position,
                weight: demand.load,
                cost: SCALE * weights.pack(&candidate.levels()),
            };
            match days.iter_mut().find(|(day, _)| *day == demand.day) {
                Some((_, day)) => day.offers.push(offer),
                None => days.push((
                    demand.day,
                    Day {
                        most: standing.works.left_on(demand.day),
                        offers: vec![offer],
                    },
                )),
            }
        }
        let weight = standing.weight(Role::Checker);
        let unit = weights.pack(&Levels::single(Level::LoadSquares(Role::Checker), weight));
        Self {
            most: standing.works.left,
            days: days.into_iter().map(|(_, day)| day).collect(),
            unit: SCALE * unit,
            load: i128::from(standing.load[Role::Checker]),
        }
    }

    /// Growth of the square with so many works.
    fn square(&self, works: usize) -> i128 {
        let works = works as i128;
        self.unit * works * (2 * self.load + works)
    }

    /// The best set at the prices; `None` where the fixed duties do not go together.
    pub fn respond(&self, prices: &[i128], fixed: &[&Fixing]) -> Option<Best> {
        let mut trail: Vec<(u32, u32)> = Vec::new();
        let mut table: Table = vec![Some((0, NOTHING))];
        for day in &self.days {
            let offers = self.worth_taking(day, prices, fixed);
            if !offers.is_empty() {
                table = self.add_day(day.most, &offers, &table, &mut trail);
            }
        }
        let sets = table.iter().enumerate();
        let sets = sets.filter_map(|(works, set)| {
            let (cost, last) = (*set)?;
            Some((cost + self.square(works), works, last))
        });
        let (cost, _, mut last) = sets.min()?;
        let mut taken = Vec::new();
        while let Some(&(demand, before)) = trail.get(last as usize) {
            taken.push(demand);
            last = before;
        }
        let musts = fixed.iter().filter(|fixing| fixing.taken).count() as i128;
        let cost = cost + musts * MUST;
        (cost < MUST / 2).then_some(Best { cost, taken })
    }

    /// Offers that could pay at these prices beside nothing else.
    fn worth_taking(&self, day: &Day, prices: &[i128], fixed: &[&Fixing]) -> Vec<Offer> {
        let mut worth = Vec::new();
        for &offer in &day.offers {
            let mut cost = offer.cost - prices[offer.demand as usize];
            match fixed.iter().find(|fixing| fixing.demand == offer.demand) {
                Some(fixing) if fixing.taken => cost -= MUST,
                Some(_) => continue,
                None => {}
            }
            if cost + self.square(offer.weight as usize) < 0 {
                worth.push(Offer { cost, ..offer });
            }
        }
        worth
    }

    /// Every set so far, and each with some works of the day.
    fn add_day(
        &self,
        most: u32,
        offers: &[Offer],
        before: &Table,
        trail: &mut Vec<(u32, u32)>,
    ) -> Table {
        let all: u64 = offers.iter().map(|offer| u64::from(offer.weight)).sum();
        let width = |most: u32, so_far: u64| (so_far + all).min(u64::from(most)) as usize + 1;
        if u64::from(most) >= all {
            let mut table = before.clone();
            table.resize(width(self.most, before.len() as u64 - 1), None);
            for offer in offers {
                take(offer, &mut table, trail);
            }
            return table;
        }
        // Sets of the day alone first: their duties stand in a trail of their own.
        let (mut today, mut picks): (Table, _) = (vec![None; width(most, 0)], Vec::new());
        today[0] = Some((0, NOTHING));
        for offer in offers {
            take(offer, &mut today, &mut picks);
        }
        let mut table: Table = vec![None; width(self.most, before.len() as u64 - 1)];
        for (works, set) in before.iter().enumerate() {
            let Some((cost, last)) = *set else { continue };
            for (more, set) in today.iter().enumerate() {
                let Some((extra, pick)) = *set else { continue };
                let Some(best) = table.get_mut(works + more) else {
                    break;
                };
                if best.is_none_or(|(known, _)| cost + extra < known) {
                    *best = Some((cost + extra, joined(last, pick, &picks, trail)));
                }
            }
        }
        table
    }
}

/// Every set of the table, and each with the offer.
fn take(offer: &Offer, table: &mut Table, trail: &mut Vec<(u32, u32)>) {
    let weight = offer.weight as usize;
    for works in (weight..table.len()).rev() {
        let Some((cost, last)) = table[works - weight] else {
            continue;
        };
        let with = cost + offer.cost;
        if table[works].is_none_or(|(known, _)| with < known) {
            trail.push((offer.demand, last));
            table[works] = Some((with, trail.len() as u32 - 1));
        }
    }
}

/// The trail of a set with the day's picks at its end.
fn joined(last: u32, mut pick: u32, picks: &[(u32, u32)], trail: &mut Vec<(u32, u32)>) -> u32 {
    let mut last = last;
    while let Some(&(demand, before)) = picks.get(pick as usize) {
        trail.push((demand, last));
        last = trail.len() as u32 - 1;
        pick = before;
    }
    last
}
