//! Delimited text as it is written: cells, quotes, and the guard against formulas. Whatever writes CSV writes it here, and
//! whatever reads it takes the guard off here.
//!
//! It knows neither tables nor people.

use std::borrow::Cow;

use csv::WriterBuilder;

use crate::domain::Lang;

/// Records as a file, every cell guarded; they may differ in length. `,` in English; `;` and a byte order mark in Russian,
/// as its spreadsheets expect.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn file<R>(records: impl IntoIterator<Item = R>, lang: Lang) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let (mark, delimiter) = match lang {
        Lang::En => ("", b','),
        Lang::Ru => ("\u{feff}", b';'),
    };
    append(mark.as_bytes().to_vec(), records, delimiter)
}

/// Records after what is written already.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn append<R>(before: Vec<u8>, records: impl IntoIterator<Item = R>, delimiter: u8) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_writer(before);
    for record in records {
        for cell in record {
            writer
                .write_field(guarded(cell.as_ref()).as_bytes())
                .expect("memory takes every byte");
        }
        writer
            .write_record(None::<&[u8]>)
            .expect("memory takes every byte");
    }
    writer.into_inner().expect("memory takes every byte")
}

/// Adds a guarded cell to a line that is made by hand, quoted where any usual delimiter asks for it.
pub fn push_cell(text: &mut String, cell: &str, delimiter: char) {
    let cell = guarded(cell);
    // All of them are ASCII letters, which are no part of other letters.
    let needs_quotes = |byte: u8| {
        u32::from(byte) == u32::from(delimiter)
            || matches!(byte, b'"' | b'\n' | b'\r' | b',' | b';' | b'\t')
    };
    if cell.bytes().any(needs_quotes) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&cell);
    }
}

/// The cell with a `'` before what a spreadsheet program would take for a formula; reading takes it off again.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    let is_lone_sign = cell.len() == 1 && !cell.starts_with(['\t', '\r']);
    if begins_as_formula(cell) && !is_lone_sign {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell without its guard.
pub fn unguarded(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| begins_as_formula(rest)).unwrap_or(cell)
}

/// Does the text begin as formulas do, or would it once the `'` before it were taken off? Blanks before a sign do not
/// keep every spreadsheet program from reading on.
pub fn begins_as_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r']) || text.trim_start().starts_with(['=', '+', '-', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_text_and_come_back() {
        let cells = [
            ("=1+1", "'=1+1"),
            ("'=1", "''=1"),
            ("-5", "'-5"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            (" \u{a0}=x", "' \u{a0}=x"),
            ("+7 900", "'+7 900"),
            // A sign alone runs nothing: yes, no, nobody.
            ("+", "+"),
            ("-", "-"),
            ("5А", "5А"),
            ("'тихо'", "'тихо'"),
            ("", ""),
        ];
        for (cell, written) in cells {
            assert_eq!(guarded(cell), written);
            assert_eq!(unguarded(written), cell, "{written}");
        }
        // As older files have it.
        assert_eq!(unguarded("'-"), "-");
    }

    #[test]
    fn a_file_has_the_marks_of_its_language() {
        let rows = [vec!["a;b", "=1"], vec!["c"]];
        assert_eq!(file(&rows, Lang::En), b"a;b,'=1\nc\n");
        assert_eq!(file(&rows, Lang::Ru), "\u{feff}\"a;b\";'=1\nc\n".as_bytes());
    }

    #[test]
    fn a_line_made_by_hand_is_quoted_for_every_delimiter() {
        let mut line = String::new();
        push_cell(&mut line, "=a,b \"c\"", ';');
        assert_eq!(line, "\"'=a,b \"\"c\"\"\"");
    }
}
