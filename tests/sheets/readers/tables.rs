//! Tables of CSV, read by the csv crate.

/// Header and rows.
pub fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a table").iter().map(str::to_owned).collect())
        .collect();
    (rows.remove(0), rows)
}
