//! The protocol of each commission's meeting on criteria, to be filled in and signed there.

use crate::domain::MeetingRow;
use crate::lang::commands::numbers;
use crate::lang::sheets::{self as words, dates, heads, plan};
use crate::sheets::book::{Book, clock, or_blank};
use crate::sheets::build::{facts, narrow, para, portrait, table, title, wide};
use crate::sheets::model::{Block, Mark, Section, Table};

/// Rows for cases, to be filled by hand.
const CASES: usize = 8;

/// A page per meeting.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let rows = book.material.plan.meetings.iter().flatten();
    let numbered = rows.enumerate().map(|(at, row)| (at + 1, row));
    numbered
        .filter(|(_, row)| book.wants_day(row.when.date))
        .map(|(number, row)| portrait(page(book, (number, row))))
        .collect()
}

fn page(book: &Book<'_>, (number, row): (usize, &MeetingRow)) -> Vec<Block> {
    let lang = book.lang;
    let grades: Vec<String> = row.grades.iter().map(u32::to_string).collect();
    let span = row.when.span();
    let lesson = (!span.lessons.is_empty())
        .then(|| words::lesson(&numbers(&span.lessons.to_string()), lang));
    let time = Some(clock(&span)).filter(|it| !it.is_empty());
    let time: Vec<String> = lesson.into_iter().chain(time).collect();
    let date = row.when.date;
    let date = date.map(|date| dates::long_with_weekday(date, lang));
    let chair = row.chair.map(|person| book.name(person));
    let values = [
        book.school.subject(row.subject).name.clone(),
        grades.join(", "),
        or_blank(&date.unwrap_or_default()),
        or_blank(&time.join(", ")),
        or_blank(&row.room),
        or_blank(&chair.unwrap_or_default()),
    ];
    let labels = plan::labels(lang).map(str::to_owned).into_iter();
    let labelled = labels.zip(values).map(|(label, value)| [label, value]);
    vec![
        title(plan::protocol(number, lang)),
        Block::Table(facts(
            words::titles::MEETINGS.in_lang(lang),
            [300, 700],
            labelled.collect(),
        )),
        Block::Table(members(book, row)),
        para(plan::agenda(lang)),
        Block::Table(cases(book)),
        para(plan::resolved(lang)),
        Block::Signature {
            office: plan::labels(lang)[5].to_owned(),
            name: row
                .chair
                .map_or_else(String::new, |person| book.short_name(person)),
        },
    ]
}

fn members(book: &Book<'_>, row: &MeetingRow) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(plan::MEMBER.in_lang(lang), 400),
        wide(heads::POSITION.in_lang(lang), 290),
        narrow(heads::SIGNATURE.in_lang(lang), 250),
    ];
    let mut listed = table(plan::MEMBER.in_lang(lang), columns);
    for person in book.by_name(row.members.iter().copied()) {
        let is_missing = row.missing.contains(&person);
        let (mark, signature) = if is_missing {
            (Mark::Exception, plan::is_missing(lang))
        } else {
            (Mark::Plain, "")
        };
        let cells = [
            book.name(person),
            book.position(person),
            signature.to_owned(),
        ];
        listed.push_numbered(mark, cells);
    }
    listed
}

fn cases(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(plan::TASK.in_lang(lang), 140),
        wide(plan::CASE.in_lang(lang), 430),
        wide(plan::DECISION.in_lang(lang), 430),
    ];
    let mut listed = table(plan::CASE.in_lang(lang), columns);
    for _ in 0..CASES {
        // The line break leaves room to write by hand.
        listed.push(Mark::Plain, ["\n".to_owned(), String::new(), String::new()]);
    }
    listed
}
