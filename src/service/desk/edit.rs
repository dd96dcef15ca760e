//! Moves by hand: who sits where, and what is locked. Nothing is forbidden; the check says afterwards what a move breaks.

use serde::Deserialize;

use crate::domain::{PersonId, Role, RosterRow, School, Seat, SittingId};

use super::DeskError;
use super::board::{Board, Spot};

/// A cell as the page names it: sitting, role, seat, all from 0.
pub type CellName = (u32, u32, u32);

/// One move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Edit {
    /// Two cells change their people.
    Swap(Swap),
    /// A cell is locked or unlocked.
    Lock(Lock),
    /// A cell gets a person, or nobody.
    Seat(Put),
    /// A row about a sitting that the schedule does not have goes.
    Drop(Drop),
}

/// See [`Edit::Swap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    swap: [CellName; 2],
}

/// See [`Edit::Lock`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    cell: CellName,
    lock: bool,
}

/// See [`Edit::Seat`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put {
    cell: CellName,
    person: Option<u32>,
}

/// See [`Edit::Drop`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drop {
    drop: u32,
}

/// The cell that the page names, where there is one.
pub fn spot(school: &School, (sitting, role, seat): CellName) -> Result<Spot, DeskError> {
    let role = Role::ALL.get(role as usize).copied();
    match role {
        Some(role) if (sitting as usize) < school.sittings.len() => Ok(Spot {
            sitting: SittingId::new(sitting as usize),
            role,
            seat,
        }),
        _ => Err(DeskError::NoSuchPlace),
    }
}

/// The board after the moves, one after the other.
pub fn apply(school: &School, board: &Board, edits: &[Edit]) -> Result<Board, DeskError> {
    let mut next = board.clone();
    for &edit in edits {
        match edit {
            Edit::Seat(Put { cell, person }) => {
                let seat = match person {
                    None => Seat::Empty,
                    Some(id) if (id as usize) < school.people.len() => {
                        Seat::Person(PersonId::new(id as usize))
                    }
                    Some(_) => return Err(DeskError::NoSuchPerson),
                };
                let index = at(school, &next, cell)?;
                put(&mut next.roster.rows[index], seat);
            }
            Edit::Lock(Lock { cell, lock }) => {
                let index = at(school, &next, cell)?;
                let row = &mut next.roster.rows[index];
                row.pinned = lock && row.seat != Seat::Empty;
            }
            Edit::Swap(Swap { swap: [a, b] }) => {
                let (a, b) = (at(school, &next, a)?, at(school, &next, b)?);
                let rows = &mut next.roster.rows;
                let (of_a, of_b) = (rows[a].seat.clone(), rows[b].seat.clone());
                put(&mut rows[a], of_b);
                put(&mut rows[b], of_a);
            }
            Edit::Drop(Drop { drop }) => {
                let at = next.known() + drop as usize;
                if at >= next.roster.rows.len() {
                    return Err(DeskError::NoSuchPlace);
                }
                next.roster.rows.remove(at);
            }
        }
    }
    // A surplus row that was emptied is no row any more.
    Ok(Board::of(school, next.roster, next.lang))
}

fn at(school: &School, board: &Board, cell: CellName) -> Result<usize, DeskError> {
    let position = board.position(spot(school, cell)?);
    position.ok_or(DeskError::NoSuchPlace)
}

/// Gives the row another person; a note about the one before, or about the empty place, goes.
fn put(row: &mut RosterRow, seat: Seat) {
    if row.seat != seat {
        row.note.clear();
    }
    row.pinned &= seat != Seat::Empty;
    row.seat = seat;
}
