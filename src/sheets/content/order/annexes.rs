//! The annexes: which there are, in which order, and the tables of those that list sittings.

use crate::domain::{Lang, Role, Seat, SittingId};
use crate::lang::sheets::{dates, heads, order as said};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, number, table, wide};
use crate::sheets::model::{Column, Mark, Table};

use super::{commissions, granted};

/// An annex of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Annex {
    /// Schedule of sittings.
    Schedule,
    /// Proctors.
    Proctors,
    /// Commission per subject.
    Commissions,
    /// Checking schedule.
    Checking,
    /// Public observers.
    Observers,
    /// Assistants.
    Assistants,
    /// Exceptions.
    Exceptions,
    /// Places that nobody takes yet.
    Vacancies,
}

impl Annex {
    const ALL: [Annex; 8] = [
        Annex::Schedule,
        Annex::Proctors,
        Annex::Commissions,
        Annex::Checking,
        Annex::Observers,
        Annex::Assistants,
        Annex::Exceptions,
        Annex::Vacancies,
    ];

    /// Its title.
    pub fn title(self, lang: Lang) -> &'static str {
        said::annex_titles(lang)[self as usize]
    }

    fn table(self, book: &Book<'_>) -> Table {
        match self {
            Annex::Schedule => schedule(book),
            Annex::Proctors => supervisors(book, Role::Proctor, self),
            Annex::Commissions => commissions::members(book),
            Annex::Checking => commissions::schedule(book),
            Annex::Observers => observers(book),
            Annex::Assistants => supervisors(book, Role::Assistant, self),
            Annex::Exceptions => granted::exceptions(book),
            Annex::Vacancies => vacancies(book),
        }
    }
}

/// The annexes that have content; their numbers are their positions from 1.
pub struct Annexes {
    /// In order.
    pub tables: Vec<(Annex, Table)>,
}

impl Annexes {
    /// Builds them all and keeps those with rows.
    pub fn of(book: &Book<'_>) -> Self {
        let tables = Annex::ALL
            .into_iter()
            .map(|annex| (annex, annex.table(book)));
        Self {
            tables: tables.filter(|(_, table)| !table.rows.is_empty()).collect(),
        }
    }

    /// How many rows the annex has.
    pub fn rows(&self, annex: Annex) -> usize {
        let mut tables = self.tables.iter();
        let table = tables.find(|(other, _)| *other == annex);
        table.map_or(0, |(_, table)| table.rows.len())
    }

    /// Number of the annex, where it has content.
    pub fn number(&self, annex: Annex) -> Option<usize> {
        let position = self.tables.iter().position(|(other, _)| *other == annex);
        position.map(|position| position + 1)
    }
}

fn schedule(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        wide(heads::DATE_WEEKDAY.in_lang(lang), 200),
        narrow(heads::CLASS.in_lang(lang), 120),
        wide(heads::SUBJECT.in_lang(lang), 240),
        narrow(heads::LESSON.in_lang(lang), 80),
        narrow(heads::TIME.in_lang(lang), 130),
        narrow(heads::ROOM.in_lang(lang), 90),
        number(heads::PUPILS.in_lang(lang), 110),
    ];
    let mut list = table(Annex::Schedule.title(lang), columns);
    for id in book.sittings() {
        let words = book.words(id);
        list.push_numbered(
            Mark::Plain,
            [
                dates::with_weekday(book.school.sitting(id).date, lang),
                words.class,
                words.subject,
                words.lesson,
                words.time,
                words.room,
                words.pupils,
            ],
        );
    }
    list
}

