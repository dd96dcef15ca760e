//! Rooms: where each sitting writes, and where the lessons go that stand in its way.
//!
//! Readings: a room that the schedule itself names is kept, and counted where it holds too few; a room of the class alone is where the class
//! would rather stay. A room of another building than the class's is none for it, where both are known. A lesson stands in the room that the
//! timetable names, else in its class's own; it is displaced where a sitting takes that room, and moves to a room that holds its classes, is free
//! of lessons, and taken by nobody else. Rows of the timetable of one teacher, time and room are one lesson. Sittings without a camera are those
//! in rooms without one, and those without a room.

mod facts;
mod model;

use crate::domain::{Date, School, SittingId};

use super::exact::{self, Effort};
use super::level::{self, Level};

use facts::Facts;

/// Where a sitting writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seated {
    /// The sitting.
    pub sitting: SittingId,
    /// Position among the school's rooms; `None`: no room holds it.
    pub room: Option<usize>,
    /// The schedule itself names the room.
    pub is_given: bool,
}

/// A lesson that a sitting drives out of its room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The day.
    pub date: Date,
    /// Its rows, as positions in the school's lessons.
    pub rows: Vec<usize>,
    /// Where it would be.
    pub from: usize,
    /// Where it goes; `None`: no room is left.
    pub to: Option<usize>,
}

/// Where everybody writes, and how good the choice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rooms {
    /// By sitting.
    pub seated: Vec<Seated>,
    /// By day.
    pub moved: Vec<Moved>,
    /// Of the contract, the first first.
    pub levels: Vec<Level>,
}

/// The levels.
pub const LEVELS: [&str; 5] = [
    "without-room",
    "without-camera",
    "lessons-without-room",
    "lessons-moved",
    "away-from-own",
];

/// The best rooms; `None` where no table lists any.
pub fn plan(school: &School, effort: Effort<'_>) -> Option<Rooms> {
    if school.procedure.rooms.is_empty() {
        return None;
    }
    let facts = Facts::of(school);
    // Whether lessons find another room matters only where one has to move.
    let stays = model::Stated::of(&facts, model::Displaced::Count);
    let found = exact::solve(&stays.model, stays.greedy(&facts), effort);
    let none_moves = found.levels[model::MOVED].value == 0;
    if none_moves {
        return Some(stays.read(&facts, &found));
    }
    let stated = model::Stated::of(&facts, model::Displaced::FindRooms);
    let found = exact::solve(&stated.model, stated.greedy(&facts), effort);
    Some(stated.read(&facts, &found))
}

/// The levels by their names.
fn levels(found: &exact::Found) -> Vec<Level> {
    level::named(&LEVELS, &found.levels, 0)
}
