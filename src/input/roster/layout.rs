//! How a roster lies in its file: the cells as typed, and what each column was taken to mean.

use std::sync::Arc;

use crate::domain::{Role, SourceId};
use crate::input::grid::{Block, Dialect, GridRow};

/// A sheet of a roster's file, or the whole of a text file, as typed and as understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLayout {
    /// The file and sheet, among the reading's sources.
    pub source: SourceId,
    /// The sheet, of a workbook: [`crate::domain::RosterRow::sheet`] of its rows.
    pub sheet: Option<String>,
    /// How it was written.
    pub dialect: Dialect,
    /// One place a row, or one sitting a row.
    pub form: Form,
    /// Every row with text as typed, titles and signatures around the table included.
    pub rows: Arc<Vec<GridRow>>,
    /// Merged cells; the text stands in the first cell of each block.
    pub merged: Vec<Block>,
    /// Rows of the header, 1-based: one line, or several.
    pub header: Vec<u32>,
    /// What each column says; `columns[i]` is column `i + 1`.
    pub columns: Vec<ColumnUse>,
}

/// How many places a row of the roster speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One row, one place: a column names the role, another the person.
    Tidy,
    /// One row, one sitting: a column, or several, for each role.
    Wide,
}

/// A column of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// The heading as typed; of a header of several lines, those above each other joined by a space.
    pub heading: String,
    /// What its cells say.
    pub meaning: Meaning,
}

/// What the cells of a roster's column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing that is known: the cells are left alone.
    Unknown,
    /// Something that is known and not needed: a running number, a signature.
    Aside,
    /// The day.
    Date,
    /// Lesson numbers, or clock times.
    Lesson,
    /// When the sitting starts.
    Start,
    /// When it ends.
    End,
    /// The class, or several.
    Class,
    /// The subject.
    Subject,
    /// The group of the class.
    Group,
    /// The room.
    Room,
    /// The role of the row's person.
    Role,
    /// The row's person, or several.
    Person,
    /// The people who hold this role.
    People(Role),
    /// The school.
    School,
    /// Is the row decided by hand?
    Pinned,
    /// Free text.
    Note,
}

impl SheetLayout {
    /// The text of a cell as typed; both numbers are 1-based. Empty where nothing stands.
    pub fn text(&self, row: u32, column: u32) -> &str {
        let index = self.rows.binary_search_by_key(&row, |row| row.row).ok();
        let cells = index.map(|index| &self.rows[index].cells);
        cells
            .and_then(|cells| cells.get((column as usize).checked_sub(1)?))
            .unwrap_or_default()
    }

    /// The column's heading as typed, or nothing.
    pub fn heading(&self, column: u32) -> &str {
        let place = (column as usize).checked_sub(1);
        place
            .and_then(|place| self.columns.get(place))
            .map_or("", |column| &column.heading)
    }
}
