//! When something happens: lesson numbers, clock times, the bells between them, and whether all can be compared.

use crate::domain::{ClassId, ClockSpan, Lessons, Span};
use crate::input::cells;
use crate::input::header::Column;
use crate::input::problem::FactProblem;
use crate::input::tables::{Field, Row};

use super::Reader;

impl Reader<'_> {
    /// The time of a row with `lesson`, or `start` and `end`, or both.
    pub fn row_span(&mut self, row: &Row<'_>, class: Option<ClassId>) -> Option<Span> {
        let lesson = row.field(Column::Lesson);
        let lessons = self.optional(lesson, Self::lessons);
        let clock = self.typed_times(row);
        match (lessons?, clock?) {
            (None, None) => {
                self.folder
                    .complaints
                    .error(row.at(), "", FactProblem::NoTime);
                None
            }
            (Some(lessons), None) => {
                let shift = self.shift_of(row, class);
                self.rung_span(lessons, shift.as_deref(), lesson)
            }
            (lessons, Some(clock)) => {
                if lessons.is_none() && self.school.clock_only.is_none() {
                    let start = row.field(Column::Start);
                    self.school.clock_only = Some((start.at, start.text.to_owned()));
                }
                Some(Span {
                    lessons: lessons.unwrap_or_default(),
                    clock: vec![clock],
                })
            }
        }
    }

    /// The time of lessons: with bells, also by the clock. `shift` is where several have the lesson.
    pub fn rung_span(
        &mut self,
        lessons: Lessons,
        shift: Option<&str>,
        field: Field<'_>,
    ) -> Option<Span> {
        let Some(bells) = &self.school.bells else {
            if self.school.lessons_only.is_none() {
                self.school.lessons_only = Some((field.at, field.text.to_owned()));
            }
            let clock = Vec::new();
            return Some(Span { lessons, clock });
        };
        match bells.clock(lessons, shift) {
            Ok(clock) => Some(Span { lessons, clock }),
            Err(problem) => {
                self.error(field, problem);
                None
            }
        }
    }

    /// The time of lessons in every shift that has them: the person is away in all of them.
    pub fn span_in_any_shift(&mut self, lessons: Lessons, field: Field<'_>) -> Option<Span> {
        let Some(bells) = &self.school.bells else {
            return self.rung_span(lessons, None, field);
        };
        match bells.clock_in_any_shift(lessons) {
            Ok(clock) => Some(Span { lessons, clock }),
            Err(problem) => {
                self.error(field, problem);
                None
            }
        }
    }

    /// The row's shift, else the class's.
    pub fn shift_of(&self, row: &Row<'_>, class: Option<ClassId>) -> Option<String> {
        let field = row.field(Column::Shift);
        if !field.is_empty() {
            return Some(field.text.to_owned());
        }
        class.and_then(|class| self.school.shifts.get(&class).cloned())
    }

    #[expect(
        clippy::option_option,
        reason = "the cells are wrong, empty, or filled"
    )]
    /// `start` and `end`: `Some(None)` where both are empty.
    pub fn typed_times(&mut self, row: &Row<'_>) -> Option<Option<ClockSpan>> {
        let (start_field, end_field) = (row.field(Column::Start), row.field(Column::End));
        let mut time = |field: Field<'_>| {
            self.optional(field, |reader, field| {
                reader.value(field, cells::time(field.text))
            })
        };
        let (start, end) = (time(start_field), time(end_field));
        match (start?, end?) {
            (None, None) => Some(None),
            (Some(start), Some(end)) if start < end => Some(Some(ClockSpan { start, end })),
            (Some(_), Some(_)) => {
                self.error(end_field, FactProblem::EndBeforeStart);
                None
            }
            (Some(_), None) => {
                self.error(start_field, FactProblem::HalfATime);
                None
            }
            (None, Some(_)) => {
                self.error(end_field, FactProblem::HalfATime);
                None
            }
        }
    }

    /// Complains where some times are lesson numbers only and others clock times only.
    pub fn check_times_compare(&mut self) {
        let (Some((lessons_at, lessons)), Some((clock_at, clock))) =
            (&self.school.lessons_only, &self.school.clock_only)
        else {
            return;
        };
        if !self.school.readable.bells {
            return;
        }
        let source = &self.folder.lists.sources[lessons_at.source.index()];
        let problem = FactProblem::NeedsBells {
            lessons: lessons.clone(),
            file: source.sheet.clone().unwrap_or_else(|| source.file.clone()),
            row: lessons_at.row,
        };
        self.folder.complaints.error(*clock_at, clock, problem);
    }
}
