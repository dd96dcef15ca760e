//! Tables as CSV text, the way the language's spreadsheet programs open them.

use crate::delimited::push_cell;
use crate::lang::Lang;

use super::names::cleaned;

/// The records: `,` in English; `;` and a byte order mark in Russian.
pub fn csv_text<R>(records: impl IntoIterator<Item = R>, lang: Lang) -> String
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let (mut text, delimiter) = match lang {
        Lang::En => (String::new(), ','),
        Lang::Ru => ("\u{feff}".to_owned(), ';'),
    };
    for record in records {
        push_record(&mut text, record, delimiter);
    }
    text
}

/// Adds a record, quoted where its cells need it.
fn push_record(text: &mut String, cells: impl IntoIterator<Item: AsRef<str>>, delimiter: char) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(delimiter);
        }
        push_cell(text, &cleaned(cell.as_ref()), delimiter);
    }
    text.push_str("\r\n");
}
