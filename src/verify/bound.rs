//! What the blocks of one component prove of its levels.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, RoleMap};
use crate::proof::{Amounts, Case, Component, Flaw, Level, stride};

use super::facts::{Bid, Demands};
use super::person::cheapest;

#[derive(Default)]
pub struct Part<'a> {
    /// What an empty seat of each lot counts as, and the lot's seats.
    lots: Vec<(Level, i128)>,
    bids: BTreeMap<PersonId, Vec<Bid<'a>>>, // By time and lot.
    blocks: Vec<(Level, Vec<Case<'a>>)>,
    /// What the roster has here, and how much less another may have, as far as that is known.
    value: Amounts,
    pub slack: Amounts,
    pub size: i128, // No more can be counted here.
}

impl<'a> Part<'a> {
    pub fn of(demands: &mut Demands<'a>, component: &'a Component) -> Result<Self, Flaw> {
        let mut part = Self::default();
        for (lot, spots) in component.lots.iter().enumerate() {
            for spot in spots {
                let (seats, bids) = demands.remove(spot).ok_or(Flaw::Parts)?;
                let empty = Level::Unfilled(spot.1);
                part.lots.resize(lot + 1, (empty, 0));
                part.lots[lot].1 += seats;
                part.value[empty] += seats;
                for bid in bids {
                    let mine = part.bids.entry(bid.offer.person).or_default();
                    mine.push(Bid { lot, ..bid });
                }
            }
        }
        for bids in part.bids.values_mut() {
            bids.sort_by_key(|it| (it.offer.time, it.lot));
            let (all, mut loads) = (bids.iter().map(|it| it.load).sum(), RoleMap::default());
            for bid in bids {
                part.size += 2 + bid.cost().total() + bid.grown(all);
                if bid.held {
                    let load = &mut loads[bid.offer.role];
                    part.value[part.lots[bid.lot].0] -= 1;
                    part.value[bid.squares] += bid.grown(*load);
                    part.value = part.value + bid.cost();
                    *load += bid.load;
                }
            }
        }
        part.blocks = component.cases().ok_or(Flaw::Cases)?;
        Ok(part)
    }

    pub fn held(&self) -> impl Iterator<Item = (PersonId, Role)> {
        let held = self.bids.values().flatten().filter(|it| it.held);
        held.map(|it| (it.offer.person, it.offer.role))
    }

    /// How much less than this roster another may have at a level, if in all they are alike above, where it may be so much less.
    pub fn less(&self, level: Level, in_all: &Amounts) -> i128 {
        let alike = |it: &&Bid<'_>| in_all[Level::Unfilled(it.offer.role)] == 0;
        let bids = self.bids.values().flatten().filter(alike);
        let bids = bids.filter(|it| it.squares == level);
        let stride = stride(bids.map(|it| (it.load, it.before, it.weight)));
        let of_case = |case| self.less_in(case, level, (in_all, stride));
        let blocks = self.blocks.iter().filter(|it| it.0 == level);
        // In a case without any roster there is nothing less.
        let of_blocks = blocks.map(|it| it.1.iter().filter_map(of_case).max().unwrap_or(0));
        of_blocks.fold(self.value[level], i128::min).max(0)
    }

    fn less_in(&self, case: &Case<'_>, level: Level, above: (&Amounts, i128)) -> Option<i128> {
        let (times, (in_all, stride)) = (case.prices.times(level), above);
        // What the others may have less, another roster may have more here.
        let mut room = times.of(&(self.value + *in_all - self.slack));
        let lots = self.lots.iter().zip(&case.prices.of_lots);
        // Nobody is paid more than it costs to leave the seat empty.
        let paid: Vec<i128> = lots.map(|(lot, price)| times[lot.0].min(*price)).collect();
        let of_seats = paid.iter().zip(&self.lots).map(|it| it.0 * it.1.1);
        room -= of_seats.sum::<i128>();
        for (&person, bids) in &self.bids {
            let cost = |it: &Bid<'_>| times.of(&it.cost()) - paid[it.lot];
            let asks = bids.iter().map(|it| (cost(it), it));
            let limit = |lot| case.limits.get(&(person, lot)).copied();
            room -= cheapest(&asks.collect::<Vec<_>>(), &times, limit)?;
        }
        Some(room.div_euclid(stride * times[level]) * stride)
    }
}
