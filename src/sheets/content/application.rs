//! An observer's application, filled in as far as lists and roster know, and the memo that goes with it.

use crate::domain::PersonId;
use crate::lang::sheets::{self as words, heads, observer as said};
use crate::sheets::book::{Book, or_blank};
use crate::sheets::build::{item, line, narrow, para, portrait, table, text, title, wide};
use crate::sheets::model::{Align, Block, Mark, Section, Table, Weight};

use super::declaration::period;

/// Two pages for each observer of the roster, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let observes = |person: &PersonId| {
        let mut duties = book.duties_of(*person).iter();
        duties.any(|duty| duty.role.is_of_parents())
    };
    let observers = book.on_duty().into_iter().filter(observes);
    observers
        .flat_map(|person| [portrait(application(book, person)), portrait(memo(book))])
        .collect()
}

fn application(book: &Book<'_>, person: PersonId) -> Vec<Block> {
    let lang = book.lang;
    let parent = book.school.person(person).parent.as_ref();
    let address = said::address(
        &or_blank(&book.school.policy.document.director),
        &or_blank(book.school_name()),
        &book.name(person),
        &or_blank(parent.map_or("", |parent| &parent.phone)),
        lang,
    );
    let children: Vec<String> = book
        .school
        .children_of(person)
        .iter()
        .map(|child| book.class_name(child.class))
        .collect();
    vec![
        text(Weight::Body, Align::Right, address),
        title(said::APPLICATION.in_lang(lang)),
        para(said::asks(&period(book), &children.join(", "), lang)),
        line(said::READY.in_lang(lang)),
        Block::Table(sittings(book, person)),
        para(said::CONFIRM.in_lang(lang)),
        line(format!("{0}\n{0}", "_".repeat(72))),
        line(said::READ.in_lang(lang)),
        line(words::SIGN_HERE.in_lang(lang)),
    ]
}

fn sittings(book: &Book<'_>, person: PersonId) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::DATE.in_lang(lang), 170),
        narrow(heads::LESSON.in_lang(lang), 100),
        narrow(heads::TIME.in_lang(lang), 160),
        narrow(heads::CLASS.in_lang(lang), 130),
        wide(heads::SUBJECT.in_lang(lang), 290),
        narrow(heads::ROOM.in_lang(lang), 150),
    ];
    let mut list = table(words::titles::APPLICATIONS.in_lang(lang), columns);
    let duties = book.duties_of(person).iter();
    for duty in duties.filter(|duty| duty.role.is_of_parents()) {
        let it = book.words(duty.sitting);
        list.push(
            Mark::Plain,
            [it.date, it.lesson, it.time, it.class, it.subject, it.room],
        );
    }
    list
}

fn memo(book: &Book<'_>) -> Vec<Block> {
    let lang = book.lang;
    let items = said::memo(&book.deputy_with_post(), lang);
    let items = (1..)
        .zip(items)
        .map(|(number, words)| item(format!("{number}."), words));
    std::iter::once(title(said::MEMO.in_lang(lang)))
        .chain(items)
        .collect()
}
