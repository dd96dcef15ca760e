//! `ties`: personal interests in a class beyond the lists.

use crate::domain::Tie;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person, Column::Class],
    optional: &[Column::TieKind, Column::Note],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(tie) = read_row(&row, reader) {
            reader.folder.lists.ties.push(tie);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Tie> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let class = reader.required(row.field(Column::Class), Reader::class);
    Some(Tie {
        person: person?,
        class: class?,
        kind: row.field(Column::TieKind).text.to_owned(),
        read_at: row.at(),
    })
}
