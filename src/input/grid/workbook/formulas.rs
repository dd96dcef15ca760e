//! Formulas of an `.xlsx` whose value is not stored: a program wrote them and no spreadsheet program has worked them out since.
//!
//! Such a cell reads as an empty one; people who see a name on their screen must be told.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::GridProblem;
use super::package::Package;
use super::screen::position;

/// A cell with a formula and no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UncomputedFormula {
    /// Name of the sheet.
    pub sheet: String,
    /// Row, 1-based.
    pub row: u32,
    /// Column, 1-based.
    pub column: u32,
    /// The formula.
    pub formula: String,
}

/// Cells without a stored value, of all sheets; the parts have been screened.
pub fn uncomputed_formulas(package: &mut Package) -> Result<Vec<UncomputedFormula>, GridProblem> {
    let mut uncomputed = Vec::new();
    for (sheet, part) in parts_of_sheets(package)? {
        if package.holds(&part) {
            let content = package.part_again(&part)?;
            if content.windows(2).any(|pair| pair == b"<f") {
                of_sheet(&sheet, &content, &mut uncomputed)?;
            }
        }
    }
    Ok(uncomputed)
}

/// Sheets by name, with the part that holds each.
fn parts_of_sheets(package: &mut Package) -> Result<Vec<(String, String)>, GridProblem> {
    let (workbook, relations) = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels");
    if !package.holds(workbook) || !package.holds(relations) {
        return Ok(Vec::new());
    }
    let targets: HashMap<String, String> = attributes_of(
        &package.part_again(relations)?,
        "Relationship",
        ["Id", "Target"],
    )?
    .into_iter()
    .collect();
    let sheets = attributes_of(&package.part_again(workbook)?, "sheet", ["name", "r:id"])?;
    let part = |target: &String| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    };
    Ok(sheets
        .into_iter()
        .filter_map(|(name, id)| Some((name, part(targets.get(&id)?))))
        .collect())
}

/// Two attributes of every element of that name.
fn attributes_of(
    part: &[u8],
    element: &str,
    names: [&str; 2],
) -> Result<Vec<(String, String)>, GridProblem> {
    let mut reader = Reader::from_reader(part);
    let mut found = Vec::new();
    loop {
        match event(&mut reader)? {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == element => {
                let [first, second] = names.map(|name| attribute(&start, name));
                found.extend(first.zip(second));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Walks through the cells of a sheet.
fn of_sheet(
    sheet: &str,
    part: &[u8],
    uncomputed: &mut Vec<UncomputedFormula>,
) -> Result<(), GridProblem> {
    let mut reader = Reader::from_reader(part);
    let (mut place, mut formula, mut has_value) = (None, None, false);
    let (mut within_formula, mut within_value) = (false, false);
    loop {
        match event(&mut reader)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "c" => {
                    place = attribute(&start, "r").and_then(|at| position(&at));
                    // An empty text that was worked out is a value too.
                    has_value = attribute(&start, "t").is_some_and(|kind| kind == "str");
                    formula = None;
                }
                "f" => {
                    formula = Some(String::new());
                    within_formula = true;
                }
                "v" | "is" => within_value = true,
                _ => {}
            },
            Event::Empty(start) if start.local_name().as_ref() == "f" => {
                formula = Some(String::new());
            }
            Event::Text(text) => {
                let text = text.xml10_content();
                has_value |= within_value && !text.is_empty();
                if let Some(formula) = formula.as_mut().filter(|_| within_formula) {
                    formula.push_str(&text);
                }
            }
            Event::GeneralRef(_) => has_value |= within_value,
            Event::End(end) => match end.local_name().as_ref() {
                "f" => within_formula = false,
                "v" | "is" => within_value = false,
                "c" => {
                    if let (Some((column, row)), Some(formula), false) =
                        (place, formula.take(), has_value)
                    {
                        uncomputed.push(UncomputedFormula {
                            sheet: sheet.to_owned(),
                            row,
                            column,
                            formula,
                        });
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn event<'p>(reader: &mut Reader<&'p [u8]>) -> Result<Event<'p>, GridProblem> {
    reader.read_event().map_err(|_| GridProblem::BrokenWorkbook)
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}
