//! The ordinary week as advice needs it: the class's day, and the school's days off.

use chrono::{Datelike, Weekday};

use crate::domain::{ClassId, Lesson, School, Sitting, Span};

/// Which end of the class's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The first lesson.
    First,
    /// The last lesson.
    Last,
}

/// The end of the class's day at which the sitting is.
pub fn edge_of_day(school: &School, sitting: &Sitting) -> Option<Edge> {
    Timetable::of(school).edge(school, sitting)
}

/// The ordinary week, by class and by school.
pub struct Timetable<'a> {
    of_class: Vec<Vec<&'a Lesson>>,
    /// Schools with any lesson, and those with one on a Saturday.
    exists: Vec<bool>,
    saturdays: Vec<bool>,
}

impl<'a> Timetable<'a> {
    /// Sorts the lessons.
    pub fn of(school: &'a School) -> Self {
        let mut of_class = vec![Vec::new(); school.classes.len()];
        let mut exists = vec![false; school.schools.len()];
        let mut saturdays = exists.clone();
        for lesson in &school.lessons {
            let of_school = school.class(lesson.class).school.index();
            of_class[lesson.class.index()].push(lesson);
            exists[of_school] = true;
            saturdays[of_school] |= lesson.weekday == Weekday::Sat;
        }
        Self {
            of_class,
            exists,
            saturdays,
        }
    }

    /// The end of the class's day at which the sitting is.
    pub fn edge(&self, school: &School, sitting: &Sitting) -> Option<Edge> {
        if !self.exists[school.school_of(sitting).index()] {
            let first = sitting.span.lessons.iter().next()?;
            return (first <= 1).then_some(Edge::First);
        }
        let day = self.day_of(sitting.class, sitting.date.weekday());
        let (start, end) = bounds(&sitting.span)?;
        let day: Vec<(u32, u32)> = day.filter_map(|lesson| bounds(&lesson.span)).collect();
        let first = day.iter().min()?;
        let last = day.iter().max_by_key(|lesson| lesson.1)?;
        if start < first.1 {
            return Some(Edge::First);
        }
        (end > last.0).then_some(Edge::Last)
    }

    fn day_of(&self, class: ClassId, weekday: Weekday) -> impl Iterator<Item = &&'a Lesson> {
        let lessons = self.of_class[class.index()].iter();
        lessons.filter(move |lesson| lesson.weekday == weekday)
    }

    /// Is nobody at school on the sitting's day?
    pub fn is_day_off(&self, school: &School, sitting: &Sitting) -> bool {
        let of_school = school.school_of(sitting).index();
        match sitting.date.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self.exists[of_school] && !self.saturdays[of_school],
            _ => false,
        }
    }
}

/// Start and end of a span: minutes where it has clock times, else lesson numbers. Spans of one folder are of one kind.
fn bounds(span: &Span) -> Option<(u32, u32)> {
    if let (Some(start), Some(end)) = (span.start(), span.end()) {
        return Some((u32::from(start.0), u32::from(end.0)));
    }
    let first = span.lessons.iter().next()?;
    let last = span.lessons.iter().last()?;
    Some((first, last + 1))
}
