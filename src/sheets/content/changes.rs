//! What pupils find otherwise than in the timetable: another teacher, another room; no reasons.

use crate::domain::{ClassId, Date, RowWhen};
use crate::lang::sheets::{self as words, heads, plan};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, narrow, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section};

use super::rooms::when;

/// One change of one lesson.
struct Change<'a> {
    when: &'a RowWhen,
    class: ClassId,
    subject: String,
    what: String,
}

/// A table by day, class and lesson.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let mut changes = changes(book);
    changes.retain(|it| book.wants_day(it.when.date));
    if changes.is_empty() {
        return Vec::new();
    }
    changes.sort_by_cached_key(|it| {
        let day: Option<Date> = it.when.date;
        (day, book.class_order(it.class), it.when.span())
    });
    let columns = vec![
        narrow(heads::DATE.in_lang(lang), 125),
        narrow(heads::CLASS.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 85),
        narrow(heads::TIME.in_lang(lang), 135),
        wide(heads::SUBJECT.in_lang(lang), 230),
        wide(plan::WHAT.in_lang(lang), 330),
    ];
    let mut listed = table(words::titles::CHANGES.in_lang(lang), columns);
    for change in changes {
        let [date, lesson, time] = when(book, change.when);
        let class = book.class_name(change.class);
        let cells = [date, class, lesson, time, change.subject, change.what];
        listed.push(Mark::Plain, cells);
    }
    vec![portrait(vec![
        heading(book.school_name()),
        title(words::titles::CHANGES.in_lang(lang)),
        Block::Table(listed),
    ])]
}

fn changes<'a>(book: &Book<'a>) -> Vec<Change<'a>> {
    let lang = book.lang;
    let subject = |id| book.school.subject(id).name.clone();
    let mut changes = Vec::new();
    for row in book.material.plan.substitutes.iter().flatten() {
        let what = match row.substitute {
            Some(person) => plan::instead(&book.short_name(person), lang),
            None => plan::without_teacher(lang).to_owned(),
        };
        changes.extend(row.classes.iter().map(|&class| Change {
            when: &row.when,
            class,
            subject: subject(row.subject),
            what: what.clone(),
        }));
    }
    let rooms = book.material.plan.rooms.iter().flatten();
    for row in rooms.filter(|row| !row.is_sitting && !row.room.is_empty()) {
        changes.extend(row.classes.iter().map(|&class| Change {
            when: &row.when,
            class,
            subject: subject(row.subject),
            what: plan::in_room(&row.room, lang),
        }));
    }
    changes
}
