//! The lines of a text file that a complaint points at, with the cell's place in them.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use crate::domain::Cell;

/// Lines of a file and the part of them that a cell takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The record's lines, decoded.
    pub text: String,
    /// The cell's bytes in `text`; the whole record where the complaint is about the row.
    pub cell: Range<usize>,
}

/// A text file, decoded, with its lines found.
#[derive(Debug, Clone)]
pub struct SourceText {
    text: String,
    lines: Vec<usize>,
}

impl SourceText {
    /// Decodes a file as the reader does.
    pub fn new(bytes: &[u8]) -> Self {
        let text = decode(bytes);
        let lines = line_starts(&text);
        Self { text, lines }
    }

    /// The record at the cell's row, delimited as the line itself suggests; `None` past the file's end.
    pub fn excerpt(&self, cell: Cell) -> Option<Excerpt> {
        let line = self.from(cell.row)?.lines().next();
        self.excerpt_by(cell, delimiter_of(line.unwrap_or_default()))
    }

    /// The record at the cell's row, with that delimiter; `None` past the file's end.
    pub fn excerpt_by(&self, cell: Cell, delimiter: char) -> Option<Excerpt> {
        let rest = self.from(cell.row)?;
        let (cells, end) = record(rest, delimiter);
        let range = cell
            .column
            .and_then(|column| cells.get((column as usize).checked_sub(1)?).cloned())
            .unwrap_or(0..end);
        Some(Excerpt {
            text: rest[..end].to_owned(),
            cell: range,
        })
    }
}

impl SourceText {
    /// The text from that line on.
    fn from(&self, row: u32) -> Option<&str> {
        let start = *self.lines.get((row as usize).checked_sub(1)?)?;
        self.text.get(start..).filter(|rest| !rest.is_empty())
    }
}

/// As the reader decodes: a byte order mark, else valid UTF-8, else windows-1251.
fn decode(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1251,
    };
    encoding.decode(bytes).0.into_owned()
}

/// Where each line starts; line ends are LF, CRLF or CR, as spreadsheet programs write them.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = (0..bytes.len()).filter(|&at| {
        bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    });
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

/// The delimiter that stands in the line most often outside quotes.
fn delimiter_of(line: &str) -> char {
    let mut quoted = false;
    let mut counts = [(';', 0), (',', 0), ('\t', 0)];
    for letter in line.chars() {
        quoted ^= letter == '"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && letter == *delimiter);
        }
    }
    // The first of equals wins: `;` before `,` before tab.
    counts
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count)
        .map_or(';', |(delimiter, _)| delimiter)
}

/// The cells' byte ranges of the record that starts the text, quotes and outer spaces left out, and the record's end.
fn record(text: &str, delimiter: char) -> (Vec<Range<usize>>, usize) {
    let mut cells = Vec::new();
    let (mut start, mut quoted, mut end) = (0, false, text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\n' | '\r' => {
                end = at;
                break;
            }
            _ if letter == delimiter => {
                cells.push(trimmed(text, start..at));
                start = at + delimiter.len_utf8();
            }
            _ => {}
        }
    }
    cells.push(trimmed(text, start..end));
    (cells, end)
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
