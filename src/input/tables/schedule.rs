//! `schedule`: one row per sitting.

use chrono::Datelike;

use crate::domain::{Role, RoleMap, Sitting, SittingId};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::problem::FactProblem;

use super::classes::MOST_PUPILS;
use super::subjects::MOST_PLACES;
use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Date, Column::Class, Column::Subject],
    optional: &[
        Column::Lesson,
        Column::Start,
        Column::End,
        Column::Shift,
        Column::Room,
        Column::Pupils,
        Column::Group,
        Column::Proctors,
        Column::Checkers,
        Column::Observers,
        Column::Assistants,
    ],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        match read_row(&row, reader) {
            Some(sitting) => add(sitting, &row, reader),
            None => reader.school.readable.schedule = false,
        }
    }
}

/// The year of the dates that have one, where that is one year.
pub fn year_of(table: &Table<'_>) -> Option<i32> {
    let dates = table.rows().map(|row| row.field(Column::Date));
    let read = dates.filter_map(|field| cells::date(field.text, table.serials()).ok());
    let mut years = read.map(|date| date.year());
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Sitting> {
    let date = reader.required(row.field(Column::Date), Reader::date);
    let class = reader.required(row.field(Column::Class), Reader::class);
    let subject = reader.required(row.field(Column::Subject), Reader::subject);
    let group = reader.group(row.field(Column::Group), class);
    let span = reader.row_span(row, class);
    let pupils = reader.count(row.field(Column::Pupils), MOST_PUPILS);
    let cells = RoleMap(
        Role::ALL.map(|role| reader.count(row.field(Column::of_places(role)), MOST_PLACES)),
    );
    let (date, class, subject, span) = (date?, class?, subject?, span?);
    let by_subject = reader.school.places.get(&subject);
    let lists = &reader.folder.lists;
    let places = Role::ALL.map(|role| {
        if role == Role::Observer && !lists.policy.options.observers {
            return 0;
        }
        cells[role]
            .or_else(|| by_subject.and_then(|places| places[role]))
            .unwrap_or(lists.policy.places[role])
    });
    let of_class = &lists.classes[class.index()];
    let room = row.field(Column::Room).text;
    Some(Sitting {
        date,
        span,
        class,
        subject,
        group,
        room: if room.is_empty() {
            &of_class.room
        } else {
            room
        }
        .to_owned(),
        pupils: pupils.unwrap_or(of_class.pupils),
        places: RoleMap(places),
        read_at: row.at(),
    })
}

/// Enters the sitting, unless it is in the schedule already.
fn add(sitting: Sitting, row: &Row<'_>, reader: &mut Reader<'_>) {
    let id = SittingId::new(reader.folder.lists.sittings.len());
    let key = (sitting.date, sitting.class, sitting.subject);
    let same = reader.school.sittings.entry(key).or_default();
    let twin = same
        .iter()
        .map(|id| &reader.folder.lists.sittings[id.index()])
        .find(|other| other.group == sitting.group && other.span.overlaps(&sitting.span))
        .map(|other| other.read_at.row);
    if let Some(row_of_twin) = twin {
        let problem = FactProblem::SittingTwice { row: row_of_twin };
        reader.error(row.field(Column::Class), problem);
        return;
    }
    same.push(id);
    if !row.field(Column::Room).is_empty() {
        reader.folder.lists.procedure.rooms_given.push(id);
    }
    reader.folder.lists.sittings.push(sitting);
}
