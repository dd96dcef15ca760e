//! Door sheets: one page per sitting, to be read from the corridor.

use crate::domain::{Camera, Role, SittingId};
use crate::lang::facts::Word;
use crate::lang::sheets::{self as words, dates, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, portrait, text, title};
use crate::sheets::model::{Align, Block, Section, Weight};

/// A page per sitting.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    book.sittings().map(|id| portrait(page(book, id))).collect()
}

fn page(book: &Book<'_>, id: SittingId) -> Vec<Block> {
    let lang = book.lang;
    let sitting = book.school.sitting(id);
    let said = book.words(id);
    let poster = |words: String| text(Weight::Poster, Align::Center, words);
    let mut blocks = vec![
        heading(book.school_name()),
        title(words::DOOR_CALL.in_lang(lang)),
        poster(said.class),
        poster(said.subject),
    ];
    let lesson = (!said.lesson.is_empty()).then(|| words::lesson(&said.lesson, lang));
    let time = (!said.time.is_empty()).then_some(said.time);
    let when: Vec<String> = lesson.into_iter().chain(time).collect();
    let room = (!said.room.is_empty()).then(|| words::room(&said.room, lang));
    let lines = room
        .into_iter()
        .chain([
            dates::long_with_weekday(sitting.date, lang),
            when.join(", "),
        ])
        .chain(people(book, id));
    let is_filmed = book.camera(id).is_some_and(|it| it != Camera::None);
    let filmed = is_filmed.then(|| words::plan::FILMED.in_lang(lang).to_owned());
    let lines = lines.chain(filmed);
    blocks.extend(lines.map(|line| text(Weight::Large, Align::Center, line)));
    blocks
}

/// Who is in the room, and how many write.
fn people(book: &Book<'_>, id: SittingId) -> Vec<String> {
    let roles = [
        (heads::PROCTOR, Role::Proctor),
        (heads::OBSERVER, Role::Observer),
        (heads::ASSISTANT, Role::Assistant),
    ];
    let said = |label: Word, value: &str| format!("{}: {value}", label.in_lang(book.lang));
    let mut lines: Vec<String> = roles
        .into_iter()
        .filter(|&(_, role)| !book.seats(id, role).is_empty())
        .map(|(label, role)| said(label, &book.short_names(id, role).replace('\n', ", ")))
        .collect();
    let pupils = book.words(id).pupils;
    if !pupils.is_empty() {
        lines.push(said(heads::PUPILS, &pupils));
    }
    lines
}
