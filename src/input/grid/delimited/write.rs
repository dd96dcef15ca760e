//! Cells of CSV files, as reading takes them back.

/// Adds a cell, quoted where it needs to be; what a spreadsheet program would take for a formula gets a `'` before it,
/// which reading takes off again.
pub fn push_cell(text: &mut String, cell: &str, delimiter: char) {
    let guard = if looks_like_formula(cell) { "'" } else { "" };
    // All of them are ASCII letters, which are no part of other letters.
    let needs_quotes = |byte: u8| {
        u32::from(byte) == u32::from(delimiter)
            || matches!(byte, b'"' | b'\n' | b'\r' | b',' | b';' | b'\t')
    };
    if cell.bytes().any(needs_quotes) {
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
