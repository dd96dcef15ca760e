//! The acknowledgement list: everybody on duty, with a line to sign.

use crate::domain::{PersonId, Role};
use crate::lang::sheets::{self as words, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, para, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section};

/// One table, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let people = book.on_duty();
    if people.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        wide(heads::NAME.in_lang(lang), 290),
        wide(heads::POSITION.in_lang(lang), 235),
        wide(heads::ROLES.in_lang(lang), 170),
        narrow(heads::DATE.in_lang(lang), 105),
        narrow(heads::SIGNATURE.in_lang(lang), 150),
    ];
    let mut list = table(words::titles::ACQUAINTANCE.in_lang(lang), columns);
    for person in people {
        let cells = [
            book.name(person),
            book.position(person),
            roles_of(book, person),
            String::new(),
            String::new(),
        ];
        list.push_numbered(Mark::Plain, cells);
    }
    vec![portrait(vec![
        title(words::titles::ACQUAINTANCE.in_lang(lang)),
        para(words::acquainted_with(&book.order.reference, lang)),
        Block::Table(list),
    ])]
}

/// Roles the person takes, each once.
fn roles_of(book: &Book<'_>, person: PersonId) -> String {
    let names = words::roles(book.lang);
    let duties = book.duties_of(person);
    Role::ALL
        .into_iter()
        .filter(|&role| duties.iter().any(|duty| duty.role == role))
        .map(|role| names[role as usize])
        .collect::<Vec<_>>()
        .join(", ")
}
