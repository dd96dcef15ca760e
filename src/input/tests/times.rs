//! Lessons, clock times, shifts, and whether they can be compared.

use crate::domain::Minute;
use crate::input::ReadOptions;
use crate::input::testing::{complaints, read_with, said, school};

#[test]
fn lessons_and_clock_times_need_bells_between_them() {
    let schedule = "date,lesson,start,end,class,subject\n21.04.2026,2,,,5А,мат\n22.04.2026,,9:00,9:45,5Б,ист\n";
    assert_eq!(
        complaints(&[("schedule.csv", schedule)]),
        [
            "schedule.csv:3:3 \"9:00\" is a clock time, and \"2\" (schedule.csv, row 2) is a lesson number without one: the two cannot be compared; add the table \"bells\""
        ]
    );
    let school = school(&[
        ("schedule.csv", schedule),
        ("bells.csv", "lesson,start,end\n2,9:30,10:10\n"),
    ]);
    assert!(school.sittings[0].span.overlaps(&school.sittings[1].span));
}

#[test]
fn a_row_with_both_compares_with_either() {
    let said = complaints(&[(
        "schedule.csv",
        "date,lesson,start,end,class,subject\n21.04.2026,2,,,5А,мат\n22.04.2026,2,9:00,9:45,5Б,ист\n",
    )]);
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn absences_said_beside_the_folder_are_read_as_its_table() {
    let files = [
        (
            "staff.csv",
            "person\nИванова Анна Петровна\nПетров Пётр Ильич\n",
        ),
        ("classes.csv", "class,pupils\n5А,25\n5Б,24\n"),
        ("subjects.csv", "subject,short\nМатематика,мат\n"),
        ("parents.csv", "parent,class\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,мат\n",
        ),
        (
            "bells.csv",
            "lesson,start,end\n2,9:30,10:10\n3,10:20,11:00\n",
        ),
        ("absences.csv", "person,from\nИванова А.П.,20.04.2026\n"),
    ];
    let with = |said: &[&str]| {
        let options = ReadOptions {
            absent: said.iter().map(|text| (*text).to_owned()).collect(),
            ..ReadOptions::default()
        };
        read_with(&files, &options)
    };
    let reading = with(&["Петров П.И. @ 21.04.2026 @ 2-3", "Петров Пётр Ильич"]);
    let school = reading.school.unwrap();
    let [_, lessons, always] = &school.absences[..] else {
        panic!("{:?}", school.absences);
    };
    let span = lessons.span.as_ref().unwrap();
    assert_eq!(
        (lessons.from, lessons.to),
        (school.sittings[0].date, school.sittings[0].date)
    );
    assert_eq!(
        (span.start(), span.end()),
        (Some(Minute(570)), Some(Minute(660)))
    );
    assert!(always.span.is_none() && always.from < lessons.from && lessons.to < always.to);
    assert_eq!(
        said(&with(&["Петров П.И.@46133", "Петрв П.И.", "@21.04.2026"])),
        [
            "--absent:1:2 \"46133\" is not a date; write it like 21.04.2026 or 2026-04-21",
            "--absent:2:1 \"Петрв П.И.\": nobody of this name is in staff or parents; did you mean \"Петров Пётр Ильич\"?",
            "--absent:3:1 the cell is empty; the column \"person\" must be filled",
        ]
    );
}

#[test]
fn a_lesson_without_a_bell_is_named() {
    assert_eq!(
        complaints(&[("bells.csv", "lesson,start,end\n2,9:30,10:10\n")]),
        [
            "schedule.csv:3:2 \"3\": bells has no lesson 3 (of this shift); add it there, or correct the lesson"
        ]
    );
}

const SHIFTS: &str =
    "lesson,start,end,shift\n2,9:30,10:10,1\n3,10:20,11:00,1\n2,14:30,15:10,2\n3,15:20,16:00,2\n";

#[test]
fn a_lesson_of_two_shifts_needs_to_know_which() {
    assert_eq!(
        complaints(&[("bells.csv", SHIFTS)]),
        [
            "schedule.csv:2:2 \"2\": lesson 2 rings in several shifts; add a column \"shift\" here or in classes",
            "schedule.csv:3:2 \"3\": lesson 3 rings in several shifts; add a column \"shift\" here or in classes",
        ]
    );
}

#[test]
fn the_shift_is_the_rows_else_the_classs() {
    let school = school(&[
        ("bells.csv", SHIFTS),
        ("classes.csv", "class,shift\n5А,2\n5Б,1\n6А,1\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject,shift\n21.04.2026,2-3,5А,мат,\n22.04.2026,3,5Б,ист,2\n",
        ),
        (
            "absences.csv",
            "person,from,lessons\nПетров П.И.,21.04.2026,2\n",
        ),
    ]);
    let clock = |index: usize| {
        let span = &school.sittings[index].span;
        (span.start().unwrap(), span.end().unwrap())
    };
    assert_eq!(clock(0), (Minute(870), Minute(960)));
    assert_eq!(clock(1), (Minute(920), Minute(960)));
    let away = school.absences[0].span.as_ref().unwrap();
    assert_eq!(away.clock.len(), 2);
    assert!(away.overlaps(&school.sittings[0].span));
}
