//! What is marked in a roster's file, and how: bad cells coloured, each with a note, and a column of remarks beside the table.

use crate::input::{Block, GridRow};

use super::{AmendProblem, CellAt, Kind, kind, table, xlsx};

/// Everything that is marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Heading of the column of remarks.
    pub heading: String,
    /// Whose notes they are.
    pub author: String,
    /// Cells, each once.
    pub cells: Vec<CellMark>,
    /// Remarks, each row of a sheet once.
    pub rows: Vec<RowRemark>,
    /// Sheets with a roster, in their order; remarks about no row stand below the first one's table.
    pub sheets: Vec<MarkedSheet>,
    /// Remarks about no row.
    pub general: Vec<String>,
}

/// A cell that is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellMark {
    /// Which cell.
    pub at: CellAt,
    /// In which colour.
    pub colour: Colour,
    /// What the note says.
    pub note: String,
}

/// A remark beside a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRemark {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The row, 1-based.
    pub row: u32,
    /// What it says.
    pub text: String,
}

/// A sheet with a roster.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkedSheet {
    /// Its name; `None` for a text file.
    pub name: Option<String>,
    /// Lines of the header, 1-based.
    pub header: Vec<u32>,
    /// Its rows as typed: what a new workbook shows.
    pub rows: Vec<GridRow>,
    /// Its merged cells.
    pub merged: Vec<Block>,
}

/// Colours, from what must be settled to what may be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// A conflict.
    Red,
    /// A question.
    Yellow,
    /// An exception.
    Orange,
    /// A hint.
    Blue,
}

impl Colour {
    /// Every colour, the gravest first.
    pub const ALL: [Colour; 4] = [Colour::Red, Colour::Yellow, Colour::Orange, Colour::Blue];

    /// Red, green, blue.
    pub fn rgb(self) -> u32 {
        match self {
            Colour::Red => 0x00FF_C7CE,
            Colour::Yellow => 0x00FF_F2A8,
            Colour::Orange => 0x00FC_E0C0,
            Colour::Blue => 0x00DD_EBF7,
        }
    }
}

/// The user's own workbook with the marks in it; of a text or an `.ods`, a new workbook with the same rows.
pub fn annotate(bytes: &[u8], marks: &Marks) -> Result<Vec<u8>, AmendProblem> {
    match kind(bytes)? {
        Kind::Xlsx { .. } => xlsx::annotate(bytes, marks),
        Kind::Text | Kind::Ods => annotated_table(marks),
    }
}

/// A new workbook with the rows and the marks.
pub fn annotated_table(marks: &Marks) -> Result<Vec<u8>, AmendProblem> {
    table::write(marks)
}
