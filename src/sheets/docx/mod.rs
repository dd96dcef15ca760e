//! Writes a sheet as a Word document to edit: its own parts of `WordprocessingML`, packed by the zip crate.
//!
//! The order of elements is that of ECMA-376, which Word insists on. It knows how a document shows a block, not what a
//! sheet says.

mod body;
mod boxes;
mod package;
mod section;
mod table;
#[cfg(test)]
mod tests;
mod xml;

use thiserror::Error;

use crate::sheets::model::{Packet, Sheet};

/// Why a document could not be written.
#[derive(Debug, Error)]
pub enum DocxError {
    /// The package could not be built: more than the format of zip holds.
    #[error("the document cannot be written: {0}")]
    Package(#[from] zip::result::ZipError),
    /// A part could not be put into it.
    #[error("the document cannot be written: {0}")]
    Part(#[from] std::io::Error),
}

/// The document's bytes; the same sheet gives the same bytes.
pub fn write(packet: &Packet, sheet: &Sheet) -> Result<Vec<u8>, DocxError> {
    package::pack(packet, sheet, &body::document(sheet))
}
