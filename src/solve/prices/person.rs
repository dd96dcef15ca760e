//! The best legal set of duties for one person alone: days are independent but for the numbers of duties.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::super::cost::Weights;
use super::super::instance::Instance;
use super::super::levels::{Level, Levels};
use super::works::Works;
use super::{Fixing, SCALE};

/// What a duty costs the person, without its price.
#[derive(Debug, Clone, Copy)]
struct Offer {
    /// Position among the component's demands.
    demand: u32,
    role: Role,
    /// Position among the day's time spans.
    span: u8,
    /// Times [`SCALE`].
    cost: i128,
}

/// One day of a person.
#[derive(Debug, Clone)]
struct Day {
    /// Time-bound duties it allows.
    most: u32,
    /// Its calendar week, and the time-bound duties that one allows.
    week: (u32, u32),
    /// For each span, those that overlap it, as bits.
    overlaps: Vec<u64>,
    /// By span.
    offers: Vec<Offer>,
}

/// A person of the component.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Most duties in all.
    most: u32,
    days: Vec<Day>,
    /// What having any duty costs, times [`SCALE`].
    charge: i128,
    /// For each time-bound role, what the n-th duty adds to the squares, times [`SCALE`].
    growth: [(i128, i128); Role::COUNT],
    /// What a checker may take, who is bound to no time.
    works: Option<Works>,
}

/// The best set.
pub struct Best {
    /// Its cost, prices earned taken off, times [`SCALE`].
    pub cost: i128,
    /// Its demands.
    pub taken: Vec<u32>,
}

/// Numbers of duties by role, eight bits each.
type Counts = u64;

/// Every role has its eight bits.
const _: () = assert!(8 * Role::COUNT <= Counts::BITS as usize);

fn one(role: Role) -> Counts {
    1 << (8 * role as u32)
}

fn count(counts: Counts, role: Role) -> u32 {
    (counts >> (8 * role as u32) & 0xff) as u32
}

fn total(counts: Counts) -> u32 {
    Role::ALL.into_iter().map(|role| count(counts, role)).sum()
}

/// A set of duties, known by what matters for those to come.
#[derive(Debug, Clone, Copy)]
struct State {
    counts: Counts,
    /// Duties of the week.
    in_week: u32,
    /// Spans of the day that are no longer free.
    blocked: u64,
    cost: i128,
    /// Position in the trail, or `u32::MAX`.
    last: u32,
}

/// Makes a duty that must be had outweigh everything else.
pub const MUST: i128 = 1 << 110;

