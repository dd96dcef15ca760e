//! Cells and bytes of CSV files, as reading takes them back.

use encoding_rs::WINDOWS_1251;

/// Adds a cell, quoted where it needs to be; what a spreadsheet program would take for a formula gets a `'` before it,
/// which reading takes off again.
pub fn push_cell(text: &mut String, cell: &str, delimiter: char) {
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

/// The text in the encoding of that name, as decoding calls it; in UTF-8 with a byte order mark where it has letters
/// that the encoding does not.
pub fn encode(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-8" => text.as_bytes().to_vec(),
        "UTF-16LE" => utf_16(text, u16::to_le_bytes),
        "UTF-16BE" => utf_16(text, u16::to_be_bytes),
        "windows-1251" => match WINDOWS_1251.encode(text) {
            (bytes, _, false) => bytes.into_owned(),
            _ => with_mark(text),
        },
        _ => with_mark(text),
    }
}

fn with_mark(text: &str) -> Vec<u8> {
    [b"\xEF\xBB\xBF", text.as_bytes()].concat()
}

fn utf_16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = std::iter::once(0xFEFF);
    mark.chain(text.encode_utf16()).flat_map(bytes).collect()
}
