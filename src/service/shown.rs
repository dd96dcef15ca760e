//! A row of a roster as its reader sees it, with the name in question marked.

use std::ops::Range;

use crate::domain::{Cell, RosterRow, SourceId};
use crate::input::{Dialect, Excerpt, SheetLayout, SourceText};

use super::check::Checked;

/// Between the cells of a workbook's row.
const BETWEEN: &str = " | ";

/// A row with a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// Line of the file or row of the sheet that is shown.
    pub line: u32,
    /// The line, or the cells of the row.
    pub text: String,
    /// Bytes of the name in `text`; of the whole cell or line where nobody is named.
    pub name: Range<usize>,
}

impl Checked {
    /// The row at that position of the roster; `text` is the roster's file. `None` where there is nothing to show.
    pub fn shown(&self, row: usize, text: &SourceText) -> Option<ShownRow> {
        let row = self.roster.rows.get(row)?;
        let layout = self.layout(row)?;
        let line = if row.name.row == 0 {
            row.row
        } else {
            row.name.row
        };
        let excerpt = match layout.dialect {
            Dialect::Csv { .. } => in_text(row, line, text)?,
            Dialect::Sheet => in_sheet(row, line, layout)?,
        };
        Some(ShownRow {
            line,
            text: excerpt.text,
            name: excerpt.cell,
        })
    }
}

/// The file's own line.
fn in_text(row: &RosterRow, line: u32, text: &SourceText) -> Option<Excerpt> {
    let cell = Cell {
        source: SourceId::new(0),
        row: line,
        column: Some(row.name.column).filter(|&column| column > 0),
    };
    let excerpt = text.excerpt(cell)?;
    Some(narrowed(excerpt, &row.name.bytes))
}

/// The cells as typed, one after the other.
fn in_sheet(row: &RosterRow, line: u32, layout: &SheetLayout) -> Option<Excerpt> {
    let at = layout
        .rows
        .binary_search_by_key(&line, |row| row.row)
        .ok()?;
    let mut text = String::new();
    let mut cell = None;
    for (place, typed) in layout.rows[at].cells.iter().enumerate() {
        if place > 0 {
            text.push_str(BETWEEN);
        }
        let start = text.len();
        // A line break would tear the row apart; a space is as long.
        text.push_str(&typed.replace(['\n', '\r'], " "));
        if place + 1 == row.name.column as usize {
            cell = Some(start..text.len());
        }
    }
    let whole = 0..text.len();
    let cell = cell.unwrap_or(whole);
    Some(narrowed(Excerpt { text, cell }, &row.name.bytes))
}

/// The mark on the name alone, where the cell is written just as it reads.
fn narrowed(excerpt: Excerpt, name: &Range<usize>) -> Excerpt {
    let start = excerpt.cell.start + name.start;
    let end = excerpt.cell.start + name.end;
    let fits =
        !name.is_empty() && end <= excerpt.cell.end && excerpt.text.get(start..end).is_some();
    if fits {
        Excerpt {
            cell: start..end,
            ..excerpt
        }
    } else {
        excerpt
    }
}
