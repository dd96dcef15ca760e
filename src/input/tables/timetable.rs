//! `timetable`: the ordinary week, which also says who teaches what.

use std::collections::hash_map::Entry;

use crate::domain::{Lesson, Teaching};
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::map::{Map, Set};
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[
        Column::Weekday,
        Column::Lesson,
        Column::Class,
        Column::Subject,
        Column::Person,
    ],
    optional: &[Column::Group, Column::Room, Column::Shift],
};

/// Reads the table, after `load`.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut rows = Map::default();
    let mut taught: Set<_> = reader
        .folder
        .lists
        .teaching
        .iter()
        .map(|t| (t.person, t.class, t.subject, t.group))
        .collect();
    for row in table.rows() {
        let Some(lesson) = read_row(&row, reader) else {
            continue;
        };
        let Lesson {
            person,
            class,
            subject,
            group,
            read_at,
            ..
        } = lesson;
        let key = (
            lesson.weekday,
            lesson.span.clone(),
            person,
            class,
            subject,
            group,
        );
        match rows.entry(key) {
            Entry::Occupied(earlier) => {
                let problem = FactProblem::RepeatedRow {
                    row: *earlier.get(),
                };
                reader.complain(Gravity::Warning, row.field(Column::Person), problem);
                continue;
            }
            Entry::Vacant(free) => free.insert(read_at.row),
        };
        if taught.insert((person, class, subject, group)) {
            reader.folder.lists.teaching.push(Teaching {
                person,
                class,
                subject,
                group,
                specialist: !reader.school.has_load,
                read_at,
            });
        }
        reader.folder.lists.lessons.push(lesson);
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Lesson> {
    let weekday = reader.required(row.field(Column::Weekday), Reader::weekday);
    let class = reader.required(row.field(Column::Class), Reader::class);
    let subject = reader.required(row.field(Column::Subject), Reader::subject);
    let person = reader.required(row.field(Column::Person), Reader::staff);
    let group = reader.group(row.field(Column::Group), class);
    let shift = reader.shift_of(row, class);
    let span = reader.required(row.field(Column::Lesson), |reader, field| {
        let lessons = reader.lessons(field)?;
        reader.rung_span(lessons, shift.as_deref(), field)
    });
    Some(Lesson {
        weekday: weekday?,
        span: span?,
        class: class?,
        subject: subject?,
        person: person?,
        group,
        room: row.field(Column::Room).text.to_owned(),
        read_at: row.at(),
    })
}
