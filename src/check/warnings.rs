//! What a deputy should look at before a roster is published: hard days, never conflicts. Each is switched in the policy.
//!
//! How the contract is read:
//! - A person's day is their duties that are bound to a time, and their own lessons of that weekday in `timetable`, without those
//!   that overlap a duty and those whose class is writing.
//! - Two of them stand in a row where no free lesson lies between: by clock where both have one, a pause shorter than
//!   [`SHORTEST_FREE`]; else neighbouring lesson numbers. A run counts where a duty is in it.
//! - A day without lessons is one on which `timetable` has none of the person, who has some on other days: whose own lessons all
//!   write then does come to school.
//! - Buildings are those of the classes; a sitting or lesson whose class has none is in no other building.
//! - Works of one day are those of sittings of one date, as `works_a_day` counts them.

#[cfg(test)]
mod tests;

use chrono::Datelike;

use crate::domain::{Date, PersonId, Role, Roster, School, SittingId, Span};

use super::ledger::{Ledger, Listed};

/// Minutes in which somebody could rest: a pause that is shorter is no free lesson.
const SHORTEST_FREE: u16 = 30;

/// What is hard about a person's day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WarningKind {
    /// So many lessons and duties in a row, none of them free.
    InARow(u32),
    /// A duty on a day on which the person has no lessons.
    DayWithoutLessons,
    /// From one building to another within one break.
    TwoBuildings {
        /// The building that is left.
        from: String,
        /// The building that is gone to.
        to: String,
    },
    /// So many works of one day to check.
    WorksADay(u32),
}

/// A hard day of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// What is hard about it.
    pub kind: WarningKind,
    /// The day.
    pub date: Date,
    /// Whose.
    pub person: PersonId,
    /// The first duty that is concerned.
    pub sitting: SittingId,
    /// Position of its row in [`Roster::rows`].
    pub row: usize,
}

/// Every warning about the roster, kind by kind in the order of days.
pub fn warnings(school: &School, roster: &Roster) -> Vec<Warning> {
    let ledger = Ledger::of(school, roster);
    let mut warnings = Vec::new();
    for duties in &ledger.by_person {
        for day in duties.chunk_by(|a, b| date(&ledger, a) == date(&ledger, b)) {
            warnings.extend(of_day(&ledger, day));
        }
    }
    warnings.sort_by_key(|it| (kind_order(&it.kind), it.date, it.row, it.person));
    warnings
}

/// Kinds in the order of the contract, whatever their numbers.
fn kind_order(kind: &WarningKind) -> u8 {
    match kind {
        WarningKind::InARow(_) => 0,
        WarningKind::DayWithoutLessons => 1,
        WarningKind::TwoBuildings { .. } => 2,
        WarningKind::WorksADay(_) => 3,
    }
}

fn date(ledger: &Ledger<'_>, listed: &Listed) -> Date {
    ledger.sitting(listed.duty).date
}

/// Warnings about one person's day; `duties` are all they have on it.
fn of_day(ledger: &Ledger<'_>, duties: &[Listed]) -> Vec<Warning> {
    let wanted = ledger.school.policy.warnings;
    let (bound, checked): (Vec<Listed>, Vec<Listed>) = duties
        .iter()
        .partition(|listed| listed.duty.role.is_time_bound());
    let mut warnings = Vec::new();
    let mut warn = |kind, at: &Listed| {
        warnings.push(Warning {
            kind,
            date: date(ledger, at),
            person: at.duty.person,
            sitting: at.duty.sitting,
            row: at.row,
        });
    };
    if let Some(first) = bound.first() {
        let day = Day::of(ledger, &bound);
        if let Some(least) = wanted.in_a_row {
            for (length, at) in day.runs().filter(|&(length, _)| length >= least) {
                warn(WarningKind::InARow(length), &bound[at]);
            }
        }
        if wanted.day_without_lessons && is_without_lessons(ledger, first) {
            warn(WarningKind::DayWithoutLessons, first);
        }
        if wanted.buildings {
            for (from, to, at) in day.walks() {
                warn(WarningKind::TwoBuildings { from, to }, &bound[at]);
            }
        }
    }
    if let (Some(most), Some(first)) = (wanted.works_a_day, checked.first()) {
        let works = checked
            .iter()
            .map(|it| ledger.sitting(it.duty).load(Role::Checker))
            .fold(0, u32::saturating_add);
        if works > most {
            warn(WarningKind::WorksADay(works), first);
        }
    }
    warnings
}

