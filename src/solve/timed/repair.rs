//! From the flow to a legal roster: duties move along the cheapest paths of the residual network.

use crate::domain::PersonId;

use super::super::cost::Cost;
use super::super::network::{Arc, Path, State};
use super::super::random::Random;
use super::relaxation::Relaxation;

/// A component's flow, read as who holds what.
pub struct Repair<'a, C> {
    relaxation: Relaxation<'a, C>,
    /// Pairs that carry a unit, by person.
    held: Vec<Vec<u32>>,
    /// When a pair was last taken off somebody, in steps; keeps the repair from going in circles.
    left_at: Vec<u32>,
    step: u32,
    random: Random,
}

/// Steps during which a duty that somebody has just given up is not welcome back.
const REST: u32 = 12;

impl<'a, C: Cost> Repair<'a, C> {
    /// Reads the flow.
    pub fn new(relaxation: Relaxation<'a, C>) -> Self {
        let mut repair = Self {
            held: vec![Vec::new(); relaxation.people.len()],
            left_at: vec![0; relaxation.pairs.len()],
            relaxation,
            step: REST,
            random: Random::new(0),
        };
        repair.read_held();
        repair
    }

    /// Seats taken: (index among the instance's demands, person).
    pub fn duties(&self) -> Vec<(usize, PersonId)> {
        let relaxation = &self.relaxation;
        let index = |pair: u32| relaxation.demands[relaxation.pairs[pair as usize].demand as usize];
        relaxation
            .people
            .iter()
            .zip(&self.held)
            .flat_map(|(&person, held)| held.iter().map(move |&pair| (index(pair), person)))
            .collect()
    }

    /// Cost of the flow.
    pub fn total(&self) -> C {
        self.relaxation.network.total()
    }

    /// The flow, to come back to.
    pub fn save(&self) -> State<C> {
        self.relaxation.network.save()
    }

    /// Comes back to a saved flow; bans made since are lifted.
    pub fn restore(&mut self, state: &State<C>) {
        self.relaxation.network.restore(state);
        self.read_held();
    }

    fn read_held(&mut self) {
        self.held.iter_mut().for_each(Vec::clear);
        for (index, pair) in self.relaxation.pairs.iter().enumerate() {
            if self.relaxation.network.flow(Arc::at(index)) > 0 {
                self.held[pair.person as usize].push(index as u32);
            }
        }
    }

    /// A set of duties of one person of which at least one must go, or `None` where the flow is a legal roster.
    pub fn violation(&self) -> Option<Vec<u32>> {
        self.violation_from(0)
    }

    fn violation_from(&self, start: usize) -> Option<Vec<u32>> {
        let people = self.held.len();
        (0..people).find_map(|offset| self.violation_of((start + offset) % people))
    }

    fn violation_of(&self, person: usize) -> Option<Vec<u32>> {
        let relaxation = &self.relaxation;
        let held = &self.held[person];
        let clash = |a: u32, b: u32| {
            relaxation
                .instance
                .clash(relaxation.demand(a), relaxation.demand(b))
        };
        for (index, &a) in held.iter().enumerate() {
            if let Some(&b) = held[index + 1..].iter().find(|&&b| clash(a, b)) {
                return Some(vec![a, b]);
            }
        }
        let standing = &relaxation.instance.standing[relaxation.people[person].index()];
        if held.len() > standing.total as usize {
            return Some(held.clone());
        }
        if standing.per_day == u32::MAX {
            return None;
        }
        held.iter().find_map(|&duty| {
            let day = relaxation.demand(duty).day;
            let on_day = |&other: &u32| relaxation.demand(other).day == day;
            let same: Vec<u32> = held.iter().copied().filter(on_day).collect();
            (same.len() > standing.left_on(day) as usize).then_some(same)
        })
    }

    /// What the person would have to give up to take the pair too.
    fn friction(&self, pair: usize) -> u32 {
        let relaxation = &self.relaxation;
        let person = relaxation.pairs[pair].person as usize;
        let demand = relaxation.demand(pair as u32);
        let held = &self.held[person];
        let clashes = held
            .iter()
            .filter(|&&other| relaxation.instance.clash(relaxation.demand(other), demand))
            .count();
        let standing = &relaxation.instance.standing[relaxation.people[person].index()];
        let on_day = |&&other: &&u32| relaxation.demand(other).day == demand.day;
        let over_day = held.iter().filter(on_day).count() >= standing.left_on(demand.day) as usize;
        let over_total = held.len() >= standing.total as usize;
        let recent = self.step - self.left_at[pair] < REST;
        clashes as u32 + u32::from(over_day) + u32::from(over_total) + u32::from(recent)
    }

    /// The cheapest way to move the pair's duty elsewhere; among equals one that makes the least trouble.
    pub fn detour(&mut self, pair: u32) -> Option<Path<C>> {
        let mut search = self.relaxation.network.take_search();
        let pairs = self.relaxation.pairs.len();
        let network = &self.relaxation.network;
        let path = network.detour(&mut search, Arc::at(pair as usize), |arc| {
            if arc.index() < pairs {
                self.friction(arc.index())
            } else {
                0
            }
        });
        self.relaxation.network.put_search(search);
        path
    }

    /// Takes the detour just found; with `ban` the person may not have the duty again (until restored).
    pub fn take(&mut self, pair: u32, path: &Path<C>, ban: bool) {
        self.step += 1;
        self.relaxation
            .network
            .take(Arc::at(pair as usize), path, ban);
        self.drop_held(pair);
        for (arc, added) in path.changes() {
            let Some(changed) = self.relaxation.pairs.get(arc.index()) else {
                continue;
            };
            if added {
                self.held[changed.person as usize].push(arc.index() as u32);
            } else {
                self.drop_held(arc.index() as u32);
            }
        }
    }

    fn drop_held(&mut self, pair: u32) {
        self.left_at[pair as usize] = self.step;
        let person = self.relaxation.pairs[pair as usize].person as usize;
        self.held[person].retain(|&other| other != pair);
    }

    /// Moves duties along paths of cost zero until the roster is legal; gives up after a while.
    pub fn settle(&mut self) -> bool {
        let people = self.held.len();
        let violated = (0..people).filter(|&person| self.violation_of(person).is_some());
        let mut tries = 30 + 4 * violated.count();
        while tries > 0 {
            tries -= 1;
            let start = self.random.below(people);
            let Some(violation) = self.violation_from(start) else {
                return true;
            };
            let mut best: Option<((u32, usize), u32, Path<C>)> = None;
            for pair in violation {
                let free = |path: &Path<C>| path.cost == C::default();
                let Some(path) = self.detour(pair).filter(free) else {
                    continue;
                };
                let rank = (path.penalty, self.random.below(1 << 16));
                if best.as_ref().is_none_or(|&(known, ..)| rank < known) {
                    best = Some((rank, pair, path));
                }
            }
            let Some((_, pair, path)) = best else {
                return false;
            };
            self.take(pair, &path, false);
        }
        self.violation().is_none()
    }

    /// Bans duties, cheapest detour first, until the roster is legal: ends, since every ban is for good, and an empty
    /// seat is always open.
    pub fn make_legal(&mut self) {
        while let Some(violation) = self.violation() {
            let mut best: Option<(C, u32, u32)> = None;
            for pair in violation {
                let Some(path) = self.detour(pair) else {
                    continue;
                };
                let rank = (path.cost, path.penalty, pair);
                best = Some(best.map_or(rank, |known| known.min(rank)));
            }
            let Some((_, _, pair)) = best else { return };
            let Some(path) = self.detour(pair) else {
                return;
            };
            self.take(pair, &path, true);
        }
    }
}
