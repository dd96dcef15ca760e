//! CSV in every dialect a school sends: bytes to text, the delimiter found by itself, rows with their true lines.
//!
//! It knows nothing of workbooks and nothing of what the tables mean.

mod delimiter;
mod excerpt;
mod fields;
mod placed;
mod text;

#[cfg(test)]
mod tests;

use crate::delimited::unguarded;

use super::rows::{Budget, CSV_LIMITS, Refusal, Rows, shortened};
use super::{CSV_BYTES, Dialect, GridProblem, GridRow};

use delimiter::{Layout, layout_of};
use fields::{Ending, Fields};

pub use excerpt::{Excerpt, SourceText};
pub use placed::{PlacedRecord, PlacedText};

/// What a CSV file holds.
#[derive(Debug)]
pub struct Delimited {
    /// How it was written.
    pub dialect: Dialect,
    /// Rows with text.
    pub rows: Vec<GridRow>,
    /// What is wrong although the rows could be read: broken letters, a quotation mark that is not closed.
    pub flaws: Vec<Refusal>,
}

/// Reads the bytes of a CSV file.
pub fn read(bytes: &[u8]) -> Result<Delimited, Refusal> {
    if bytes.len() as u64 > CSV_BYTES {
        return Err(GridProblem::CsvTooLarge.into());
    }
    let decoded = text::decode(bytes)?;
    let layout = layout_of(&decoded.text);
    let mut flaws = Vec::new();
    if decoded.broken {
        flaws.push(Refusal::from(GridProblem::BrokenLetters {
            encoding: decoded.encoding,
        }));
    }
    let rows = rows_of(&decoded.text, layout, &mut flaws)?;
    Ok(Delimited {
        dialect: Dialect::Csv {
            encoding: decoded.encoding,
            delimiter: char::from(layout.delimiter),
        },
        rows,
        flaws,
    })
}

/// The records with text; a cell that a program had to write as `'=…` is `=…` again.
fn rows_of(text: &str, layout: Layout, flaws: &mut Vec<Refusal>) -> Result<Vec<GridRow>, Refusal> {
    let mut budget = Budget::of_a_file();
    let mut rows = Rows::new(CSV_LIMITS, &mut budget);
    let mut column = 1;
    let mut fields = Fields::new(text, layout);
    let mut row = fields.line();
    while let Some(field) = fields.next() {
        rows.put(row, column, unguarded(field.text.trim_start()))?;
        match field.ending {
            Ending::Delimiter => column = column.saturating_add(1),
            Ending::Record => {
                row = fields.line();
                column = 1;
            }
            Ending::OpenQuote { line, runs_on } => {
                // A lone quotation mark at the very end swallows nothing and is no harm.
                if runs_on {
                    flaws.push(Refusal {
                        problem: GridProblem::UnclosedQuote,
                        place: Some((line, Some(column))),
                        text: shortened(field.text.trim()),
                    });
                }
            }
        }
    }
    rows.finish()
}
