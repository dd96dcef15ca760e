//! `staff`: who works here, in which roles, and within which limits.

use crate::domain::{Homeroom, PersonId, PostSet, Role, RoleSet, Staff};
use crate::input::cells::{self, AnyRole};
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::{Found, titles_clash, without_front, without_list_number};
use crate::input::problem::FactProblem;

use super::classes::add_homeroom;
use super::{Field, Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Person],
    optional: &[
        Column::Position,
        Column::Subjects,
        Column::Classes,
        Column::Homeroom,
        Column::Roles,
        Column::Checks,
        Column::MaxPerDay,
        Column::MaxPerWeek,
        Column::MaxTotal,
        Column::MaxWorks,
        Column::Share,
        Column::Building,
        Column::Email,
    ],
};

const MOST_DUTIES: u32 = 9_999;
const MOST_WORKS: u32 = 99_999;

/// Reads the table, after the classes and the subjects.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        let person = reader.required(row.field(Column::Person), enter_person);
        let staff = read_row(&row, reader);
        let classes_field = row.field(Column::Classes);
        let classes = reader.classes(classes_field);
        let homeroom_field = row.field(Column::Homeroom);
        let homerooms = reader.classes(homeroom_field);
        let Some(person) = person else { continue };
        reader.folder.lists.people[person.index()].staff = Some(staff);
        reader
            .school
            .staff_classes
            .push((person, classes, classes_field.at));
        for class in homerooms {
            let read_at = homeroom_field.at;
            add_homeroom(
                Homeroom {
                    person,
                    class,
                    read_at,
                },
                homeroom_field,
                reader,
            );
        }
    }
}

/// Enters the name; two rows of one name are an error.
fn enter_person(reader: &mut Reader<'_>, typed: Field<'_>) -> Option<PersonId> {
    let name = without_list_number(typed.text);
    let field = Field {
        text: &name,
        ..typed
    };
    if let Found::One(earlier) = reader.school.staff.exactly(field.text) {
        let person = &reader.folder.lists.people[earlier.index()];
        let problem = FactProblem::SameKey {
            other: person.name.clone(),
            row: person.staff.as_ref().map_or(0, |staff| staff.read_at.row),
        };
        reader.error(field, problem);
        return None;
    }
    if reader.refuse_no_person(field) {
        return None;
    }
    ask_whether_twice(reader, field);
    let person = reader.folder.add_person(field.text, reader.school.id);
    for name in [field.text, &without_front(field.text)] {
        reader.school.staff.insert(name, person);
        reader.school.people.insert(name, person);
    }
    Some(person)
}

/// Asks where the name, without a remark on a second post, can be short for an earlier one or the reverse.
fn ask_whether_twice(reader: &mut Reader<'_>, field: Field<'_>) {
    let (name, remark) = field.text.split_once('(').unwrap_or((field.text, ""));
    // Other brackets tell namesakes apart.
    let name = if remark.to_lowercase().contains("совм") {
        name.trim()
    } else {
        field.text
    };
    let name = without_front(name);
    if is_told_apart(&name) {
        return;
    }
    if let Found::One(earlier) = reader.school.staff.find(&name)
        && !is_told_apart(&reader.folder.lists.people[earlier.index()].name)
        && !titles_clash(
            field.text,
            &reader.folder.lists.people[earlier.index()].name,
        )
    {
        let person = &reader.folder.lists.people[earlier.index()];
        let problem = FactProblem::MaybeTwice {
            other: person.name.clone(),
            row: person.staff.as_ref().map_or(0, |staff| staff.read_at.row),
        };
        reader.complain(Gravity::Warning, field, problem);
    }
}

/// `Mark Usher Jr`, `Иванов И.И. мл.`: namesakes are told apart already.
fn is_told_apart(name: &str) -> bool {
    const MARKS: [&str; 9] = [
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "мл",
        "ст",
        "младший",
        "старший",
    ];
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_matches(['.', ',', '(', ')']).to_lowercase();
    MARKS.contains(&last.as_str())
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Staff {
    let (subjects, roles, checks) = (
        row.field(Column::Subjects),
        row.field(Column::Roles),
        row.field(Column::Checks),
    );
    let (held, posts) = read_roles(roles, reader);
    Staff {
        school: reader.school.id,
        position: row.field(Column::Position).text.to_owned(),
        subjects: reader.subjects(subjects),
        subjects_at: subjects.at,
        roles: held,
        posts,
        roles_at: roles.at,
        checks: reader.subjects(checks),
        checks_at: checks.at,
        max_per_day: reader.count(row.field(Column::MaxPerDay), MOST_DUTIES),
        max_per_week: reader.count(row.field(Column::MaxPerWeek), MOST_DUTIES),
        max_total: reader.count(row.field(Column::MaxTotal), MOST_DUTIES),
        max_works: reader.count(row.field(Column::MaxWorks), MOST_WORKS),
        share: reader
            .optional(row.field(Column::Share), |reader, field| {
                reader.value(field, cells::share(field.text))
            })
            .flatten()
            .unwrap_or_default(),
        building: row.field(Column::Building).text.to_owned(),
        email: row.field(Column::Email).text.to_owned(),
        read_at: row.at(),
    }
}

/// The roles and posts named; proctor, checker and the usual posts where none are; nothing for a dash.
fn read_roles(field: Field<'_>, reader: &mut Reader<'_>) -> (RoleSet, PostSet) {
    if field.is_empty() {
        let roles = RoleSet::of(&[Role::Proctor, Role::Checker]);
        return (roles, PostSet::BY_DEFAULT);
    }
    if cells::is_none_mark(field.text) {
        return (RoleSet::default(), PostSet::default());
    }
    let named = reader.values(field, |reader, piece| {
        let role = reader.value(piece, cells::any_role(piece.text))?;
        if matches!(role, AnyRole::Role(role) if role.is_of_parents()) {
            reader.error(piece, FactProblem::StaffObserver);
            return None;
        }
        Some(role)
    });
    let none = (RoleSet::default(), PostSet::default());
    named.iter().fold(none, |(roles, posts), it| match *it {
        AnyRole::Role(role) => (roles.with(role), posts),
        AnyRole::Post(post) => (roles, posts.with(post)),
    })
}
