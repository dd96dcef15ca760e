//! Text to fields, one at a time, each record with its true line.
//!
//! The rules are those of RFC 4180 as the csv crate reads them, held equal by a test: a quotation mark counts at the start of a
//! field only; within quotes it is written twice; LF, CR and CR LF end a record. It is done here because that crate's
//! positions are a line low after CR LF, name the blank line after a blank one, and do not tell of a quotation mark that is never closed.

use std::borrow::Cow;

use super::delimiter::Layout;

/// One field.
#[derive(Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// Its text, without quotation marks.
    pub text: Cow<'t, str>,
    /// What follows it.
    pub ending: Ending,
}

/// What follows a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Another field of the record.
    Delimiter,
    /// Another record, or the end of the text.
    Record,
    /// The end of the text within quotation marks.
    OpenQuote {
        /// Line of the mark that opens the field.
        line: u32,
        /// The field goes on in further lines.
        runs_on: bool,
    },
}

/// The fields of a text.
#[derive(Debug, Clone)]
pub struct Fields<'t> {
    text: &'t str,
    /// Which bytes end a field without quotation marks: one look at each letter, not three questions.
    ends: [bool; 256],
    at: usize,
    /// End of the last field, before what follows it.
    ended_at: usize,
    line: u32,
    done: bool,
}

impl<'t> Fields<'t> {
    /// Begins behind a `sep=` line.
    pub fn new(text: &'t str, layout: Layout) -> Self {
        let mut ends = [false; 256];
        for end in [layout.delimiter, b'\n', b'\r'] {
            ends[usize::from(end)] = true;
        }
        Self {
            text,
            ends,
            at: layout.start,
            ended_at: layout.start,
            line: layout.line,
            done: layout.start >= text.len(),
        }
    }

    /// Line of the next field, 1-based.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Byte offset of the next field.
    pub fn at_byte(&self) -> usize {
        self.at
    }

    /// Byte offset of the last field's end, before the delimiter or line break.
    pub fn ended_at(&self) -> usize {
        self.ended_at
    }

    /// Text up to the next delimiter or line break.
    fn plain(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let length = rest
            .bytes()
            .position(|byte| self.ends[usize::from(byte)])
            .unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Text up to the closing quotation mark; `None` where there is none. `at` stands behind the opening one.
    fn quoted(&mut self) -> (Cow<'t, str>, bool) {
        let mut text = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find('"') else {
                self.at = self.text.len();
                text += rest;
                return (text, false);
            };
            text += &rest[..length];
            self.at += length + 1;
            if self.text.as_bytes().get(self.at) != Some(&b'"') {
                return (text, true);
            }
            text += "\"";
            self.at += 1;
        }
    }

    /// Steps over the delimiter or line break.
    fn ending(&mut self) -> Ending {
        self.ended_at = self.at;
        let rest = &self.text.as_bytes()[self.at..];
        let (ending, length) = match rest {
            [b'\r', b'\n', ..] => (Ending::Record, 2),
            [b'\r' | b'\n', ..] => (Ending::Record, 1),
            [] => (Ending::Record, 0),
            _ => (Ending::Delimiter, 1),
        };
        self.at += length;
        if ending == Ending::Record {
            self.line = self.line.saturating_add(1);
            self.done = self.at >= self.text.len();
        }
        ending
    }
}

impl<'t> Iterator for Fields<'t> {
    type Item = Field<'t>;

    fn next(&mut self) -> Option<Field<'t>> {
        if self.done {
            return None;
        }
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            let text = Cow::Borrowed(self.plain());
            let ending = self.ending();
            return Some(Field { text, ending });
        }
        let (opened_at, line) = (self.at, self.line);
        self.at += 1;
        let (mut text, closed) = self.quoted();
        let breaks = line_breaks(&self.text[opened_at..self.at]);
        self.line = self.line.saturating_add(breaks);
        if !closed {
            self.done = true;
            self.ended_at = self.at;
            let ending = Ending::OpenQuote {
                line,
                runs_on: !text.trim_end().is_empty() && line_breaks(text.trim_end()) > 0,
            };
            return Some(Field { text, ending });
        }
        text += self.plain();
        let ending = self.ending();
        Some(Field { text, ending })
    }
}

/// How many line breaks, CR LF counted once.
pub fn line_breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    bytes
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| {
            byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        })
        .count() as u32
}
