//! Tables as CSV text, the way the language's spreadsheet programs open them.

use crate::lang::Lang;

use super::names::clean;

/// The records: `,` in English; `;` and a byte order mark in Russian.
pub fn csv_text(records: impl IntoIterator<Item = Vec<String>>, lang: Lang) -> String {
    let (mut text, delimiter) = match lang {
        Lang::En => (String::new(), ','),
        Lang::Ru => ("\u{feff}".to_owned(), ';'),
    };
    for record in records {
        push_record(&mut text, &record, delimiter);
    }
    text
}

/// Adds a record, quoted where its cells need it.
fn push_record(text: &mut String, cells: &[String], delimiter: char) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(delimiter);
        }
        push_cell(text, &clean(cell), delimiter);
    }
    text.push_str("\r\n");
}

/// Adds a cell; what a spreadsheet would take for a formula gets a `'` before it, which reading takes off again.
fn push_cell(text: &mut String, cell: &str, delimiter: char) {
    let guard = if looks_like_formula(cell) { "'" } else { "" };
    if cell.contains([delimiter, '"', '\n', '\r', ',', ';', '\t']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

/// Would a spreadsheet take the text for a formula, now or once the `'` before it is taken off?
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}
