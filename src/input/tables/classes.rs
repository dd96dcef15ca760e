//! `classes`: names, grades, sizes, rooms, and class teachers.

use crate::domain::{Class, ClassId, Homeroom};
use crate::input::cells;
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::clean;
use crate::input::problem::FactProblem;

use super::{Field, Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Class],
    optional: &[
        Column::Grade,
        Column::Pupils,
        Column::Room,
        Column::Building,
        Column::Homeroom,
        Column::Shift,
    ],
};

const HIGHEST_GRADE: u32 = 99;
pub(super) const MOST_PUPILS: u32 = 9_999;

/// Reads the classes; their teachers come with [`read_homerooms`], once the staff is known.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        read_row(&row, reader);
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) {
    let name = row.field(Column::Class);
    let grade = grade(row, reader);
    let pupils = reader.count(row.field(Column::Pupils), MOST_PUPILS);
    if reader.required(name, |_, _| Some(())).is_none() {
        return;
    }
    let class = ClassId::new(reader.folder.lists.classes.len());
    if let Some(taken) = reader.school.classes.insert(name.text, class) {
        let earlier = &reader.folder.lists.classes[taken.index()];
        let problem = FactProblem::SameKey {
            other: earlier.name.clone(),
            row: earlier.read_at.row,
        };
        reader.error(name, problem);
        return;
    }
    let shift = row.field(Column::Shift);
    if !shift.is_empty() {
        reader.school.shifts.insert(class, shift.text.to_owned());
    }
    reader.folder.lists.classes.push(Class {
        school: reader.school.id,
        name: clean(name.text),
        grade: grade.unwrap_or_default(),
        pupils: pupils.unwrap_or_default(),
        room: row.field(Column::Room).text.to_owned(),
        building: row.field(Column::Building).text.to_owned(),
        read_at: row.at(),
    });
}

/// The cell, else the leading number of the name.
fn grade(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<u32> {
    let cell = row.field(Column::Grade);
    if !cell.is_empty() {
        return reader.count(cell, HIGHEST_GRADE);
    }
    let name = row.field(Column::Class);
    let digits: String = name
        .text
        .trim_start_matches(|letter: char| !letter.is_alphanumeric())
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let grade = cells::count(&digits, HIGHEST_GRADE).ok();
    if grade.is_none() && !name.is_empty() {
        reader.error(name, FactProblem::NoGrade);
    }
    grade
}

/// Reads the classes' teachers.
pub fn read_homerooms(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        let field = row.field(Column::Homeroom);
        let Some(class) = reader.school.classes.find(row.field(Column::Class).text) else {
            continue;
        };
        for person in reader.values(field, Reader::staff) {
            add_homeroom(
                Homeroom {
                    person,
                    class,
                    read_at: field.at,
                },
                field,
                reader,
            );
        }
    }
}

/// Enters a class teacher; a second, different one of the same class is worth a warning.
pub(super) fn add_homeroom(homeroom: Homeroom, field: Field<'_>, reader: &mut Reader<'_>) {
    let others = reader
        .school
        .class_teachers
        .entry(homeroom.class)
        .or_default();
    if let Some(&other) = others.first()
        && !others.contains(&homeroom.person)
    {
        let lists = &reader.folder.lists;
        let problem = FactProblem::TwoClassTeachers {
            class: lists.classes[homeroom.class.index()].name.clone(),
            other: lists.people[other.index()].name.clone(),
        };
        let name = lists.people[homeroom.person.index()].name.clone();
        reader
            .folder
            .complaints
            .add(Gravity::Warning, field.at, &name, problem);
    }
    others.push(homeroom.person);
    reader.folder.lists.homerooms.push(homeroom);
}
