//! Where a fact was read, so that every verdict can cite its evidence.

use super::SourceId;

/// A table that was read: a file, or one sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// File name as the user knows it, relative to the folder (`load.csv`).
    pub file: String,
    /// Sheet name, in a workbook.
    pub sheet: Option<String>,
}

/// One cell, or a whole row, of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The table.
    pub source: SourceId,
    /// Line of the file or row of the sheet, 1-based.
    pub row: u32,
    /// Column, 1-based; `None` speaks of the whole row.
    pub column: Option<u32>,
}
