//! Where each sitting writes, and which lessons move for it.

use crate::domain::{RoomRow, RowWhen};
use crate::lang::sheets::{self as words, dates, heads, plan};
use crate::sheets::book::{Book, clock};
use crate::sheets::build::{heading, narrow, number, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section};

/// A table of sittings, and one of lessons.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let Some(rows) = &book.material.plan.rooms else {
        return Vec::new();
    };
    let is_wanted = |row: &&RoomRow| book.wants_day(row.when.date);
    let (sittings, lessons): (Vec<&RoomRow>, Vec<&RoomRow>) = rows
        .iter()
        .filter(is_wanted)
        .partition(|row| row.is_sitting);
    let mut blocks = vec![title(words::titles::ROOMS.in_lang(book.lang))];
    blocks.extend(of_sittings(book, &sittings));
    let moved = of_lessons(book, &lessons);
    if let Some(moved) = moved {
        blocks.push(heading(plan::MOVED.in_lang(book.lang)));
        blocks.push(moved);
    }
    if blocks.len() == 1 {
        return Vec::new();
    }
    vec![portrait(blocks)]
}

/// Day, lessons, clock time.
pub fn when(book: &Book<'_>, when: &RowWhen) -> [String; 3] {
    let day = |date| dates::short(date, book.lang);
    [
        when.date.map_or_else(String::new, day),
        crate::lang::commands::numbers(&when.lessons.to_string()),
        clock(&when.span()),
    ]
}

/// The row's classes; of a group, with its name.
pub fn classes(book: &Book<'_>, row: &RoomRow) -> String {
    let names: Vec<String> = row.classes.iter().map(|&it| book.class_name(it)).collect();
    let names = names.join(", ");
    if row.group.is_empty() {
        names
    } else {
        words::group(&names, &row.group, book.lang)
    }
}

fn of_sittings(book: &Book<'_>, rows: &[&RoomRow]) -> Option<Block> {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        narrow(heads::DATE.in_lang(lang), 115),
        narrow(heads::LESSON.in_lang(lang), 75),
        narrow(heads::TIME.in_lang(lang), 125),
        narrow(heads::CLASS.in_lang(lang), 110),
        wide(heads::SUBJECT.in_lang(lang), 200),
        number(heads::PUPILS.in_lang(lang), 95),
        narrow(heads::ROOM.in_lang(lang), 100),
        narrow(plan::CAMERA.in_lang(lang), 130),
    ];
    let mut listed = table(words::titles::ROOMS.in_lang(lang), columns);
    for row in rows {
        let sitting = book.sitting_of(row);
        let pupils = sitting.map_or_else(String::new, |id| book.words(id).pupils);
        let camera = sitting.and_then(|id| book.camera(id));
        let [date, lesson, time] = when(book, &row.when);
        let mark = if row.room.is_empty() {
            Mark::Conflict
        } else {
            Mark::Plain
        };
        listed.push_numbered(
            mark,
            [
                date,
                lesson,
                time,
                classes(book, row),
                book.school.subject(row.subject).name.clone(),
                pupils,
                row.room.clone(),
                camera.map_or_else(String::new, |it| plan::camera(it as usize, lang).to_owned()),
            ],
        );
    }
    listed.filled()
}

fn of_lessons(book: &Book<'_>, rows: &[&RoomRow]) -> Option<Block> {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        narrow(heads::DATE.in_lang(lang), 115),
        narrow(heads::LESSON.in_lang(lang), 75),
        narrow(heads::TIME.in_lang(lang), 125),
        narrow(heads::CLASS.in_lang(lang), 135),
        wide(heads::SUBJECT.in_lang(lang), 260),
        narrow(plan::FROM_ROOM.in_lang(lang), 120),
        narrow(plan::TO_ROOM.in_lang(lang), 120),
    ];
    let mut listed = table(plan::MOVED.in_lang(lang), columns);
    for row in rows {
        let [date, lesson, time] = when(book, &row.when);
        let mark = if row.room.is_empty() {
            Mark::Conflict
        } else {
            Mark::Plain
        };
        listed.push_numbered(
            mark,
            [
                date,
                lesson,
                time,
                classes(book, row),
                book.school.subject(row.subject).name.clone(),
                row.from.clone(),
                row.room.clone(),
            ],
        );
    }
    listed.filled()
}