impl Person {
    /// Everyone who may take one of the demands, ascending; `None` where a day has more than 64 different spans.
    pub fn all(
        instance: &Instance,
        demands: &[usize],
        weights: &Weights,
        charge: &dyn Fn(PersonId) -> i128,
    ) -> Option<Vec<Self>> {
        if demands
            .iter()
            .any(|&it| instance.demands[it].role == Role::Checker)
        {
            return Some(Self::checkers(instance, demands, weights));
        }
        // Where nobody's number of duties of a role costs anything, one role stands for all.
        let all_alike = Role::ALL
            .into_iter()
            .all(|role| weights.pack(&Levels::single(Level::LoadSquares(role), 1)) == 0);
        let mut order: Vec<usize> = (0..demands.len()).collect();
        order.sort_by_key(|&position| {
            let demand = &instance.demands[demands[position]];
            (demand.day, demand.span)
        });
        // Of each person of the school, in the order of time: position, day, span, cost.
        let mut all = vec![Vec::new(); instance.standing.len()];
        for position in order {
            let demand = &instance.demands[demands[position]];
            for candidate in &demand.candidates {
                let cost = if candidate.is_free() {
                    0
                } else {
                    SCALE * weights.pack(&candidate.levels())
                };
                all[candidate.person.index()].push((position, demand.day, demand.span, cost));
            }
        }
        let mut people = Vec::new();
        for (at, mine) in all.iter().enumerate().filter(|(_, mine)| !mine.is_empty()) {
            let id = PersonId::new(at);
            let standing = &instance.standing[id.index()];
            let mut days = Vec::new();
            for offers in mine.chunk_by(|a, b| a.1 == b.1) {
                let mut spans: Vec<u32> = offers.iter().map(|offer| offer.2).collect();
                spans.dedup();
                if spans.len() > 64 {
                    return None;
                }
                let overlaps = spans.iter().map(|&a| {
                    let bits = spans.iter().enumerate();
                    bits.filter(|&(_, &b)| instance.overlaps.overlap(a, b))
                        .fold(0, |bits, (bit, _)| bits | 1 << bit)
                });
                days.push(Day {
                    most: standing.left_on(offers[0].1).min(64),
                    week: {
                        let week = instance.demands[demands[offers[0].0]].week;
                        (week, standing.left_in(week))
                    },
                    overlaps: overlaps.collect(),
                    offers: offers
                        .iter()
                        .map(|&(position, _, span, cost)| Offer {
                            demand: position as u32,
                            role: if all_alike {
                                Role::Proctor
                            } else {
                                instance.demands[demands[position]].role
                            },
                            span: spans.partition_point(|&other| other < span) as u8,
                            cost,
                        })
                        .collect(),
                });
            }
            people.push(Self {
                id,
                most: standing.total,
                days,
                charge: SCALE * charge(id),
                growth: Role::ALL.map(|role| {
                    let level = Level::LoadSquares(role);
                    let unit = weights.pack(&Levels::single(level, standing.weight(role)));
                    (SCALE * unit, i128::from(standing.load[role]))
                }),
                works: None,
            });
        }
        Some(people)
    }

    /// Everyone who may check works of the demands, all of checkers; ascending.
    fn checkers(instance: &Instance, demands: &[usize], weights: &Weights) -> Vec<Self> {
        let mut mine: BTreeMap<PersonId, Vec<(u32, usize)>> = BTreeMap::new();
        for (position, &index) in demands.iter().enumerate() {
            for candidate in &instance.demands[index].candidates {
                let of_person = mine.entry(candidate.person).or_default();
                of_person.push((position as u32, index));
            }
        }
        let checker = |(id, mine): (PersonId, Vec<(u32, usize)>)| Self {
            id,
            most: 0,
            days: Vec::new(),
            charge: 0,
            growth: [(0, 0); Role::COUNT],
            works: Some(Works::of(instance, weights, id, &mine)),
        };
        mine.into_iter().map(checker).collect()
    }

    /// Is it a checker?
    pub fn checks(&self) -> bool {
        self.works.is_some()
    }

    /// Growth of the role's square with so many duties.
    fn square(&self, role: Role, duties: u32) -> i128 {
        let (unit, load) = self.growth[role as usize];
        let duties = i128::from(duties);
        unit * duties * (2 * load + duties)
    }

