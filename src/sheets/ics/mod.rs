//! Calendars: one per person on duty, one per class that writes.
//!
//! Times are local and float: the lists know the school's clock, not its time zone. An event keeps its UID as long as the
//! same person holds the same role at the same sitting, so that importing again updates instead of doubling.

mod event;

use std::collections::{BTreeMap, BTreeSet};

use icalendar::{Calendar, Component, Property};
use sha2::{Digest, Sha256};

use crate::domain::{ClassId, Duty, MeetingRow, PersonId, Role, Roster, SittingId};
use crate::lang::sheets as words;

use super::book::Book;
use super::digest::hex;
use super::material::{Audience, Material};
use super::meeting::{about, meetings_of, serving};
use super::printable::on_one_line;
use event::{Event, Status};

/// A calendar as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// Whose it is: for the index.
    pub title: String,
    /// Fixed words and a number: `person-012`.
    pub stem: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The calendars of an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendars {
    /// By name. None for the public.
    pub people: Vec<CalendarFile>,
    /// In the classes' order. None where one person was asked for.
    pub classes: Vec<CalendarFile>,
}

/// Makes the calendars; `was` is an older roster whose lost duties are cancelled.
pub fn calendars(material: &Material<'_>, was: Option<&Roster>) -> Calendars {
    let book = Book::of(material);
    let mut calendars = Calendars::default();
    if material.selection.audience == Audience::Staff {
        calendars.people = people(&book, was);
    }
    if material.selection.person.is_none() {
        calendars.classes = classes(&book);
    }
    calendars
}

fn people(book: &Book<'_>, was: Option<&Roster>) -> Vec<CalendarFile> {
    let mut old: BTreeMap<PersonId, BTreeSet<Duty>> = BTreeMap::new();
    for (_, duty) in was.iter().flat_map(|roster| roster.duties()) {
        let date = book.school.sitting(duty.sitting).date;
        if book.material.selection.date.is_none_or(|only| only == date) {
            old.entry(duty.person).or_default().insert(duty);
        }
    }
    let wanted = book.material.selection.person;
    let former = old.keys().copied();
    let former = former.filter(|&person| wanted.is_none_or(|only| only == person));
    let everybody: BTreeSet<PersonId> = serving(book).into_iter().chain(former).collect();
    let none = BTreeSet::new();
    book.by_name(everybody)
        .into_iter()
        .map(|person| {
            let former = old.get(&person).unwrap_or(&none);
            let events = of_person(book, person, former, was.is_some());
            file(
                book,
                &book.name(person),
                format!("person-{:03}", person.index() + 1),
                &events,
            )
        })
        .collect()
}

/// The person's duties, then those that are theirs no longer.
fn of_person(
    book: &Book<'_>,
    person: PersonId,
    former: &BTreeSet<Duty>,
    is_update: bool,
) -> Vec<Event> {
    let held: BTreeSet<Duty> = book.duties_of(person).iter().copied().collect();
    let kept = held.iter().map(|duty| {
        let is_new = is_update && !former.contains(duty);
        let status = if is_new {
            Status::Changed
        } else {
            Status::Planned
        };
        (duty, status)
    });
    let lost = former
        .difference(&held)
        .map(|duty| (duty, Status::Cancelled));
    let mut events: Vec<Event> = kept
        .chain(lost)
        .map(|(duty, status)| duty_event(book, *duty, status))
        .collect();
    let meetings = meetings_of(book, person).into_iter();
    events.extend(meetings.filter_map(|row| meeting_event(book, person, row)));
    events.sort_by(|a, b| (a.date, a.start, &a.uid).cmp(&(b.date, b.start, &b.uid)));
    events
}

fn duty_event(book: &Book<'_>, duty: Duty, status: Status) -> Event {
    let lang = book.lang;
    let sitting = book.school.sitting(duty.sitting);
    let said = book.words(duty.sitting);
    let role = duty.role.words().on_papers.in_lang(lang);
    let detail = if duty.role == Role::Checker {
        words::personal::with_works(role, sitting.works(), lang)
    } else {
        role.to_owned()
    };
    let person = &book.school.person(duty.person).name;
    Event {
        uid: uid(book, duty.sitting, &[duty.role.name(), person]),
        summary: format!("{role}: {}, {}", said.class, said.subject),
        location: room(book, duty.sitting),
        description: description(book, duty.sitting, &detail),
        date: sitting.date,
        // Grading has no hour of its own: it stands on the day without taking anybody's time.
        start: sitting.span.start().filter(|_| duty.role.is_time_bound()),
        end: sitting.span.end().filter(|_| duty.role.is_time_bound()),
        is_busy: duty.role.is_time_bound(),
        status,
    }
}

