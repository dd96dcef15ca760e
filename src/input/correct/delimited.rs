//! Cells of a CSV file: the encoding, the delimiter, the line ends and every other cell stay as they were.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::input::grid::{Ending, Fields, Layout, decode, encode, layout_of, push_cell};

use super::{CannotCorrect, NewText};

/// Sets the cells.
pub fn set(bytes: &[u8], cells: &[NewText]) -> Result<Vec<u8>, CannotCorrect> {
    let decoded = decode(bytes).map_err(|_| CannotCorrect::NoSuchCell)?;
    let layout = layout_of(&decoded.text);
    let text = edited(&decoded.text, layout, cells)?;
    Ok(encode(&text, decoded.encoding))
}

/// Adds rows below the last one with text.
pub fn add(bytes: &[u8], rows: &[Vec<String>]) -> Result<Vec<u8>, CannotCorrect> {
    let decoded = decode(bytes).map_err(|_| CannotCorrect::NoSuchCell)?;
    let text = &decoded.text;
    let layout = layout_of(text);
    let line_end = line_end_of(text);
    let records = records(text, layout);
    let says_something = |field: &Range<usize>| !text[field.clone()].trim().is_empty();
    let last = records
        .iter()
        .rfind(|record| record.fields.iter().any(says_something));
    let end = last
        .and_then(|record| record.fields.last())
        .map_or(0, |field| field.end);
    let mut out = text[..end].to_owned();
    for row in rows {
        if !out.is_empty() {
            out.push_str(line_end);
        }
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(char::from(layout.delimiter));
            }
            push_cell(&mut out, cell, char::from(layout.delimiter));
        }
    }
    let rest = &text[end..];
    out.push_str(if rest.is_empty() { line_end } else { rest });
    Ok(encode(&out, decoded.encoding))
}

/// A record of the file: its line, and where its fields stand.
struct Record {
    line: u32,
    fields: Vec<Range<usize>>,
}

fn edited(text: &str, layout: Layout, cells: &[NewText]) -> Result<String, CannotCorrect> {
    let records = records(text, layout);
    let mut by_row: BTreeMap<u32, BTreeMap<u32, &str>> = BTreeMap::new();
    for cell in cells {
        let row = by_row.entry(cell.row).or_default();
        row.insert(cell.column, &cell.text);
    }
    let delimiter = char::from(layout.delimiter);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for record in &records {
        let Some(row) = by_row.remove(&record.line) else {
            continue;
        };
        let start = record.fields.first().map_or(done, |field| field.start);
        let end = record.fields.last().map_or(done, |field| field.end);
        out.push_str(&text[done..start]);
        push_record(&mut out, (text, record), &row, delimiter);
        done = end;
    }
    out.push_str(&text[done..]);
    // What is left is below the last record, or inside one that runs over several lines.
    if by_row.is_empty() {
        Ok(out)
    } else {
        Err(CannotCorrect::NoSuchCell)
    }
}

/// The record with the row's cells in place of its own; further ones are added at its end.
fn push_record(
    out: &mut String,
    (text, record): (&str, &Record),
    row: &BTreeMap<u32, &str>,
    delimiter: char,
) {
    let width = row.keys().last().map_or(0, |&column| column as usize);
    for index in 0..record.fields.len().max(width) {
        if index > 0 {
            out.push(delimiter);
        }
        match (row.get(&(index as u32 + 1)), record.fields.get(index)) {
            (Some(new), _) => push_cell(out, new, delimiter),
            (None, Some(field)) => out.push_str(&text[field.clone()]),
            (None, None) => {}
        }
    }
}

fn records(text: &str, layout: Layout) -> Vec<Record> {
    let mut records = Vec::new();
    let mut fields = Fields::new(text, layout);
    let mut record = Record {
        line: fields.line(),
        fields: Vec::new(),
    };
    loop {
        let start = fields.at_byte();
        let Some(field) = fields.next() else { break };
        let end = fields.at_byte();
        let separator = match field.ending {
            Ending::Delimiter => 1,
            Ending::Record => line_break_at(&text[start..end]),
            Ending::OpenQuote { .. } => 0,
        };
        record.fields.push(start..end - separator);
        if field.ending != Ending::Delimiter {
            let next = Record {
                line: fields.line(),
                fields: Vec::new(),
            };
            records.push(std::mem::replace(&mut record, next));
        }
    }
    records
}

/// Length of the line break at the text's end.
fn line_break_at(text: &str) -> usize {
    if text.ends_with("\r\n") {
        2
    } else {
        usize::from(text.ends_with(['\n', '\r']))
    }
}

fn line_end_of(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with('\n') => "\n",
        Some(at) if !text[at..].starts_with("\r\n") => "\r",
        _ => "\r\n",
    }
}
