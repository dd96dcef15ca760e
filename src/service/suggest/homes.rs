//! Rows about no sitting of the schedule that are likely to be about one at another time: a slip in the date, or a date
//! that has changed since.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Roster, RowSitting, Seat, SittingId};
use crate::service::placed::{Subject, place};

use super::Judged;

/// The sitting that each such row is to be about. The places that one row of the file makes go together, and stay where one
/// of them is pinned or names nobody who is known.
pub fn homes(judged: Judged<'_>) -> BTreeMap<usize, SittingId> {
    let rows = &judged.roster.rows;
    let of_file = |index: usize| (rows[index].sheet.as_ref(), rows[index].row);
    let placed = place(judged.school, judged.roster, judged.times);
    let mut homes = BTreeMap::new();
    let mut fixed = BTreeSet::new();
    for placed in placed {
        let row = &rows[placed.row];
        let is_clear = matches!(row.seat, Seat::Person(_) | Seat::Empty) && !row.pinned;
        match (&row.sitting, placed.subject) {
            (RowSitting::Unknown { .. }, Subject::Sitting(sitting)) if is_clear => {
                homes.insert(placed.row, sitting);
            }
            _ => {
                fixed.insert(of_file(placed.row));
            }
        }
    }
    homes.retain(|&index, _| !fixed.contains(&of_file(index)));
    homes
}

/// The roster as it is with these rows at home.
pub fn at_home(roster: &Roster, homes: &BTreeMap<usize, SittingId>) -> Roster {
    let mut moved = roster.clone();
    for (&row, &sitting) in homes {
        moved.rows[row].sitting = RowSitting::Known(sitting);
    }
    moved
}
