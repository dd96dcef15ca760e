//! `commissions`: who leads the checking of a subject in a grade, and when its members meet.

use crate::domain::{Commission, Span};
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::problem::FactProblem;

use super::classes::HIGHEST_GRADE;
use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Subject],
    optional: &[
        Column::Grade,
        Column::Chair,
        Column::Room,
        Column::Date,
        Column::Start,
        Column::End,
    ],
};

/// Reads the table, after the schedule.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(commission) = read_row(&row, reader) {
            add(commission, &row, reader);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Commission> {
    let subject = reader.required(row.field(Column::Subject), Reader::subject);
    let grade_field = row.field(Column::Grade);
    let grade = reader.count(grade_field, HIGHEST_GRADE);
    let chair = reader.optional(row.field(Column::Chair), Reader::staff);
    let date_field = row.field(Column::Date);
    let date = reader.optional(date_field, Reader::date);
    let clock = reader.typed_times(row);
    if let Some(Some(_)) = clock {
        // It is compared with duties and lessons, which must have clock times too.
        let start = row.field(Column::Start);
        let told = (start.at, start.text.to_owned());
        reader.school.clock_only.get_or_insert(told);
    }
    let meeting = match (date?, clock?) {
        (None, None) => None,
        (Some(date), Some(clock)) => {
            let span = Span {
                clock: vec![clock],
                ..Span::default()
            };
            Some((date, span))
        }
        (None, Some(_)) => {
            reader.error(date_field, FactProblem::EmptyCell(Column::Date.word()));
            return None;
        }
        (Some(_), None) => {
            let start = row.field(Column::Start);
            reader.error(start, FactProblem::EmptyCell(Column::Start.word()));
            return None;
        }
    };
    if !grade_field.is_empty() && grade.is_none() {
        return None;
    }
    Some(Commission {
        school: reader.school.id,
        subject: subject?,
        grade,
        chair: chair?,
        room: row.field(Column::Room).text.to_owned(),
        meeting,
        read_at: row.at(),
    })
}

/// Enters the commission; a second one of its subject and grade is an error, one without a sitting worth a look.
fn add(commission: Commission, row: &Row<'_>, reader: &mut Reader<'_>) {
    let lists = &reader.folder.lists;
    let key = |it: &Commission| (it.school, it.subject, it.grade);
    let same = lists.procedure.commissions.iter();
    if let Some(earlier) = same.clone().find(|it| key(it) == key(&commission)) {
        let problem = FactProblem::SameKey {
            other: lists.subjects[commission.subject.index()].name.clone(),
            row: earlier.read_at.row,
        };
        reader.error(row.field(Column::Subject), problem);
        return;
    }
    let writes = lists.sittings.iter().any(|sitting| {
        let class = &lists.classes[sitting.class.index()];
        sitting.subject == commission.subject
            && class.school == commission.school
            && commission.grade.is_none_or(|grade| grade == class.grade)
    });
    if !writes && reader.school.readable.schedule {
        reader.complain(
            Gravity::Warning,
            row.field(Column::Subject),
            FactProblem::NoSuchSitting,
        );
    }
    reader.folder.lists.procedure.commissions.push(commission);
}