/// Has the person lessons in the ordinary week, and none on the duty's weekday?
fn is_without_lessons(ledger: &Ledger<'_>, first: &Listed) -> bool {
    let lessons = ledger.school.lessons_of(first.duty.person);
    let weekday = date(ledger, first).weekday();
    !lessons.is_empty() && lessons.iter().all(|lesson| lesson.weekday != weekday)
}

/// A lesson or a duty of a day.
struct Item<'a> {
    span: &'a Span,
    building: &'a str,
    /// Position among the day's duties; `None` for a lesson.
    duty: Option<usize>,
}

/// What a person does on a day, in order of time.
struct Day<'a> {
    items: Vec<Item<'a>>,
}

impl<'a> Day<'a> {
    /// The duties and the lessons that are held beside them.
    fn of(ledger: &Ledger<'a>, duties: &[Listed]) -> Self {
        let school = ledger.school;
        let building = |class| school.class(class).building.trim();
        let of_duties = duties.iter().enumerate().map(|(at, listed)| {
            let sitting = ledger.sitting(listed.duty);
            Item {
                span: &sitting.span,
                building: building(sitting.class),
                duty: Some(at),
            }
        });
        let mut items: Vec<Item<'a>> = of_duties.collect();
        if let Some(first) = duties.first() {
            let lessons = school.lessons_held(first.duty.person, date(ledger, first));
            let is_free = |span: &Span| {
                let mut duties = duties.iter();
                !duties.any(|it| ledger.sitting(it.duty).span.overlaps(span))
            };
            let held = lessons.filter(|lesson| is_free(&lesson.span));
            items.extend(held.map(|lesson| Item {
                span: &lesson.span,
                building: building(lesson.class),
                duty: None,
            }));
        }
        // Two groups taught at once are one lesson.
        items.sort_by_key(|item| (item.span.start(), item.span.lessons.iter().next()));
        items.dedup_by(|later, earlier| {
            later.duty.is_none() && later.span == earlier.span && later.building == earlier.building
        });
        Self { items }
    }

    /// Runs without a free lesson that hold a duty: how long, and the first duty.
    fn runs(&self) -> impl Iterator<Item = (u32, usize)> {
        let runs = self
            .items
            .chunk_by(|earlier, later| follows(earlier.span, later.span));
        runs.filter_map(|run| {
            let first = run.iter().find_map(|item| item.duty)?;
            Some((run.iter().map(|it| it.span.lesson_count()).sum(), first))
        })
    }

    /// Neighbours in different buildings of which one is a duty: from, to, and the duty.
    fn walks(&self) -> impl Iterator<Item = (String, String, usize)> {
        self.items.windows(2).filter_map(|pair| {
            let [earlier, later] = pair else { return None };
            let duty = later.duty.or(earlier.duty)?;
            let (from, to) = (earlier.building, later.building);
            let is_walk = !from.is_empty()
                && !to.is_empty()
                && from.to_lowercase() != to.to_lowercase()
                && follows(earlier.span, later.span);
            is_walk.then(|| (from.to_owned(), to.to_owned(), duty))
        })
    }
}

/// Does the later span begin before anybody could rest from the earlier one?
fn follows(earlier: &Span, later: &Span) -> bool {
    if let (Some(end), Some(start)) = (earlier.end(), later.start()) {
        return start.0 < end.0.saturating_add(SHORTEST_FREE);
    }
    let last = earlier.lessons.iter().last();
    let first = later.lessons.iter().next();
    last.zip(first)
        .is_some_and(|(last, first)| first <= last + 1)
}
