//! From bytes to facts: encoding, table, names, one file per table; and rosters, as read from files.
//!
//! It knows no rule and no solver, opens no file (bytes come in by name), and prints nothing.

mod cells;
mod complaint;
mod desk;
mod enter;
mod file;
mod folder;
mod form;
mod grid;
mod header;
mod import;
mod map;
mod memo;
mod names;
mod plan;
mod policy;
mod problem;
mod roster;
mod tables;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod written;

use crate::domain::{Lang, Lessons, Preset, School, Source, SourceId, Weekdays};

pub use complaint::{Complaint, Gravity, Problem};
pub use enter::{Entered, Entry, NoRow, TableEdit, enter};
pub use file::InputFile;
pub use folder::{
    CHOICES, ChoicesUnread, ColumnRead, HeadingRead, SheetChoice, SheetChoices, SheetRead,
    columns_of, headings, read, sheets_of, sheets_told, tables_told,
};
pub use form::{Choices, EmptyColumn, EmptyTable, begun_table, empty_tables};
pub use grid::{
    Block, Cells, Dialect, Excerpt, Grid, GridProblem, GridRow, Package, PlacedRecord, PlacedText,
    SourceText, is_container, read_grid,
};
pub use import::{ImportKind, Imported, holds_timetable_grid, import, is_of_untis};
pub use plan::read_plan;
pub use policy::{
    NewLimit, PolicyChange, PolicyProblem, SETTING_SECTIONS, Setting, SettingKind, change_policy,
    change_setting, policy_of, section_word, setting_default, setting_in, settings, value_word,
};
pub use problem::{FactProblem, NameKind};
pub use roster::{
    Ask, AskProblem, Asked, ColumnUse, Form, KnownNames, Meaning, RosterProblem, RosterReading,
    RowTime, SheetLayout, find_places, read_roster, read_roster_sheet, role_words, roster_table,
    sitting_words, write_roster,
};
pub use tables::{TableKind, write_names};

/// The word for what films a room.
pub fn camera_words(camera: crate::domain::Camera, lang: Lang) -> &'static str {
    cells::camera_word(camera).in_lang(lang)
}

/// Lesson numbers as people write them: `2`, `2-3`, `2,4`.
pub fn read_lessons(text: &str) -> Option<Lessons> {
    cells::lessons(text).ok()
}

/// Days of the week as people list them: `Пн, Ср`, `1,3`, `Mon-Wed`.
pub fn read_weekdays(text: &str) -> Option<Weekdays> {
    cells::weekdays(text).ok()
}

/// What to read beside the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// Stands in for the folder's `policy.toml`.
    pub policy: Option<InputFile>,
    /// Stands in for the policy's preset; `Strict` also drops overrides that loosen it.
    pub preset: Option<Preset>,
    /// People who are away beside those of `absences`: `PERSON`, `PERSON@DATE` or `PERSON@DATE@LESSONS`, as typed.
    pub absent: Vec<String>,
    /// Sheet of the roster's workbook; without it, the first that is a roster.
    pub sheet: Option<String>,
}

/// A table that was understood, for `validate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSummary {
    /// Where it stood.
    pub source: SourceId,
    /// Canonical name of the table (`staff`).
    pub table: &'static str,
    /// How it was written.
    pub dialect: Dialect,
    /// Row of the header, 1-based.
    pub header_row: u32,
    /// Rows with text below the header.
    pub rows: usize,
    /// Headers that no column of the table has.
    pub unknown_columns: Vec<String>,
}

impl TableSummary {
    /// The table's name in that language: `staff`, `сотрудники`.
    pub fn title(&self, lang: Lang) -> &'static str {
        TableKind::from_name(self.table).map_or(self.table, |kind| kind.word().in_lang(lang))
    }
}

/// What a folder says.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The facts; `None` where a complaint is an error.
    pub school: Option<School>,
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableSummary>,
    /// Everything there is to say about the files, by file, row and column.
    pub complaints: Vec<Complaint>,
    /// Files and sheets that cells refer to.
    pub sources: Vec<Source>,
}
