//! `classes`: names, grades, sizes, rooms, and class teachers.

use crate::domain::{Class, ClassId, Homeroom};
use crate::input::cells;
use crate::input::complaint::Gravity;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::{clean, is_class_word, roman_beginnings};
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

/// Some schools number their classes in hundreds and call that the grade.
pub(in crate::input) const HIGHEST_GRADE: u32 = 9_999;
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
    let alike = reader.school.classes.mistaken_for(name.text);
    let alike = alike.map(str::to_owned);
    if let Some(taken) = reader.school.classes.insert(name.text, class) {
        let earlier = &reader.folder.lists.classes[taken.index()];
        let problem = FactProblem::SameKey {
            other: earlier.name.clone(),
            row: earlier.read_at.row,
        };
        reader.error(name, problem);
        return;
    }
    if let Some(other) = alike {
        reader.complain(Gravity::Warning, name, FactProblem::MaybeOneClass { other });
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
    let grade = leading_number(name.text);
    if grade.is_none() && !name.is_empty() {
        reader.complain(Gravity::Warning, name, FactProblem::NoGrade);
    }
    grade
}

/// The number a class's name begins with: `11-Б`, `XIБ`.
fn leading_number(name: &str) -> Option<u32> {
    let name = match name.trim_start().split_once(char::is_whitespace) {
        Some((word, behind)) if is_class_word(word) => behind,
        _ => name,
    };
    let name = name.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return roman_beginnings(name).next().map(|(grade, _)| grade);
    }
    cells::count(&digits, HIGHEST_GRADE).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_is_the_leading_number() {
        for (name, grade) in [
            ("5А", Some(5)),
            ("11-Б", Some(11)),
            ("«7В»", Some(7)),
            ("IXA", Some(9)),
            ("XC", Some(10)),
            ("XIID", Some(12)),
            ("ХІБ", Some(11)),
            ("класс 5А", Some(5)),
            ("Year 7", Some(7)),
            ("8-й", Some(8)),
            ("Лицей", None),
            ("", None),
            ("99999999999", None),
        ] {
            assert_eq!(leading_number(name), grade, "{name}");
        }
    }
}