    /// The best set at the prices; `None` where the fixed duties exclude each other.
    pub fn respond<'f>(
        &self,
        prices: &[i128],
        fixed: impl Iterator<Item = &'f Fixing>,
    ) -> Option<Best> {
        let fixed: Vec<&Fixing> = fixed.collect();
        if let Some(works) = &self.works {
            return works.respond(prices, &fixed);
        }
        let mut week = None;
        let mut trail: Vec<(u32, u32)> = Vec::new();
        let mut states = vec![State {
            counts: 0,
            in_week: 0,
            blocked: 0,
            cost: 0,
            last: u32::MAX,
        }];
        for day in &self.days {
            let offers = self.worth_taking(day, prices, &fixed);
            if !offers.is_empty() {
                if week.replace(day.week.0) != Some(day.week.0) {
                    for state in &mut states {
                        state.in_week = 0;
                    }
                    keep_cheapest(&mut states);
                }
                states = self.add_day(day, &offers, &states, &mut trail);
            }
        }
        let squares = |counts: Counts| -> i128 {
            Role::ALL
                .into_iter()
                .map(|role| self.square(role, count(counts, role)))
                .sum()
        };
        let best = states
            .into_iter()
            .map(|state| {
                let charge = if state.counts == 0 { 0 } else { self.charge };
                (state.cost + squares(state.counts) + charge, state)
            })
            .min_by_key(|&(cost, state)| (cost, state.counts))?;
        let mut taken = Vec::new();
        let mut last = best.1.last;
        while let Some(&(demand, before)) = trail.get(last as usize) {
            taken.push(demand);
            last = before;
        }
        let musts = fixed.iter().filter(|fixing| fixing.taken).count() as i128;
        let cost = best.0 + musts * MUST;
        (cost < MUST / 2).then_some(Best { cost, taken })
    }

    /// The day's offers that could pay at these prices, the best of each span and role; forced ones drive out others.
    fn worth_taking(&self, day: &Day, prices: &[i128], fixed: &[&Fixing]) -> Vec<Offer> {
        let mut worth: Vec<Offer> = Vec::new();
        for &offer in &day.offers {
            let fixing = fixed.iter().find(|fixing| fixing.demand == offer.demand);
            let mut cost = offer.cost - prices[offer.demand as usize];
            match fixing {
                Some(fixing) if fixing.taken => cost -= MUST,
                Some(_) => continue,
                None => {}
            }
            if cost + self.square(offer.role, 1) >= 0 {
                continue;
            }
            let offer = Offer { cost, ..offer };
            let rival = worth
                .iter_mut()
                .find(|other| other.span == offer.span && other.role == offer.role);
            match rival {
                Some(rival) if offer.cost < rival.cost => *rival = offer,
                Some(_) => {}
                None => worth.push(offer),
            }
        }
        worth
    }

    fn add_day(
        &self,
        day: &Day,
        offers: &[Offer],
        states: &[State],
        trail: &mut Vec<(u32, u32)>,
    ) -> Vec<State> {
        let mut today = vec![State {
            counts: 0,
            in_week: 0,
            blocked: 0,
            cost: 0,
            last: u32::MAX,
        }];
        let mut picks: Vec<(u32, u32)> = Vec::new();
        for offer in offers {
            let bit = 1u64 << offer.span;
            let mut more = Vec::new();
            for state in &today {
                if state.blocked & bit == 0 && total(state.counts) < day.most {
                    picks.push((offer.demand, state.last));
                    more.push(State {
                        counts: state.counts + one(offer.role),
                        in_week: 0,
                        blocked: state.blocked | day.overlaps[offer.span as usize],
                        cost: state.cost + offer.cost,
                        last: picks.len() as u32 - 1,
                    });
                }
            }
            today.extend(more);
            // Spans come in order: what is blocked among those already seen no longer matters.
            let later = !((bit << 1).wrapping_sub(1)) | bit;
            for state in &mut today {
                state.blocked &= later;
            }
            keep_cheapest(&mut today);
        }
        for state in &mut today {
            state.blocked = 0;
        }
        keep_cheapest(&mut today);
        let mut joined = Vec::with_capacity(states.len() * today.len());
        for before in states {
            for state in &today {
                let (so_far, more) = (total(before.counts), total(state.counts));
                if so_far + more > self.most.min(200) || before.in_week + more > day.week.1 {
                    continue;
                }
                let mut last = before.last;
                let mut pick = state.last;
                while let Some(&(demand, earlier)) = picks.get(pick as usize) {
                    trail.push((demand, last));
                    last = trail.len() as u32 - 1;
                    pick = earlier;
                }
                joined.push(State {
                    counts: before.counts + state.counts,
                    in_week: if day.week.1 == u32::MAX {
                        0
                    } else {
                        before.in_week + more
                    },
                    blocked: 0,
                    cost: before.cost + state.cost,
                    last,
                });
            }
        }
        keep_cheapest(&mut joined);
        joined
    }
}

/// One state for each future, the cheapest.
fn keep_cheapest(states: &mut Vec<State>) {
    states.sort_unstable_by_key(|state| {
        let State {
            counts,
            in_week,
            blocked,
            cost,
            last,
        } = *state;
        (counts, in_week, blocked, cost, last)
    });
    states.dedup_by_key(|state| (state.counts, state.in_week, state.blocked));
}
