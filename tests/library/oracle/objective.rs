//! The five counted levels of a roster, as one row of numbers: rosters compare as their rows do.

use std::ops::Range;

use super::bars::{bars, position};
use super::judge::{Duty, Row, Who, duties};
use super::school::{Role, School, Severity};

/// Level 1: empty places per role.
pub const UNFILLED: Range<usize> = 0..4;
/// Level 2: uses of rules at avoid, by the table's order.
pub const AVOIDED: Range<usize> = 4..22;
/// Level 3: lessons lost.
pub const LESSONS_LOST: usize = 22;
/// Level 4: squares of history and load, per role.
pub const LOAD_SQUARES: Range<usize> = 23..27;
/// Level 5: squares of lessons on duty, per role (checkers: 0).
pub const LESSON_SQUARES: Range<usize> = 27..31;
/// Levels 1–4.
pub const PROVEN: Range<usize> = 0..27;

/// Levels 1–5, most important first.
pub type Objective = [u64; 31];

/// The roster's objective.
pub fn objective(school: &School, roster: &[Row]) -> Objective {
    let mut levels = [0; 31];
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            let taken = roster
                .iter()
                .filter(|row| row.sitting == Some(sitting) && row.role == role)
                .filter(|row| row.who != Who::Nobody)
                .count() as u64;
            let places = u64::from(school.places(sitting, role));
            levels[UNFILLED.start + role as usize] += places.saturating_sub(taken);
        }
    }
    let duties = duties(roster);
    for duty in &duties {
        let proctors: Vec<usize> = duties
            .iter()
            .filter(|other| other.sitting == duty.sitting && other.role == Role::Proctor)
            .map(|other| other.person)
            .collect();
        for bar in bars(school, duty.person, duty.role, duty.sitting, &proctors) {
            if bar.severity == Severity::Avoid {
                levels[AVOIDED.start + position(bar.rule)] += 1;
            }
        }
        if matches!(duty.role, Role::Proctor | Role::Assistant) {
            levels[LESSONS_LOST] += u64::from(school.lessons_lost(duty.person, duty.sitting));
        }
    }
    for role in Role::ALL {
        for person in 0..school.people.len() {
            let own: Vec<&Duty> = duties
                .iter()
                .filter(|duty| duty.person == person && duty.role == role)
                .collect();
            if school.holds_role(person, role) {
                let load: u32 = own
                    .iter()
                    .map(|duty| school.load_of_duty(duty.sitting, role))
                    .sum();
                let sum = u64::from(school.history(person, role) + load);
                let weight = school.square_weight(person, role);
                levels[LOAD_SQUARES.start + role as usize] += weight * sum * sum;
            }
            if role.is_time_bound() {
                let lessons: u32 = own
                    .iter()
                    .map(|duty| school.lessons_of_duty(duty.sitting))
                    .sum();
                levels[LESSON_SQUARES.start + role as usize] += u64::from(lessons).pow(2);
            }
        }
    }
    levels
}
