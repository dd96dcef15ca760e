//! From the flow to a legal roster: duties move along the cheapest paths of the residual network.

use crate::domain::PersonId;

use super::super::budget::Stop;
use super::super::cost::Cost;
use super::super::network::{Arc, Path, State};
use super::super::random::Random;
use super::relaxation::Relaxation;

/// A component's flow, read as who holds what.
pub struct Repair<'a, C> {
    relaxation: Relaxation<'a, C>,
    /// Pairs that carry a unit, by person.
    held: Vec<Vec<u32>>,
    /// For each person and time, how many of the held duties exclude it.
    crowded: Vec<u16>,
    /// People whose duties exclude each other or exceed a limit, ascending.
    torn: Vec<u32>,
    /// When a pair was last taken off somebody, in steps; keeps the repair from going in circles.
    left_at: Vec<u32>,
    step: u32,
    random: Random,
    stop: Stop<'a>,
}

/// Steps during which a duty that somebody has just given up is not welcome back.
const REST: u32 = 12;

impl<'a, C: Cost> Repair<'a, C> {
    /// Reads the flow.
    pub fn new(relaxation: Relaxation<'a, C>, stop: Stop<'a>) -> Self {
        let people = relaxation.people.len();
        let mut repair = Self {
            held: vec![Vec::new(); people],
            crowded: vec![0; people * relaxation.slots.len()],
            torn: Vec::new(),
            left_at: vec![0; relaxation.pairs.len()],
            relaxation,
            step: REST,
            random: Random::new(0),
            stop,
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
        self.crowded.fill(0);
        for index in 0..self.relaxation.pairs.len() {
            if self.relaxation.network.flow(Arc::at(index)) > 0 {
                self.put_held(index as u32);
            }
        }
        self.torn = (0..self.held.len() as u32)
            .filter(|&person| self.violation_of(person as usize).is_some())
            .collect();
    }

    /// A set of duties of one person of which at least one must go, or `None` where the flow is a legal roster.
    pub fn violation(&self) -> Option<Vec<u32>> {
        self.violation_of(*self.torn.first()? as usize)
    }

    fn violation_of(&self, person: usize) -> Option<Vec<u32>> {
        let relaxation = &self.relaxation;
        let held = &self.held[person];
        let slots = &relaxation.slots;
        // A duty excludes its own time; whoever else does stands in its way.
        let is_clashing = |&&pair: &&u32| self.crowded[self.at(person, pair)] > 1;
        if let Some(&a) = held.iter().find(is_clashing) {
            let slot = relaxation.slot(a);
            let clash = |&&b: &&u32| b != a && slots.clash(slot, relaxation.slot(b));
            if let Some(&b) = held.iter().find(clash) {
                return Some(vec![a, b]);
            }
        }
        let standing = &relaxation.instance.standing[relaxation.people[person].index()];
        if held.len() > standing.total as usize {
            return Some(held.clone());
        }
        let over_week = || {
            held.iter().find_map(|&duty| {
                let week = relaxation.week(duty);
                let in_week = |&other: &u32| relaxation.week(other) == week;
                let same: Vec<u32> = held.iter().copied().filter(in_week).collect();
                (same.len() > standing.left_in(week) as usize).then_some(same)
            })
        };
        if standing.per_week != u32::MAX
            && let Some(same) = over_week()
        {
            return Some(same);
        }
        if standing.per_day == u32::MAX {
            return None;
        }
        held.iter().find_map(|&duty| {
            let day = relaxation.day(duty);
            let on_day = |&other: &u32| relaxation.day(other) == day;
            let same: Vec<u32> = held.iter().copied().filter(on_day).collect();
            (same.len() > standing.left_on(day) as usize).then_some(same)
        })
    }

    /// Position in `crowded` of the person and the pair's time.
    fn at(&self, person: usize, pair: u32) -> usize {
        person * self.relaxation.slots.len() + self.relaxation.slot(pair)
    }

    /// What the person would have to give up to take the pair too.
    fn friction(&self, pair: usize) -> u32 {
        let relaxation = &self.relaxation;
        let person = relaxation.pairs[pair].person as usize;
        let held = &self.held[person];
        let clashes = u32::from(self.crowded[self.at(person, pair as u32)]);
        let standing = &relaxation.instance.standing[relaxation.people[person].index()];
        let over_day = standing.per_day != u32::MAX && {
            let day = relaxation.day(pair as u32);
            let on_day = held.iter().filter(|&&other| relaxation.day(other) == day);
            on_day.count() >= standing.left_on(day) as usize
        };
        let over_total = held.len() >= standing.total as usize;
        let over_week = standing.per_week != u32::MAX && {
            let week = relaxation.week(pair as u32);
            let in_week = held.iter().filter(|&&other| relaxation.week(other) == week);
            in_week.count() >= standing.left_in(week) as usize
        };
        let recent = self.step - self.left_at[pair] < REST;
        clashes
            + u32::from(over_day)
            + u32::from(over_week)
            + u32::from(over_total)
            + u32::from(recent)
    }

    /// The cheapest way to move the pair's duty elsewhere, no dearer than `most`; among equals one that makes the least trouble.
    pub fn detour(&mut self, pair: u32, most: Option<C>) -> Option<Path<C>> {
        let mut search = self.relaxation.network.take_search();
        let pairs = self.relaxation.pairs.len();
        let network = &self.relaxation.network;
        let path = network.detour(&mut search, (Arc::at(pair as usize), most), |arc| {
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
        let mut changed = vec![self.relaxation.pairs[pair as usize].person];
        for (arc, added) in path.changes() {
            let Some(other) = self.relaxation.pairs.get(arc.index()) else {
                continue;
            };
            changed.push(other.person);
            if added {
                self.put_held(arc.index() as u32);
            } else {
                self.drop_held(arc.index() as u32);
            }
        }
        for person in changed {
            self.look_at(person);
        }
    }

    /// Gives up duties that are in the way until the rest is legal.
    pub fn give_up_all(&mut self) {
        while let Some(violation) = self.violation() {
            self.give_up(violation[0]);
        }
    }

    /// How many people have duties that do not go together.
    pub fn torn(&self) -> usize {
        self.torn.len()
    }

    /// Leaves the pair's seat empty; the flow no longer says what is held.
    fn give_up(&mut self, pair: u32) {
        self.drop_held(pair);
        self.look_at(self.relaxation.pairs[pair as usize].person);
    }

    /// Is the person torn?
    fn look_at(&mut self, person: u32) {
        let is_torn = self.violation_of(person as usize).is_some();
        match (self.torn.binary_search(&person), is_torn) {
            (Ok(at), false) => {
                self.torn.remove(at);
            }
            (Err(at), true) => self.torn.insert(at, person),
            _ => {}
        }
    }

    fn put_held(&mut self, pair: u32) {
        let person = self.relaxation.pairs[pair as usize].person as usize;
        self.held[person].push(pair);
        self.crowd(person, pair, |crowd| crowd + 1);
    }

    fn drop_held(&mut self, pair: u32) {
        self.left_at[pair as usize] = self.step;
        let person = self.relaxation.pairs[pair as usize].person as usize;
        self.held[person].retain(|&other| other != pair);
        self.crowd(person, pair, |crowd| crowd - 1);
    }

    /// Counts the duty at all times that it excludes.
    fn crowd(&mut self, person: usize, pair: u32, count: impl Fn(u16) -> u16) {
        let slots = &self.relaxation.slots;
        let mine = &mut self.crowded[person * slots.len()..(person + 1) * slots.len()];
        for (index, &word) in slots.clashes(self.relaxation.slot(pair)).iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                let slot = index * 64 + rest.trailing_zeros() as usize;
                mine[slot] = count(mine[slot]);
                rest &= rest - 1;
            }
        }
    }

    /// Moves duties along paths of cost zero until the roster is legal; gives up after a while, or where it is to stop.
    pub fn settle(&mut self) -> bool {
        let mut tries = 30 + 4 * self.torn.len();
        while tries > 0 && !self.torn.is_empty() {
            tries -= 1;
            let person = self.torn[self.random.below(self.torn.len())];
            let violation = self.violation_of(person as usize).unwrap_or_default();
            let mut best: Option<((u32, usize), u32, Path<C>)> = None;
            for pair in violation {
                if (self.stop)() {
                    return false;
                }
                let Some(path) = self.detour(pair, Some(C::default())) else {
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
        self.torn.is_empty()
    }

    /// Bans duties, cheapest detour first, until the roster is legal: ends, since every ban is for good, and an empty
    /// seat is always open. Where it is to stop, duties that are in the way are given up.
    pub fn make_legal(&mut self) {
        while let Some(violation) = self.violation() {
            let mut best: Option<(C, u32, u32)> = None;
            if (self.stop)() {
                return self.give_up_all();
            }
            for pair in violation {
                let Some(path) = self.detour(pair, None) else {
                    continue;
                };
                let rank = (path.cost, path.penalty, pair);
                best = Some(best.map_or(rank, |known| known.min(rank)));
            }
            let Some((_, _, pair)) = best else { return };
            let Some(path) = self.detour(pair, None) else {
                return;
            };
            self.take(pair, &path, true);
        }
    }
}
