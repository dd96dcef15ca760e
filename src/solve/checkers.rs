//! Checkers: not bound to time, so levels 1–2 are decided sitting by sitting, and level 4 is a balance of works.
//!
//! The order of levels is a total order that sums respect, so the cheapest choice of all places is the cheapest choice
//! of each: at every sitting everyone cheaper than the last person needed, and some of those who cost as much.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::balance::{self, Balance, Item};
use super::budget::Budget;
use super::instance::Instance;
use super::levels::{Level, Levels};
use super::proof::{Balanced, Choice, works};
use super::timed::Solved;

/// Solves all checker demands.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> Solved {
    let before = |person: PersonId| instance.standing[person.index()].load[Role::Checker];
    let is_checkers = |&index: &usize| instance.demands[index].role == Role::Checker;
    let demands = (0..instance.demands.len()).filter(is_checkers);
    let choices: Vec<Choice<'_>> = demands.map(|index| Choice::of(instance, index)).collect();
    let mut duties = Vec::new();
    let mut bound = Levels::default();
    let mut loads: BTreeMap<PersonId, u32> = BTreeMap::new();
    for choice in &choices {
        let filled = choice.sure + choice.picks;
        bound += Levels::single(
            Level::Unfilled(Role::Checker),
            i64::from(choice.demand.seats) - filled as i64,
        );
        bound = choice.candidates[..filled]
            .iter()
            .fold(bound, |sum, candidate| sum + candidate.levels());
        for candidate in &choice.candidates[..choice.sure] {
            let person = candidate.person;
            duties.push((choice.index, person));
            *loads.entry(person).or_insert_with(|| before(person)) += choice.demand.load;
        }
    }
    let is_balanced = |&position: &usize| choices[position].picks > 0;
    let items: Vec<usize> = (0..choices.len()).filter(is_balanced).collect();
    for person in items.iter().flat_map(|&item| choices[item].options()) {
        loads.entry(person).or_insert_with(|| before(person));
    }
    let people: Vec<PersonId> = loads.keys().copied().collect();
    let local = |person: PersonId| {
        people
            .binary_search(&person)
            .expect("everyone with a load is listed") as u32
    };
    let item = |choice: &Choice<'_>| Item {
        weight: choice.demand.load,
        picks: choice.picks as u32,
        options: choice.options().map(local).collect(),
    };
    let problem = Balance {
        loads: loads.values().copied().collect(),
        items: items.iter().map(|&item_of| item(&choices[item_of])).collect(),
    };
    let answer = balance::solve(&problem, budget);
    for (&item, picked) in items.iter().zip(&answer.picked) {
        let picked = picked.iter().map(|&person| people[person as usize]);
        duties.extend(picked.map(|person| (choices[item].index, person)));
    }
    let squares: i64 = people
        .iter()
        .map(|&person| i64::from(before(person)).pow(2))
        .sum();
    bound.set(Level::LoadSquares(Role::Checker), answer.bound - squares);
    let balanced = Balanced {
        proof: &answer.proof,
        items: &items,
        people: &people,
    };
    Solved {
        duties,
        bound,
        certified: answer.certified,
        certificates: Vec::new(),
        works: works(&choices, &before, &balanced),
    }
}
