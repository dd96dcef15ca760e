//! What the lists say of the procedure beyond its sittings: rooms, commissions, and the bells of a day.

use crate::domain::{Cell, ClockSpan, Date, PersonId, SchoolId, SittingId, Span, SubjectId};

/// Everything the procedure needs beside people, classes and sittings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Procedure {
    /// Rooms; empty where no table lists them.
    pub rooms: Vec<Room>,
    /// Commissions that the school has written down.
    pub commissions: Vec<Commission>,
    /// When lessons begin and end, in the order of the tables.
    pub rings: Vec<Ring>,
    /// Sittings whose room stands in the schedule itself, ascending: it is kept.
    pub rooms_given: Vec<SittingId>,
}

/// What films a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Camera {
    /// Nothing.
    #[default]
    None,
    /// A camera that records.
    Recording,
    /// A camera that is watched from elsewhere.
    Stream,
}

impl Camera {
    /// Every kind.
    pub const ALL: [Camera; 3] = [Camera::None, Camera::Recording, Camera::Stream];
}

/// A row of `rooms`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The school it belongs to.
    pub school: SchoolId,
    /// Its number, or name.
    pub name: String,
    /// Building, or empty.
    pub building: String,
    /// Floor, or empty.
    pub floor: String,
    /// How many can write there; `None`: as many as come.
    pub seats: Option<u32>,
    /// What films it.
    pub camera: Camera,
    /// Computers.
    pub computers: u32,
    /// The row.
    pub read_at: Cell,
}

impl Room {
    /// Is there a seat for each of so many?
    pub fn holds(&self, pupils: u32) -> bool {
        self.seats.is_none_or(|seats| pupils <= seats)
    }
}

/// A row of `commissions`: who leads a subject in a grade, and when they agree on criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commission {
    /// The school.
    pub school: SchoolId,
    /// The subject.
    pub subject: SubjectId,
    /// The grade; `None`: every grade that writes the subject.
    pub grade: Option<u32>,
    /// Who leads it, where that is decided.
    pub chair: Option<PersonId>,
    /// Where it meets, or empty.
    pub room: String,
    /// When it meets, where that is decided.
    pub meeting: Option<(Date, Span)>,
    /// The row.
    pub read_at: Cell,
}

/// A lesson as the bells ring it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ring {
    /// The school.
    pub school: SchoolId,
    /// Number of the lesson.
    pub lesson: u32,
    /// From bell to bell.
    pub clock: ClockSpan,
}
