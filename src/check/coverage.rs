//! Coverage: every place of the schedule taken once, and every row about a sitting and a person that exist.

use crate::domain::{Role, Roster, RosterRow, RowSitting, School, Seat, SittingId, StructuralCode};

use super::finding::{Finding, Question};
use super::ledger::Ledger;

/// Unfilled and overfilled places, unknown sittings and people.
pub fn findings(ledger: &Ledger<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for sitting in ledger.school.sitting_ids() {
        for role in Role::ALL {
            findings.extend(of_places(ledger, sitting, role));
        }
    }
    for (index, row) in ledger.roster.rows.iter().enumerate() {
        findings.extend(unknown_sitting(index, row));
        findings.extend(unknown_person(index, row));
    }
    findings
}

/// Places of the sitting that no row names anybody for.
pub fn unfilled(ledger: &Ledger<'_>, sitting: SittingId, role: Role) -> usize {
    let rows = ledger.rows_of(sitting, role).iter();
    let named = rows.filter(|&&row| !is_empty(ledger, row)).count();
    places_of(ledger.school, sitting, role).saturating_sub(named)
}

/// All places of the schedule.
pub fn places(school: &School) -> usize {
    let of_sitting = |sitting| {
        let of_role = |role| places_of(school, sitting, role);
        Role::ALL.into_iter().map(of_role).sum::<usize>()
    };
    school.sitting_ids().map(of_sitting).sum()
}

/// Names that nobody can be sure of.
pub fn questions(roster: &Roster) -> Vec<Question> {
    let question = |(row, facts): (usize, &RosterRow)| match &facts.seat {
        Seat::Ambiguous {
            text,
            candidates,
            doubt,
        } => Some(Question {
            row,
            text: text.clone(),
            candidates: candidates.clone(),
            doubt: *doubt,
        }),
        _ => None,
    };
    roster
        .rows
        .iter()
        .enumerate()
        .filter_map(question)
        .collect()
}

fn places_of(school: &School, sitting: SittingId, role: Role) -> usize {
    school.sitting(sitting).places[role] as usize
}

fn of_places(ledger: &Ledger<'_>, sitting: SittingId, role: Role) -> Vec<Finding> {
    let (empty, named): (Vec<usize>, Vec<usize>) = ledger
        .rows_of(sitting, role)
        .iter()
        .partition(|&&row| is_empty(ledger, row));
    let missing = (0..unfilled(ledger, sitting, role)).map(|index| Finding {
        row: empty.get(index).copied(),
        ..Finding::of_place(StructuralCode::Unfilled, sitting, role)
    });
    let beyond = named.get(places_of(ledger.school, sitting, role));
    let beyond = beyond.map(|&row| Finding {
        row: Some(row),
        person: ledger.seat(row).person(),
        ..Finding::of_place(StructuralCode::Overfilled, sitting, role)
    });
    missing.chain(beyond).collect()
}

fn is_empty(ledger: &Ledger<'_>, row: usize) -> bool {
    matches!(ledger.seat(row), Seat::Empty)
}

fn unknown_sitting(index: usize, row: &RosterRow) -> Option<Finding> {
    let RowSitting::Unknown { .. } = row.sitting else {
        return None;
    };
    Some(of_row(StructuralCode::UnknownSitting, index, row))
}

fn unknown_person(index: usize, row: &RosterRow) -> Option<Finding> {
    let Seat::Unknown(_) = row.seat else {
        return None;
    };
    Some(of_row(StructuralCode::UnknownPerson, index, row))
}

fn of_row(code: StructuralCode, index: usize, row: &RosterRow) -> Finding {
    let sitting = match row.sitting {
        RowSitting::Known(sitting) => Some(sitting),
        RowSitting::Unknown { .. } => None,
    };
    Finding {
        row: Some(index),
        sitting,
        person: row.seat.person(),
        ..Finding::of_role(code, row.role)
    }
}
