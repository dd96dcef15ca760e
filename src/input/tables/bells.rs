//! `bells`: when each lesson begins and ends, in each shift.

use std::collections::BTreeMap;

use crate::domain::{self, ClockSpan, Lessons};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::word_key;
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Lesson, Column::Start, Column::End],
    optional: &[Column::Shift],
};

/// One ringing of a lesson.
#[derive(Debug, Clone)]
struct Ring {
    shift: String,
    row: u32,
    /// `None` where the row's times are wrong, which has been said.
    clock: Option<ClockSpan>,
}

/// Times of the lessons.
#[derive(Debug, Clone, Default)]
pub struct Bells {
    rings: BTreeMap<u32, Vec<Ring>>,
}

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut bells = Bells::default();
    for row in table.rows() {
        read_row(&row, reader, &mut bells);
    }
    reader.school.bells = Some(bells);
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>, bells: &mut Bells) {
    let lesson_field = row.field(Column::Lesson);
    let lessons = reader.required(lesson_field, |reader, field| {
        let lessons = cells::lessons(field.text).and_then(|lessons| {
            if lessons.count() == 1 {
                Ok(lessons)
            } else {
                Err(FactProblem::NotLessons)
            }
        });
        reader.value(field, lessons)
    });
    let mut time = |column| {
        reader.required(row.field(column), |reader, field| {
            reader.value(field, cells::time(field.text))
        })
    };
    let (start, end) = (time(Column::Start), time(Column::End));
    let clock = match (start, end) {
        (Some(start), Some(end)) if start < end => Some(ClockSpan { start, end }),
        (Some(_), Some(_)) => {
            reader.error(row.field(Column::End), FactProblem::EndBeforeStart);
            None
        }
        _ => None,
    };
    let Some(lesson) = lessons.and_then(|lessons| lessons.iter().next()) else {
        reader.school.readable.bells = false;
        return;
    };
    let shift = word_key(row.field(Column::Shift).text);
    let rings = bells.rings.entry(lesson).or_default();
    if let Some(earlier) = rings.iter().find(|ring| ring.shift == shift) {
        let problem = FactProblem::SameKey {
            other: lesson.to_string(),
            row: earlier.row,
        };
        reader.error(lesson_field, problem);
        return;
    }
    if let Some(clock) = clock {
        reader.folder.lists.procedure.rings.push(domain::Ring {
            school: reader.school.id,
            lesson,
            clock,
        });
    }
    rings.push(Ring {
        shift,
        row: row.at().row,
        clock,
    });
}

impl Bells {
    /// The clock times of lessons: one span for each unbroken run of numbers.
    pub fn clock(
        &self,
        lessons: Lessons,
        shift: Option<&str>,
    ) -> Result<Vec<ClockSpan>, FactProblem> {
        let mut runs: Vec<(u32, ClockSpan)> = Vec::new();
        for lesson in lessons.iter() {
            let Some(clock) = self.ring(lesson, shift)?.clock else {
                continue;
            };
            match runs.last_mut() {
                Some((last, span)) if *last + 1 == lesson => {
                    *last = lesson;
                    span.start = span.start.min(clock.start);
                    span.end = span.end.max(clock.end);
                }
                _ => runs.push((lesson, clock)),
            }
        }
        Ok(disjoint(runs.into_iter().map(|(_, span)| span).collect()))
    }

    /// The clock times of lessons in every shift that has them.
    pub fn clock_in_any_shift(&self, lessons: Lessons) -> Result<Vec<ClockSpan>, FactProblem> {
        let mut spans = Vec::new();
        for lesson in lessons.iter() {
            let Some(rings) = self.rings.get(&lesson) else {
                return Err(FactProblem::LessonWithoutBell { lesson });
            };
            spans.extend(rings.iter().filter_map(|ring| ring.clock));
        }
        Ok(disjoint(spans))
    }

    /// The ringing of the lesson in the shift, as typed.
    fn ring(&self, lesson: u32, shift: Option<&str>) -> Result<&Ring, FactProblem> {
        let rings = self.rings.get(&lesson).map_or(&[][..], Vec::as_slice);
        match (rings, shift) {
            ([], _) => Err(FactProblem::LessonWithoutBell { lesson }),
            // A lesson rung once without a shift is the same in all of them.
            ([only], _)
                if only.shift.is_empty()
                    || shift.is_none_or(|shift| only.shift == word_key(shift)) =>
            {
                Ok(only)
            }
            (_, Some(shift)) => {
                let shift = word_key(shift);
                let ring = rings.iter().find(|ring| ring.shift == shift);
                ring.ok_or(FactProblem::LessonWithoutBell { lesson })
            }
            (_, None) => Err(FactProblem::WhichShift { lesson }),
        }
    }
}

/// The spans ascending, those that touch or overlap made one where they overlap.
fn disjoint(mut spans: Vec<ClockSpan>) -> Vec<ClockSpan> {
    spans.sort();
    let mut merged: Vec<ClockSpan> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
