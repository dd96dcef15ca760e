//! The order that changes the order: only the places that have somebody else than before, or another time.

use std::collections::BTreeSet;

use crate::domain::{PersonId, Seat};
use crate::lang::sheets::{self as words, amendment as said, dates, heads, order};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, item, line, narrow, para, portrait, table, text, title, wide};
use crate::sheets::chat::{Held, SeatChange};
use crate::sheets::model::{Align, Block, Mark, Section, Table, Weight};

/// Nothing where nothing has changed, or no older roster is known.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let changes = book.material.changes.unwrap_or_default();
    if changes.is_empty() {
        return Vec::new();
    }
    let lang = book.lang;
    let document = &book.school.policy.document;
    let school = match book.school_name() {
        "" => order::no_school(lang),
        name => name,
    };
    // An order of its own: its number and date are not known yet.
    let mut blocks = vec![
        heading(school),
        title(order::caption(lang)),
        Block::Ends {
            left: order::blank_date(lang).to_owned(),
            right: order::blank_number(lang).to_owned(),
        },
    ];
    if !document.place.is_empty() {
        blocks.push(text(Weight::Body, Align::Center, &document.place));
    }
    let reference = &book.order.reference;
    blocks.push(text(
        Weight::Heading,
        Align::Left,
        said::title(reference, lang),
    ));
    blocks.push(para(said::purpose(lang).to_owned()));
    blocks.push(text(Weight::Heading, Align::Left, order::ordering(lang)));
    blocks.push(item("1.".to_owned(), said::change(reference, lang)));
    blocks.push(Block::Table(list(book, changes)));
    blocks.push(item("2.".to_owned(), said::rest(reference, lang)));
    blocks.push(item("3.".to_owned(), order::control(lang).to_owned()));
    blocks.push(Block::Signature {
        office: match document.director_post.as_str() {
            "" => order::director(lang).to_owned(),
            post => post.to_owned(),
        },
        name: document.director.clone(),
    });
    blocks.extend(acquainted(book, changes));
    vec![portrait(blocks)]
}

fn list(book: &Book<'_>, changes: &[SeatChange]) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 40),
        narrow(heads::DATE.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 55),
        narrow(heads::CLASS.in_lang(lang), 65),
        wide(heads::SUBJECT.in_lang(lang), 150),
        wide(heads::ROLE.in_lang(lang), 120),
        wide(heads::BEFORE.in_lang(lang), 190),
        wide(heads::AFTER.in_lang(lang), 190),
    ];
    let mut listed = table(said::caption(lang), columns);
    for change in changes {
        let held = change.now.as_ref().or(change.was.as_ref());
        let day = held.and_then(|held| held.date);
        let class = match change.sitting {
            Some(id) => book.class(book.school.sitting(id)),
            None => change.class.clone(),
        };
        let is_bound = change.role.is_time_bound();
        let lesson = held
            .filter(|_| is_bound)
            .map(|held| held.lesson.replace('-', "–"));
        listed.push_numbered(
            Mark::Plain,
            [
                day.map_or(String::new(), |day| dates::short(day, lang)),
                lesson.unwrap_or_default(),
                class,
                change.subject.clone(),
                change.role.words().on_papers.in_lang(lang).to_owned(),
                who(book, change.was.as_ref(), held),
                who(book, change.now.as_ref(), held),
            ],
        );
    }
    listed
}

/// The name; with day and lesson, where these were others.
fn who(book: &Book<'_>, side: Option<&Held>, shown: Option<&Held>) -> String {
    let Some(held) = side else {
        return said::nobody(book.lang).to_owned();
    };
    let name = match &held.seat {
        Seat::Empty => said::nobody(book.lang).to_owned(),
        seat => book.seat_name(seat),
    };
    let is_elsewhere = shown.is_some_and(|it| (it.date, &it.lesson) != (held.date, &held.lesson));
    match held.date.filter(|_| is_elsewhere) {
        Some(day) => {
            let when = dates::short(day, book.lang);
            let lesson = words::lesson(&held.lesson, book.lang);
            format!("{name} ({when}, {lesson})")
        }
        None => name,
    }
}

/// Staff whom a change concerns sign below.
fn acquainted(book: &Book<'_>, changes: &[SeatChange]) -> Vec<Block> {
    let lang = book.lang;
    let sides = changes.iter().flat_map(|change| [&change.was, &change.now]);
    let people: BTreeSet<PersonId> = sides
        .flatten()
        .filter_map(|held| held.seat.person())
        .filter(|&person| book.is_own_staff(person))
        .collect();
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(heads::NAME.in_lang(lang), 480),
        narrow(heads::DATE.in_lang(lang), 200),
        narrow(heads::SIGNATURE.in_lang(lang), 260),
    ];
    let mut list = table(words::titles::ACQUAINTANCE.in_lang(lang), columns);
    for person in book.by_name(people) {
        list.push_numbered(
            Mark::Plain,
            [book.name(person), String::new(), String::new()],
        );
    }
    match list.filled() {
        Some(list) => vec![line(order::acquainted(lang)), list],
        None => Vec::new(),
    }
}
