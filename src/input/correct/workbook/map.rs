//! Where the rows and cells of a sheet's XML stand, and the XML with some of them written anew.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::super::CannotCorrect;
use super::{RowTexts, attribute};

/// A sheet's rows by place.
pub struct SheetMap {
    /// Prefix of the elements' names: empty, or `x:`.
    prefix: String,
    /// All of `sheetData`, its tags included.
    data: Range<usize>,
    rows: Vec<RowMap>,
}

/// A row.
struct RowMap {
    number: u32,
    /// Its start tag.
    tag: Range<usize>,
    /// All of it.
    whole: Range<usize>,
    cells: Vec<CellMap>,
}

/// A cell.
struct CellMap {
    column: u32,
    whole: Range<usize>,
    /// Number of its format, as written.
    style: Option<String>,
    has_formula: bool,
}

impl SheetMap {
    /// Reads a sheet; `None` where it is not one.
    pub fn of(xml: &str) -> Option<Self> {
        let mut reader = Reader::from_str(xml);
        let mut map: Option<Self> = None;
        loop {
            let start = position(&reader);
            match reader.read_event().ok()? {
                Event::Start(element) if local(&element) == "sheetData" => {
                    map = Some(Self::starting(&element, start..position(&reader)));
                }
                Event::Empty(element) if local(&element) == "sheetData" => {
                    return Some(Self::starting(&element, start..position(&reader)));
                }
                Event::Start(element) if local(&element) == "row" => {
                    map.as_mut()?.start_row(&element, start..position(&reader));
                }
                Event::Empty(element) if local(&element) == "row" => {
                    map.as_mut()?.start_row(&element, start..position(&reader));
                }
                Event::Start(element) | Event::Empty(element) if local(&element) == "c" => {
                    map.as_mut()?
                        .rows
                        .last_mut()?
                        .start_cell(&element, start..position(&reader))?;
                }
                Event::Start(element) | Event::Empty(element) if local(&element) == "f" => {
                    map.as_mut()?.rows.last_mut()?.cells.last_mut()?.has_formula = true;
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "c" => {
                        map.as_mut()?.rows.last_mut()?.cells.last_mut()?.whole.end =
                            position(&reader)
                    }
                    "row" => map.as_mut()?.rows.last_mut()?.whole.end = position(&reader),
                    "sheetData" => {
                        map.as_mut()?.data.end = position(&reader);
                        return map;
                    }
                    _ => {}
                },
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    fn starting(element: &BytesStart<'_>, data: Range<usize>) -> Self {
        let name = element.name();
        let prefix = name.as_ref().strip_suffix("sheetData").unwrap_or_default();
        Self {
            prefix: prefix.to_owned(),
            data,
            rows: Vec::new(),
        }
    }

    /// A row without a number follows the one before it.
    fn start_row(&mut self, element: &BytesStart<'_>, tag: Range<usize>) {
        let number = attribute(element, "r").and_then(|text| text.trim().parse().ok());
        let next = self
            .rows
            .last()
            .map_or(1, |row| row.number.saturating_add(1));
        self.rows.push(RowMap {
            number: number.unwrap_or(next),
            whole: tag.clone(),
            tag,
            cells: Vec::new(),
        });
    }

    /// The XML with the rows' cells in place of its own.
    pub fn with(
        &self,
        xml: &str,
        rows: &BTreeMap<u32, RowTexts<'_>>,
    ) -> Result<String, CannotCorrect> {
        let mut out = String::with_capacity(xml.len() + 1024);
        let tag_end = self
            .rows
            .first()
            .map_or(self.data.end, |row| row.whole.start);
        let is_empty = self.rows.is_empty();
        if is_empty {
            out.push_str(&xml[..self.data.start]);
            out.push_str(&format!("<{}sheetData>", self.prefix));
        } else {
            out.push_str(&xml[..tag_end]);
        }
        let mut waiting = rows.iter().peekable();
        let mut done = tag_end;
        for row in &self.rows {
            out.push_str(&xml[done..row.whole.start]);
            while let Some((&number, texts)) = waiting.next_if(|(number, _)| **number < row.number)
            {
                self.push_new_row(&mut out, number, texts);
            }
            match waiting.next_if(|(number, _)| **number == row.number) {
                Some((_, texts)) => self.push_row(&mut out, (xml, row), texts)?,
                None => out.push_str(&xml[row.whole.clone()]),
            }
            done = row.whole.end;
        }
        for (&number, texts) in waiting {
            self.push_new_row(&mut out, number, texts);
        }
        if is_empty {
            out.push_str(&format!("</{}sheetData>", self.prefix));
        }
        out.push_str(&xml[done..]);
        Ok(out)
    }

    fn push_row(
        &self,
        out: &mut String,
        (xml, row): (&str, &RowMap),
        texts: &RowTexts<'_>,
    ) -> Result<(), CannotCorrect> {
        let tag = &xml[row.tag.clone()];
        match tag.strip_suffix("/>") {
            Some(open) => out.push_str(&format!("{open}>")),
            None => out.push_str(tag),
        }
        let mut columns: BTreeMap<u32, Option<&CellMap>> = row
            .cells
            .iter()
            .map(|cell| (cell.column, Some(cell)))
            .collect();
        for &column in texts.keys() {
            columns.entry(column).or_default();
        }
        for (column, cell) in columns {
            match (texts.get(&column), cell) {
                (Some(_), Some(cell)) if cell.has_formula => return Err(CannotCorrect::Formula),
                (Some(text), cell) => {
                    let style = cell.and_then(|cell| cell.style.as_deref());
                    self.push_cell(out, (row.number, column), text, style);
                }
                (None, Some(cell)) => out.push_str(&xml[cell.whole.clone()]),
                (None, None) => {}
            }
        }
        out.push_str(&format!("</{}row>", self.prefix));
        Ok(())
    }

    fn push_new_row(&self, out: &mut String, number: u32, texts: &RowTexts<'_>) {
        out.push_str(&format!("<{}row r=\"{number}\">", self.prefix));
        for (&column, text) in texts {
            self.push_cell(out, (number, column), text, None);
        }
        out.push_str(&format!("</{}row>", self.prefix));
    }

    fn push_cell(
        &self,
        out: &mut String,
        (row, column): (u32, u32),
        text: &str,
        style: Option<&str>,
    ) {
        let p = &self.prefix;
        let style = style.map_or_else(String::new, |style| format!(" s=\"{style}\""));
        let place = format!("{}{row}", letters(column));
        if text.is_empty() {
            out.push_str(&format!("<{p}c r=\"{place}\"{style}/>"));
            return;
        }
        let text = escape(text);
        out.push_str(&format!(
            "<{p}c r=\"{place}\"{style} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{text}</{p}t></{p}is></{p}c>"
        ));
    }
}

impl RowMap {
    /// A cell without a place follows the one before it.
    fn start_cell(&mut self, element: &BytesStart<'_>, whole: Range<usize>) -> Option<()> {
        let next = self.cells.last().map_or(1, |cell| cell.column + 1);
        let column = match attribute(element, "r") {
            Some(place) => column_of(&place)?,
            None => next,
        };
        self.cells.push(CellMap {
            column,
            whole,
            style: attribute(element, "s"),
            has_formula: false,
        });
        Some(())
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// 28 of `AB17`.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters.bytes().try_fold(0, |column, letter| {
        letter
            .is_ascii_alphabetic()
            .then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })
}

/// `AB` of 28.
fn letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters
}
