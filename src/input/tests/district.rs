//! Several schools in one folder.

use crate::domain::Role;
use crate::input::testing::{person, read_with, said};
use crate::input::{ReadOptions, Reading};

fn district(extra: &[(&'static str, &'static str)]) -> Reading {
    let mut files = vec![
        ("policy.toml", "preset = \"plan\"\n"),
        (
            "school-7/staff.csv",
            "person,subjects\nИванова Анна Петровна,мат\nЗуев Олег Ильич,физ\n",
        ),
        (
            "school-7/subjects.csv",
            "subject,short,area\nМатематика,мат,\nФизика,физ,\n",
        ),
        ("school-7/classes.csv", "class\n5А\n"),
        ("school-7/parents.csv", "parent,class\nОрлова Вера,5А\n"),
        (
            "school-7/schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,мат\n",
        ),
        (
            "school-8/staff.csv",
            "person,subjects\nИванова Анна Петровна,Материаловедение\nКотов Пётр Ильич,Математика\n",
        ),
        (
            "school-8/subjects.csv",
            "subject,short,area\nМатериаловедение,мат,Технология\nМатематика,,\n",
        ),
        ("school-8/classes.csv", "class\n5А\n"),
        ("school-8/parents.csv", "parent,class\n"),
        (
            "school-8/schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,мат\n",
        ),
    ];
    files.extend(extra);
    read_with(&files, &ReadOptions::default())
}

#[test]
fn schools_share_subjects_and_keep_classes_and_people_apart() {
    let reading = district(&[]);
    assert_eq!(said(&reading), Vec::<String>::new());
    let school = reading.school.unwrap();
    assert_eq!(school.schools, ["school-7", "school-8"]);
    assert_eq!(school.classes.len(), 2);
    let names: Vec<&str> = school
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Иванова Анна Петровна (school-7)",
            "Зуев Олег Ильич",
            "Иванова Анна Петровна (school-8)",
            "Котов Пётр Ильич",
            "Орлова Вера",
        ]
    );
    assert_eq!(school.subjects.len(), 3);
    let subjects: Vec<&str> = school
        .sittings
        .iter()
        .map(|sitting| school.subject(sitting.subject).name.as_str())
        .collect();
    assert_eq!(subjects, ["Математика", "Материаловедение"]);
    let kotov = person(&school, "Котов Пётр Ильич");
    assert!(school.holds_role(kotov, Role::Checker, &school.sittings[0]));
    assert!(!school.holds_role(kotov, Role::Proctor, &school.sittings[0]));
}

#[test]
fn a_pin_may_name_somebody_of_another_school() {
    let reading = district(&[(
        "school-7/pins.csv",
        "date,class,subject,role,person\n21.04.2026,5А,мат,checker,Котов П.И.\n21.04.2026,5А,мат,checker,Иванова Анна Петровна (school-8)\n\
         21.04.2026,5А,мат,proctor,Иванова А.П.\n",
    )]);
    assert_eq!(said(&reading), Vec::<String>::new());
    let school = reading.school.unwrap();
    let pinned: Vec<usize> = school.pins.iter().map(|pin| pin.person.index()).collect();
    assert_eq!(pinned, [3, 2, 0]);
}

#[test]
fn a_policy_inside_a_school_is_not_used_and_areas_must_agree() {
    let reading = district(&[
        ("school-8/policy.toml", "preset = \"strict\"\n"),
        ("school-9/staff.csv", "person\nA B\n"),
        (
            "school-9/subjects.csv",
            "subject,area\nМатериаловедение,Труд\n",
        ),
        ("school-9/classes.csv", "class\n5А\n"),
        ("school-9/parents.csv", "parent,class\n"),
    ]);
    assert_eq!(
        said(&reading),
        [
            "school-8/policy.toml:0:0 this policy is not used: a district has one policy.toml, at its top",
            "school-9/schedule.csv:0:0 the table \"schedule\" is missing; add a file or a sheet of that name",
            "school-9/subjects.csv:2:2 \"Труд\": another school of the district puts the subject into \"Технология\", and that counts",
        ]
    );
}

#[test]
fn a_school_folder_leaves_folders_inside_it_aside() {
    let reading = district(&[("staff.csv", "person\nA B\n")]);
    let said = said(&reading);
    assert!(
        said.contains(
            &"school-7:0:0 the folder \"school-7\" is left aside: this folder is itself a school"
                .to_owned()
        )
    );
    assert!(
        said.contains(
            &"classes.csv:0:0 the table \"classes\" is missing; add a file or a sheet of that name"
                .to_owned()
        )
    );
}
