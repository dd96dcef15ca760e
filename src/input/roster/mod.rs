//! Rosters as files: written and read tidy, one row per place.

mod ask;
mod layout;
mod read;
mod write;

use crate::domain::{Date, Lang, Lessons, Minute, Roster, SittingId, Source};
use crate::input::header::{Column, Layout};

use super::Complaint;

pub use ask::{Ask, AskProblem, Asked, find_places};
pub use layout::{ColumnUse, Form, Meaning, SheetLayout};
pub use read::read_roster;
pub use write::{roster_table, write_roster};

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

/// The columns of the tidy form, as they are read.
const LAYOUT: Layout = Layout {
    required: &[
        Column::Date,
        Column::Class,
        Column::Subject,
        Column::Role,
        Column::Person,
    ],
    optional: &[
        Column::Lesson,
        Column::Start,
        Column::End,
        Column::Group,
        Column::Room,
        Column::School,
        Column::Pinned,
        Column::Note,
    ],
};

#[cfg(test)]
mod tests;
