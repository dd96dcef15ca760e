//! `pins`: decided by hand.

use std::collections::HashMap;

use crate::domain::{PersonId, Pin, PinKind, Role, SittingId};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::group_key;
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[
        Column::Date,
        Column::Class,
        Column::Subject,
        Column::Role,
        Column::Person,
    ],
    // Group and lesson tell apart sittings of one class in one subject on one day.
    optional: &[Column::Pin, Column::Group, Column::Lesson],
};

/// Rows of the pins so far.
type Rows = HashMap<(SittingId, Role, PersonId), u32>;

/// Reads the table, after the schedule.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut rows = Rows::new();
    for row in table.rows() {
        for pin in read_row(&row, reader) {
            add(pin, &row, reader, &mut rows);
        }
    }
}

/// The pins a row makes: one, or one for each sitting that a `never` fits. Without `pin` it is a `must`.
fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Vec<Pin> {
    let sittings = sittings(row, reader);
    let role = reader.required(row.field(Column::Role), |reader, field| {
        reader.value(field, cells::role(field.text))
    });
    let person = reader.required(row.field(Column::Person), Reader::person);
    let kind = reader.optional(row.field(Column::Pin), |reader, field| {
        reader.value(field, cells::pin_kind(field.text))
    });
    let (Some(sittings), Some(role), Some(person), Some(kind)) = (sittings, role, person, kind)
    else {
        return Vec::new();
    };
    let kind = kind.unwrap_or(PinKind::Must);
    if kind == PinKind::Must && sittings.len() > 1 {
        let lists = &reader.folder.lists;
        let rows = sittings
            .iter()
            .map(|id| lists.sittings[id.index()].read_at.row)
            .collect();
        reader.error(row.field(Column::Class), FactProblem::WhichSitting { rows });
        return Vec::new();
    }
    sittings
        .into_iter()
        .map(|sitting| Pin {
            sitting,
            role,
            person,
            kind,
            read_at: row.at(),
        })
        .collect()
}

/// The sittings a row fits; one at least.
fn sittings(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Vec<SittingId>> {
    let date = reader.required(row.field(Column::Date), Reader::date);
    let class_field = row.field(Column::Class);
    let class = reader.required(class_field, Reader::class);
    let subject = reader.required(row.field(Column::Subject), Reader::subject);
    let lessons = reader.optional(row.field(Column::Lesson), |reader, field| {
        reader.value(field, cells::lessons(field.text))
    })?;
    let group = row.field(Column::Group);
    let lists = &reader.folder.lists;
    let fitting: Vec<SittingId> = reader
        .school
        .sittings
        .get(&(date?, class?, subject?))
        .into_iter()
        .flatten()
        .copied()
        .filter(|id| {
            let sitting = &lists.sittings[id.index()];
            let of_group = sitting
                .group
                .is_some_and(|id| group_key(&lists.groups[id.index()]) == group_key(group.text));
            (group.is_empty() || of_group)
                && lessons.is_none_or(|lessons| sitting.span.lessons.intersects(lessons))
        })
        .collect();
    if fitting.is_empty() {
        if reader.school.readable.schedule {
            reader.error(class_field, FactProblem::NoSuchSitting);
        }
        return None;
    }
    Some(fitting)
}

/// Enters the pin; a second one about the same person and place is an error, whatever it says.
fn add(pin: Pin, row: &Row<'_>, reader: &mut Reader<'_>, rows: &mut Rows) {
    let key = (pin.sitting, pin.role, pin.person);
    if let Some(&earlier) = rows.get(&key) {
        let problem = FactProblem::SameKey {
            other: reader.folder.lists.people[pin.person.index()].name.clone(),
            row: earlier,
        };
        reader.error(row.field(Column::Person), problem);
        return;
    }
    rows.insert(key, pin.read_at.row);
    reader.folder.lists.pins.push(pin);
}
