//! `subjects`: names, short names, aliases, areas, and places by default.

use crate::domain::{Role, RoleMap, SubjectId};
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::map::Map;
use crate::input::problem::FactProblem;

use super::{Field, Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Subject],
    optional: &[
        Column::Short,
        Column::Aliases,
        Column::Area,
        Column::Proctors,
        Column::Checkers,
        Column::Observers,
        Column::Assistants,
    ],
};

/// More places of one role than this in one sitting are a slip.
pub(super) const MOST_PLACES: u32 = 99;

/// Rows of the subjects so far.
type Rows = Map<SubjectId, u32>;

/// Reads the table: all full names first, so that a short name never takes one.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut rows = Rows::default();
    let mut named = Vec::new();
    for row in table.rows() {
        let name = row.field(Column::Subject);
        let subject = reader.required(name, |reader, field| enter_name(field, reader, &mut rows));
        if let Some(subject) = subject {
            named.push((subject, row));
        }
    }
    for (subject, row) in named {
        read_row(subject, &row, reader, &rows);
    }
}

fn enter_name(field: Field<'_>, reader: &mut Reader<'_>, rows: &mut Rows) -> Option<SubjectId> {
    let subject = reader.folder.subject(field.text);
    if let Some(taken) = reader.school.subjects.insert(field.text, subject) {
        complain_taken(field, taken, reader, rows);
        return None;
    }
    rows.insert(subject, field.at.row);
    Some(subject)
}

fn read_row(subject: SubjectId, row: &Row<'_>, reader: &mut Reader<'_>, rows: &Rows) {
    let short = row.field(Column::Short);
    if !short.is_empty() {
        let entry = &mut reader.folder.lists.subjects[subject.index()];
        short.text.clone_into(&mut entry.short);
        enter_other_name(subject, short, reader, rows);
    }
    let aliases = row.field(Column::Aliases);
    for alias in reader.values(aliases, |_, piece| Some(piece.text.to_owned())) {
        let field = Field {
            text: &alias,
            ..aliases
        };
        enter_other_name(subject, field, reader, rows);
        reader.folder.lists.aliases.push((alias, subject));
    }
    let area = row.field(Column::Area);
    if !area.is_empty() {
        let other = reader
            .folder
            .set_area(subject, area.text)
            .map(str::to_owned);
        if let Some(other) = other {
            reader.complain(Gravity::Warning, area, FactProblem::TwoAreas { other });
        }
    }
    let places =
        Role::ALL.map(|role| reader.count(row.field(Column::of_places(role)), MOST_PLACES));
    reader.school.places.insert(subject, RoleMap(places));
}

fn enter_other_name(subject: SubjectId, field: Field<'_>, reader: &mut Reader<'_>, rows: &Rows) {
    if let Some(taken) = reader.school.subjects.insert(field.text, subject)
        && taken != subject
    {
        complain_taken(field, taken, reader, rows);
    }
}

fn complain_taken(field: Field<'_>, taken: SubjectId, reader: &mut Reader<'_>, rows: &Rows) {
    let problem = FactProblem::SameKey {
        other: reader.folder.lists.subjects[taken.index()].name.clone(),
        row: rows.get(&taken).copied().unwrap_or_default(),
    };
    reader.error(field, problem);
}
