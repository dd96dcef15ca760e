//! The rows of the lesson program: seats, and for every person lessons, days, and all duties.
//!
//! A person has one duty at a time, of whatever role: a row for each greatest set of times of which every two overlap.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::super::instance::{Instance, Slots};
use super::super::levels::{Level, Levels};

/// Somebody who may take a seat.
pub struct Pair {
    /// Position among the component's demands.
    pub demand: u32,
    /// Position among the component's people.
    pub person: u32,
    /// Who.
    pub id: PersonId,
    /// What it costs without the squares.
    pub levels: Levels,
    /// Rows of the person in which it stands.
    pub limits: Vec<u32>,
    /// Position among the loads.
    pub load: u32,
}

/// The load of a person in a role.
pub struct Load {
    /// The role.
    pub role: Role,
    /// What they bring along.
    pub before: i64,
    /// What its square weighs.
    pub weight: i64,
    /// The most that can be added.
    pub most: u32,
}

/// A component as rows and columns.
pub struct Model<'a> {
    /// The school.
    pub instance: &'a Instance,
    /// The component's demands, as positions among the instance's.
    pub demands: &'a [usize],
    /// By demand.
    pub pairs: Vec<Pair>,
    /// Right sides of people's rows.
    pub limits: Vec<u32>,
    /// By person and role.
    pub loads: Vec<Load>,
}

/// Times of one day, as bits.
type Times = u64;

impl<'a> Model<'a> {
    /// Of a component.
    pub fn new((instance, slots): (&'a Instance, &Slots), demands: &'a [usize]) -> Self {
        let mut model = Self {
            instance,
            demands,
            pairs: Vec::new(),
            limits: Vec::new(),
            loads: Vec::new(),
        };
        let mut of_person: BTreeMap<PersonId, Vec<u32>> = BTreeMap::new();
        for (position, &index) in demands.iter().enumerate() {
            for candidate in &instance.demands[index].candidates {
                let mine = of_person.entry(candidate.person).or_default();
                mine.push(model.pairs.len() as u32);
                model.pairs.push(Pair {
                    demand: position as u32,
                    person: 0,
                    id: candidate.person,
                    levels: candidate.levels(),
                    limits: Vec::new(),
                    load: 0,
                });
            }
        }
        for (person, (id, mine)) in (0..).zip(&of_person) {
            for &pair in mine {
                model.pairs[pair as usize].person = person;
            }
            model.add_person(slots, *id, mine);
        }
        model
    }

    fn slot(&self, slots: &Slots, pair: u32) -> usize {
        let demand = self.pairs[pair as usize].demand as usize;
        slots.of_demand(self.demands[demand])
    }

    fn add_person(&mut self, slots: &Slots, id: PersonId, mine: &[u32]) {
        let standing = &self.instance.standing[id.index()];
        let mut by_day: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &pair in mine {
            let day = slots.day(self.slot(slots, pair));
            by_day.entry(day).or_default().push(pair);
        }
        let mut reachable = 0;
        for (&day, pairs) in &by_day {
            let mut times: Vec<usize> = pairs.iter().map(|&it| self.slot(slots, it)).collect();
            times.sort_unstable();
            times.dedup();
            for clique in cliques(&times, &|a, b| slots.clash(a, b)) {
                let within = |&&pair: &&u32| clique.contains(&self.slot(slots, pair));
                let within: Vec<u32> = pairs.iter().filter(within).copied().collect();
                self.add_limit(&within, 1);
            }
            let left = standing.left_on(day);
            if (left as usize) < times.len() {
                self.add_limit(pairs, left);
            }
            reachable += left.min(times.len() as u32);
        }
        if standing.total < reachable {
            self.add_limit(mine, standing.total);
        }
        for role in Role::ALL {
            let is_of_role = |&&pair: &&u32| {
                let demand = self.demands[self.pairs[pair as usize].demand as usize];
                self.instance.demands[demand].role == role
            };
            let of_role: Vec<u32> = mine.iter().filter(is_of_role).copied().collect();
            for &pair in &of_role {
                self.pairs[pair as usize].load = self.loads.len() as u32;
            }
            if !of_role.is_empty() {
                self.loads.push(Load {
                    role,
                    before: i64::from(standing.load[role]),
                    weight: standing.weight(role),
                    most: reachable.min(standing.total).min(of_role.len() as u32),
                });
            }
        }
    }

    fn add_limit(&mut self, pairs: &[u32], most: u32) {
        for &pair in pairs {
            let limit = self.limits.len() as u32;
            self.pairs[pair as usize].limits.push(limit);
        }
        self.limits.push(most);
    }

    /// What an empty seat of the demand costs at the level.
    pub fn empty(&self, demand: usize, level: Level) -> i64 {
        let demand = &self.instance.demands[self.demands[demand]];
        demand.empty_seat().get(level)
    }

    /// Seats of the demand.
    pub fn seats(&self, demand: usize) -> u32 {
        self.instance.demands[self.demands[demand]].seats
    }
}

/// The greatest sets of times of which every two overlap: each time's earlier neighbours are tried with it. On a day
/// with more times than a word has bits, every two of them that overlap.
fn cliques(times: &[usize], clash: &dyn Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    if times.len() > Times::BITS as usize {
        let later = |at: usize| times[at + 1..].iter().map(move |&b| (times[at], b));
        let two = (0..times.len()).flat_map(later);
        return two
            .filter(|&(a, b)| clash(a, b))
            .map(|(a, b)| vec![a, b])
            .collect();
    }
    let overlaps: Vec<Times> = times
        .iter()
        .map(|&a| {
            let all = times.iter().enumerate();
            all.filter(|&(_, &b)| clash(a, b))
                .fold(0, |bits, (at, _)| bits | 1 << at)
        })
        .collect();
    let members = |set: Times| {
        let all = times.iter().enumerate();
        let within = all.filter(|(at, _)| set >> at & 1 == 1);
        within.map(|(_, &time)| time).collect()
    };
    greatest(&overlaps).into_iter().map(members).collect()
}

fn greatest(overlaps: &[Times]) -> Vec<Times> {
    fn extend(overlaps: &[Times], sets: (Times, Times, Times), found: &mut Vec<Times>) {
        let (within, mut open, mut closed) = sets;
        if open == 0 && closed == 0 {
            found.push(within);
        }
        while open != 0 {
            let at = open.trailing_zeros() as usize;
            let near = overlaps[at] & !(1 << at);
            extend(
                overlaps,
                (within | 1 << at, open & near, closed & near),
                found,
            );
            open &= !(1 << at);
            closed |= 1 << at;
        }
    }
    let all = (0..overlaps.len()).fold(0, |bits, at| bits | 1 << at);
    let mut found = Vec::new();
    extend(overlaps, (0, all, 0), &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_times_has_a_set_for_each_link() {
        // Lessons 2-3, 3-4, 4-5 and 7.
        assert_eq!(
            greatest(&[0b0011, 0b0111, 0b0110, 0b1000]),
            [0b0011, 0b0110, 0b1000]
        );
    }

    #[test]
    fn of_too_many_times_every_two_that_overlap_are_a_set() {
        let times: Vec<usize> = (0..70).collect();
        let near = |a: usize, b: usize| a.abs_diff(b) < 2;
        let sets = cliques(&times, &near);
        assert_eq!((sets.len(), &sets[0][..]), (69, &[0, 1][..]));
        let few = cliques(&times[..5], &near);
        assert_eq!(few, [[0, 1], [1, 2], [2, 3], [3, 4]]);
    }
}
