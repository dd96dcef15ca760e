//! The observer's record, filled in as far as the roster knows; one per observer and sitting.

use crate::domain::{Role, Seat, SittingId};
use crate::lang::sheets::{self as words, dates, heads};
use crate::sheets::book::{Book, clock, or_blank};
use crate::sheets::build::{facts, line, narrow, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section};

/// A page per observer and sitting.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let wanted = book.material.selection.person;
    book.all_seats(Role::Observer)
        .filter(|(_, seat)| match (seat, wanted) {
            (Seat::Empty, _) => false,
            (_, None) => true,
            (seat, Some(person)) => seat.person() == Some(person),
        })
        .map(|(sitting, seat)| portrait(page(book, sitting, seat)))
        .collect()
}

fn page(book: &Book<'_>, id: SittingId, seat: &Seat) -> Vec<Block> {
    let lang = book.lang;
    let sitting = book.school.sitting(id);
    let said = book.words(id);
    let values = [
        or_blank(book.school_name()),
        book.seat_name(seat),
        dates::long_with_weekday(sitting.date, lang),
        or_blank(&clock(&sitting.span)),
        said.class,
        said.subject,
        or_blank(&said.room),
    ];
    let rows = words::act::labels(lang)
        .map(str::to_owned)
        .into_iter()
        .zip(values)
        .map(|(label, value)| [label, value])
        .collect();
    let [stage, clean, seen] = words::act::heads(lang);
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(stage, 300),
        narrow(clean, 190),
        wide(seen, 450),
    ];
    let mut stages = table(words::titles::ACT.in_lang(lang), columns);
    for stage in words::act::stages(lang) {
        // The line break leaves room to write by hand.
        let cells = [stage.to_owned(), "☐".to_owned(), "\n".to_owned()];
        stages.push_numbered(Mark::Plain, cells);
    }
    let blank = "_".repeat(72);
    vec![
        title(words::act::title(lang)),
        Block::Table(facts(words::titles::ACT.in_lang(lang), [400, 600], rows)),
        Block::Table(stages),
        line(format!(
            "{}\n{blank}\n{blank}\n{blank}",
            words::act::remarks(lang)
        )),
        line(words::SIGN_HERE.in_lang(lang)),
    ]
}
