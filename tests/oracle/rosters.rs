//! Rosters to judge: sensible ones, and what people make of them.

use super::bars::may_take;
use super::generator::listed_people;
use super::judge::{Row, Who, conflicts};
use super::rng::Rng;
use super::school::{Role, School};

/// Every place of the schedule, in the order of the schedule.
fn all_places(school: &School) -> Vec<(usize, Role)> {
    let mut places = Vec::new();
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            for _ in 0..school.places(sitting, role) {
                places.push((sitting, role));
            }
        }
    }
    places
}

/// A roster without conflicts but empty places, filled by the first who fits in a random order.
pub fn good(school: &School, rng: &mut Rng) -> Vec<Row> {
    let mut people = listed_people(school);
    let mut roster: Vec<Row> = Vec::new();
    for (sitting, role) in all_places(school) {
        rng.shuffle(&mut people);
        roster.push(Row {
            sitting: Some(sitting),
            role,
            who: Who::Nobody,
        });
        let last = roster.len() - 1;
        for &person in &people {
            if !may_take(school, person, role, sitting) {
                continue;
            }
            roster[last].who = Who::Person(person);
            let is_fine = conflicts(school, &roster)
                .iter()
                .all(|finding| matches!(finding.code, "unfilled" | "pin-broken"));
            if is_fine {
                break;
            }
            roster[last].who = Who::Nobody;
        }
    }
    roster
}

/// A roster of anybody anywhere, with empty, missing, surplus and unknown rows.
pub fn wild(school: &School, rng: &mut Rng) -> Vec<Row> {
    let people = listed_people(school);
    let mut roster = Vec::new();
    for (sitting, role) in all_places(school) {
        if rng.chance(7) {
            continue;
        }
        let able: Vec<usize> = people
            .iter()
            .copied()
            .filter(|&person| may_take(school, person, role, sitting))
            .collect();
        let who = match rng.below(100) {
            0..10 => Who::Nobody,
            10..13 => Who::Stranger,
            13..60 if !able.is_empty() => Who::Person(*rng.pick(&able)),
            _ => Who::Person(*rng.pick(&people)),
        };
        let sitting = (!rng.chance(2)).then_some(sitting);
        roster.push(Row { sitting, role, who });
        if rng.chance(5) {
            let who = Who::Person(*rng.pick(&people));
            roster.push(Row { sitting, role, who });
        }
    }
    if rng.chance(30) {
        rng.shuffle(&mut roster);
    }
    roster
}

/// The roster with one row's person replaced by anybody.
pub fn with_one_replaced(school: &School, roster: &[Row], rng: &mut Rng) -> Vec<Row> {
    let mut replaced = roster.to_vec();
    let people = listed_people(school);
    if !replaced.is_empty() {
        let row = rng.below(replaced.len());
        replaced[row].who = match rng.below(100) {
            0..4 => Who::Nobody,
            4..6 => Who::Stranger,
            _ => Who::Person(*rng.pick(&people)),
        };
    }
    replaced
}
