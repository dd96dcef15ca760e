//! Single cells of the user's own files set anew; all else in the file stays as it stood.
//!
//! Bytes in, bytes out; it knows nothing of what the tables mean.

mod delimited;
#[cfg(test)]
mod tests;
mod workbook;

use super::InputFile;
use super::grid::{Dialect, is_container, read_grid};

/// A cell's new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// Line of the file or row of the sheet, 1-based.
    pub row: u32,
    /// Column, 1-based.
    pub column: u32,
    /// The text; empty: nothing stands there.
    pub text: String,
}

/// Why a cell cannot be set from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotCorrect {
    /// The file cannot be read, or has no such sheet or line.
    #[error("there is no such cell")]
    NoSuchCell,
    /// An `.ods` workbook.
    #[error("cells of an .ods workbook cannot be set")]
    OpenDocument,
    /// The cell is computed.
    #[error("the cell holds a formula")]
    Formula,
}

/// Farther cells are none that a table reads.
const FARTHEST: (u32, u32) = (200_000, 256);

/// The file with these cells set.
pub fn set_cells(
    file: &InputFile,
    sheet: Option<&str>,
    cells: &[NewText],
) -> Result<Vec<u8>, CannotCorrect> {
    let is_near = |cell: &NewText| {
        (1..=FARTHEST.0).contains(&cell.row) && (1..=FARTHEST.1).contains(&cell.column)
    };
    if !cells.iter().all(is_near) {
        return Err(CannotCorrect::NoSuchCell);
    }
    if is_container(&file.bytes) {
        workbook::set(&file.bytes, sheet.unwrap_or_default(), cells)
    } else {
        delimited::set(&file.bytes, cells)
    }
}

/// The file with these rows below the last one with text.
pub fn add_rows(
    file: &InputFile,
    sheet: Option<&str>,
    rows: &[Vec<String>],
) -> Result<Vec<u8>, CannotCorrect> {
    if !is_container(&file.bytes) {
        return delimited::add(&file.bytes, rows);
    }
    let name = sheet.unwrap_or_default().trim().to_lowercase();
    let grids = read_grid(file);
    let mut sheets = grids
        .iter()
        .filter(|grid| grid.dialect == Dialect::Sheet && grid.name == name);
    let grid = sheets.next().ok_or(CannotCorrect::NoSuchCell)?;
    let first = grid.rows.last().map_or(1, |row| row.row + 1);
    let cells = (first..).zip(rows).flat_map(|(row, texts)| {
        (1..).zip(texts).map(move |(column, text)| NewText {
            row,
            column,
            text: text.clone(),
        })
    });
    set_cells(file, sheet, &cells.collect::<Vec<_>>())
}
