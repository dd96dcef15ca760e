//! Commissions as the solver sees them: which sittings each checks, and who may do so without loss at the levels above.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role};

use super::super::draft::Upper;
use super::super::instance::{Candidate, Instance};

/// A commission and the person: one of the pairs that are counted.
pub type Pair = (u32, PersonId);

/// A sitting's seats for checkers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Index among the instance's demands.
    pub index: usize,
    /// Works of a seat.
    pub load: u32,
    /// Who must have a seat, as others cost more.
    pub sure: Vec<PersonId>,
    /// Seats beside these.
    pub picks: u32,
    /// Who may have one, all at the same cost.
    pub ties: Vec<PersonId>,
}

/// The sittings of one commission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Its seats.
    pub needs: Vec<Need>,
}

/// What may be asked of each sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// Its cheapest hands only, as where every sitting is best by itself.
    Cheapest,
    /// Anybody who may.
    Any,
}

/// The commission that checks the demand.
pub fn commission(instance: &Instance, index: usize) -> u32 {
    let sitting = instance.demands[index].sitting.index();
    instance.commissions.get(sitting).copied().unwrap_or(0)
}

/// The commissions, by number.
pub fn groups(instance: &Instance, cost: Cost) -> BTreeMap<u32, Group> {
    let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
    for (index, demand) in instance.demands.iter().enumerate() {
        if demand.role != Role::Checker {
            continue;
        }
        let all = demand.candidates.iter().map(|it| (cost_of(it, cost), it));
        let mut all: Vec<(Upper, &Candidate)> = all.collect();
        all.sort_by_key(|&(upper, it)| (upper, it.person));
        let filled = all.len().min(demand.seats as usize);
        let Some(&(dearest, _)) = all[..filled].last() else {
            continue;
        };
        let sure = all.partition_point(|&(upper, _)| upper < dearest);
        let ties = all.partition_point(|&(upper, _)| upper <= dearest);
        let people = |some: &[(Upper, &Candidate)]| some.iter().map(|it| it.1.person).collect();
        let commission = commission(instance, index);
        groups.entry(commission).or_default().needs.push(Need {
            index,
            load: demand.load,
            sure: people(&all[..sure]),
            picks: (filled - sure) as u32,
            ties: people(&all[sure..ties]),
        });
    }
    groups
}

fn cost_of(candidate: &Candidate, cost: Cost) -> Upper {
    match cost {
        Cost::Cheapest => Upper::of(candidate),
        Cost::Any => Upper::default(),
    }
}

/// Does every sitting have as many checkers as it can, and no dearer ones than it must?
pub fn each_is_best(instance: &Instance, duties: &[(usize, PersonId)]) -> bool {
    let mut held: BTreeMap<usize, Vec<Upper>> = BTreeMap::new();
    for &(index, person) in duties {
        let candidate = instance.demands[index].candidate(person);
        let upper = candidate.map(Upper::of).unwrap_or_default();
        held.entry(index).or_default().push(upper);
    }
    let demands = instance.demands.iter().enumerate();
    demands
        .filter(|(_, demand)| demand.role == Role::Checker)
        .all(|(index, demand)| {
            let mut all: Vec<Upper> = demand.candidates.iter().map(Upper::of).collect();
            all.sort_unstable();
            all.truncate(demand.seats as usize);
            let mut held = held.remove(&index).unwrap_or_default();
            held.sort_unstable();
            held == all
        })
}

/// Pairs that pins decide.
pub fn pinned(instance: &Instance) -> BTreeSet<Pair> {
    let pinned = instance.pinned.iter();
    let checkers = pinned.filter(|it| it.role == Role::Checker);
    let of = |sitting: usize| instance.commissions.get(sitting).copied().unwrap_or(0);
    checkers
        .map(|it| (of(it.sitting.index()), it.candidate.person))
        .collect()
}

/// Pairs of the duties, those that pins decide among them.
pub fn pairs(instance: &Instance, duties: &[(usize, PersonId)]) -> BTreeSet<Pair> {
    let checks = |it: &&(usize, PersonId)| instance.demands[it.0].role == Role::Checker;
    let of = |&(index, person): &(usize, PersonId)| (commission(instance, index), person);
    let mut pairs: BTreeSet<Pair> = duties.iter().filter(checks).map(of).collect();
    pairs.extend(pinned(instance));
    pairs
}

/// The instance with no other pairs than these.
pub fn only(instance: &Instance, pairs: &BTreeSet<Pair>) -> Instance {
    let mut case = instance.clone();
    case.prefer = case.prefer.without_commissions();
    for index in 0..case.demands.len() {
        if case.demands[index].role == Role::Checker {
            let number = commission(instance, index);
            let candidates = &mut case.demands[index].candidates;
            candidates.retain(|it| pairs.contains(&(number, it.person)));
        }
    }
    case
}

/// The fewest people who can carry the works of a commission within their limits, beside those who are there already.
pub fn carriers(instance: &Instance, group: &Group, already: &BTreeSet<PersonId>) -> usize {
    let mut of_day: BTreeMap<PersonId, BTreeMap<u32, u64>> = BTreeMap::new();
    let mut works = 0_u64;
    for need in &group.needs {
        works += u64::from(need.load) * (need.sure.len() as u64 + u64::from(need.picks));
        let day = instance.demands[need.index].day;
        for &person in need.sure.iter().chain(&need.ties) {
            *of_day.entry(person).or_default().entry(day).or_default() += u64::from(need.load);
        }
    }
    let most = |(person, days): (&PersonId, &BTreeMap<u32, u64>)| {
        let limits = &instance.standing[person.index()].works;
        let days = days
            .iter()
            .map(|(&day, &sum)| sum.min(limits.left_on(day).into()));
        (*person, days.sum::<u64>().min(limits.left.into()))
    };
    let (there, others): (Vec<_>, Vec<_>) = of_day
        .iter()
        .map(most)
        .partition(|(person, _)| already.contains(person));
    let mut left = works.saturating_sub(there.iter().map(|it| it.1).sum());
    let mut others: Vec<u64> = others.into_iter().map(|it| it.1).collect();
    others.sort_unstable_by(|a, b| b.cmp(a));
    let mut people = 0;
    for most in others {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(most);
        people += 1;
    }
    people
}
