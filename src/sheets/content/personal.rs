//! Personal slips: one per person on duty, several to a page for cutting.

use crate::domain::{Duty, PersonId, Role, Seat};
use crate::lang::sheets::{self as words, dates, heads, personal};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, portrait, table, wide};
use crate::sheets::meeting::{about, meetings_of, serving, when_and_where};
use crate::sheets::model::{Block, Mark, Section, Table};

use super::substitution::missed_by;

/// All slips, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let slips: Vec<Block> = serving(book)
        .into_iter()
        .map(|person| slip(book, person))
        .collect();
    if slips.is_empty() {
        return Vec::new();
    }
    vec![portrait(slips)]
}

fn slip(book: &Book<'_>, person: PersonId) -> Block {
    let lang = book.lang;
    let mut footer = Vec::new();
    let meetings: Vec<String> = meetings_of(book, person)
        .into_iter()
        .map(|row| format!("{} – {}", about(book, row), when_and_where(book, row)))
        .collect();
    if !meetings.is_empty() {
        footer.push(words::plan::come_to(&meetings, lang));
    }
    let missed = missed(book, person);
    if !missed.is_empty() {
        footer.push(personal::missed(&missed, lang));
    }
    footer.push(personal::ask(&book.deputy(), lang));
    footer.push(words::SIGN_HERE.in_lang(lang).to_owned());
    Block::Slip {
        heading: format!("{}, {}", book.name(person), book.position(person)),
        lines: vec![personal::extract(&book.order.reference, lang)],
        table: Some(duties(book, person)).filter(|table| !table.rows.is_empty()),
        footer,
    }
}

fn duties(book: &Book<'_>, person: PersonId) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::DATE.in_lang(lang), 130),
        narrow(heads::LESSON.in_lang(lang), 70),
        narrow(heads::TIME.in_lang(lang), 85),
        narrow(heads::CLASS.in_lang(lang), 90),
        wide(heads::SUBJECT.in_lang(lang), 165),
        narrow(heads::ROOM.in_lang(lang), 105),
        wide(heads::ROLE.in_lang(lang), 160),
        wide(personal::together(lang), 195),
    ];
    let mut list = table(words::titles::PERSONAL.in_lang(lang), columns);
    for duty in book.duties_of(person) {
        let said = book.words(duty.sitting);
        let (time, role) = if duty.role == Role::Checker {
            let works = book.school.sitting(duty.sitting).works();
            let role = duty.role.words().on_papers.in_lang(lang);
            let role = personal::with_works(role, works, lang);
            (String::new(), role)
        } else {
            let role = duty.role.words().on_papers.in_lang(lang).to_owned();
            (said.time, role)
        };
        list.push(
            Mark::Plain,
            [
                said.date,
                said.lesson,
                time,
                said.class,
                said.subject,
                said.room,
                role,
                together(book, duty),
            ],
        );
    }
    list
}

/// The others in the room; of a checker, the others of the commission.
fn together(book: &Book<'_>, duty: &Duty) -> String {
    let others = |role: Role| -> Vec<String> {
        book.seats(duty.sitting, role)
            .into_iter()
            .filter(|seat| is_other(seat, duty.person))
            .map(|seat| {
                format!(
                    "{}: {}",
                    role.words().on_papers.in_lang(book.lang),
                    book.seat_short(seat)
                )
            })
            .collect()
    };
    let lines: Vec<String> = Role::ALL
        .into_iter()
        .filter(|role| role.is_time_bound() == duty.role.is_time_bound())
        .flat_map(others)
        .collect();
    lines.join("\n")
}

fn is_other(seat: &Seat, person: PersonId) -> bool {
    seat.person() != Some(person) && *seat != Seat::Empty
}

/// The person's own lessons that their duties cost.
fn missed(book: &Book<'_>, person: PersonId) -> String {
    let said = missed_by(book, person).into_iter().map(|lost| {
        format!(
            "{} – {}, {}, {}",
            dates::short(lost.date, book.lang),
            lost.time(book.lang),
            book.school.class(lost.lesson.class).name,
            book.school.subject(lost.lesson.subject).name
        )
    });
    said.collect::<Vec<_>>().join("; ")
}
