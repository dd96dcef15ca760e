//! `parents`: one row per child; who may observe, and when.

use std::collections::BTreeSet;

use crate::domain::{Child, Date, Parenthood, PersonId};
use crate::input::cells;
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::map::Map;
use crate::input::names::{
    Found, halves_of_surname, has_initials, maiden_forms, no_person, person_key, person_words,
    titles_clash, without_asides, without_front, without_list_number,
};
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
    for person in reader.folder.lists.people.iter().enumerate() {
        let (index, person) = person;
        for form in other_forms(&person.name) {
            reader
                .school
                .maiden_names
                .insert(&form, PersonId::new(index));
        }
    }
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
        // `нет`, `–`: no member of staff.
        if cells::yes_no(staff.text) == Ok(false) {
            continue;
        }
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
    let name = without_asides(&without_front(field.text));
    let found = if has_initials(&name) {
        reader.school.people.find(&name)
    } else {
        reader.school.people.exactly(&name)
    };
    let has_other_title = |person: PersonId| {
        titles_clash(field.text, &reader.folder.lists.people[person.index()].name)
    };
    let found = match found {
        Found::One(person) if has_other_title(person) => Found::Nobody,
        found => found,
    };
    let person = match found {
        Found::One(person) => person,
        Found::Nobody if no_person(&name).is_some() && reader.refuse_no_person(field) => return,
        Found::Nobody if has_initials(field.text) && has_stray_words(field, &name, reader) => {
            return;
        }
        Found::Nobody => {
            ask_if_staff(field, &name, reader);
            let shown = without_asides(&without_list_number(field.text));
            let person = reader.folder.add_person(&shown, reader.school.id);
            reader.school.people.insert(&shown, person);
            reader.school.people.insert(&name, person);
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

/// Asks where the parent's name may be another form of that of a member of staff: without its patronymic, by the maiden name that
/// the list gives, or a letter away.
fn ask_if_staff(field: Field<'_>, name: &str, reader: &mut Reader<'_>) {
    let staff = &reader.school.staff;
    let found = match staff.find(name) {
        Found::Nobody => by_another_surname(name, reader),
        found => found,
    };
    let people = &reader.folder.lists.people;
    let other = match found {
        Found::One(person) => Some(people[person.index()].name.clone()),
        Found::Several(several) => several.first().map(|it| people[it.index()].name.clone()),
        Found::Nobody => {
            let budget = reader.folder.complaints.budget();
            let near = staff.nearest(name, budget);
            near.filter(|near| differ_by_a_letter(near, name))
                .map(str::to_owned)
        }
    };
    if let Some(other) = other {
        reader.complain(Gravity::Warning, field, FactProblem::MaybeStaff { other });
    }
}

/// By a surname that the parent's own text gives beside the first, or that the staff's list gives.
fn by_another_surname(name: &str, reader: &Reader<'_>) -> Found {
    let school = &reader.school;
    let whole = school.maiden_names.find(name);
    if whole != Found::Nobody {
        return whole;
    }
    let forms = other_forms(name).into_iter();
    let mut found =
        forms.flat_map(|form| [school.staff.find(&form), school.maiden_names.find(&form)]);
    found
        .find(|found| *found != Found::Nobody)
        .unwrap_or(Found::Nobody)
}

/// The name by its maiden name, and by each half of a double surname.
fn other_forms(name: &str) -> Vec<String> {
    let mut forms = maiden_forms(name);
    forms.extend(halves_of_surname(name));
    forms
}

/// One letter more, less or other, in names of two words at least; the ending that tells a man from a woman is no slip.
fn differ_by_a_letter(one: &str, other: &str) -> bool {
    let (one, other) = (person_words(one), person_words(other));
    let is_same = |(a, b): &(&String, &String)| a == b;
    let differing: Vec<_> = one
        .iter()
        .zip(&other)
        .filter(|pair| !is_same(pair))
        .collect();
    let [(a, b)] = differing.as_slice() else {
        return false;
    };
    let (shorter, longer) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let is_gender = longer
        .strip_prefix(shorter.as_str())
        .is_some_and(|end| end == "А");
    one.len() == other.len() && one.len() > 1 && !is_gender && is_one_edit(a, b)
}

fn is_one_edit(one: &str, other: &str) -> bool {
    /// Shorter words are other words when a letter changes.
    const SHORTEST: usize = 4;
    one.chars().count() >= SHORTEST && strsim::osa_distance(one, other) == 1
}

/// Complains about a name with initials and other words behind it: whoever it is may be of the staff.
fn has_stray_words(field: Field<'_>, name: &str, reader: &mut Reader<'_>) -> bool {
    let kind = NameKind::Person;
    let nearest = match reader.school.people.find_loosely(name) {
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
