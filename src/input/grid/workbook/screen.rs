//! What a part of an `.xlsx` must be before a parser sees it: well-formed, and without the few claims that make the parser
//! reserve memory, or count, beyond all measure.
//!
//! Without it calamine 0.38 runs out of memory on a shared string table that claims 10^12 strings, overflows on the cell `ZZZZZZZZ1`,
//! and copies every font into every cell format.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::GridProblem;

/// Strings of the shared table.
const STRINGS: u64 = 1_000_000;

/// Cell formats, fonts, sheets, names: spreadsheet programs stop at about this number.
const RECORDS: u32 = 66_000;

/// Bytes of all attributes of such a record.
const RECORD_BYTES: usize = 1_024;

/// Elements that the parser keeps in memory, each with its attributes.
const KEPT: [&str; 14] = [
    "xf",
    "font",
    "name",
    "fill",
    "border",
    "numFmt",
    "color",
    "fgColor",
    "bgColor",
    "srgbClr",
    "sysClr",
    "sheet",
    "definedName",
    "Relationship",
];

/// Looks through a part.
pub fn screen(part: &[u8]) -> Result<(), GridProblem> {
    let mut reader = Reader::from_reader(part);
    let (mut depth, mut records, mut strings) = (0_u32, 0_u32, 0_u64);
    loop {
        let event = reader
            .read_event()
            .map_err(|_| GridProblem::BrokenWorkbook)?;
        let element = match &event {
            Event::Start(element) => {
                depth += 1;
                element
            }
            Event::Empty(element) => element,
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            // A parser that waits for an end that never comes waits for ever.
            Event::Eof if depth > 0 => return Err(GridProblem::BrokenWorkbook),
            Event::Eof => return Ok(()),
            _ => continue,
        };
        let name = element.local_name();
        match name.as_ref() {
            "si" => strings += 1,
            "sst" => strings = strings.max(claimed_strings(element)?),
            "dimension" => range(element)?,
            "mergeCell" => {
                range(element)?;
                records += 1;
            }
            "row" | "c" => reference(element)?,
            kept if KEPT.contains(&kept) => {
                records += 1;
                if element.len() > RECORD_BYTES {
                    return Err(GridProblem::UnpacksTooLarge);
                }
            }
            _ => {}
        }
        if strings > STRINGS || records > RECORDS {
            return Err(GridProblem::UnpacksTooLarge);
        }
    }
}

/// Values of an attribute; a part that writes one twice shows both.
fn values(element: &BytesStart, name: &str) -> Result<Vec<String>, GridProblem> {
    let mut values = Vec::new();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| GridProblem::BrokenWorkbook)?;
        if attribute.key.as_ref() == name {
            values.push(attribute.value.into_owned());
        }
    }
    Ok(values)
}

/// Number of strings that the shared table claims to have.
fn claimed_strings(table: &BytesStart) -> Result<u64, GridProblem> {
    let mut claimed = 0;
    for value in values(table, "uniqueCount")? {
        claimed = claimed.max(value.trim().parse().unwrap_or(u64::MAX));
    }
    Ok(claimed)
}

/// Corners of the sheet, or of merged cells: two cells at most, the second not before the first.
fn range(dimension: &BytesStart) -> Result<(), GridProblem> {
    for value in values(dimension, "ref")? {
        let (first, last) = value.split_once(':').unwrap_or((&value, &value));
        let (first, last) = (position(first), position(last));
        if !matches!((first, last), (Some(a), Some(b)) if a.0 <= b.0 && a.1 <= b.1) {
            return Err(GridProblem::BrokenWorkbook);
        }
    }
    Ok(())
}

/// The place of a row or a cell, where it is said.
fn reference(element: &BytesStart) -> Result<(), GridProblem> {
    for value in values(element, "r")? {
        if position(&value).is_none() {
            return Err(GridProblem::BrokenWorkbook);
        }
    }
    Ok(())
}

/// Column and row of `C17`, or of a row alone (`17`), within what the format allows.
pub(super) fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    let is_column = letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_row = digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_column || !is_row {
        return None;
    }
    let row: u32 = digits.parse().ok().filter(|&row| row > 0)?;
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column, row))
}
