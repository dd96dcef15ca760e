//! The roster's duties, sorted the ways the checks need them.

use crate::domain::{
    Date, Duty, Minute, PersonId, Role, RoleMap, RoleSet, Roster, RowSitting, School, Seat,
    Sitting, SittingId,
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
    /// The same for everybody, each person's in order of time.
    pub by_person: Vec<Vec<Listed>>,
    /// Rows of each sitting, whoever they name, in the roster's order.
    rows: Vec<RoleMap<Vec<usize>>>,
    /// Roles that people hold at each sitting.
    held: Vec<Vec<(PersonId, RoleSet)>>,
}

impl<'a> Ledger<'a> {
    /// Indexes the roster.
    pub fn of(school: &'a School, roster: &'a Roster) -> Self {
        let duties: Vec<Listed> = roster
            .duties()
            .map(|(row, duty)| Listed { row, duty })
            .collect();
        let mut by_person: Vec<Vec<Listed>> = vec![Vec::new(); school.people.len()];
        let mut held: Vec<Vec<(PersonId, RoleSet)>> = vec![Vec::new(); school.sittings.len()];
        for listed in &duties {
            let Duty {
                sitting,
                role,
                person,
            } = listed.duty;
            by_person[person.index()].push(*listed);
            let here = &mut held[sitting.index()];
            match here.iter_mut().find(|(other, _)| *other == person) {
                Some((_, roles)) => *roles = roles.with(role),
                None => here.push((person, RoleSet::default().with(role))),
            }
        }
        for duties in &mut by_person {
            duties.sort_by_key(|listed| (time_of(school.sitting(listed.duty.sitting)), listed.row));
        }
        let mut rows: Vec<RoleMap<Vec<usize>>> = vec![RoleMap::default(); school.sittings.len()];
        for (index, row) in roster.rows.iter().enumerate() {
            if let RowSitting::Known(sitting) = row.sitting {
                rows[sitting.index()][row.role].push(index);
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
        &self.rows[sitting.index()][role]
    }

    /// What the row says about its person.
    pub fn seat(&self, row: usize) -> &'a Seat {
        &self.roster.rows[row].seat
    }

    /// Every role the duty's person holds at its sitting.
    pub fn held(&self, duty: Duty) -> RoleSet {
        let mut held = self.held[duty.sitting.index()].iter();
        let of_person = held.find(|(person, _)| *person == duty.person);
        of_person.map_or_else(RoleSet::default, |&(_, roles)| roles)
    }
}

/// Order of sittings in time: by date, then start, then first lesson.
pub fn time_of(sitting: &Sitting) -> (Date, Option<Minute>, Option<u32>) {
    let span = &sitting.span;
    (sitting.date, span.start(), span.lessons.iter().next())
}
