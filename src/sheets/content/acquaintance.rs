//! The acknowledgement list: everybody on duty, with a line to sign; guests of another school apart.

use crate::domain::{PersonId, Role};
use crate::lang::sheets::{self as words, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, narrow, para, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section, Table};

/// A table of those who belong to the school, by name, and one of guests.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let people = book.on_duty();
    if people.is_empty() {
        return Vec::new();
    }
    let (guests, own): (Vec<_>, Vec<_>) = people.into_iter().partition(|&person| {
        book.school.person(person).staff.is_some() && !book.is_own_staff(person)
    });
    let mut blocks = vec![
        title(words::titles::ACQUAINTANCE.in_lang(lang)),
        para(words::acquainted_with(&book.order.reference, lang)),
    ];
    if !own.is_empty() {
        let caption = words::titles::ACQUAINTANCE.in_lang(lang);
        blocks.push(Block::Table(signatures(book, caption, &own)));
    }
    if !guests.is_empty() {
        let caption = words::GUESTS.in_lang(lang);
        blocks.push(heading(caption));
        blocks.push(Block::Table(signatures(book, caption, &guests)));
    }
    vec![portrait(blocks)]
}

/// A row for each of the people, with room for date and signature.
fn signatures(book: &Book<'_>, caption: &str, people: &[PersonId]) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        wide(heads::NAME.in_lang(lang), 290),
        wide(heads::POSITION.in_lang(lang), 235),
        wide(heads::ROLES.in_lang(lang), 170),
        narrow(heads::DATE.in_lang(lang), 105),
        narrow(heads::SIGNATURE.in_lang(lang), 150),
    ];
    let mut list = table(caption, columns);
    for &person in people {
        let cells = [
            book.name(person),
            book.position(person),
            roles_of(book, person),
            String::new(),
            String::new(),
        ];
        list.push_numbered(Mark::Plain, cells);
    }
    list
}

/// Roles the person takes, each once.
fn roles_of(book: &Book<'_>, person: PersonId) -> String {
    let duties = book.duties_of(person);
    Role::ALL
        .into_iter()
        .filter(|&role| duties.iter().any(|duty| duty.role == role))
        .map(|role| role.words().on_papers.in_lang(book.lang))
        .collect::<Vec<_>>()
        .join(", ")
}
