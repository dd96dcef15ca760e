//! A text for the staff chat: everybody's duties by name, then day by day; after a repair the changes alone.
//!
//! Plain lines, short enough for a telephone; what is printed is said by the other sheets.

mod changes;

use crate::domain::{Duty, PersonId, Role, SittingId};
use crate::lang::commands::numbers;
use crate::lang::sheets::{self as words, chat, dates, personal};

use super::book::Book;
use super::material::Material;
use super::printable::printable;

pub use changes::{Held, SeatChange};

/// The text; nothing where nobody is on duty and nothing changed. With `changes`, these alone.
pub fn write(material: &Material<'_>, changes: Option<&[SeatChange]>) -> String {
    let book = Book::of(material);
    let parts = match changes {
        Some(changes) => changes::parts(&book, changes),
        None => whole(&book),
    };
    if parts.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    if material.is_draft {
        text.push_str(words::STAMP.in_lang(book.lang));
        text.push('\n');
    }
    text.push_str(&heading(&book, changes.is_some()));
    for part in parts {
        text.push_str("\n\n");
        text.push_str(part.trim_end());
    }
    text.push('\n');
    // Names come from files that anybody may have written; a space that does not break is lost in a chat.
    printable(&text).replace('\u{a0}', " ")
}

fn heading(book: &Book<'_>, is_change: bool) -> String {
    let period = book
        .period()
        .map(|(first, last)| dates::period(first, last, book.lang));
    chat::title(
        book.school_name(),
        &period.unwrap_or_default(),
        (is_change, book.lang),
    )
}

/// A part for each person, by name, then one for each day.
fn whole(book: &Book<'_>) -> Vec<String> {
    let people = book.on_duty();
    let mut parts: Vec<String> = Vec::new();
    if !people.is_empty() {
        parts.push(chat::by_name(book.lang).to_owned());
        parts.extend(people.iter().map(|&person| of_person(book, person)));
    }
    if book.material.selection.person.is_none() {
        let days = days(book);
        if !days.is_empty() {
            parts.push(chat::by_day(book.lang).to_owned());
            parts.extend(days);
        }
    }
    parts
}

fn of_person(book: &Book<'_>, person: PersonId) -> String {
    let duties = book.duties_of(person).iter();
    let lines = duties.map(|duty| format!("{}{}\n", chat::BULLET, duty_line(book, duty)));
    format!("{}\n{}", book.name(person), lines.collect::<String>())
}

/// `вт 21.04, 2 урок, 5А, Русский язык, каб. 12 – организатор`; of a checker, without hour and room but with the works.
fn duty_line(book: &Book<'_>, duty: &Duty) -> String {
    let lang = book.lang;
    let sitting = book.school.sitting(duty.sitting);
    let role = duty.role.words().on_papers.in_lang(lang);
    let when = chat::day(sitting.date, lang);
    if duty.role.is_time_bound() {
        format!("{when}, {} – {role}", place(book, duty.sitting))
    } else {
        let what = format!(
            "{}, {}",
            book.class(sitting),
            book.words(duty.sitting).subject
        );
        let role = personal::with_works(role, sitting.works(), lang);
        format!("{when}, {what} – {role}")
    }
}

/// `2 урок, 5А, Русский язык, каб. 12`: a sitting without its day.
fn place(book: &Book<'_>, id: SittingId) -> String {
    let said = book.words(id);
    let when = if said.lesson.is_empty() {
        said.time
    } else {
        words::lesson(&numbers(&said.lesson), book.lang)
    };
    let room = match said.room.as_str() {
        "" => String::new(),
        room => chat::room(room, book.lang),
    };
    let parts = [when, said.class, said.subject, room];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Each day with its sittings, who is where under each.
fn days(book: &Book<'_>) -> Vec<String> {
    let sittings: Vec<SittingId> = book.sittings().collect();
    let date = |id: &SittingId| book.school.sitting(*id).date;
    sittings
        .chunk_by(|a, b| date(a) == date(b))
        .map(|day| {
            let lines: String = day.iter().map(|&id| of_sitting(book, id)).collect();
            format!(
                "{}\n{lines}",
                dates::long_with_weekday(date(&day[0]), book.lang)
            )
        })
        .collect()
}

fn of_sitting(book: &Book<'_>, id: SittingId) -> String {
    let mut text = format!("{}{}\n", chat::BULLET, place(book, id));
    for role in Role::ALL {
        let seats = book.seats(id, role);
        if seats.is_empty() {
            continue;
        }
        let names: Vec<String> = seats.iter().map(|seat| book.seat_short(seat)).collect();
        let role = role.words().on_papers.in_lang(book.lang);
        text = format!("{text}   {role}: {}\n", names.join(", "));
    }
    text
}
