//! A table as it is written, with what there is to say about its cells.

use serde::Serialize;

use crate::domain::{Lang, Source};
use crate::input::{self, Grid, InputFile, TableKind, TableSummary, read_grid};
use crate::service::desk::{Desk, DeskError};

use super::reading::ColumnView;
use super::school::complaint_views;

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableView {
    /// The number of the last change.
    pub revision: u64,
    /// File of the folder.
    pub file: String,
    /// Sheet, in a workbook.
    pub sheet: Option<String>,
    /// Rows with text.
    pub cells: Vec<Vec<String>>,
    /// Line of the file, or row of the sheet, of each of them.
    pub rows: Vec<u32>,
    /// Position of the header among them.
    pub header: Option<usize>,
    /// What there is to say.
    pub marks: Vec<MarkView>,
    /// What its columns hold, where that is known: place (from 0) and column.
    pub columns: Vec<(usize, ColumnView)>,
    /// Columns that it could have and has not.
    pub more: Vec<ColumnView>,
}

/// Something to say about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkView {
    /// Position of the row.
    pub row: usize,
    /// Position of the column; `null`: the whole row.
    pub column: Option<usize>,
    /// `error`, `warning`, `note`.
    pub gravity: &'static str,
    /// One sentence.
    pub message: String,
    /// The known name it comes nearest to.
    pub nearest: Option<String>,
}

impl Desk {
    /// The table in that file, or on that sheet of it.
    pub fn table_view(
        &self,
        file: &str,
        sheet: Option<&str>,
        lang: Lang,
    ) -> Result<TableView, DeskError> {
        let books = &self.scene.books;
        let read = books.files.iter().find(|it| it.name == file);
        let read = read.ok_or(DeskError::NoSuchPlace)?;
        let grid = grid_of(read, sheet).ok_or(DeskError::NoSuchPlace)?;
        let is_it = |source: &Source| source.file == file && source.sheet.as_deref() == sheet;
        let summary = books.tables.iter().find(|table: &&TableSummary| {
            let source = books.complaints.sources.get(table.source.index());
            source.is_some_and(is_it)
        });
        let (known, more) = self.columns_in((read, sheet), summary, lang);
        let row_at = |row: u32| grid.rows.iter().position(|it| it.row == row);
        let marks = complaint_views(&books.complaints, lang)
            .into_iter()
            .filter(|it| it.file.as_deref() == Some(file) && it.sheet.as_deref() == sheet)
            .filter_map(|it| {
                Some(MarkView {
                    row: row_at(it.row?)?,
                    column: it.column.map(|column| column as usize - 1),
                    gravity: it.gravity,
                    message: it.message,
                    nearest: it.nearest,
                })
            });
        Ok(TableView {
            revision: self.revision,
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            header: summary.and_then(|table| row_at(table.header_row)),
            marks: marks.collect(),
            rows: grid.rows.iter().map(|row| row.row).collect(),
            cells: grid
                .rows
                .iter()
                .map(|row| row.cells.iter().map(str::to_owned).collect())
                .collect(),
            columns: known,
            more,
        })
    }
}

impl Desk {
    /// The columns that the table has, each at its place, and those that it has not.
    fn columns_in(
        &self,
        (file, sheet): (&InputFile, Option<&str>),
        summary: Option<&TableSummary>,
        lang: Lang,
    ) -> (Vec<(usize, ColumnView)>, Vec<ColumnView>) {
        let kind = summary.and_then(|table| TableKind::from_name(table.table));
        let (Some(kind), Ok(said)) = (kind, self.choices()) else {
            return (Vec::new(), Vec::new());
        };
        let headings = input::headings((file, sheet), kind, &said);
        let place = |column: &ColumnView| {
            let mut headings = headings.iter();
            headings
                .find(|it| it.column == Some(column.name))
                .map(|it| it.place as usize - 1)
        };
        let (mut known, mut more) = (Vec::new(), Vec::new());
        for column in self.columns_of(kind, lang) {
            match place(&column) {
                Some(place) => known.push((place, column)),
                None => more.push(column),
            }
        }
        (known, more)
    }
}

/// The rows of the file, or of that sheet of it.
pub fn grid_of(file: &InputFile, sheet: Option<&str>) -> Option<Grid> {
    let mut grids = read_grid(file).into_iter();
    match sheet {
        None => grids.next(),
        Some(name) => {
            let name = name.trim().to_lowercase();
            grids.find(|grid| grid.name == name)
        }
    }
}
