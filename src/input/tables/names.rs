//! `names`: whom a name as typed in rosters means, as somebody has answered; an empty person is nobody of the lists.

use crate::domain::{PersonId, School};
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::Found;
use crate::input::problem::{FactProblem, NameKind};
use crate::input::written::csv_text;
use crate::lang::Lang;

use super::{Field, Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Typed, Column::Person],
    optional: &[Column::Note],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(answer) = read_row(&row, reader) {
            reader.folder.lists.learned.push(answer);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<(String, Option<PersonId>)> {
    let typed = row.field(Column::Typed);
    let typed = (!typed.is_empty()).then(|| typed.text.to_owned())?;
    let person = row.field(Column::Person);
    if person.is_empty() {
        return Some((typed, None));
    }
    let found = answered(person, reader)?;
    Some((typed, Some(found)))
}

/// The person; an answer about somebody who is no more in the lists is told and left aside.
fn answered(field: Field<'_>, reader: &mut Reader<'_>) -> Option<PersonId> {
    let found = match reader.school.people.find(field.text) {
        Found::Nobody => reader.folder.everybody.find(field.text),
        found => found,
    };
    let problem = match found {
        Found::One(person) => return Some(person),
        Found::Several(people) => FactProblem::AmbiguousName {
            candidates: people
                .iter()
                .map(|person| reader.folder.lists.people[person.index()].name.clone())
                .collect(),
        },
        Found::Nobody => FactProblem::UnknownName {
            kind: NameKind::Person,
            nearest: None,
        },
    };
    reader.complain(Gravity::Warning, field, problem);
    None
}

/// The table as a file: what is known already, and the new answers.
pub fn write_names(school: &School, answers: &[(String, Option<PersonId>)], lang: Lang) -> Vec<u8> {
    let headings =
        [Column::Typed, Column::Person].map(|column| column.word().in_lang(lang).to_owned());
    let known = school.learned.iter().chain(answers);
    let records = known.map(|(typed, person)| {
        let name = person.map(|person| school.person(person).name.clone());
        vec![typed.clone(), name.unwrap_or_default()]
    });
    csv_text(std::iter::once(headings.into()).chain(records), lang).into_bytes()
}
