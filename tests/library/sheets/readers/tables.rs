//! Tables of CSV, read by the csv crate.

/// Header and rows.
pub fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a table").iter().map(shown).collect())
        .collect();
    (rows.remove(0), rows)
}

/// The cell without the mark that keeps a spreadsheet program from running it.
fn shown(cell: &str) -> String {
    let text = cell.strip_prefix('\'').filter(|text| {
        let start = text.trim_start_matches('\'').trim_start();
        start.starts_with(['=', '+', '-', '@'])
    });
    text.unwrap_or(cell).to_owned()
}
