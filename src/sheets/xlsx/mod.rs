//! Writes a packet as one workbook: a tab per sheet, or per table where a sheet has several kinds of them.
//!
//! Every text is written as text, never as a formula. It knows how a spreadsheet shows a block, not what a sheet says.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and sizes on a page are far below 2^23"
)]

mod chart;
mod form;
mod grid;
mod look;
mod names;
mod page;
mod pieces;
mod tabs;
#[cfg(test)]
mod tests;
mod writer;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use thiserror::Error;

use crate::sheets::model::Packet;
use crate::sheets::printable::on_one_line;
use crate::sheets::typeset::Faces;
use names::TabNames;

pub use form::{Form, FormChoices, FormColumn, write_forms};

/// Height of a row and width of a column in pixels, for the font of the workbook.
const DEFAULT_ROW: u32 = 20;
const DEFAULT_COLUMN: u32 = 64;

/// Why a workbook could not be written.
#[derive(Debug, Error)]
pub enum XlsxError {
    /// A limit of the format: more rows than a spreadsheet has.
    #[error("the workbook cannot be written: {0}")]
    Format(#[from] rust_xlsxwriter::XlsxError),
}

/// The workbook's bytes; the same packet gives the same bytes.
pub fn write(packet: &Packet) -> Result<Vec<u8>, XlsxError> {
    let faces = Faces::load();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties_of(&packet.school)?);
    // Widths of columns are counted in digits of this font; the usual Calibri is not on every machine.
    workbook.set_default_format(&look::plain(), DEFAULT_ROW, DEFAULT_COLUMN)?;
    let mut names = TabNames::new(packet.lang);
    for sheet in &packet.sheets {
        for tab in tabs::split(sheet) {
            let worksheet = workbook.add_worksheet();
            worksheet.set_name(names.unique(tab.name))?;
            page::set_up(worksheet, packet, tab.orientation);
            writer::write_tab(worksheet, &tab, packet, faces)?;
        }
    }
    if packet.sheets.is_empty() {
        workbook.add_worksheet().set_name(names.unique(""))?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Title, and a fixed day of creation: two runs give identical bytes.
fn properties_of(title: &str) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(on_one_line(title))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}
