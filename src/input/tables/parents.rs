//! `parents`: one row per child; who may observe, and when.

use std::collections::BTreeSet;

use crate::domain::{Child, Date, Parenthood, PersonId};
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::map::Map;
use crate::input::names::{Found, has_initials, person_key};
use crate::input::problem::{FactProblem, NameKind};

use super::{Field, Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Parent, Column::Class],
    optional: &[
        Column::Observer,
        Column::Dates,
        Column::StaffMember,
        Column::Phone,
    ],
};

/// Reads the table, after the staff of every school.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    enter_people(table, reader);
    for row in table.rows() {
        read_row(&row, reader);
    }
}

/// Finds out who the parents are: first those whose `staff` cell says so, then full names, then names with initials,
/// which may be short for any of the others.
fn enter_people(table: &Table<'_>, reader: &mut Reader<'_>) {
    let mut as_staff: Map<String, PersonId> = Map::default();
    for row in table.rows() {
        let (name, staff) = (row.field(Column::Parent), row.field(Column::StaffMember));
        let Some(Some(person)) = reader.optional(staff, Reader::staff) else {
            continue;
        };
        let first = *as_staff.entry(person_key(name.text)).or_insert(person);
        if first == person {
            reader.school.parents.insert(person_key(name.text), person);
            reader.school.people.insert(name.text, person);
        } else {
            let other = reader.folder.lists.people[first.index()].name.clone();
            reader.error(staff, FactProblem::ParentIsTwo { other });
        }
    }
    for with_initials in [false, true] {
        let names = table.rows().map(|row| row.field(Column::Parent));
        for name in names.filter(|name| has_initials(name.text) == with_initials) {
            enter_name(name, reader);
        }
    }
}

fn enter_name(field: Field<'_>, reader: &mut Reader<'_>) {
    let key = person_key(field.text);
    if field.is_empty() || reader.school.parents.contains_key(&key) {
        return;
    }
    let found = if has_initials(field.text) {
        reader.school.people.find(field.text)
    } else {
        reader.school.people.exactly(field.text)
    };
    let person = match found {
        Found::One(person) => person,
        Found::Nobody if reader.refuse_no_person(field) => return,
        Found::Nobody if has_initials(field.text) && has_stray_words(field, reader) => return,
        Found::Nobody => {
            let person = reader.folder.add_person(field.text, reader.school.id);
            reader.school.people.insert(field.text, person);
            person
        }
        Found::Several(people) => {
            let candidates = people
                .iter()
                .map(|person| reader.folder.lists.people[person.index()].name.clone())
                .collect();
            reader.error(field, FactProblem::AmbiguousName { candidates });
            return;
        }
    };
    reader.school.parents.insert(key, person);
}

/// Complains about a name with initials and other words behind it: whoever it is may be of the staff.
fn has_stray_words(field: Field<'_>, reader: &mut Reader<'_>) -> bool {
    let kind = NameKind::Person;
    let nearest = match reader.school.people.find_loosely(field.text) {
        Found::Nobody => return false,
        Found::One(person) => Some(reader.folder.lists.people[person.index()].name.clone()),
        Found::Several(_) => None,
    };
    reader.error(field, FactProblem::UnknownName { kind, nearest });
    true
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) {
    let name = row.field(Column::Parent);
    let key = reader.required(name, |_, field| Some(person_key(field.text)));
    let class = reader.required(row.field(Column::Class), Reader::class);
    let observer = reader.optional(row.field(Column::Observer), |reader, field| {
        reader.value(field, cells::yes_no(field.text))
    });
    let dates: Vec<Date> = reader.values(row.field(Column::Dates), Reader::date);
    let Some(&parent) = key.and_then(|key| reader.school.parents.get(&key)) else {
        return;
    };
    let lists = &mut reader.folder.lists;
    if let Some(class) = class {
        let read_at = row.at();
        lists.children.push(Child {
            parent,
            class,
            read_at,
        });
    }
    let says = Says {
        observer: observer.flatten().unwrap_or(true),
        dates: dates.into_iter().collect(),
    };
    merge(&mut lists.people[parent.index()].parent, &says, row);
}

/// What one row says of its parent.
struct Says {
    observer: bool,
    dates: BTreeSet<Date>,
}

/// Joins a row to what the parent's earlier rows say: one `no` is no, and the days offered are those of all rows.
fn merge(parent: &mut Option<Parenthood>, says: &Says, row: &Row<'_>) {
    let phone = row.field(Column::Phone).text;
    let parent = parent.get_or_insert_with(|| Parenthood {
        observer: true,
        dates: None,
        phone: String::new(),
        read_at: row.at(),
    });
    if parent.phone.is_empty() {
        phone.clone_into(&mut parent.phone);
    }
    if parent.observer && !says.observer {
        parent.observer = false;
        parent.read_at = row.field(Column::Observer).at;
    }
    if !says.dates.is_empty() {
        if parent.dates.is_none() && parent.observer {
            parent.read_at = row.field(Column::Dates).at;
        }
        parent
            .dates
            .get_or_insert_with(BTreeSet::new)
            .extend(&says.dates);
    }
}
