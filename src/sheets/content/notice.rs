//! The notice board: schedule and duties with initials; no reason, telephone or child.

use crate::domain::Role;
use crate::lang::sheets::{self as words, dates, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, landscape, narrow, table, text, title, wide};
use crate::sheets::model::{Align, Block, Mark, Section, Weight};

/// One table.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let Some((first, last)) = book.period() else {
        return Vec::new();
    };
    let columns = vec![
        wide(heads::DATE_WEEKDAY.in_lang(lang), 135),
        narrow(heads::LESSON.in_lang(lang), 55),
        narrow(heads::TIME.in_lang(lang), 95),
        narrow(heads::CLASS.in_lang(lang), 80),
        wide(heads::SUBJECT.in_lang(lang), 135),
        narrow(heads::ROOM.in_lang(lang), 75),
        wide(heads::PROCTOR.in_lang(lang), 145),
        wide(heads::CHECKERS.in_lang(lang), 145),
        wide(heads::OBSERVER.in_lang(lang), 135),
    ];
    let mut listed = table(words::titles::NOTICE.in_lang(lang), columns);
    for id in book.sittings() {
        let said = book.words(id);
        listed.push(
            Mark::Plain,
            [
                dates::with_weekday(book.school.sitting(id).date, lang),
                said.lesson,
                said.time,
                said.class,
                said.subject,
                said.room,
                book.short_names(id, Role::Proctor),
                book.short_names(id, Role::Checker),
                book.short_names(id, Role::Observer),
            ],
        );
    }
    vec![landscape(vec![
        heading(book.school_name()),
        title(words::NOTICE_TITLE.in_lang(lang)),
        text(
            Weight::Body,
            Align::Center,
            dates::period(first, last, lang),
        ),
        Block::Table(listed),
    ])]
}
