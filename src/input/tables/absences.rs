//! `absences`: who is away when.

use crate::domain::Absence;
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person, Column::From],
    optional: &[Column::To, Column::Lessons, Column::Reason],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(absence) = read_row(&row, reader) {
            reader.folder.lists.absences.push(absence);
        }
    }
}

/// A row without `to` is one day.
fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Absence> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let from = reader.required(row.field(Column::From), Reader::date);
    let to_field = row.field(Column::To);
    let to = reader.optional(to_field, Reader::date);
    let span = reader.optional(row.field(Column::Lessons), |reader, field| {
        let lessons = reader.value(field, cells::lessons(field.text))?;
        reader.span_in_any_shift(lessons, field)
    });
    let (from, to) = (from?, to?.or(from)?);
    if to < from {
        reader.error(to_field, FactProblem::ToBeforeFrom);
        return None;
    }
    Some(Absence {
        person: person?,
        from,
        to,
        span: span?,
        reason: row.field(Column::Reason).text.to_owned(),
        read_at: row.at(),
    })
}
