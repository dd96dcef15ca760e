//! What changed since an older roster: by name, then by day.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, PersonId, Role, Seat, SittingId};
use crate::lang::sheets::{self as words, chat, dates};
use crate::sheets::book::Book;
use crate::sheets::names::sort_key;

/// Somebody in a place, at the time that the roster named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Who; never nobody.
    pub seat: Seat,
    /// The day, where it could be read.
    pub date: Option<Date>,
    /// Lesson numbers, or the clock time; empty where unknown.
    pub lesson: String,
}

/// A place that has somebody else than before, or another time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatChange {
    /// The sitting, where the schedule still has it.
    pub sitting: Option<SittingId>,
    /// Class, as lists name it, else as written.
    pub class: String,
    /// Subject, as lists name it, else as written.
    pub subject: String,
    /// The role.
    pub role: Role,
    /// Who had it, and when.
    pub was: Option<Held>,
    /// Who has it, and when.
    pub now: Option<Held>,
}

impl SeatChange {
    /// The same person at another time?
    fn is_move(&self) -> bool {
        let seat = |held: &Option<Held>| held.as_ref().map(|held| held.seat.clone());
        seat(&self.was) == seat(&self.now)
    }

    fn date(&self) -> Option<Date> {
        let held = self.now.as_ref().or(self.was.as_ref());
        held.and_then(|held| held.date)
    }

    fn is_about(&self, person: PersonId) -> bool {
        let sides = [&self.was, &self.now];
        let mut held = sides.into_iter().flatten();
        held.any(|held| held.seat.person() == Some(person))
    }

    fn is_on(&self, date: Date) -> bool {
        let sides = [&self.was, &self.now];
        let mut held = sides.into_iter().flatten();
        held.any(|held| held.date == Some(date))
    }
}

/// A part for each person who has to know, by name, then one for each day; a word where nothing changed.
pub fn parts(book: &Book<'_>, changes: &[SeatChange]) -> Vec<String> {
    let selection = book.material.selection;
    let changes: Vec<&SeatChange> = changes
        .iter()
        .filter(|change| selection.person.is_none_or(|only| change.is_about(only)))
        .filter(|change| selection.date.is_none_or(|only| change.is_on(only)))
        .collect();
    if changes.is_empty() {
        return vec![chat::unchanged(book.lang).to_owned()];
    }
    let mut parts = vec![chat::rest_stays(book.lang).to_owned()];
    parts.push(chat::by_name(book.lang).to_owned());
    parts.extend(by_name(book, &changes));
    if selection.person.is_none() {
        parts.push(chat::by_day(book.lang).to_owned());
        parts.extend(by_day(book, &changes));
    }
    parts
}

fn by_name(book: &Book<'_>, changes: &[&SeatChange]) -> Vec<String> {
    let [gives_up, takes_on, moved] = chat::messages(book.lang);
    let mut lines: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for change in changes {
        let mut tell = |held: &Held, line: String| {
            let name = book.seat_name(&held.seat);
            lines.entry((sort_key(&name), name)).or_default().push(line);
        };
        match (&change.was, &change.now) {
            (Some(was), Some(now)) if change.is_move() => {
                let line = format!(
                    "{moved}: {} → {}",
                    when(book, was),
                    place(book, change, now)
                );
                tell(now, line);
            }
            (was, now) => {
                if let Some(was) = was {
                    tell(was, format!("{gives_up}: {}", place(book, change, was)));
                }
                if let Some(now) = now {
                    tell(now, format!("{takes_on}: {}", place(book, change, now)));
                }
            }
        }
    }
    if let Some(only) = book.material.selection.person {
        let only = book.name(only);
        lines.retain(|(_, name), _| *name == only);
    }
    let part = |((_, name), lines): ((String, String), Vec<String>)| {
        let lines = lines.iter().map(|line| format!("{}{line}\n", chat::BULLET));
        format!("{name}\n{}", lines.collect::<String>())
    };
    lines.into_iter().map(part).collect()
}

fn by_day(book: &Book<'_>, changes: &[&SeatChange]) -> Vec<String> {
    let days: BTreeSet<Option<Date>> = changes.iter().map(|change| change.date()).collect();
    let part = |day: Option<Date>| {
        let of_day = changes.iter().filter(|change| change.date() == day);
        let lines: String = of_day.map(|change| seat_line(book, change)).collect();
        let day = day.map_or_else(
            || chat::no_day(book.lang).to_owned(),
            |day| dates::long_with_weekday(day, book.lang),
        );
        format!("{day}\n{lines}")
    };
    days.into_iter().map(part).collect()
}

/// `• 2 урок, 5А, Русский язык, организатор: Иванова А. П. → Петрова Б. В.`
fn seat_line(book: &Book<'_>, change: &SeatChange) -> String {
    let name = |held: &Option<Held>| {
        let seat = held.as_ref().map_or(&Seat::Empty, |held| &held.seat);
        book.seat_short(seat)
    };
    let held = change.now.as_ref().or(change.was.as_ref());
    let time = held.map(|held| time(book, held, change.role));
    let role = change.role.words().on_papers.in_lang(book.lang);
    let parts = [
        time.unwrap_or_default(),
        class(book, change),
        change.subject.clone(),
        role.to_owned(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let place = parts.collect::<Vec<_>>().join(", ");
    let who = match &change.was {
        Some(was) if change.is_move() => {
            format!(
                "{} ({})",
                name(&change.now),
                chat::before(&when(book, was), book.lang)
            )
        }
        _ => format!("{} → {}", name(&change.was), name(&change.now)),
    };
    format!("{}{place}: {who}\n", chat::BULLET)
}

/// `вт 21.04, 2 урок, 5А, Русский язык – организатор`.
fn place(book: &Book<'_>, change: &SeatChange, held: &Held) -> String {
    let day = held.date.map(|date| chat::day(date, book.lang));
    let parts = [
        day.unwrap_or_default(),
        time(book, held, change.role),
        class(book, change),
        change.subject.clone(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let role = change.role.words().on_papers.in_lang(book.lang);
    format!("{} – {role}", parts.collect::<Vec<_>>().join(", "))
}

fn when(book: &Book<'_>, held: &Held) -> String {
    let day = held.date.map(|date| chat::day(date, book.lang));
    let parts = [day.unwrap_or_default(), time(book, held, Role::Proctor)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// The lesson, or the hour; nothing for those whom no hour binds.
fn time(book: &Book<'_>, held: &Held, role: Role) -> String {
    if held.lesson.is_empty() || !role.is_time_bound() {
        String::new()
    } else if held.lesson.contains(':') {
        held.lesson.replace('-', "–")
    } else {
        words::lesson(&held.lesson, book.lang)
    }
}

fn class(book: &Book<'_>, change: &SeatChange) -> String {
    match change.sitting {
        Some(id) => book.class(book.school.sitting(id)),
        None => change.class.clone(),
    }
}
