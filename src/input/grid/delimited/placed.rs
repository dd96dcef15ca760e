//! Where each cell of a text file stands, so that a few can be written anew and the rest stays as it is.

use std::ops::Range;

use encoding_rs::Encoding;

use super::GridProblem;
use super::delimiter::layout_of;
use super::fields::{Ending, Fields};
use super::text::{decode, encoding_of};

/// A text file and the places of its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// The text, without byte order mark.
    pub text: String,
    /// Bytes of the byte order mark.
    pub mark: usize,
    /// How the text is written.
    pub encoding: &'static Encoding,
    /// The delimiter, an ASCII character.
    pub delimiter: char,
    /// The records, in order; by the lines they start at, ascending.
    pub records: Vec<PlacedRecord>,
}

/// A record of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlacedRecord {
    /// Line it starts at, 1-based.
    pub line: u32,
    /// Bytes of each cell in the text, quotation marks and blanks included.
    pub cells: Vec<Range<usize>>,
    /// Bytes of its line break; empty at the end of a text without one.
    pub line_break: Range<usize>,
}

impl PlacedText {
    /// Reads the file as [`super::read`] does. `None` for bytes that are no letters: what is written anew would not be as
    /// it was.
    pub fn of(bytes: &[u8]) -> Result<Option<Self>, GridProblem> {
        let decoded = decode(bytes)?;
        if decoded.broken {
            return Ok(None);
        }
        let (encoding, _, content) = encoding_of(bytes);
        let layout = layout_of(&decoded.text);
        let mut records = Vec::new();
        let mut fields = Fields::new(&decoded.text, layout);
        let mut record = PlacedRecord {
            line: fields.line(),
            ..PlacedRecord::default()
        };
        let mut start = fields.at_byte();
        while let Some(field) = fields.next() {
            let (next, end) = (fields.at_byte(), fields.ended_at());
            record.cells.push(start..end);
            start = next;
            if field.ending != Ending::Delimiter {
                record.line_break = end..next;
                records.push(std::mem::take(&mut record));
                record.line = fields.line();
            }
        }
        Ok(Some(Self {
            mark: bytes.len() - content.len(),
            text: decoded.text.into_owned(),
            encoding,
            delimiter: char::from(layout.delimiter),
            records,
        }))
    }

    /// The record that starts at the line.
    pub fn record(&self, line: u32) -> Option<&PlacedRecord> {
        let at = self
            .records
            .binary_search_by_key(&line, |it| it.line)
            .ok()?;
        Some(&self.records[at])
    }
}

#[cfg(test)]
mod tests {
    use super::PlacedText;

    #[test]
    fn cells_are_where_they_stand() {
        let text = "a;\"б;\"\"\nв\" ; г\r\n\r\nд;е";
        let placed = PlacedText::of(text.as_bytes()).unwrap().unwrap();
        let cells: Vec<(u32, Vec<&str>)> = placed
            .records
            .iter()
            .map(|it| {
                let cells = it.cells.iter();
                (it.line, cells.map(|cell| &text[cell.clone()]).collect())
            })
            .collect();
        assert_eq!(
            cells,
            [
                (1, vec!["a", "\"б;\"\"\nв\" ", " г"]),
                (3, vec![""]),
                (4, vec!["д", "е"])
            ]
        );
        let breaks: Vec<&str> = placed
            .records
            .iter()
            .map(|it| &text[it.line_break.clone()])
            .collect();
        assert_eq!(breaks, ["\r\n", "\r\n", ""]);
    }

    #[test]
    fn every_byte_is_accounted_for() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Класс;Кто\r\n5А;Ёлкина\r\n");
        let placed = PlacedText::of(&bytes).unwrap().unwrap();
        assert_eq!(placed.encoding, encoding_rs::WINDOWS_1251);
        let mut at = 0;
        for record in &placed.records {
            for (index, cell) in record.cells.iter().enumerate() {
                assert_eq!(cell.start, at + usize::from(index > 0));
                at = cell.end;
            }
            assert_eq!(record.line_break.start, at);
            at = record.line_break.end;
        }
        assert_eq!(at, placed.text.len());
    }
}
