//! `absences`: who is away when.

use crate::domain::{Absence, Cell, Date, SourceId, Weekdays};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::grid::{Dialect, Grid, GridRow};
use crate::input::header::{Column, Header, Layout};
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person],
    optional: &[
        Column::From,
        Column::To,
        Column::Weekday,
        Column::Lessons,
        Column::Reason,
    ],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    if let Some(header) = table.header.as_ref().filter(|it| has_no_days(it)) {
        let at = Cell {
            source: table.grid.source,
            row: header.row,
            column: None,
        };
        let problem = FactProblem::MissingColumn {
            column: Column::From.word(),
            nearest: None,
        };
        reader.folder.complaints.error(at, "", problem);
        return;
    }
    for row in table.rows() {
        read_one(&row, reader);
    }
}

/// Neither dates nor days of the week: nobody can tell when.
fn has_no_days(header: &Header) -> bool {
    !header.has(Column::From) && !header.has(Column::Weekday)
}

/// Reads one row.
pub fn read_one(row: &Row<'_>, reader: &mut Reader<'_>) {
    if let Some(absence) = read_row(row, reader) {
        reader.folder.lists.absences.push(absence);
    }
}

/// The days on which somebody is away of whom no date was said: all that a schedule can have.
const ANY_DAY: [&str; 2] = ["01.01.1900", "31.12.2999"];

/// `PERSON`, `PERSON@DATE` or `PERSON@DATE@LESSONS`, each a row of the table.
pub fn grid_of(said: &[String], source: SourceId) -> Grid {
    let header = [Column::Person, Column::From, Column::To, Column::Lessons];
    let mut rows = vec![GridRow {
        row: 0,
        cells: header.map(|column| column.word().en).into_iter().collect(),
    }];
    rows.extend(said.iter().zip(1..).map(|(text, row)| {
        let mut parts = text.splitn(3, '@').map(str::trim);
        let person = parts.next().unwrap_or_default();
        let [from, to] = parts.next().map_or(ANY_DAY, range);
        let lessons = parts.next().unwrap_or_default();
        GridRow {
            row,
            cells: [person, from, to, lessons].into_iter().collect(),
        }
    }));
    Grid {
        source,
        name: String::new(),
        folder: String::new(),
        dialect: Dialect::Csv {
            encoding: "UTF-8",
            delimiter: '@',
        },
        rows: rows.into(),
        merged: Vec::new(),
        hidden: false,
        is_unfolded: false,
    }
}

/// First and last day of `21.04-23.04`, `21.04.2026 – 23.04.2026`; a day alone has no last one.
fn range(text: &str) -> [&str; 2] {
    let is_day = |text: &str| {
        cells::date(text, cells::Serials::Refused).is_ok() || cells::day_and_month(text).is_some()
    };
    if is_day(text) {
        return [text, ""];
    }
    let marks = text
        .match_indices(['-', '–', '—'])
        .chain(text.match_indices(".."));
    let halves = marks.map(|(at, mark)| [text[..at].trim(), text[at + mark.len()..].trim()]);
    let mut days = halves.filter(|[from, to]| is_day(from) && is_day(to));
    days.next().unwrap_or([text, ""])
}

/// First and last day. Without `to` it is one day; with days of the week either may be missing.
fn read_days(
    row: &Row<'_>,
    weekdays: Option<Weekdays>,
    reader: &mut Reader<'_>,
) -> Option<(Date, Date)> {
    let (from_field, to_field) = (row.field(Column::From), row.field(Column::To));
    let (from, to) = match weekdays {
        Some(_) => {
            let from = reader.optional(from_field, Reader::date);
            let to = reader.optional(to_field, Reader::date);
            (
                from?.unwrap_or(Absence::EVER.0),
                to?.unwrap_or(Absence::EVER.1),
            )
        }
        None => {
            let from = reader.required(from_field, Reader::date);
            let to = reader.optional(to_field, Reader::date);
            (from?, to?.or(from)?)
        }
    };
    if to < from {
        reader.error(to_field, FactProblem::ToBeforeFrom);
        return None;
    }
    Some((from, to))
}

/// One absence.
fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Absence> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let weekdays = reader.optional(row.field(Column::Weekday), |reader, field| {
        reader.value(field, cells::weekdays(field.text))
    });
    // Whatever the days of the week were to be, the dates may be wrong too.
    let days = read_days(row, weekdays.unwrap_or(Some(Weekdays::default())), reader);
    let span = reader.optional(row.field(Column::Lessons), |reader, field| {
        let lessons = reader.value(field, cells::lessons(field.text))?;
        reader.span_in_any_shift(lessons, field)
    });
    let (from, to) = days?;
    Some(Absence {
        person: person?,
        from,
        to,
        weekdays: weekdays?.unwrap_or_default(),
        span: span?,
        reason: row.field(Column::Reason).text.to_owned(),
        read_at: row.at(),
    })
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_range_of_days_is_told_from_a_day() {
        for (text, wanted) in [
            ("21.04.2026", ["21.04.2026", ""]),
            ("2026-04-21", ["2026-04-21", ""]),
            ("21.04", ["21.04", ""]),
            ("21.04-23.04", ["21.04", "23.04"]),
            ("21.04.2026 – 23.04.2026", ["21.04.2026", "23.04.2026"]),
            ("2026-04-21-2026-04-23", ["2026-04-21", "2026-04-23"]),
            ("21.04..23.04", ["21.04", "23.04"]),
            ("21 апреля - 23 апреля", ["21 апреля", "23 апреля"]),
            ("завтра", ["завтра", ""]),
            ("", ["", ""]),
        ] {
            assert_eq!(range(text), wanted, "{text}");
        }
    }
}
