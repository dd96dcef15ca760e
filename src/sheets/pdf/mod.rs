//! Writes a sheet as PDF: pages to print as they are, with embedded fonts and text that can be selected.
//!
//! Blocks become pieces (what must not be cut), pieces flow onto pages, pages are painted. It knows how a page shows a block,
//! not what a sheet says.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and sizes on a page are far below 2^23"
)]

mod bars;
mod blocks;
mod flow;
mod paint;
mod piece;
mod slip;
mod table;
#[cfg(test)]
mod tests;
mod words;

use thiserror::Error;

use crate::sheets::model::{Packet, Sheet};
use crate::sheets::typeset::Faces;

/// Why a PDF could not be written.
#[derive(Debug, Error)]
pub enum PdfError {
    /// An embedded font was refused.
    #[error("the embedded font cannot be used")]
    Font,
    /// The writer of the format gave up.
    #[error("the document cannot be written: {0:?}")]
    Format(krilla::error::KrillaError),
}

/// The document's bytes; the same sheet gives the same bytes.
pub fn write(packet: &Packet, sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    let faces = Faces::load();
    let pages = flow::pages(sheet, packet.lang, faces);
    paint::paint(&pages, packet, sheet, faces)
}
