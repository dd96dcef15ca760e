//! Facts written into the lists as a person would write them: a row added, a cell changed, a row emptied.
//!
//! It takes the files and the school read from them, and says which cells of which tables are to hold what; writing them is
//! another room's work.

mod pen;
mod rows;

use crate::domain::{
    ClassId, Date, Exemption, Lessons, PersonId, Role, School, SittingId, Span, Weekdays,
};

use super::InputFile;

use pen::Pen;

/// Something to write into the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Somebody is away.
    Absence {
        /// Who.
        person: PersonId,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
        /// Only on these days of the week; none: every day.
        weekdays: Weekdays,
        /// Only in these lessons; none: all day.
        lessons: Lessons,
        /// Why, free text.
        reason: String,
    },
    /// Somebody who is away comes in on the day.
    ComesIn {
        /// Who.
        person: PersonId,
        /// The day.
        date: Date,
    },
    /// A parent offers one more day.
    OffersDay {
        /// Who.
        person: PersonId,
        /// The day.
        date: Date,
    },
    /// Another limit of duties on one day.
    DailyLimit {
        /// Whose.
        person: PersonId,
        /// The limit.
        most: u32,
    },
    /// Another limit of duties in a week.
    WeeklyLimit {
        /// Whose.
        person: PersonId,
        /// The limit.
        most: u32,
    },
    /// Another limit of works.
    WorksLimit {
        /// Whose.
        person: PersonId,
        /// The limit.
        most: u32,
    },
    /// Another limit of duties in all.
    TotalLimit {
        /// Whose.
        person: PersonId,
        /// The limit.
        most: u32,
    },
    /// Somebody takes on a role.
    TakesRole {
        /// Who.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A decision by hand is taken back.
    Unpin {
        /// Position among the school's pins.
        pin: usize,
    },
    /// A sitting moves to another day.
    MovesToDay {
        /// Which.
        sitting: SittingId,
        /// The day.
        date: Date,
    },
    /// A sitting moves to another time of its day.
    MovesInDay {
        /// Which.
        sitting: SittingId,
        /// The time.
        span: Span,
    },
    /// An exception is granted.
    Waiver(Exemption),
    /// Somebody has an interest in a class beyond the lists.
    Tie {
        /// Who.
        person: PersonId,
        /// The class.
        class: ClassId,
        /// Kind of tie, free text.
        kind: String,
    },
    /// A hint about a person and a class was looked into, and is none.
    Cleared {
        /// About whom.
        person: PersonId,
        /// The class.
        class: ClassId,
        /// Why it is none, free text.
        reason: String,
        /// Who looked into it.
        by: String,
    },
    /// An exception is taken back.
    NoWaiver {
        /// Position among the school's waivers.
        waiver: usize,
    },
}

/// What is to be written into one table; everything else in it stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableEdit {
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// Row and column, 1-based, and the new text.
    pub cells: Vec<(u32, u32, String)>,
    /// Rows to add: the row with text that is the last now, and texts by column, 1-based.
    pub rows: Vec<(u32, Vec<(u32, String)>)>,
}

/// All that is to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    /// Into tables that are there.
    pub edits: Vec<TableEdit>,
    /// Tables that are not there yet.
    pub new: Vec<InputFile>,
}

/// The fact stands in no row of the lists that could be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the fact stands nowhere in the lists")]
pub struct NoRow;

/// What is to be written where.
pub fn enter(files: &[InputFile], school: &School, entry: &Entry) -> Result<Entered, NoRow> {
    let mut pen = Pen::new(files, school);
    rows::write(&mut pen, entry)?;
    Ok(pen.entered())
}
