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

/// `D17`: the name of a cell in a spreadsheet; `17` for a whole row. Both numbers are 1-based.
pub fn cell_name(row: u32, column: Option<u32>) -> String {
    format!("{}{row}", column.map(letters).unwrap_or_default())
}

/// A column's letters: A … Z, AA …
fn letters(mut column: u32) -> String {
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
    use super::cell_name;

    #[test]
    fn columns_have_letters() {
        assert_eq!(cell_name(17, Some(4)), "D17");
        assert_eq!(cell_name(1, Some(26)), "Z1");
        assert_eq!(cell_name(2, Some(27)), "AA2");
        assert_eq!(cell_name(3, Some(703)), "AAA3");
        assert_eq!(cell_name(17, None), "17");
    }
}
