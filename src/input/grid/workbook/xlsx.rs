//! Sheets of `.xlsx` and `.xlsm` workbooks, read cell by cell.
//!
//! calamine parses; what it is given is a plain archive of the screened parts and nothing else. `worksheet_range` is not
//! used: it lays out the whole rectangle up to the farthest cell.

use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::formulas::{UncomputedFormula, uncomputed_formulas};
use super::package::Package;
use super::screen::screen;
use super::value::{self, Epoch};
use super::{Block, Budget, GridProblem, GridRow, Refusal, Rows, SHEET_LIMITS, Sheet, blocks};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// Reads all sheets.
///
/// The screen keeps from calamine all that is known to make it panic. Should a file be found that still does, the user gets
/// a complaint and not a crash; the panic's own message then shows on standard error, for a library has no right to silence it.
pub fn read(package: &mut Package) -> Result<Vec<Sheet>, GridProblem> {
    let archive = screened(package)?;
    let uncomputed = uncomputed_formulas(package).unwrap_or_default();
    let mut sheets = catch_unwind(AssertUnwindSafe(|| sheets(archive)))
        .unwrap_or(Err(GridProblem::BrokenWorkbook))?;
    for sheet in &mut sheets {
        sheet.flaws = flaws(&uncomputed, &sheet.name);
    }
    Ok(sheets)
}

/// Formulas of the sheet without a stored value, told one by one up to a few.
fn flaws(uncomputed: &[UncomputedFormula], sheet: &str) -> Vec<Refusal> {
    const TOLD: usize = 20;
    let of_sheet = uncomputed.iter().filter(|formula| formula.sheet == sheet);
    let flaw = |formula: &UncomputedFormula| Refusal {
        problem: GridProblem::NoValue,
        place: Some((formula.row, Some(formula.column))),
        text: formula.formula.clone(),
    };
    of_sheet.map(flaw).take(TOLD).collect()
}

/// An archive of the XML parts, each screened, none packed.
pub(super) fn screened(package: &mut Package) -> Result<Vec<u8>, GridProblem> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in package.names() {
        let kind = name.rsplit('.').next().unwrap_or_default();
        if !kind.eq_ignore_ascii_case("xml") && !kind.eq_ignore_ascii_case("rels") {
            continue;
        }
        let part = package.part(&name)?;
        screen(&part)?;
        writer
            .start_file(name, stored)
            .map_err(|_| GridProblem::BrokenWorkbook)?;
        writer
            .write_all(&part)
            .map_err(|_| GridProblem::BrokenWorkbook)?;
    }
    let archive = writer.finish().map_err(|_| GridProblem::BrokenWorkbook)?;
    Ok(archive.into_inner())
}

/// The sheets of a screened archive.
pub(super) fn sheets(archive: Vec<u8>) -> Result<Vec<Sheet>, GridProblem> {
    let mut workbook: Workbook = Xlsx::new(Cursor::new(archive)).map_err(|e| problem_of(&e))?;
    let epoch = if workbook.has_1904_epoch() {
        Epoch::Year1904
    } else {
        Epoch::Year1900
    };
    let names: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut budget = Budget::of_a_file();
    Ok(names
        .into_iter()
        .map(|(name, hidden)| Sheet {
            rows: rows(&mut workbook, &name, epoch, &mut budget),
            merged: merged(&mut workbook, &name),
            hidden,
            flaws: Vec::new(),
            name,
        })
        .collect())
}

/// Merged cells; a sheet whose list of them cannot be read has none.
fn merged(workbook: &mut Workbook, name: &str) -> Vec<Block> {
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let counted = |place: u32| place.saturating_add(1);
    blocks(merged.into_iter().map(|block| Block {
        top: counted(block.start.0),
        left: counted(block.start.1),
        bottom: counted(block.end.0),
        right: counted(block.end.1),
    }))
}

fn rows(
    workbook: &mut Workbook,
    name: &str,
    epoch: Epoch,
    budget: &mut Budget,
) -> Result<Vec<GridRow>, Refusal> {
    let mut rows = Rows::new(SHEET_LIMITS, budget);
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|e| problem_of(&e))?;
    while let Some(cell) = cells.next_cell().map_err(|e| problem_of(&e))? {
        let (row, column) = cell.get_position();
        let place = (row.saturating_add(1), column.saturating_add(1));
        match cell.get_value() {
            DataRef::SharedString(text) => rows.put(place.0, place.1, text)?,
            DataRef::String(text) => rows.put(place.0, place.1, text)?,
            other => rows.put(place.0, place.1, &text_of(other, epoch))?,
        }
    }
    rows.finish()
}

fn text_of(value: &DataRef, epoch: Epoch) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => value::number(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => value::truth(*truth),
        DataRef::DateTime(moment) if moment.is_duration() => value::length(moment.as_f64()),
        DataRef::DateTime(moment) => value::day_number(moment.as_f64(), epoch),
        DataRef::DateTimeIso(text) => value::iso_date(text),
        DataRef::DurationIso(text) => value::iso_length(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn problem_of(error: &XlsxError) -> GridProblem {
    match error {
        XlsxError::Password => GridProblem::PasswordProtected,
        _ => GridProblem::BrokenWorkbook,
    }
}
