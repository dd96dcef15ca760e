//! Rosters as files: written tidy, one row per place; read tidy or wide, as people make them.
//!
//! A file's sheets ([`sheet`]) are cut into tables ([`tables`], [`header`], [`headings`]), a table into rows ([`rows`], [`line`]); days
//! and lessons ([`when`]), classes, subjects and people ([`names`], [`in_cell`]) are read as typed. What is not understood is told
//! ([`problem`]) and never dropped.

mod ask;
mod beside;
mod fill;
mod header;
mod headings;
mod in_cell;
mod layout;
mod line;
mod names;
mod problem;
mod read;
mod rows;
mod sheet;
mod sittings;
mod tables;
mod when;
mod write;

use crate::domain::{Date, Lang, Lessons, Minute, Roster, School, Seat, SittingId, Source};
use crate::input::header::Column;

use super::Complaint;

pub use ask::{Ask, AskProblem, Asked, find_places};
pub use layout::{ColumnUse, Form, Meaning, SheetLayout};
pub(super) use names::{Names, SubjectRead};
pub use problem::RosterProblem;
pub use read::{read_roster, read_roster_sheet};
pub use sheet::{CellText, Sheet};
pub use write::{role_words, roster_table, sitting_words, write_roster};

/// What a roster's file says.
#[derive(Debug, Clone)]
pub struct RosterReading {
    /// The roster; `None` where a complaint is an error.
    pub roster: Option<Roster>,
    /// The sheets that were read as the roster, as typed and as understood.
    pub layouts: Vec<SheetLayout>,
    /// When each row says its sitting is, in the roster's order.
    pub times: Vec<RowTime>,
    /// Language of the columns' names.
    pub lang: Lang,
    /// Everything there is to say about the file itself.
    pub complaints: Vec<Complaint>,
    /// The file and sheet that the rows and the complaints refer to.
    pub sources: Vec<Source>,
}

/// When a row says its sitting is; the schedule may have moved it since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowTime {
    /// The day, where it could be read.
    pub date: Option<Date>,
    /// Lesson numbers, where there are any.
    pub lessons: Lessons,
    /// The start, where there is one.
    pub start: Option<Minute>,
    /// Of a row whose sitting the schedule does not have: the sittings of its class, subject and group on other days.
    pub alike: Vec<SittingId>,
}

/// The names of a school's people, as a roster's cells are read.
pub struct KnownNames<'s>(names::Names<'s>);

impl<'s> KnownNames<'s> {
    /// Of the school.
    pub fn of(school: &'s School) -> Self {
        Self(names::Names::of(school))
    }

    /// Whom the name means in a cell.
    pub fn seat(&self, name: &str) -> Seat {
        self.0.seat(name)
    }
}

/// The columns of the tidy form, in the order in which they are written.
const COLUMNS: [Column; 13] = [
    Column::Date,
    Column::Lesson,
    Column::Start,
    Column::End,
    Column::Class,
    Column::Subject,
    Column::Group,
    Column::Room,
    Column::Role,
    Column::Person,
    Column::School,
    Column::Pinned,
    Column::Note,
];

#[cfg(test)]
mod tests;
