//! Who checks: the commission of each subject, and the schedule of checking.

use std::collections::BTreeMap;

use crate::domain::{Role, Seat, SittingId};
use crate::lang::sheets::{dates, heads, plan};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, number, table, wide};
use crate::sheets::meeting::{meeting_about, when_and_where};
use crate::sheets::model::{Mark, Table};
use crate::sheets::names::sort_key;

use super::annexes::{Annex, mark_of, with_places};

/// One row per subject and checker, with the classes whose works they check.
pub fn members(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        wide(heads::SUBJECT.in_lang(lang), 210),
        wide(heads::CHECKER_POSITION.in_lang(lang), 370),
        wide(heads::CLASSES.in_lang(lang), 270),
        number(heads::WORKS.in_lang(lang), 100),
    ];
    let mut list = table(Annex::Commissions.title(lang), columns);
    for ((subject, _, _), (seat, sittings)) in by_subject(book) {
        let mut classes: Vec<_> = sittings
            .iter()
            .map(|&id| book.school.sitting(id))
            .map(|sitting| (book.class_order(sitting.class), book.class(sitting)))
            .collect();
        classes.sort();
        classes.dedup();
        let classes: Vec<String> = classes.into_iter().map(|(_, class)| class).collect();
        let works: u32 = sittings
            .iter()
            .map(|&id| book.school.sitting(id).works())
            .sum();
        let cells = [
            subject,
            book.seat_position(seat),
            classes.join(", "),
            works.to_string(),
        ];
        list.push_numbered(mark_of(seat), cells);
    }
    list
}

/// Sittings of each subject and checker: by subject, then by name, then by seat (namesakes stay apart).
type Members<'a> = BTreeMap<(String, String, String), (&'a Seat, Vec<SittingId>)>;

fn by_subject<'a>(book: &Book<'a>) -> Members<'a> {
    let mut members = Members::new();
    for (id, seat) in book.all_seats(Role::Checker) {
        let subject = book.words(id).subject;
        let key = (
            subject,
            sort_key(&book.seat_name(seat)),
            format!("{seat:?}"),
        );
        members.entry(key).or_insert((seat, Vec::new())).1.push(id);
    }
    members
}

/// One row per sitting, with first and last day of checking; where works wait, the day is written in by hand, as room and
/// upload always are.
pub fn schedule(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        narrow(heads::HELD_ON.in_lang(lang), 110),
        narrow(heads::CLASS.in_lang(lang), 100),
        wide(heads::SUBJECT.in_lang(lang), 190),
        wide(heads::CHECKERS.in_lang(lang), 220),
        number(heads::PUPILS.in_lang(lang), 90),
        narrow(heads::CHECKED_ON.in_lang(lang), 140),
        narrow(heads::CHECKED_IN.in_lang(lang), 100),
        narrow(heads::UPLOADED.in_lang(lang), 100),
    ];
    let mut list = table(Annex::Checking.title(lang), columns);
    for id in with_places(book, Role::Checker) {
        let words = book.words(id);
        let has_empty = book
            .seats(id, Role::Checker)
            .into_iter()
            .any(|seat| mark_of(seat) != Mark::Plain);
        let mark = if has_empty {
            Mark::Conflict
        } else {
            Mark::Plain
        };
        list.push_numbered(
            mark,
            [
                words.date,
                words.class,
                words.subject,
                book.short_names(id, Role::Checker),
                words.pupils,
                checked_on(book, id),
                String::new(),
                String::new(),
            ],
        );
    }
    list
}

/// First and last day on which works of the sitting are checked, and when the commission agrees on criteria.
fn checked_on(book: &Book<'_>, id: SittingId) -> String {
    let window = book
        .school
        .policy
        .checking
        .window(book.school.sitting(id).date);
    let day = |date| dates::short(date, book.lang);
    let days = match window.as_slice() {
        [] => String::new(),
        &[only] => day(only),
        &[first, .., last] => format!("{} – {}", day(first), day(last)),
    };
    let agreed = meeting_about(book, id).map(|row| {
        let when = when_and_where(book, row);
        plan::agreed_on(&when, book.lang)
    });
    let lines = [Some(days), agreed].into_iter().flatten();
    let lines = lines.filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
