//! Rows of text as people typed them, each with its true row: one CSV file, or one sheet of a workbook.
//!
//! Bytes in, grids out; it knows nothing of what the tables mean.

mod problem;

use crate::domain::{Source, SourceId};

use super::{Complaint, InputFile};

pub use problem::GridProblem;

/// How a table was written, as found by itself; shown by `validate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialect {
    /// A text file.
    Csv {
        /// Name of the encoding, as people know it (`UTF-8`, `UTF-8 with BOM`, `UTF-16LE`, `windows-1251`).
        encoding: &'static str,
        /// The delimiter: `;`, `,` or tab.
        delimiter: char,
    },
    /// A sheet of a workbook.
    Sheet,
}

/// A row with text; rows without any are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Line of the file (where the record starts) or row of the sheet, 1-based.
    pub row: u32,
    /// Trimmed text of each column, the first column first; as long as the widest row (absent cells are empty).
    /// `cells[i]` stands in column `i + 1`. Dates of workbooks are written `dd.mm.yyyy`, times `hh:mm`, whole numbers
    /// without a fraction.
    pub cells: Vec<String>,
}

/// One CSV file or one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Where it was read, an index into the reading's sources.
    pub source: SourceId,
    /// Name of the table as it stands in the file or sheet name (`load`, `нагрузка`), lower case, no extension.
    pub name: String,
    /// Folder of the file inside the folder that was read (`school-7` in a district), or empty.
    pub folder: String,
    /// How it was written.
    pub dialect: Dialect,
    /// Rows with text.
    pub rows: Vec<GridRow>,
}

/// Reads every CSV file and every sheet of every workbook; other files are left alone. New sources are added to
/// `sources`, complaints to `complaints`. Never panics, whatever the bytes.
pub fn read_grids(
    _files: &[InputFile],
    _sources: &mut Vec<Source>,
    _complaints: &mut Vec<Complaint>,
) -> Vec<Grid> {
    Vec::new()
}
