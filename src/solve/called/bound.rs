//! How few people might do, by counting: seats that overlap need different people, and nobody takes more seats than
//! their days and limits hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role};

use super::super::instance::{Demand, Instance};
use super::super::levels::{Level, Levels};
use super::super::timed::level_out;

/// What people can do in one part.
pub struct Limits {
    /// The most seats that a person can take.
    most: BTreeMap<PersonId, usize>,
    /// Filled seats of each role in the best rosters.
    filled: BTreeMap<Role, usize>,
    /// What candidates of each role bring along, and what the lightest of their squares weighs.
    before: BTreeMap<Role, (Vec<i64>, i64)>,
    people: usize,
}

impl Limits {
    /// Counts, given a roster that is best at level 1 and people who cost nothing.
    pub fn of(
        instance: &Instance,
        demands: &[usize],
        duties: &[(usize, PersonId)],
        already: &BTreeSet<PersonId>,
    ) -> Self {
        let demands = demands.iter().map(|&index| &instance.demands[index]);
        let demands: Vec<&Demand> = demands.filter(|it| it.role.is_time_bound()).collect();
        let mut mine = BTreeMap::<PersonId, Vec<&Demand>>::new();
        for &demand in &demands {
            for candidate in &demand.candidates {
                mine.entry(candidate.person).or_default().push(demand);
            }
        }
        let most = mine
            .iter()
            .map(|(&person, mine)| (person, most(instance, person, mine)))
            .collect();
        let mut filled = BTreeMap::new();
        for &(index, _) in duties {
            let role = instance.demands[index].role;
            if role.is_time_bound() {
                *filled.entry(role).or_default() += 1;
            }
        }
        let mut limits = Self {
            most,
            filled,
            before: before(instance, &demands),
            people: 0,
        };
        let seats: usize = demands.iter().map(|it| it.seats as usize).sum();
        let empty = seats.saturating_sub(limits.filled.values().sum());
        let at_once = at_once(instance, &demands, already).saturating_sub(empty);
        limits.people = at_once.max(limits.by_most(already));
        limits
    }

    /// No fewer people are enough, beside those who cost nothing.
    pub fn people(&self) -> usize {
        self.people
    }

    /// The most seats that the person can take.
    pub fn of_person(&self, person: PersonId) -> usize {
        self.most.get(&person).copied().unwrap_or(0)
    }

    /// Everyone, first who can do most.
    pub fn ablest(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = self.most.keys().copied().collect();
        people.sort_by_key(|&person| (std::cmp::Reverse(self.of_person(person)), person));
        people
    }

    /// Sets level 4 to the most even spread that any so many people could have.
    pub fn spread(&self, people: usize, bound: &mut Levels) {
        for (&role, (before, lightest)) in &self.before {
            let mut amounts = before.clone();
            amounts.sort_unstable();
            amounts.truncate(people);
            let filled = self.filled.get(&role).copied().unwrap_or(0);
            bound.set(
                Level::LoadSquares(role),
                lightest * level_out(amounts, filled as i64),
            );
        }
    }

    fn by_most(&self, already: &BTreeSet<PersonId>) -> usize {
        let mut left: usize = self.filled.values().sum();
        for &person in already {
            left = left.saturating_sub(self.of_person(person));
        }
        let mut people = 0;
        let others = self.ablest().into_iter().filter(|it| !already.contains(it));
        for person in others {
            if left == 0 {
                break;
            }
            left = left.saturating_sub(self.of_person(person));
            people += 1;
        }
        people
    }
}

fn before(instance: &Instance, demands: &[&Demand]) -> BTreeMap<Role, (Vec<i64>, i64)> {
    let mut people = BTreeSet::new();
    for demand in demands {
        people.extend(demand.candidates.iter().map(|it| (demand.role, it.person)));
    }
    let mut before = BTreeMap::<Role, (Vec<i64>, i64)>::new();
    for (role, person) in people {
        let standing = &instance.standing[person.index()];
        let (loads, lightest) = before.entry(role).or_insert((Vec::new(), i64::MAX));
        loads.push(i64::from(standing.load[role]));
        *lightest = (*lightest).min(standing.weight(role));
    }
    before
}

/// Seats that one person can take: of demands that all overlap one another just one, and within their limits.
fn most(instance: &Instance, person: PersonId, mine: &[&Demand]) -> usize {
    let standing = &instance.standing[person.index()];
    let mut by_day = BTreeMap::<u32, Vec<&Demand>>::new();
    for demand in mine {
        by_day.entry(demand.day).or_default().push(demand);
    }
    let of_day = |(&day, mine): (&u32, &Vec<&Demand>)| {
        cliques(instance, mine).min(standing.left_on(day) as usize)
    };
    let all: usize = by_day.iter().map(of_day).sum();
    all.min(standing.total as usize)
}

/// Into how many sets of demands that overlap one another the demands fall, the shortest first.
fn cliques(instance: &Instance, demands: &[&Demand]) -> usize {
    let mut rest = demands.to_vec();
    rest.sort_by_key(|demand| demand.lessons);
    let mut count = 0;
    while let Some(&first) = rest.first() {
        let clique = clique(instance, first, &rest);
        rest.retain(|&demand| !clique.iter().any(|&member| std::ptr::eq(member, demand)));
        count += 1;
    }
    count
}

/// Demands that overlap the first, and one another.
fn clique<'a>(instance: &Instance, first: &'a Demand, rest: &[&'a Demand]) -> Vec<&'a Demand> {
    let mut clique = vec![first];
    for &demand in rest {
        let is_in = std::ptr::eq(demand, first);
        if !is_in && clique.iter().all(|member| instance.clash(member, demand)) {
            clique.push(demand);
        }
    }
    clique
}

/// The most seats found that need different people; those who cost nothing take one each.
fn at_once(instance: &Instance, demands: &[&Demand], already: &BTreeSet<PersonId>) -> usize {
    let seats = |&first: &&Demand| {
        let clique = clique(instance, first, demands);
        let free: BTreeSet<_> = clique
            .iter()
            .flat_map(|demand| &demand.candidates)
            .map(|candidate| candidate.person)
            .filter(|person| already.contains(person))
            .collect();
        let seats: usize = clique.iter().map(|it| it.seats as usize).sum();
        seats.saturating_sub(free.len())
    };
    demands.iter().map(seats).max().unwrap_or(0)
}