/// A meeting on criteria. Which older plan it was in nobody knows, so that it is neither new nor cancelled.
fn meeting_event(book: &Book<'_>, person: PersonId, row: &MeetingRow) -> Option<Event> {
    let lang = book.lang;
    let span = row.when.span();
    let about = about(book, row);
    let kind = words::plan::AGREEMENT.in_lang(lang);
    let lesson = if span.lessons.is_empty() {
        String::new()
    } else {
        words::lesson(&span.lessons.to_string(), lang)
    };
    let school = row
        .school
        .map(|school| book.school.schools[school.index()].as_str());
    let school = school.unwrap_or_else(|| book.school_name());
    let parts = [lesson.as_str(), school];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let subject = &book.school.subject(row.subject).name;
    let grades: Vec<String> = row.grades.iter().map(u32::to_string).collect();
    let name = &book.school.person(person).name;
    Some(Event {
        uid: digest_of(&["meeting", school, subject, &grades.join(","), name]),
        summary: format!("{kind}: {about}"),
        location: match row.room.as_str() {
            "" => String::new(),
            room => words::room(room, lang),
        },
        description: parts.collect::<Vec<_>>().join("\n"),
        date: row.when.date?,
        start: span.start(),
        end: span.end(),
        is_busy: true,
        status: Status::Planned,
    })
}

fn classes(book: &Book<'_>) -> Vec<CalendarFile> {
    let mut sittings: BTreeMap<ClassId, Vec<SittingId>> = BTreeMap::new();
    for id in book.sittings() {
        sittings
            .entry(book.school.sitting(id).class)
            .or_default()
            .push(id);
    }
    sittings
        .into_iter()
        .map(|(class, sittings)| {
            let events: Vec<Event> = sittings.iter().map(|&id| class_event(book, id)).collect();
            let stem = format!("class-{:03}", class.index() + 1);
            file(book, &book.class_name(class), stem, &events)
        })
        .collect()
}

fn class_event(book: &Book<'_>, id: SittingId) -> Event {
    let sitting = book.school.sitting(id);
    let said = book.words(id);
    Event {
        uid: uid(book, id, &["class"]),
        summary: format!("{}: {}", said.class, said.subject),
        location: room(book, id),
        description: description(book, id, ""),
        date: sitting.date,
        start: sitting.span.start(),
        end: sitting.span.end(),
        is_busy: true,
        status: Status::Planned,
    }
}

fn room(book: &Book<'_>, id: SittingId) -> String {
    match book.school.sitting(id).room.as_str() {
        "" => String::new(),
        room => words::room(room, book.lang),
    }
}

fn description(book: &Book<'_>, id: SittingId, detail: &str) -> String {
    let lesson = match book.words(id).lesson.as_str() {
        "" => String::new(),
        lesson => words::lesson(lesson, book.lang),
    };
    let parts = [detail, &lesson, book.school_name()];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n")
}

/// Names that do not change when the hour or the room does; which of several like sittings it is, where there are.
fn uid(book: &Book<'_>, id: SittingId, names: &[&str]) -> String {
    let key = |id: SittingId| {
        let sitting = book.school.sitting(id);
        (sitting.date, sitting.class, sitting.subject, sitting.group)
    };
    let alike = book.sittings().filter(|&other| key(other) == key(id));
    let position = alike.take_while(|&other| other != id).count();
    let sitting = book.school.sitting(id);
    let said = book.words(id);
    let date = sitting.date.format("%Y%m%d").to_string();
    let position = position.to_string();
    let parts = [
        book.school_name(),
        &date,
        &said.class,
        &said.subject,
        &position,
    ];
    let parts: Vec<&str> = parts.iter().chain(names).copied().collect();
    digest_of(&parts)
}

fn digest_of(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        // A mark that no name holds, so that "a", "bc" differ from "ab", "c".
        digest.update([0]);
    }
    let digest = digest.finalize();
    format!("{}@recuse", hex(&digest[..16]))
}

fn file(book: &Book<'_>, name: &str, stem: String, events: &[Event]) -> CalendarFile {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//recuse//recuse//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(Property::new("X-WR-CALNAME", on_one_line(name)));
    let stamp = book.order.day.or(book.period().map(|(first, _)| first));
    for event in events {
        let mut entry = event.component(stamp);
        if book.material.is_draft && event.status != Status::Cancelled {
            let draft = words::STAMP.in_lang(book.lang);
            let summary = format!("{draft}. {}", event.summary);
            entry.summary(&on_one_line(&summary));
            entry.status(icalendar::EventStatus::Tentative);
        }
        calendar.push(entry);
    }
    CalendarFile {
        title: on_one_line(name),
        stem,
        bytes: calendar.to_string().into_bytes(),
    }
}
