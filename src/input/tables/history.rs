//! `history`: load carried over from earlier procedures.

use std::collections::HashMap;

use crate::domain::PersonId;
use crate::input::cells::{self, AnyRole};
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::problem::FactProblem;

use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person, Column::Role, Column::Load],
    optional: &[],
};

/// Far more than anybody has done, and far below what squares of it would overflow.
const MOST_LOAD: u32 = 1_000_000;

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut rows: HashMap<(PersonId, AnyRole), u32> = HashMap::new();
    for row in table.rows() {
        let Some((person, role, load)) = read_row(&row, reader) else {
            continue;
        };
        if let Some(&earlier) = rows.get(&(person, role)) {
            let problem = FactProblem::SameKey {
                other: reader.folder.lists.people[person.index()].name.clone(),
                row: earlier,
            };
            reader.error(row.field(Column::Person), problem);
            continue;
        }
        rows.insert((person, role), row.at().row);
        let person = &mut reader.folder.lists.people[person.index()];
        match role {
            AnyRole::Role(role) => person.history[role] = load,
            AnyRole::Post(post) => person.post_history.0[post as usize] = load,
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<(PersonId, AnyRole, u32)> {
    let person = reader.required(row.field(Column::Person), Reader::person);
    let role = reader.required(row.field(Column::Role), |reader, field| {
        reader.value(field, cells::any_role(field.text))
    });
    let load = reader.required(row.field(Column::Load), |reader, field| {
        reader.value(field, cells::count(field.text, MOST_LOAD))
    });
    Some((person?, role?, load?))
}
