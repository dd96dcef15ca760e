//! The files read back, each by a reader that shares nothing with the writer of its format where there is one.

pub mod calendar;
pub mod docx;
pub mod html;
pub mod pdf;
pub mod tables;
pub mod tree;
pub mod xlsx;

/// The text without any space: formats break lines where they please.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The cells of a row as one text without spaces, a mark between them.
pub fn row_key(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| squeezed(cell)).collect();
    cells.join("|")
}
