//! Workbooks: the sheets of an `.xlsx`, `.xlsm` or `.ods` file, whatever the bytes, in bounded memory.
//!
//! It knows nothing of CSV and nothing of what the tables mean.

mod formulas;
mod ods;
mod package;
mod screen;
mod value;
mod xlsx;

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

use super::rows::{Budget, Refusal, Rows, SHEET_LIMITS};
use super::{Block, GridProblem, GridRow, WORKBOOK_BYTES};

pub use package::Package;

/// A workbook: its sheets, and what there is to say about it as a whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Book {
    /// The sheets, in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// What people should know of it: macros, links to other files.
    pub remarks: Vec<GridProblem>,
}

/// A sheet: its rows, or why they are not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name as people see it.
    pub name: String,
    /// Rows with text.
    pub rows: Result<Vec<GridRow>, Refusal>,
    /// Merged cells, by row and column.
    pub merged: Vec<Block>,
    /// People do not see it.
    pub hidden: bool,
    /// Cells that say nothing although they should.
    pub flaws: Vec<Refusal>,
}

/// The merged cells with more than one cell within the limits of a sheet, by row and column.
fn blocks(merged: impl IntoIterator<Item = Block>) -> Vec<Block> {
    let within = |block: &Block| {
        let starts = block.top <= SHEET_LIMITS.rows && block.left <= SHEET_LIMITS.columns;
        starts && (block.top < block.bottom || block.left < block.right)
    };
    let clipped = |block: Block| Block {
        bottom: block.bottom.min(SHEET_LIMITS.rows),
        right: block.right.min(SHEET_LIMITS.columns),
        ..block
    };
    let mut blocks: Vec<Block> = merged.into_iter().filter(within).map(clipped).collect();
    blocks.sort_unstable();
    blocks
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
pub fn read(bytes: &[u8]) -> Result<Book, GridProblem> {
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
        return ods::read(&mut package).map(|sheets| Book {
            sheets,
            remarks: Vec::new(),
        });
    }
    if package.holds("xl/workbook.bin") {
        return Err(GridProblem::OtherWorkbook);
    }
    if package.holds("[Content_Types].xml") {
        let sheets = xlsx::read(&mut package)?;
        let remarks = package_remarks(&package);
        return Ok(Book { sheets, remarks });
    }
    Err(GridProblem::NotAWorkbook)
}

/// Macros and links are left alone; people are told.
fn package_remarks(package: &Package) -> Vec<GridProblem> {
    let names = package.names();
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
    [
        ("xl/vbaProject", GridProblem::Macros),
        ("xl/externalLinks/", GridProblem::Links),
    ]
    .into_iter()
    .filter(|(start, _)| holds(start))
    .map(|(_, problem)| problem)
    .collect()
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
