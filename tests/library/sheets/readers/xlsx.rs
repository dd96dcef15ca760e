//! The workbook, read by calamine.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// The texts of every row of every tab, empty cells left out.
pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut rows = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).expect("a tab");
        rows.extend(range.rows().map(|row| {
            let cells = row.iter().filter(|cell| !matches!(cell, Data::Empty));
            cells.map(ToString::to_string).collect()
        }));
    }
    rows
}
