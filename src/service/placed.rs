//! A roster's rows brought to the sittings of today's schedule, which may have moved since the roster was made.
//!
//! A row whose sitting the schedule does not have is taken to be about the sitting of its class, subject and group of
//! which the roster says nothing; where several have moved, the first by date goes to the first by date.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Date, Lessons, Minute, Role, Roster, RosterRow, RowSitting, School, Seat, SittingId,
};
use crate::input::RowTime;

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A sitting of the schedule.
    Sitting(SittingId),
    /// A sitting that the schedule no longer has.
    Lapsed {
        /// When it was to be.
        when: When,
        /// The class, as written.
        class: String,
        /// The subject, as written.
        subject: String,
    },
}

/// When a row says its sitting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct When {
    /// The day, where it could be read.
    pub date: Option<Date>,
    /// Lesson numbers, where there are any.
    pub lessons: Lessons,
    /// The start, where there is one.
    pub start: Option<Minute>,
}

impl When {
    fn of(time: &RowTime) -> Self {
        Self {
            date: time.date,
            lessons: time.lessons,
            start: time.start,
        }
    }

    /// Do the two differ in something that both say?
    pub fn differs(self, other: Self) -> bool {
        let lessons = !self.lessons.is_empty() && !other.lessons.is_empty();
        self.date != other.date
            || lessons && self.lessons != other.lessons
            || self
                .start
                .zip(other.start)
                .is_some_and(|(mine, theirs)| mine != theirs)
    }
}

/// A row of a roster in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedRow {
    /// Position in [`crate::domain::Roster::rows`].
    pub row: usize,
    /// What it is about.
    pub subject: Subject,
    /// When the row says that is.
    pub when: When,
    /// The role.
    pub role: Role,
    /// Who.
    pub seat: Seat,
}

/// Every row of the roster, in its order; `times` says when each row's sitting is to be.
pub fn place(school: &School, roster: &Roster, times: &[RowTime]) -> Vec<PlacedRow> {
    let rows: Vec<_> = roster.rows.iter().zip(times).collect();
    let mut free: BTreeSet<SittingId> = school.sitting_ids().collect();
    let mut orphans: BTreeMap<(When, &[SittingId]), Option<SittingId>> = BTreeMap::new();
    for (row, time) in &rows {
        match row.sitting {
            RowSitting::Known(sitting) => {
                free.remove(&sitting);
            }
            RowSitting::Unknown { .. } => {
                orphans.insert((When::of(time), &time.alike), None);
            }
        }
    }
    for ((_, alike), home) in &mut orphans {
        let open = alike.iter().filter(|sitting| free.contains(sitting));
        *home = open.copied().min_by_key(|&id| time_of(school, id));
        if let Some(sitting) = home {
            free.remove(sitting);
        }
    }
    let placed = |(index, (row, time)): (usize, &(&RosterRow, &RowTime))| {
        let when = When::of(time);
        PlacedRow {
            row: index,
            subject: match &row.sitting {
                RowSitting::Known(sitting) => Subject::Sitting(*sitting),
                RowSitting::Unknown { class, subject, .. } => {
                    let home = orphans.get(&(when, time.alike.as_slice()));
                    match home.copied().flatten() {
                        Some(sitting) => Subject::Sitting(sitting),
                        None => Subject::Lapsed {
                            when,
                            class: class.clone(),
                            subject: subject.clone(),
                        },
                    }
                }
            },
            when,
            role: row.role,
            seat: row.seat.clone(),
        }
    };
    rows.iter().enumerate().map(placed).collect()
}

fn time_of(school: &School, id: SittingId) -> (Date, Option<Minute>, Option<u32>, SittingId) {
    let sitting = school.sitting(id);
    let span = &sitting.span;
    (sitting.date, span.start(), span.lessons.iter().next(), id)
}
