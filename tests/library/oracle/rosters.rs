//! Rosters to judge: sensible ones, and what people make of them.

use super::bars::may_take;
use super::generator::listed_people;
use super::judge::{Finding, Row, Who, by_lists, conflicts, findings};
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

/// Every code that a roster of one school can break.
pub const CODES: [&str; 28] = [
    "proctor-teaches-class",
    "proctor-subject-specialist",
    "proctor-homeroom",
    "proctor-own-child",
    "checker-teaches-subject-and-class",
    "checker-teaches-class",
    "checker-own-subject",
    "checker-homeroom",
    "checker-own-child",
    "checker-unqualified",
    "checker-same-grade",
    "checker-proctored",
    "observer-own-child-class",
    "observer-same-work",
    "observer-participating-class",
    "observer-staff",
    "personal-tie",
    "double-booked",
    "absent",
    "role-not-held",
    "date-not-offered",
    "over-daily-limit",
    "over-total-limit",
    "twice-in-sitting",
    "unfilled",
    "overfilled",
    "unknown-person",
    "unknown-sitting",
];

/// The roster with so many faults, each of a code drawn at random.
pub fn with_faults(school: &School, roster: &[Row], count: usize, rng: &mut Rng) -> Vec<Row> {
    let mut faulty = roster.to_vec();
    for _ in 0..count {
        let code = *rng.pick(&CODES);
        if !faulty.is_empty() {
            plant(school, &mut faulty, code, rng);
        }
    }
    faulty
}

/// Breaks the rule somewhere, if chance finds a place where it can be broken.
fn plant(school: &School, roster: &mut Vec<Row>, code: &str, rng: &mut Rng) {
    const TRIES: usize = 60;
    let people = listed_people(school);
    for _ in 0..TRIES {
        let index = rng.below(roster.len());
        let row = roster[index];
        let Some(sitting) = row.sitting else {
            continue;
        };
        let mut changed = row;
        match code {
            "unfilled" => changed.who = Who::Nobody,
            "unknown-person" => changed.who = Who::Stranger,
            "unknown-sitting" => changed.sitting = None,
            "overfilled" => {
                let who = Who::Person(*rng.pick(&people));
                roster.push(Row { who, ..row });
                return;
            }
            _ => changed.who = Who::Person(*rng.pick(&people)),
        }
        roster[index] = changed;
        let is_broken = |finding: &Finding| finding.code == code;
        let by_itself = match changed.who {
            Who::Person(person) => by_lists(school, person, row.role, sitting)
                .iter()
                .any(is_broken),
            _ => true,
        };
        if by_itself || findings(school, roster).keys().any(is_broken) {
            return;
        }
        roster[index] = row;
    }
}
