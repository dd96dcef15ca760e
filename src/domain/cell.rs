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

impl Cell {
    /// `D17`, or `17` for a whole row.
    pub fn name(&self) -> String {
        cell_name(self.row, self.column.unwrap_or(0))
    }
}

/// A cell as spreadsheet programs name it: `D17`; `17` where the column is 0. Both numbers are 1-based.
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{row}", column_letters(column))
}

/// A column's letters: A … Z, AA …
pub fn column_letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::{cell_name, column_letters};

    #[test]
    fn columns_have_letters() {
        assert_eq!(column_letters(1), "A");
        assert_eq!(column_letters(26), "Z");
        assert_eq!(column_letters(27), "AA");
        assert_eq!(column_letters(703), "AAA");
        assert_eq!(cell_name(17, 4), "D17");
    }
}
