//! The lines of a text file that a complaint points at, with the cell's place in them.

use std::ops::Range;

use super::delimiter::{Layout, layout_of};
use super::fields::{Ending, Fields};
use super::text;
use crate::domain::Cell;

/// Lines of a file and the part of them that a cell takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The record's lines, decoded.
    pub text: String,
    /// The cell's bytes in `text`; the whole record where the complaint is about the row.
    pub cell: Range<usize>,
}

/// A text file as it was read: decoded, with the records found.
#[derive(Debug, Clone)]
pub struct SourceText {
    text: String,
    delimiter: u8,
    /// Line and first byte of every record, ascending.
    records: Vec<(u32, usize)>,
}

impl SourceText {
    /// Reads a file as the tables are read; one that is no text has no records.
    pub fn new(bytes: &[u8]) -> Self {
        let decoded = text::decode(bytes);
        let text = decoded.map_or_else(|_| String::new(), |decoded| decoded.text.into_owned());
        let layout = layout_of(&text);
        let mut fields = Fields::new(&text, layout);
        let mut records = Vec::new();
        let mut is_first = true;
        loop {
            let start = (fields.line(), fields.at_byte());
            let Some(field) = fields.next() else { break };
            if is_first {
                records.push(start);
            }
            is_first = field.ending == Ending::Record;
        }
        Self {
            delimiter: layout.delimiter,
            records,
            text,
        }
    }

    /// The record at the cell's row; `None` where none begins there.
    pub fn excerpt(&self, cell: Cell) -> Option<Excerpt> {
        let rows = self
            .records
            .binary_search_by_key(&cell.row, |&(line, _)| line);
        let (line, start) = *self.records.get(rows.ok()?)?;
        let layout = Layout {
            delimiter: self.delimiter,
            start,
            line,
        };
        let (cells, end) = record(&self.text, layout);
        let range = cell
            .column
            .and_then(|column| cells.get((column as usize).checked_sub(1)?).cloned())
            .unwrap_or(start..end);
        Some(Excerpt {
            text: self.text[start..end].to_owned(),
            cell: range.start - start..range.end - start,
        })
    }
}

/// The cells' bytes of the record at the layout's start, quotes and outer spaces left out, and the record's end.
fn record(text: &str, layout: Layout) -> (Vec<Range<usize>>, usize) {
    let mut fields = Fields::new(text, layout);
    let mut cells = Vec::new();
    loop {
        let start = fields.at_byte();
        let ending = fields.next().map(|field| field.ending);
        let raw = &text[start..fields.at_byte()];
        let end = match ending {
            Some(Ending::Delimiter) => start + raw.len() - 1,
            _ => start + raw.trim_end_matches(['\r', '\n']).len(),
        };
        cells.push(trimmed(text, start..end));
        if ending != Some(Ending::Delimiter) {
            return (cells, end);
        }
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let cell = &text[range.clone()];
    let is_wrapping = |letter: char| letter == '"' || letter.is_whitespace();
    let inner = cell.trim_matches(is_wrapping);
    let lead = cell.len() - cell.trim_start_matches(is_wrapping).len();
    if inner.is_empty() {
        range
    } else {
        range.start + lead..range.start + lead + inner.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, SourceText};
    use crate::domain::{Cell, SourceId};

    fn at(row: u32, column: Option<u32>) -> Cell {
        Cell {
            source: SourceId::new(0),
            row,
            column,
        }
    }

    fn excerpt(bytes: &[u8], cell: Cell) -> Option<Excerpt> {
        SourceText::new(bytes).excerpt(cell)
    }

    #[test]
    fn finds_the_cell_in_cyrillic_and_quotes() {
        let text = "ФИО;Класс\r\n\"Иванова; А. П.\"; 5Ж \r\nПетров;6Б\r\n";
        let found = excerpt(text.as_bytes(), at(2, Some(2))).unwrap();
        assert_eq!(found.text, "\"Иванова; А. П.\"; 5Ж ");
        assert_eq!(&found.text[found.cell], "5Ж");
        let found = excerpt(text.as_bytes(), at(3, Some(1))).unwrap();
        assert_eq!(&found.text[found.cell], "Петров");
    }

    #[test]
    fn reads_windows_1251() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Класс,Предмет\n5Ж,Физика\n");
        let found = excerpt(&bytes, at(2, Some(2))).unwrap();
        assert_eq!(&found.text[found.cell], "Физика");
    }

    #[test]
    fn a_row_is_marked_whole_and_a_line_past_the_end_not_at_all() {
        let found = excerpt(b"a,b\nc,d\n", at(2, None)).unwrap();
        assert_eq!(found.cell, 0..3);
        assert_eq!(excerpt(b"a,b\n", at(2, None)), None);
    }
}
