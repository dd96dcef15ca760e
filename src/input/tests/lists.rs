//! Lists with the headings, subjects and values that schools really type.

use crate::input::testing::{complaints, school};

#[test]
fn subjects_of_staff_are_read_under_a_singular_heading() {
    for heading in [
        "Предмет",
        "Предметы",
        "subject",
        "Предмет(ы)",
        "Учебный предмет",
        "Предмет преподавания",
    ] {
        let staff =
            format!("Ф.И.О. учителя,Должность,{heading}\nИванова Анна Петровна,учитель,Физика\n");
        let school = school(&[("staff.csv", &staff)]);
        let person = school.person_ids().next().unwrap();
        let staff = school.person(person).staff.as_ref().unwrap();
        assert_eq!(staff.subjects.len(), 1, "{heading}");
    }
}

#[test]
fn a_heading_that_loses_rules_is_an_error() {
    let said = complaints(&[(
        "staff.csv",
        "ФИО,Предмет который ведёт\nИванова Анна Петровна,Физика\n",
    )]);
    assert!(
        said.iter().any(|line| line.contains("is it \"subjects\"")),
        "{said:#?}"
    );
    let said = complaints(&[("classes.csv", "Класс,Кл. руководителль\n5А,\n5Б,\n6А,\n")]);
    assert!(
        said.iter().any(|line| line.contains("is it \"homeroom\"")),
        "{said:#?}"
    );
}

#[test]
fn a_spreadsheet_error_is_told_in_its_cell() {
    let said = complaints(&[(
        "schedule.csv",
        "Дата проведения,№ урока,Класс,Предмет\n«21» апреля 2026 г.,2 урок,#N/A,#Н/Д\n",
    )]);
    let errors = said
        .iter()
        .filter(|line| line.contains("error of the spreadsheet"));
    assert_eq!(errors.count(), 2, "{said:#?}");
}

#[test]
fn a_shortened_subject_is_the_subject() {
    let school = school(&[(
        "schedule.csv",
        "Дата,Урок №,Класс,Предмет\n21.04.2026 0:00,2 урок,5А,Матем-ка\n22 апреля 2026 г.,3-й урок,5Б,Ист.\n",
    )]);
    let names: Vec<&str> = school
        .subjects
        .iter()
        .map(|subject| subject.name.as_str())
        .collect();
    assert_eq!(names, ["Математика", "Физика", "История", "Химия"]);
    assert_eq!(school.sitting_ids().count(), 2);
}
