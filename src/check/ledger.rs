//! The roster's duties, sorted the ways the checks need them.

use std::collections::BTreeMap;

use crate::domain::{
    Date, Duty, Minute, PersonId, Role, RoleSet, Roster, RowSitting, School, Seat, Sitting,
    SittingId,
};

/// A duty and the position of its row in the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Position in [`Roster::rows`].
    pub row: usize,
    /// The duty.
    pub duty: Duty,
}

/// A roster over its school, indexed.
pub struct Ledger<'a> {
    /// The school.
    pub school: &'a School,
    /// The roster.
    pub roster: &'a Roster,
    /// Duties of known people in known sittings, in the roster's order.
    pub duties: Vec<Listed>,
    /// The same by person, each person's in order of time.
    pub by_person: BTreeMap<PersonId, Vec<Listed>>,
    /// Rows of known sittings, whoever they name, in the roster's order.
    rows: BTreeMap<(SittingId, Role), Vec<usize>>,
    held: BTreeMap<(SittingId, PersonId), RoleSet>,
}

impl<'a> Ledger<'a> {
    /// Indexes the roster.
    pub fn of(school: &'a School, roster: &'a Roster) -> Self {
        let duties: Vec<Listed> = roster
            .duties()
            .map(|(row, duty)| Listed { row, duty })
            .collect();
        let mut by_person: BTreeMap<PersonId, Vec<Listed>> = BTreeMap::new();
        let mut held: BTreeMap<(SittingId, PersonId), RoleSet> = BTreeMap::new();
        for listed in &duties {
            let Duty {
                sitting,
                role,
                person,
            } = listed.duty;
            by_person.entry(person).or_default().push(*listed);
            let roles = held.entry((sitting, person)).or_default();
            *roles = roles.with(role);
        }
        for duties in by_person.values_mut() {
            duties.sort_by_key(|listed| (time_of(school.sitting(listed.duty.sitting)), listed.row));
        }
        let mut rows: BTreeMap<(SittingId, Role), Vec<usize>> = BTreeMap::new();
        for (index, row) in roster.rows.iter().enumerate() {
            if let RowSitting::Known(sitting) = row.sitting {
                rows.entry((sitting, row.role)).or_default().push(index);
            }
        }
        Self {
            school,
            roster,
            duties,
            by_person,
            rows,
            held,
        }
    }

    /// The sitting of a duty.
    pub fn sitting(&self, duty: Duty) -> &'a Sitting {
        self.school.sitting(duty.sitting)
    }

    /// Rows of the sitting's places of that role, in the roster's order.
    pub fn rows_of(&self, sitting: SittingId, role: Role) -> &[usize] {
        self.rows.get(&(sitting, role)).map_or(&[], Vec::as_slice)
    }

    /// What the row says about its person.
    pub fn seat(&self, row: usize) -> &'a Seat {
        &self.roster.rows[row].seat
    }

    /// Every role the duty's person holds at its sitting.
    pub fn held(&self, duty: Duty) -> RoleSet {
        let held = self.held.get(&(duty.sitting, duty.person));
        held.copied().unwrap_or_default()
    }
}

/// Order of sittings in time: by date, then start, then first lesson.
pub fn time_of(sitting: &Sitting) -> (Date, Option<Minute>, Option<u32>) {
    let span = &sitting.span;
    (sitting.date, span.start(), span.lessons.iter().next())
}
