//! One repair of the whole roster: who has which place when everything that can be settled is.

use std::collections::BTreeSet;

use crate::domain::{Duty, Roster, RowSitting, Seat};
use crate::explain::Staffing;
use crate::rules::Eligibility;
use crate::solve::{self, PinnedPlace, Present, SizeLimit, SolveOptions, TooLarge};

use super::assign::{Open, Seats};
use super::homes::{at_home, homes};
use super::touched::Rows;
use super::{Judged, Suggestion, accept, together};

/// Which rows are left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Those that are pinned, and those without a conflict.
    GoodRows,
    /// Those that are pinned.
    PinnedRows,
}

/// The fewest changes that make the roster valid, as far as that can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The changes.
    pub changes: Vec<Suggestion>,
    /// Places that nobody takes after them.
    pub empty: usize,
    /// Who is where after them.
    pub staffing: Staffing,
}

impl Plan {
    /// The roster as it is.
    pub fn nothing(judged: Judged<'_>) -> Self {
        let staffing = Staffing::of(judged.school, judged.roster);
        Self {
            changes: Vec::new(),
            empty: staffing.empty().count(),
            staffing,
        }
    }
}

/// Seed of the choice among equals: the same roster gives the same suggestions.
const SEED: u64 = 1;

/// Finds the changes.
pub fn plan(judged: Judged<'_>, eligibility: &Eligibility, stays: Stays) -> Result<Plan, TooLarge> {
    let Judged { school, roster, .. } = judged;
    let rows = Rows::of(school, roster);
    let touched = rows.touched(judged.findings);
    let homes = homes(judged);
    let moved = at_home(roster, &homes);
    let (present, open) = present(&moved, &touched, stays);
    let solved = solve::repair(
        school,
        eligibility,
        &present,
        &SolveOptions {
            seed: SEED,
            stop: &|| false,
            progress: &|_| {},
            limit: SizeLimit::default(),
        },
    )?;
    let seats = Seats {
        school,
        roster: &moved,
        open: &open,
        homes: &homes,
    };
    let mut changes = seats.assign(&Rows::of(school, &moved), solved.duties);
    for change in &mut changes {
        change.is_good_row = change
            .row
            .is_some_and(|row| !touched.contains(&row) && roster.rows[row].seat != Seat::Empty);
    }
    together::tie(judged, &rows, &mut changes);
    let staffing = Staffing::of(school, &accept(roster, &changes));
    Ok(Plan {
        empty: staffing.empty().count(),
        changes,
        staffing,
    })
}

/// The roster as the solver sees it, and the rows that may change.
fn present(roster: &Roster, touched: &BTreeSet<usize>, stays: Stays) -> (Present, Open) {
    let (mut present, mut open) = (Present::default(), Open::new());
    for (index, row) in roster.rows.iter().enumerate() {
        let RowSitting::Known(sitting) = row.sitting else {
            continue;
        };
        let role = row.role;
        let is_good = !touched.contains(&index);
        match &row.seat {
            Seat::Empty => {
                open.insert(index);
            }
            &Seat::Person(person) => {
                let duty = Duty {
                    sitting,
                    role,
                    person,
                };
                if is_good && (row.pinned || stays == Stays::GoodRows) {
                    present.held.push(duty);
                } else if row.pinned {
                    present.pinned.push(PinnedPlace {
                        sitting,
                        role,
                        person: Some(person),
                    });
                } else {
                    present.duties.push(duty);
                    open.insert(index);
                }
            }
            // Whoever is meant stays where they are until the question is answered.
            Seat::Ambiguous { .. } => present.pinned.push(PinnedPlace {
                sitting,
                role,
                person: None,
            }),
            Seat::Unknown(_) if row.pinned => present.pinned.push(PinnedPlace {
                sitting,
                role,
                person: None,
            }),
            Seat::Unknown(_) => {
                open.insert(index);
            }
        }
    }
    (present, open)
}
