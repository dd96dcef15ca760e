//! A sheet cut into its tables: what stands above each, its header, the rows below it.

use super::header::{Header, first_header, next_header};
use super::sheet::Sheet;

/// A title and remarks may stand above the first header, but not more than this.
const MOST_ABOVE: usize = 30;

/// A table of duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyTable {
    /// Positions in the grid of the rows above its header that belong to no other table.
    pub above: std::ops::Range<usize>,
    /// Its header.
    pub header: Header,
    /// Positions of its rows.
    pub rows: std::ops::Range<usize>,
}

/// The tables of the sheet, from top to bottom; none where it has no header that speaks of works and people.
pub fn tables_of(sheet: &Sheet<'_>) -> Vec<DutyTable> {
    let mut tables: Vec<DutyTable> = Vec::new();
    let Some(first) = first_header(sheet, MOST_ABOVE) else {
        return tables;
    };
    let mut header = Some(first);
    let mut above = 0;
    while let Some(here) = header.take() {
        let start = here.first + here.lines;
        let next = (start..sheet.height()).find_map(|row| next_header(sheet, row));
        // What stands between two tables is looked at row by row; all of it may be the next one's title.
        let end = next.as_ref().map_or(sheet.height(), |next| next.first);
        tables.push(DutyTable {
            above: above..here.first,
            header: here,
            rows: start..end,
        });
        above = start;
        header = next;
    }
    tables
}
