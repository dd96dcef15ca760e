//! What could be better about the schedule itself: advice for `validate` and `check`, never a conflict.
//!
//! How the contract is read:
//! - Sittings are ordered by date, start (else first lesson), then position; of two the later one carries the advice,
//!   once for each kind, and names the nearest earlier one.
//! - Two groups of a class that write one subject on one day are one work of the class, not two.
//! - The class's day is its lessons of that weekday in `timetable`; a sitting at or before the first, or at or after
//!   the last, counts. Where the school has no `timetable`, lesson 1 counts as first and nothing as last; a class
//!   without lessons on that weekday has no first and no last.
//! - A subject returns too soon when two of its sittings in one grade of one school are 1 to 17 days apart. Sittings on
//!   one date are one sitting of the grade.
//! - Sunday is a day off; Saturday too, where the school's `timetable` exists and has no lesson on Saturdays.

#[cfg(test)]
mod tests;
mod timetable;

use crate::domain::{School, Sitting, SittingId};

use super::ledger::time_of;

use timetable::Timetable;

pub use timetable::{Edge, edge_of_day};

/// What could be better about the schedule itself; never a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdviceKind {
    /// A class has two sittings on one day.
    TwoOnOneDay,
    /// A sitting in the first or last lesson of the class's day.
    FirstOrLastLesson,
    /// The same subject in a grade twice within 17 days.
    SubjectAgainSoon,
    /// One room used twice at one time.
    RoomTwice,
    /// A sitting on a day off.
    DayOff,
}

/// One piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    /// The sitting it is about; of two, the later one.
    pub sitting: SittingId,
    /// What it says.
    pub kind: AdviceKind,
    /// The other sitting, where two are involved.
    pub other: Option<SittingId>,
}

/// Two sittings of one subject in one grade are apart by more days than this (two and a half weeks).
const DAYS_BETWEEN: i64 = 17;

/// Advice about the schedule, by sitting.
pub fn schedule_advice(school: &School) -> Vec<Advice> {
    let mut advice: Vec<Advice> = alone(school).collect();
    advice.extend(two_on_one_day(school));
    advice.extend(subject_again_soon(school));
    advice.extend(room_twice(school));
    advice.sort_unstable();
    advice
}

/// Advice that needs one sitting only.
fn alone(school: &School) -> impl Iterator<Item = Advice> {
    let timetable = Timetable::of(school);
    school.sitting_ids().flat_map(move |id| {
        let sitting = school.sitting(id);
        let edge = timetable.edge(school, sitting);
        let edge = edge.map(|_| AdviceKind::FirstOrLastLesson);
        let off = timetable.is_day_off(school, sitting);
        let off = off.then_some(AdviceKind::DayOff);
        edge.into_iter().chain(off).map(move |kind| Advice {
            sitting: id,
            kind,
            other: None,
        })
    })
}

fn two_on_one_day(school: &School) -> Vec<Advice> {
    let key = |sitting: &Sitting| (sitting.class, sitting.date);
    let two_works = |earlier: &Sitting, later: &Sitting| {
        let groups_differ =
            earlier.group.is_some() && later.group.is_some() && earlier.group != later.group;
        !(groups_differ && earlier.subject == later.subject)
    };
    pairs(school, AdviceKind::TwoOnOneDay, key, two_works)
}

fn subject_again_soon(school: &School) -> Vec<Advice> {
    let key = |sitting: &Sitting| {
        let class = school.class(sitting.class);
        (class.school, class.grade, sitting.subject)
    };
    let soon = |earlier: &Sitting, later: &Sitting| {
        let days = (later.date - earlier.date).num_days();
        (1..=DAYS_BETWEEN).contains(&days)
    };
    pairs(school, AdviceKind::SubjectAgainSoon, key, soon)
}

fn room_twice(school: &School) -> Vec<Advice> {
    let key = |sitting: &Sitting| {
        let class = school.class(sitting.class);
        let room = sitting.room.trim().to_lowercase();
        (class.school, class.building.clone(), room, sitting.date)
    };
    let clash = |earlier: &Sitting, later: &Sitting| {
        !later.room.trim().is_empty() && earlier.span.overlaps(&later.span)
    };
    pairs(school, AdviceKind::RoomTwice, key, clash)
}

/// For each sitting, the nearest earlier one of the same key with which it is `amiss`.
fn pairs<K: Ord>(
    school: &School,
    kind: AdviceKind,
    key: impl Fn(&Sitting) -> K,
    amiss: impl Fn(&Sitting, &Sitting) -> bool,
) -> Vec<Advice> {
    let mut ids: Vec<SittingId> = school.sitting_ids().collect();
    ids.sort_by_cached_key(|&id| {
        let sitting = school.sitting(id);
        (key(sitting), time_of(sitting), id)
    });
    let mut advice = Vec::new();
    for same in ids.chunk_by(|&a, &b| key(school.sitting(a)) == key(school.sitting(b))) {
        for (index, &later) in same.iter().enumerate() {
            let earlier = same[..index]
                .iter()
                .rev()
                .find(|&&earlier| amiss(school.sitting(earlier), school.sitting(later)));
            advice.extend(earlier.map(|&earlier| Advice {
                sitting: later,
                kind,
                other: Some(earlier),
            }));
        }
    }
    advice
}
