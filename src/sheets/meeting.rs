//! Meetings on criteria beside people and sittings: who comes to which, and when each is, in words.

use std::collections::BTreeSet;

use crate::domain::{MeetingRow, PersonId, SittingId};
use crate::lang::commands::numbers;
use crate::lang::sheets::{self as words, dates};

use super::book::{Book, clock};

/// The plan's meetings on the day that was asked for, or on any.
pub fn meetings<'a>(book: &Book<'a>) -> impl Iterator<Item = &'a MeetingRow> {
    let rows = book.material.plan.meetings.iter().flatten();
    let wanted = rows.filter(|row| book.wants_day(row.when.date));
    wanted.collect::<Vec<_>>().into_iter()
}

/// The meetings to which the person comes, by day and hour; without a time nobody comes.
pub fn meetings_of<'a>(book: &Book<'a>, person: PersonId) -> Vec<&'a MeetingRow> {
    let comes = |row: &&MeetingRow| {
        row.when.date.is_some() && row.members.contains(&person) && !row.missing.contains(&person)
    };
    let mut rows: Vec<&MeetingRow> = meetings(book).filter(comes).collect();
    rows.sort_by_key(|row| (row.when.date, row.when.span(), row.row));
    rows
}

/// Everybody on duty, or awaited at a meeting (who was asked for), by name.
pub fn serving(book: &Book<'_>) -> Vec<PersonId> {
    let wanted = book.material.selection.person;
    let members = meetings(book).flat_map(|row| row.members.iter().copied());
    let members = members
        .filter(|&person| wanted.is_none_or(|only| only == person))
        .filter(|&person| !meetings_of(book, person).is_empty());
    let everybody: BTreeSet<PersonId> = book.on_duty().into_iter().chain(members).collect();
    book.by_name(everybody)
}

/// The meeting of the commission that checks the sitting's works.
pub fn meeting_about<'a>(book: &Book<'a>, id: SittingId) -> Option<&'a MeetingRow> {
    let sitting = book.school.sitting(id);
    let class = book.school.class(sitting.class);
    let rows = book.material.plan.meetings.iter().flatten();
    let mut rows = rows.filter(|row| {
        row.subject == sitting.subject
            && row.grades.contains(&class.grade)
            && row.school.is_none_or(|school| school == class.school)
    });
    rows.find(|row| row.when.date.is_some())
}

/// `Tue 21 Apr, lesson 7, 14:00–14:20, Room 5`.
pub fn when_and_where(book: &Book<'_>, row: &MeetingRow) -> String {
    let lang = book.lang;
    let span = row.when.span();
    let date = row.when.date.map(|date| dates::short(date, lang));
    let lesson = (!span.lessons.is_empty())
        .then(|| words::lesson(&numbers(&span.lessons.to_string()), lang));
    let room = (!row.room.is_empty()).then(|| words::room(&row.room, lang));
    let parts = [date, lesson, Some(clock(&span)), room]
        .into_iter()
        .flatten();
    let parts = parts.filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// `Maths, grade 5`.
pub fn about(book: &Book<'_>, row: &MeetingRow) -> String {
    let grades: Vec<String> = row.grades.iter().map(u32::to_string).collect();
    let subject = &book.school.subject(row.subject).name;
    words::plan::commission(subject, &grades.join(", "), book.lang)
}
