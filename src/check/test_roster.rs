//! Rosters for tests, row by row.

use crate::domain::{NameAt, PersonId, Role, Roster, RosterRow, RowSitting, Seat, SittingId};

/// A row: who takes which role at which sitting.
pub type Row = (usize, Role, Seat);

/// A known person in a row.
pub fn row(sitting: usize, role: Role, person: usize) -> Row {
    (sitting, role, Seat::Person(PersonId::new(person)))
}

/// The roster of these rows; the first stands in line 2 of its file.
pub fn roster(rows: &[Row]) -> Roster {
    let rows = rows
        .iter()
        .enumerate()
        .map(|(index, (sitting, role, seat))| RosterRow {
            row: index as u32 + 2,
            sheet: None,
            name: NameAt {
                row: index as u32 + 2,
                column: 10,
                ..NameAt::default()
            },
            sitting: RowSitting::Known(SittingId::new(*sitting)),
            role: *role,
            seat: seat.clone(),
            pinned: false,
            note: String::new(),
        })
        .collect();
    Roster { rows }
}
