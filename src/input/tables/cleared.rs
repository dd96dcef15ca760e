//! `cleared`: hints that somebody looked into, and that are none.

use crate::domain::Cleared;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[
        Column::Person,
        Column::Class,
        Column::Reason,
        Column::ClearedBy,
    ],
    optional: &[],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(cleared) = read_row(&row, reader) {
            reader.folder.lists.cleared.push(cleared);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Cleared> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let class = reader.required(row.field(Column::Class), Reader::class);
    let reason = reader.text(row.field(Column::Reason));
    let by = reader.text(row.field(Column::ClearedBy));
    Some(Cleared {
        person: person?,
        class: class?,
        reason: reason?,
        by: by?,
        read_at: row.at(),
    })
}
