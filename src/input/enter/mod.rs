//! Facts written into the lists as a person would write them: a row added, a cell changed, a row emptied.
//!
//! It takes the files and the school read from them, and returns the files that change; everything else in them stays.

mod pen;
mod rows;
#[cfg(test)]
mod tests;

use crate::domain::{
    ClassId, Date, Lessons, PersonId, Role, RuleCode, School, SittingId, Span, SubjectId,
};

use super::{CannotCorrect, InputFile};

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
    Waiver(NewWaiver),
    /// An exception is taken back.
    NoWaiver {
        /// Position among the school's waivers.
        waiver: usize,
    },
}

/// An exception to be granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWaiver {
    /// For whom.
    pub person: PersonId,
    /// From which rule.
    pub rule: RuleCode,
    /// Only in this class.
    pub class: Option<ClassId>,
    /// Only in this subject.
    pub subject: Option<SubjectId>,
    /// Not before.
    pub from: Option<Date>,
    /// Not after.
    pub to: Option<Date>,
    /// The reason given.
    pub reason: String,
    /// Who approved.
    pub approved: String,
}

/// Why it cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotEnter {
    /// The cell cannot be set.
    #[error("{file}: {reason}")]
    Cell {
        /// The file.
        file: String,
        /// Why not.
        reason: CannotCorrect,
    },
    /// The fact stands in no row of the lists.
    #[error("the fact stands nowhere in the lists")]
    NoRow,
}

/// The files that change.
pub fn enter(
    files: &[InputFile],
    school: &School,
    entry: &Entry,
) -> Result<Vec<InputFile>, CannotEnter> {
    let mut pen = Pen::new(files, school);
    rows::write(&mut pen, entry)?;
    Ok(pen.changed())
}
