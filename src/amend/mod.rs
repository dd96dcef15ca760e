//! A user's own file with a few cells written anew or marked, and otherwise as it was: byte for byte in a text, part for part
//! in a workbook.
//!
//! It knows cells, not what they mean: what to write where comes from the caller, put into words. It opens no file.

mod csv;
mod mark;
mod ods;
mod package;
mod splice;
mod table;
mod xlsx;
mod xml;

use thiserror::Error;

use crate::domain::cell_name;
use crate::input::{GridProblem, is_container};

pub use mark::{CellMark, Colour, MarkedSheet, Marks, RowRemark, annotate, annotated_table};

/// A cell's new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEdit {
    /// Which cell.
    pub at: CellAt,
    /// All of its text.
    pub text: String,
}

/// A cell of the file, both numbers 1-based. Of merged cells, the first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// Line where the record starts, or row of the sheet.
    pub row: u32,
    /// The column.
    pub column: u32,
}

impl CellAt {
    /// `D17`.
    pub fn name(&self) -> String {
        cell_name(self.row, Some(self.column))
    }
}

/// A row that was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// In a text, the line after whose record it stands. In a workbook nothing is moved: new rows stand below all others.
    pub after: u32,
    /// Texts by column, 1-based.
    pub cells: Vec<(u32, String)>,
}

/// What to change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edits {
    /// Cells, each at most once.
    pub cells: Vec<CellEdit>,
    /// Rows, in the order in which they are to stand.
    pub rows: Vec<NewRow>,
}

/// Why a file cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AmendProblem {
    /// The cell holds a formula, whose result nobody can overwrite for good.
    #[error("{0} holds a formula")]
    Formula(String),
    /// The text has letters that the file's encoding has not.
    #[error("\"{text}\" cannot be written in {encoding}")]
    Letters {
        /// The text.
        text: String,
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// The file has bytes that are no letters.
    #[error("some bytes are no letters")]
    BrokenLetters,
    /// There is no such cell, row or sheet.
    #[error("{0} is not there")]
    Missing(String),
    /// The workbook has no sheet that can be marked: it is another kind of workbook.
    #[error("not a workbook that can be marked")]
    NotMarkable,
    /// The file cannot be read, or cannot be put together again.
    #[error("the file cannot be put together again")]
    Broken,
}

impl From<GridProblem> for AmendProblem {
    fn from(_: GridProblem) -> Self {
        Self::Broken
    }
}

/// What a file is, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with delimiters.
    Text,
    /// `.xlsx`, or `.xlsm` with macros.
    Xlsx {
        /// It holds macros, which programs accept under that ending only.
        macros: bool,
    },
    /// `.ods`.
    Ods,
}

/// What the bytes are.
pub fn kind(bytes: &[u8]) -> Result<Kind, AmendProblem> {
    if !is_container(bytes) {
        return Ok(Kind::Text);
    }
    let mut parts = package::Parts::open(bytes)?;
    if parts.holds("content.xml") {
        return Ok(Kind::Ods);
    }
    let types = parts.text("[Content_Types].xml")?;
    Ok(Kind::Xlsx {
        macros: types.contains("macroEnabled"),
    })
}

/// The file with the edits made, and nothing else changed.
pub fn rewrite(bytes: &[u8], edits: &Edits) -> Result<Vec<u8>, AmendProblem> {
    match kind(bytes)? {
        Kind::Text => csv::rewrite(bytes, edits),
        Kind::Xlsx { .. } => xlsx::rewrite(bytes, edits),
        Kind::Ods => ods::rewrite(bytes, edits),
    }
}
