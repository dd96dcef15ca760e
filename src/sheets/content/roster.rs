//! The roster itself, in the columns that `check` reads again.

use crate::sheets::book::Book;
use crate::sheets::build::{landscape, wide};
use crate::sheets::model::{Block, Mark, Row, Section, Table};

/// Shares of the thirteen columns: date, lesson, start, end, class, subject, group, room, role, person, school, pinned, note.
const SHARES: [u32; 13] = [76, 44, 44, 50, 62, 118, 52, 56, 96, 200, 60, 64, 180];

/// One table, its conflicts and exceptions coloured.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let listing = &book.material.listing;
    let shares = SHARES.into_iter().chain(std::iter::repeat(60));
    // What no row fills needs no more room than its heading.
    let is_used = |column: usize| listing.rows.iter().any(|(_, row)| !row[column].is_empty());
    let mut marks = vec![Mark::Plain; book.material.roster.rows.len()];
    let judgement = &book.material.judgement;
    for (remarks, mark) in [
        (&judgement.exceptions, Mark::Exception),
        (&judgement.conflicts, Mark::Conflict),
    ] {
        for row in remarks.iter().filter_map(|remark| remark.row) {
            marks[row] = mark;
        }
    }
    let table = Table {
        caption: crate::lang::sheets::titles::ROSTER
            .in_lang(book.lang)
            .to_owned(),
        columns: listing
            .headings
            .iter()
            .zip(shares)
            .enumerate()
            .map(|(column, (heading, share))| {
                wide(heading, if is_used(column) { share } else { 1 })
            })
            .collect(),
        rows: listing
            .rows
            .iter()
            .map(|(row, cells)| Row {
                cells: cells.clone(),
                mark: marks[*row],
            })
            .collect(),
    };
    vec![landscape(vec![Block::Table(table)])]
}
