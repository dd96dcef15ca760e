//! A table as people typed it: header and rows of text, each with its true row and column.

use crate::domain::SourceId;

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

/// A cell of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Text, trimmed.
    pub text: String,
    /// Column of the file, 1-based.
    pub column: u32,
}

/// A row below the header; rows without any text are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Line of the file (where the record starts) or row of the sheet, 1-based.
    pub row: u32,
    /// Trimmed text of each column, the first column first; as long as the widest row (absent cells are empty).
    /// `cells[i]` stands in column `i + 1` of the file.
    pub cells: Vec<String>,
}

/// A table: one CSV file or one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where it was read, an index into the reading's sources.
    pub source: SourceId,
    /// Name of the table as it stands in the file or sheet name (`load`, `нагрузка`), lower case, no extension.
    pub name: String,
    /// How it was written.
    pub dialect: Dialect,
    /// Row of the header, 1-based.
    pub header_row: u32,
    /// Non-empty cells of the header.
    pub header: Vec<HeaderCell>,
    /// Rows with text below the header.
    pub rows: Vec<TableRow>,
}
