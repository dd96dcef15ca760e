//! `load`: who teaches what in which class; and what stands in for it.

use crate::domain::Teaching;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::map::Set;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person, Column::Subject, Column::Class],
    optional: &[Column::Group, Column::Hours],
};

/// Reads the table; a row that repeats another adds nothing.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut seen = Set::default();
    for row in table.rows() {
        let Some(teaching) = read_row(&row, reader) else {
            continue;
        };
        let Teaching {
            person,
            class,
            subject,
            group,
            ..
        } = teaching;
        if seen.insert((person, class, subject, group)) {
            reader.folder.lists.teaching.push(teaching);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Teaching> {
    let person = reader.required(row.field(Column::Person), Reader::staff);
    let subject = reader.required(row.field(Column::Subject), Reader::subject);
    let class = reader.required(row.field(Column::Class), Reader::class);
    let group = reader.group(row.field(Column::Group), class);
    Some(Teaching {
        person: person?,
        class: class?,
        subject: subject?,
        group,
        specialist: true,
        read_at: row.at(),
    })
}

/// Without the table, a person teaches each of their subjects in each of their classes (columns of `staff`).
pub fn from_staff(reader: &mut Reader<'_>) {
    for (person, classes, read_at) in std::mem::take(&mut reader.school.staff_classes) {
        let lists = &mut reader.folder.lists;
        let Some(staff) = &lists.people[person.index()].staff else {
            continue;
        };
        for class in classes {
            lists
                .teaching
                .extend(staff.subjects.iter().map(|&subject| Teaching {
                    person,
                    class,
                    subject,
                    group: None,
                    specialist: true,
                    read_at,
                }));
        }
    }
}
