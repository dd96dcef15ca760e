//! The register of declarations: everybody who serves, what is barred and added, and room for dates and signatures.

use std::collections::BTreeSet;

use crate::domain::{PersonId, Role};
use crate::lang::sheets::{declaration as said, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, landscape, narrow, small, table, title, wide};
use crate::sheets::model::{Mark, Section};

/// One list, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        wide(heads::NAME.in_lang(lang), 210),
        wide(heads::POSITION.in_lang(lang), 160),
        wide(heads::ROLES.in_lang(lang), 150),
        narrow(said::CLOSED.in_lang(lang), 110),
        wide(said::TIES.in_lang(lang), 130),
        narrow(said::SIGNED_ON.in_lang(lang), 95),
        narrow(heads::SIGNATURE.in_lang(lang), 95),
    ];
    let mut list = table(said::REGISTER_TITLE.in_lang(lang), columns);
    let people = book.on_duty();
    let all = book.different_works().len();
    for &person in &people {
        list.push_numbered(
            Mark::Plain,
            [
                book.name(person),
                book.position(person),
                roles(book, person),
                format!("{} / {all}", closed(book, person)),
                ties(book, person),
                String::new(),
                String::new(),
            ],
        );
    }
    let Some(list) = list.filled() else {
        return Vec::new();
    };
    let counted = said::register(people.len(), with_ties(book), lang);
    vec![landscape(vec![
        heading(book.school_name()),
        title(said::REGISTER_TITLE.in_lang(lang)),
        list,
        small(counted),
    ])]
}

/// How many of those who serve have a row in `ties`.
pub fn with_ties(book: &Book<'_>) -> usize {
    let people = book.on_duty().into_iter();
    people
        .filter(|&person| !book.school.ties_of(person).is_empty())
        .count()
}

fn roles(book: &Book<'_>, person: PersonId) -> String {
    let served: BTreeSet<Role> = book.duties_of(person).iter().map(|it| it.role).collect();
    let names = served
        .into_iter()
        .map(|it| it.words().on_papers.in_lang(book.lang));
    names.collect::<Vec<_>>().join(", ")
}

/// Different works (class and subject) that are closed in some role.
fn closed(book: &Book<'_>, person: PersonId) -> usize {
    let bars = book.interests(person).map_or(&[][..], |it| &it.bars);
    let works: BTreeSet<_> = bars.iter().flat_map(|bar| &bar.works).collect();
    works.len()
}

fn ties(book: &Book<'_>, person: PersonId) -> String {
    let ties = book.school.ties_of(person).iter();
    let classes: BTreeSet<String> = ties.map(|tie| book.class_name(tie.class)).collect();
    classes.into_iter().collect::<Vec<_>>().join(", ")
}
