//! Which files are tables, and what `policy.toml` and the options do.

use crate::domain::{Preset, RuleCode, Severity};
use crate::input::testing::{complaints, read_school, read_with, said};
use crate::input::{InputFile, ReadOptions};

#[test]
fn tables_are_known_by_either_language_and_must_be_there() {
    let reading = read_with(
        &[
            ("Сотрудники.csv", "ФИО\nА Б\n"),
            ("классы.csv", "Класс\n5А\n"),
            ("Родители.csv", "Родитель,Класс\n"),
            (
                "график.csv",
                "Дата,Урок,Класс,Предмет\n21.04.2026,2,5А,Труд\n",
            ),
        ],
        &ReadOptions::default(),
    );
    assert_eq!(said(&reading), Vec::<String>::new());
    let tables: Vec<&str> = reading.tables.iter().map(|table| table.table).collect();
    assert_eq!(tables, ["staff", "classes", "parents", "schedule"]);
    assert_eq!(reading.tables[0].rows, 1);
    let nothing = read_with(&[], &ReadOptions::default());
    assert!(nothing.school.is_none());
    assert_eq!(nothing.complaints.len(), 4);
    assert_eq!(
        said(&nothing)[3],
        "staff.csv:0:0 the table \"staff\" is missing; add a file or a sheet of that name"
    );
}

#[test]
fn a_table_twice_names_both() {
    assert_eq!(
        complaints(&[("сотрудники.csv", "ФИО\nА Б\n")]),
        [
            "сотрудники.csv:0:0 the table \"staff\" stands here and in \"staff.csv\"; keep one of them"
        ]
    );
}

#[test]
fn other_files_are_notes_and_rosters_nothing() {
    let files = [
        ("absenses.csv", "person,from\n"),
        ("menu.csv", "soup\n"),
        ("roster.csv", "date\n"),
        ("roster-old.csv", "date\n"),
        ("расстановка (2).csv", "дата\n"),
        ("names.csv", "a\n"),
    ];
    assert_eq!(
        complaints(&files),
        [
            "absenses.csv:0:0 \"absenses\" is not the name of a table and is left aside; did you mean \"absences\"?",
            "menu.csv:0:0 \"menu\" is not the name of a table and is left aside",
        ]
    );
    assert!(read_school(&files).school.is_some());
}

#[test]
fn a_required_table_without_rows_is_worth_a_look() {
    assert_eq!(
        complaints(&[("schedule.csv", "date,lesson,class,subject\n")]),
        ["schedule.csv:1:0 the table has a header and no rows"]
    );
    for name in ["parents.csv", "pins.csv"] {
        let blank = read_school(&[(name, "")]);
        assert!(blank.school.is_some(), "{name}");
        let without_rows = read_school(&[(name, "date,class,subject,role,person,parent\n")]);
        assert!(without_rows.school.is_some(), "{name}");
    }
}

#[test]
fn options_stand_in_for_the_policy_and_its_preset() {
    let files = [
        ("staff.csv", "person\nA B\n"),
        ("classes.csv", "class\n5A\n"),
        ("parents.csv", ""),
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5A,Art\n",
        ),
        (
            "policy.toml",
            "preset = \"plan\"\n[rules]\nproctor-homeroom = \"allow\"\nchecker-homeroom = \"forbid\"\n[document]\nschool = \"№ 1\"\n",
        ),
    ];
    let own = read_with(&files, &ReadOptions::default()).school.unwrap();
    assert_eq!(own.policy.preset, Preset::Plan);
    assert_eq!(own.policy.overrides.len(), 2);
    assert_eq!(own.schools, ["№ 1"]);
    let strict = ReadOptions {
        preset: Some(Preset::Strict),
        ..ReadOptions::default()
    };
    let strict = read_with(&files, &strict).school.unwrap();
    assert_eq!(strict.policy.preset, Preset::Strict);
    assert_eq!(
        strict
            .policy
            .overrides
            .clone()
            .into_iter()
            .collect::<Vec<_>>(),
        [(RuleCode::CheckerHomeroom, Severity::Forbid)]
    );
    let given = ReadOptions {
        policy: Some(InputFile {
            name: "other.toml".to_owned(),
            bytes: b"preset = \"vpr\"".to_vec(),
        }),
        preset: None,
        ..ReadOptions::default()
    };
    let given = read_with(&files, &given).school.unwrap();
    assert_eq!(given.policy.preset, Preset::Vpr);
    assert!(given.policy.overrides.is_empty());
}
