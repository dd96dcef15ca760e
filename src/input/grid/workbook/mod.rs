//! Workbooks: the sheets of an `.xlsx`, `.xlsm` or `.ods` file, whatever the bytes, in bounded memory.
//!
//! It knows nothing of CSV and nothing of what the tables mean.

mod ods;
mod package;
mod screen;
mod value;
mod xlsx;

#[cfg(test)]
pub mod samples;
#[cfg(test)]
mod tests;

use super::rows::{Budget, Refusal, Rows, SHEET_LIMITS};
use super::{GridProblem, GridRow, WORKBOOK_BYTES};

pub use package::Package;

/// A sheet: its rows, or why they are not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name as people see it.
    pub name: String,
    /// Rows with text.
    pub rows: Result<Vec<GridRow>, Refusal>,
}

/// First bytes of a zip archive.
const ZIP: &[u8] = b"PK\x03\x04";

/// First bytes of the container of `.xls` files and of everything encrypted by a spreadsheet program.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Do the bytes begin as those of a workbook?
pub fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// Reads all sheets. The bytes decide which kind of workbook it is: files are often renamed.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, GridProblem> {
    if bytes.len() as u64 > WORKBOOK_BYTES {
        return Err(GridProblem::WorkbookTooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound_problem(bytes));
    }
    if !bytes.starts_with(ZIP) {
        return Err(GridProblem::NotAWorkbook);
    }
    let mut package = Package::open(bytes)?;
    if package.holds("content.xml") {
        return ods::read(&mut package);
    }
    if package.holds("xl/workbook.bin") {
        return Err(GridProblem::OtherWorkbook);
    }
    if package.holds("[Content_Types].xml") {
        return xlsx::read(&mut package);
    }
    Err(GridProblem::NotAWorkbook)
}

/// An encrypted workbook keeps its content in a stream of a known name; anything else is an old `.xls`.
fn compound_problem(bytes: &[u8]) -> GridProblem {
    let stream: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(stream.len()).any(|window| window == stream) {
        GridProblem::PasswordProtected
    } else {
        GridProblem::OtherWorkbook
    }
}
