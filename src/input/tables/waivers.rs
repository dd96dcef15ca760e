//! `waivers`: exceptions granted in writing.

use crate::domain::{Exemption, Waiver};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[
        Column::Person,
        Column::Rule,
        Column::Reason,
        Column::Approved,
    ],
    optional: &[Column::Class, Column::Subject, Column::From, Column::To],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(waiver) = read_row(&row, reader) {
            reader.folder.lists.waivers.push(waiver);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Waiver> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let rule = reader.required(row.field(Column::Rule), |reader, field| {
        reader.value(field, cells::rule(field.text))
    });
    let class = reader.optional(row.field(Column::Class), Reader::class);
    let subject = reader.optional(row.field(Column::Subject), Reader::subject);
    let from = reader.optional(row.field(Column::From), Reader::date);
    let to_field = row.field(Column::To);
    let to = reader.optional(to_field, Reader::date);
    let reason = reader.text(row.field(Column::Reason));
    let approved = reader.text(row.field(Column::Approved));
    let (from, to) = (from?, to?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        reader.error(to_field, FactProblem::ToBeforeFrom);
        return None;
    }
    let exemption = Exemption {
        person: person?,
        rule: rule?,
        class: class?,
        subject: subject?,
        from,
        to,
        reason: reason?,
        approved: approved?,
    };
    Some(Waiver {
        exemption,
        read_at: row.at(),
    })
}
