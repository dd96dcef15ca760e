//! What attributes and references of an `.ods` say.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use super::GridProblem;
use crate::input::grid::workbook::value;

/// The value that a cell's attributes say, where it is not its text.
pub fn said_value(cell: &BytesStart) -> Result<Option<String>, GridProblem> {
    let Some(kind) = attribute(cell, "office:value-type")? else {
        return Ok(None);
    };
    let name = match kind.as_str() {
        "float" | "percentage" | "currency" => "office:value",
        "date" => "office:date-value",
        "time" => "office:time-value",
        "boolean" => "office:boolean-value",
        _ => "office:string-value",
    };
    let Some(said) = attribute(cell, name)? else {
        return Ok(None);
    };
    Ok(Some(match name {
        "office:value" => said.parse().map_or(said, value::number),
        "office:date-value" => value::iso_date(&said),
        "office:time-value" => value::iso_length(&said),
        "office:boolean-value" => value::truth(said == "true"),
        _ => said,
    }))
}

/// How many times an element stands there; at least once.
pub fn repeated(element: &BytesStart, name: &str) -> Result<u64, GridProblem> {
    let Some(times) = attribute(element, name)? else {
        return Ok(1);
    };
    // A number beyond all counting is as good as endless, the limits of the rows will say so; and none of them add up to overflow.
    Ok(times.trim().parse().unwrap_or(u32::MAX).max(1).into())
}

/// An attribute of an element.
pub fn attribute(element: &BytesStart, name: &str) -> Result<Option<String>, GridProblem> {
    let broken = |_| GridProblem::BrokenWorkbook;
    let Some(attribute) = element.try_get_attribute(name).map_err(broken)? else {
        return Ok(None);
    };
    let value = attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_err(|_| GridProblem::BrokenWorkbook)?;
    Ok(Some(value.into_owned()))
}

/// The letter that `&amp;` or `&#1040;` stands for. Entities that a file defines itself are not followed.
pub fn resolved(reference: &BytesRef) -> Result<String, GridProblem> {
    if let Some(text) = quick_xml::escape::resolve_xml_entity(reference) {
        return Ok(text.to_owned());
    }
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Ok(letter.to_string()),
        _ => Err(GridProblem::BrokenWorkbook),
    }
}
