//! Writes a sheet as a Word document to edit: its own parts of `WordprocessingML`, packed by the zip crate.
//!
//! The order of elements is that of ECMA-376, which Word insists on. It knows how a document shows a block, not what a
//! sheet says.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and sizes on a page are far below 2^23"
)]
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "markup reads best as it will stand"
)]

mod body;
mod boxes;
mod edges;
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
    package::pack(packet, sheet, &body::document(sheet, packet.lang))
}
