//! Checkers: not bound to time, so levels 1–2 are decided sitting by sitting, and level 4 is a balance of works.
//!
//! The order of levels is a total order that sums respect, so the cheapest choice of all places is the cheapest choice
//! of each: at every sitting everyone cheaper than the last person needed, and some of those who cost as much.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::balance::{self, Balance, Item};
use super::budget::Budget;
use super::draft::Upper;
use super::instance::{Candidate, Instance};
use super::levels::{Level, Levels};
use super::limited;
use super::stable;
use super::timed::Solved;

/// Solves all checker demands, within the limits on works.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> Solved {
    if instance.prefer.stable_commissions() {
        return stable::solve(instance, budget);
    }
    let solved = limited::solve(instance, unlimited(instance, budget), budget);
    let demands = limited::checker_demands(instance);
    let greatest = limited::greatest(instance, &demands);
    solved.into_part(instance, demands, greatest)
}

/// Solves all checker demands as if nobody's works were limited.
fn unlimited(instance: &Instance, budget: Budget<'_>) -> Solved {
    let mut duties = Vec::new();
    let mut bound = Levels::default();
    let mut loads: BTreeMap<PersonId, u32> = BTreeMap::new();
    let mut choices = Vec::new();
    let load_before = |person: PersonId| instance.standing[person.index()].load[Role::Checker];
    let demands = instance
        .demands
        .iter()
        .enumerate()
        .filter(|(_, demand)| demand.role == Role::Checker);
    for (index, demand) in demands {
        let of_each = demand.candidates.iter().map(|it| (Upper::of(it), it));
        let mut candidates: Vec<(Upper, &Candidate)> = of_each.collect();
        candidates.sort_by_key(|&(cost, _)| cost);
        let filled = candidates.len().min(demand.seats as usize);
        bound += Levels::single(
            Level::Unfilled(Role::Checker),
            i64::from(demand.seats) - filled as i64,
        );
        let Some(&(dearest, _)) = candidates[..filled].last() else {
            continue;
        };
        bound = candidates[..filled]
            .iter()
            .fold(bound, |sum, (_, candidate)| sum + candidate.levels());
        let sure = candidates.partition_point(|&(cost, _)| cost < dearest);
        let ties = candidates.partition_point(|&(cost, _)| cost <= dearest);
        let (sure, picks) = if ties == filled {
            (filled, 0)
        } else {
            (sure, filled - sure)
        };
        for (_, candidate) in &candidates[..sure] {
            duties.push((index, candidate.person));
            *loads
                .entry(candidate.person)
                .or_insert_with(|| load_before(candidate.person)) += demand.load;
        }
        if picks > 0 {
            let options: Vec<PersonId> = candidates[sure..ties]
                .iter()
                .map(|(_, candidate)| candidate.person)
                .collect();
            choices.push((index, picks as u32, options));
        }
    }
    for (_, _, options) in &choices {
        for &person in options {
            loads.entry(person).or_insert_with(|| load_before(person));
        }
    }
    let people: Vec<PersonId> = loads.keys().copied().collect();
    let local = |person: &PersonId| {
        people
            .binary_search(person)
            .expect("everyone with a load is listed") as u32
    };
    let items = choices
        .iter()
        .map(|(index, picks, options)| Item {
            weight: instance.demands[*index].load,
            picks: *picks,
            options: options.iter().map(local).collect(),
        })
        .collect();
    let sittings: Vec<_> = choices
        .iter()
        .map(|&(index, _, _)| instance.demands[index].sitting)
        .collect();
    let problem = Balance {
        loads: loads.values().copied().collect(),
        weights: people
            .iter()
            .map(|it| instance.standing[it.index()].weights[Role::Checker])
            .collect(),
        items,
    };
    let answer = balance::solve(&problem, budget);
    for ((index, _, _), picked) in choices.iter().zip(&answer.picked) {
        duties.extend(
            picked
                .iter()
                .map(|&person| (*index, people[person as usize])),
        );
    }
    let squares = answer.bound - squares_before(instance, &people);
    bound.set(Level::LoadSquares(Role::Checker), squares);
    Solved {
        duties,
        bound,
        certified: answer.certified,
        certificates: Vec::new(),
        priced: Vec::new(),
        works: super::proof::works((&problem, &answer.proof), &sittings, &people),
        parts: Vec::new(),
    }
}

/// Weighted squares of the works of these people before the first sitting.
fn squares_before(instance: &Instance, people: &[PersonId]) -> i64 {
    let squares = people.iter().map(|person| {
        let standing = &instance.standing[person.index()];
        standing.weight(Role::Checker) * i64::from(standing.load[Role::Checker]).pow(2)
    });
    squares.sum()
}
