//! Other times for a sitting at which its class and its room are free.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{ClassId, ClockSpan, Date, Lessons, School, Sitting, SittingId, Span};

/// Other lessons of the day, as many as the sitting takes now, the nearest first. With a timetable, only lessons that
/// the class has on that day.
pub fn other_lessons(school: &School, id: SittingId) -> Vec<Span> {
    let sitting = school.sitting(id);
    let numbers: Vec<u32> = sitting.span.lessons.iter().collect();
    let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) else {
        return Vec::new();
    };
    let length = numbers.len() as u32;
    if last - first + 1 != length {
        return Vec::new();
    }
    let bells = Bells::of(school, sitting.class);
    let own = lessons_of_class(school, sitting, sitting.date);
    let mut starts: Vec<u32> = bells.lessons.keys().copied().collect();
    starts.retain(|&start| start != first);
    starts.sort_by_key(|&start| (start.abs_diff(first), start));
    starts
        .into_iter()
        .filter(|&start| {
            own.is_empty() || (start..start + length).all(|lesson| own.contains(&lesson))
        })
        .filter_map(|start| bells.span(start, length, !sitting.span.clock.is_empty()))
        .filter(|span| is_free(school, id, sitting.date, span))
        .collect()
}

/// Other days of the schedule on which the class writes nothing, the nearest first, at the same time.
pub fn other_dates(school: &School, id: SittingId) -> Vec<Date> {
    let sitting = school.sitting(id);
    let mut dates: Vec<Date> = school
        .sittings
        .iter()
        .map(|other| other.date)
        .collect::<BTreeSet<Date>>()
        .into_iter()
        .filter(|&date| date != sitting.date)
        .filter(|&date| {
            let own = school.sittings_of_class(sitting.class).iter();
            own.map(|&other| school.sitting(other))
                .all(|other| other.date != date)
        })
        .filter(|&date| {
            let own = lessons_of_class(school, sitting, date);
            own.is_empty() || sitting.span.lessons.iter().all(|it| own.contains(&it))
        })
        .filter(|&date| is_free(school, id, date, &sitting.span))
        .collect();
    dates.sort_by_key(|&date| ((date - sitting.date).num_days().abs(), date));
    dates
}

/// Does the class write nothing else at that time, and nobody else in the room?
fn is_free(school: &School, id: SittingId, date: Date, span: &Span) -> bool {
    let sitting = school.sitting(id);
    school
        .sitting_ids()
        .filter(|&other| other != id)
        .map(|other| school.sitting(other))
        .filter(|other| other.date == date && other.span.overlaps(span))
        .all(|other| {
            let same_room = !sitting.room.is_empty()
                && other.room == sitting.room
                && school.school_of(other) == school.school_of(sitting);
            other.class != sitting.class && !same_room
        })
}

/// Lessons that the class has on the weekday of the date; none without a timetable.
fn lessons_of_class(school: &School, sitting: &Sitting, date: Date) -> BTreeSet<u32> {
    school
        .lessons
        .iter()
        .filter(|lesson| lesson.class == sitting.class && lesson.weekday == date.weekday())
        .flat_map(|lesson| lesson.span.lessons.iter())
        .collect()
}

/// When the lessons are, as far as timetable and schedule tell: the class's own times before those of others, for a
/// school may work in shifts.
struct Bells {
    lessons: BTreeMap<u32, Vec<ClockSpan>>,
}

impl Bells {
    fn of(school: &School, class: ClassId) -> Self {
        let home = school.class(class).school;
        let of_school = |other: ClassId| school.class(other).school == home;
        let taught = school.lessons.iter().map(|it| (it.class, &it.span));
        let written = school.sittings.iter().map(|it| (it.class, &it.span));
        let mut lessons: BTreeMap<u32, (bool, Vec<ClockSpan>)> = BTreeMap::new();
        for (other, span) in taught.chain(written) {
            let mut numbers = span.lessons.iter();
            let (Some(number), None) = (numbers.next(), numbers.next()) else {
                continue;
            };
            let own = other == class;
            let known = lessons
                .get(&number)
                .is_some_and(|&(known, _)| known || !own);
            if of_school(other) && !known {
                lessons.insert(number, (own, span.clock.clone()));
            }
        }
        Self {
            lessons: lessons
                .into_iter()
                .map(|(number, (_, clock))| (number, clock))
                .collect(),
        }
    }

    /// The lessons from `start` on as one time; with a clock where one is needed.
    fn span(&self, start: u32, length: u32, with_clock: bool) -> Option<Span> {
        let numbers = start..start + length;
        let clocks: Vec<&Vec<ClockSpan>> = numbers
            .clone()
            .map(|number| self.lessons.get(&number))
            .collect::<Option<_>>()?;
        let mut clock = Vec::new();
        if with_clock {
            let first = clocks.first()?.first()?;
            let last = clocks.last()?.last()?;
            clock.push(ClockSpan {
                start: first.start,
                end: last.end,
            });
        }
        Some(Span {
            lessons: Lessons::of(numbers),
            clock,
        })
    }
}
