//! The roster as it lies on the table: a row for every place of the schedule, whoever takes it, in a fixed order.
//!
//! A row's position is its number in every finding of the check. Rows beyond a sitting's places follow its places; rows
//! about sittings that the schedule does not have come last.

use std::collections::BTreeMap;

use crate::domain::{Lang, NameAt, Role, Roster, RosterRow, RowSitting, School, Seat, SittingId};

/// The roster, a row for each place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// By sitting, role and seat; then strays.
    pub roster: Roster,
    /// Language of the roster's file.
    pub lang: Lang,
}

/// A row of a known sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// From 0; beyond the sitting's places, a surplus row.
    pub seat: u32,
}

impl Board {
    /// Lays a roster out: empty rows are added where places have none, and taken away where there are more than places.
    pub fn of(school: &School, roster: Roster, lang: Lang) -> Self {
        let mut known: BTreeMap<(SittingId, Role), Vec<RosterRow>> = BTreeMap::new();
        let mut strays = Vec::new();
        for row in roster.rows {
            // The file is written anew: its rows' numbers will be others.
            let row = RosterRow {
                row: 0,
                sheet: None,
                name: NameAt::default(),
                ..row
            };
            match row.sitting {
                RowSitting::Known(sitting) => {
                    known.entry((sitting, row.role)).or_default().push(row);
                }
                RowSitting::Unknown { .. } => strays.push(row),
            }
        }
        let mut rows = Vec::new();
        for sitting in school.sitting_ids() {
            for role in Role::ALL {
                let places = school.sitting(sitting).places[role] as usize;
                let mut of_role = known.remove(&(sitting, role)).unwrap_or_default();
                while of_role.len() > places
                    && let Some(at) = of_role.iter().rposition(|row| row.seat == Seat::Empty)
                {
                    of_role.remove(at);
                }
                while of_role.len() < places {
                    of_role.push(RosterRow::new(sitting, role, Seat::Empty));
                }
                rows.append(&mut of_role);
            }
        }
        rows.extend(strays);
        Self {
            roster: Roster { rows },
            lang,
        }
    }

    /// Position of the row.
    pub fn position(&self, spot: Spot) -> Option<usize> {
        let rows = &self.roster.rows;
        let first = rows.partition_point(|row| match row.sitting {
            RowSitting::Known(sitting) => (sitting, row.role) < (spot.sitting, spot.role),
            RowSitting::Unknown { .. } => false,
        });
        let at = first + spot.seat as usize;
        let is_it = |row: &RosterRow| {
            row.role == spot.role && row.sitting == RowSitting::Known(spot.sitting)
        };
        rows.get(at).is_some_and(is_it).then_some(at)
    }

    /// Rows of known sittings, each with its seat, in their order; strays are left out.
    pub fn spots(&self) -> impl Iterator<Item = (Spot, &RosterRow)> {
        let mut last: Option<Spot> = None;
        self.roster.rows.iter().map_while(move |row| {
            let RowSitting::Known(sitting) = row.sitting else {
                return None;
            };
            let seat = match last {
                Some(before) if (before.sitting, before.role) == (sitting, row.role) => {
                    before.seat + 1
                }
                _ => 0,
            };
            let spot = Spot {
                sitting,
                role: row.role,
                seat,
            };
            last = Some(spot);
            Some((spot, row))
        })
    }

    /// How many rows have a known sitting.
    pub fn known(&self) -> usize {
        self.roster
            .rows
            .partition_point(|row| matches!(row.sitting, RowSitting::Known(_)))
    }

    /// The rows about sittings that the schedule does not have.
    pub fn strays(&self) -> &[RosterRow] {
        &self.roster.rows[self.known()..]
    }

    /// The roster with nobody but those who are locked.
    pub fn locks_only(&self) -> Roster {
        let stays = |row: &&RosterRow| row.pinned && row.seat != Seat::Empty;
        Roster {
            rows: self.roster.rows.iter().filter(stays).cloned().collect(),
        }
    }
}