/// Proctors or assistants: one row per place.
fn supervisors(book: &Book<'_>, role: Role, annex: Annex) -> Table {
    let lang = book.lang;
    let who = match role {
        Role::Assistant => heads::ASSISTANT_POSITION,
        _ => heads::PROCTOR_POSITION,
    };
    let columns: Vec<Column> = vec![
        narrow(heads::NUMBER.in_lang(lang), 45),
        narrow(heads::DATE.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 60),
        narrow(heads::TIME.in_lang(lang), 105),
        narrow(heads::CLASS.in_lang(lang), 90),
        wide(heads::SUBJECT.in_lang(lang), 165),
        narrow(heads::ROOM.in_lang(lang), 80),
        wide(who.in_lang(lang), 260),
        narrow(heads::SIGNATURE.in_lang(lang), 100),
    ];
    let mut list = table(annex.title(lang), columns);
    for (id, seat) in book.all_seats(role) {
        let words = book.words(id);
        list.push_numbered(
            mark_of(seat),
            [
                words.date,
                words.lesson,
                words.time,
                words.class,
                words.subject,
                words.room,
                book.seat_position(seat),
                String::new(),
            ],
        );
    }
    list
}

fn observers(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 45),
        wide(heads::NAME.in_lang(lang), 200),
        narrow(heads::CHILD_CLASS.in_lang(lang), 75),
        narrow(heads::DATE.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 60),
        narrow(heads::TIME.in_lang(lang), 100),
        wide(heads::OBSERVED.in_lang(lang), 165),
        narrow(heads::ROOM.in_lang(lang), 70),
        narrow(heads::PHONE.in_lang(lang), 130),
        narrow(heads::SIGNATURE.in_lang(lang), 80),
    ];
    let mut list = table(Annex::Observers.title(lang), columns);
    for (id, seat) in book.all_seats(Role::Observer) {
        let words = book.words(id);
        list.push_numbered(
            mark_of(seat),
            [
                book.seat_name(seat),
                children(book, seat),
                words.date,
                words.lesson,
                words.time,
                format!("{}, {}", words.class, words.subject),
                words.room,
                phone(book, seat),
                String::new(),
            ],
        );
    }
    list
}

/// Every place that nobody takes, with room for a name.
fn vacancies(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 45),
        narrow(heads::DATE.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 60),
        narrow(heads::TIME.in_lang(lang), 105),
        narrow(heads::CLASS.in_lang(lang), 90),
        wide(heads::SUBJECT.in_lang(lang), 165),
        wide(heads::ROLE.in_lang(lang), 140),
        wide(heads::TO_BE_NAMED.in_lang(lang), 200),
        narrow(heads::SIGNATURE.in_lang(lang), 100),
    ];
    let mut list = table(Annex::Vacancies.title(lang), columns);
    for id in book.sittings() {
        for role in Role::ALL {
            let seats = book.seats(id, role).into_iter();
            for _ in seats.filter(|&seat| *seat == Seat::Empty) {
                let words = book.words(id);
                let cells = [
                    words.date,
                    words.lesson,
                    words.time,
                    words.class,
                    words.subject,
                    role.words().on_papers.in_lang(lang).to_owned(),
                    String::new(),
                    String::new(),
                ];
                list.push_numbered(Mark::Plain, cells);
            }
        }
    }
    list
}

fn children(book: &Book<'_>, seat: &Seat) -> String {
    let Some(person) = seat.person() else {
        return String::new();
    };
    let classes = book.school.children_of(person).iter();
    classes
        .map(|child| book.school.class(child.class).name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn phone(book: &Book<'_>, seat: &Seat) -> String {
    let parent = seat
        .person()
        .and_then(|person| book.school.person(person).parent.as_ref());
    parent
        .map(|parent| parent.phone.clone())
        .unwrap_or_default()
}

/// An unclear name catches the eye; an empty place is a blank to be filled.
pub fn mark_of(seat: &Seat) -> Mark {
    match seat {
        Seat::Person(_) | Seat::Empty => Mark::Plain,
        Seat::Unknown(_) | Seat::Ambiguous { .. } => Mark::Conflict,
    }
}

/// Sittings that have places of the role.
pub fn with_places<'a>(book: &'a Book<'_>, role: Role) -> impl Iterator<Item = SittingId> + 'a {
    book.sittings()
        .filter(move |&id| !book.seats(id, role).is_empty())
}
