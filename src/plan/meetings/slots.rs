//! When a commission could meet.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::domain::{Checking, ClockSpan, Date, Lessons, Minute, School, SchoolId, Sitting, Span};

/// A time at which a commission could meet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The day.
    pub date: Date,
    /// The time.
    pub span: Span,
    /// Its end in minutes from the midnight before the first sitting.
    pub end: i64,
}

/// Minutes that stand for a lesson where nobody knows when lessons ring.
const LESSON: i64 = 60;
/// Meetings one after another behind the last lesson.
const BEHIND: u32 = 3;
const DAY: i64 = 24 * 60;
/// Days behind the sitting on which works that wait can be agreed on.
const WHERE_WORKS_WAIT: Checking = Checking::Within(2);

/// Every time after the first sitting, by day and hour.
pub fn slots(school: &School, first: &Sitting) -> Vec<Slot> {
    let checking = match school.policy.checking {
        Checking::Open => WHERE_WORKS_WAIT,
        within @ Checking::Within(_) => within,
    };
    let of_school = school.school_of(first);
    let mut slots: BTreeSet<Slot> = BTreeSet::new();
    for date in checking.window(first.date) {
        let is_after = |span: &Span| date > first.date || comes_after(span, &first.span);
        let all = times(school, (of_school, date))
            .into_iter()
            .filter(is_after)
            .map(|span| Slot {
                end: end_of((date - first.date).num_days(), &span),
                date,
                span,
            });
        slots.extend(all);
    }
    slots.into_iter().collect()
}

/// A slot of a given time.
pub fn given(date: Date, span: &Span, first: &Sitting) -> Slot {
    Slot {
        date,
        span: span.clone(),
        end: end_of((date - first.date).num_days(), span),
    }
}

fn end_of(days: i64, span: &Span) -> i64 {
    let lesson = || LESSON * i64::from(1 + span.lessons.iter().last().unwrap_or(0));
    days * DAY + span.end().map_or_else(lesson, |end| i64::from(end.0))
}

fn comes_after(span: &Span, sitting: &Span) -> bool {
    match (span.start(), sitting.end()) {
        (Some(start), Some(end)) => end <= start,
        _ => span.lessons.iter().next() > sitting.lessons.iter().last(),
    }
}

/// Times of any day: by the bells, else by the clock times of the lists, else by lesson numbers.
fn times(school: &School, (of_school, date): (SchoolId, Date)) -> Vec<Span> {
    let minutes = school.policy.plan.meetings.minutes;
    let wanted = school.policy.plan.meetings.lessons;
    let rings = school.procedure.rings.iter();
    let rings: Vec<_> = rings.filter(|ring| ring.school == of_school).collect();
    if !rings.is_empty() {
        let named = rings
            .iter()
            .filter(|ring| wanted.is_empty() || wanted.contains(ring.lesson));
        let mut spans: Vec<Span> = named
            .flat_map(|ring| within(ring.clock, minutes, Lessons::of([ring.lesson])))
            .collect();
        if wanted.is_empty() {
            let last = rings.iter().map(|ring| ring.clock.end).max();
            spans.extend(last.into_iter().flat_map(|end| behind(end, minutes)));
        }
        return spans;
    }
    let clocks = clock_ends(school, date);
    if !clocks.is_empty() {
        let all = clocks.into_iter().flat_map(|end| behind(end, minutes));
        return all.collect();
    }
    let numbers = school.lessons.iter().map(|lesson| &lesson.span);
    let numbers = numbers.chain(school.sittings.iter().map(|sitting| &sitting.span));
    let last = numbers
        .flat_map(|span| span.lessons.iter())
        .max()
        .unwrap_or(0);
    let all = (1..=(last + 1).min(Lessons::MAX)).collect::<Vec<_>>();
    let named: Vec<u32> = if wanted.is_empty() {
        all
    } else {
        wanted.iter().collect()
    };
    let span = |lesson: u32| Span {
        lessons: Lessons::of([lesson]),
        clock: Vec::new(),
    };
    named.into_iter().map(span).collect()
}

/// Ends of lessons and sittings of that day by the clock.
fn clock_ends(school: &School, date: Date) -> BTreeSet<Minute> {
    let lessons = school.lessons.iter();
    let lessons = lessons
        .filter(|it| it.weekday == date.weekday())
        .map(|it| &it.span);
    let sittings = school.sittings.iter().filter(|it| it.date == date);
    let spans = lessons.chain(sittings.map(|it| &it.span));
    spans.filter_map(Span::end).collect()
}

/// One after another from bell to bell; one at least, where it is longer than a lesson.
fn within(clock: ClockSpan, minutes: u32, lessons: Lessons) -> Vec<Span> {
    let end = clock
        .end
        .0
        .max(clock.start.0.saturating_add(minutes as u16));
    row_of((clock.start, minutes), |slot| slot <= end)
        .map(|clock| Span {
            lessons,
            clock: vec![clock],
        })
        .collect()
}

/// One after another from that minute on.
fn behind(from: Minute, minutes: u32) -> Vec<Span> {
    let all = row_of((from, minutes), |_| true).take(BEHIND as usize);
    all.map(|clock| Span {
        lessons: Lessons::default(),
        clock: vec![clock],
    })
    .collect()
}

/// The last minute of a day, from which on nobody meets.
const MIDNIGHT: u32 = 24 * 60 - 1;

fn row_of(
    (from, minutes): (Minute, u32),
    fits: impl Fn(u16) -> bool,
) -> impl Iterator<Item = ClockSpan> {
    let starts = (0..).map(move |nth: u32| u32::from(from.0) + nth * minutes.max(1));
    starts
        .map(move |start| (start, start + minutes.max(1)))
        .take_while(move |&(_, end)| end <= MIDNIGHT && fits(end as u16))
        .map(|(start, end)| ClockSpan {
            start: Minute(start as u16),
            end: Minute(end as u16),
        })
}
