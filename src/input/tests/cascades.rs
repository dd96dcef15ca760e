//! One slip is said once: what follows from it is not.

use crate::input::testing::complaints;

#[test]
fn a_table_that_cannot_be_read_makes_its_names_unknown_to_nobody() {
    assert_eq!(
        complaints(&[("classes.csv", "klass,pupils\n5А,25\n")]),
        [
            "classes.csv:1:0 the column \"class\" is missing; is it the one called \"klass\"?",
            "classes.csv:1:0 columns that this table does not know are left aside: \"klass\"",
        ]
    );
    let staff = complaints(&[
        ("staff.csv", "a,b\n1,2\n"),
        ("load.csv", "person,subject,class\nКто-то,мат,5А\n"),
        ("absences.csv", "person,from\nКто-то,21.04.2026\n"),
    ]);
    assert_eq!(staff.len(), 1);
    let subjects = complaints(&[("subjects.csv", "a,b\n1,2\n")]);
    assert_eq!(subjects.len(), 1);
}

#[test]
fn a_row_with_a_slip_still_gives_its_name() {
    assert_eq!(
        complaints(&[("classes.csv", "class,pupils\n5А,сто\n5Б,\n6А,\n")]).len(),
        1
    );
    assert_eq!(
        complaints(&[
            ("staff.csv", "person,max_total\nПетров Пётр Ильич,x\n"),
            ("history.csv", "person,role,load\nПетров П.И.,proctor,1\n"),
        ])
        .len(),
        1
    );
}

#[test]
fn a_pin_is_silent_where_the_schedule_has_slips() {
    let said = complaints(&[
        (
            "schedule.csv",
            "date,lesson,class,subject\n41.04.2026,2,5А,мат\n",
        ),
        (
            "pins.csv",
            "date,class,subject,role,person\n21.04.2026,5А,мат,proctor,Петров П.И.\n",
        ),
    ]);
    assert_eq!(said.len(), 1);
}

#[test]
fn a_bell_with_a_slip_still_rings() {
    let said = complaints(&[(
        "bells.csv",
        "lesson,start,end\n2,рано,10:10\n3,10:20,11:00\n",
    )]);
    assert_eq!(said.len(), 1);
}

#[test]
fn all_slips_of_all_files_are_said_at_once() {
    let said = complaints(&[
        ("staff.csv", "person,roles\nПетров Пётр Ильич,повар\n"),
        ("parents.csv", "parent,class,observer\nА Б,5А,может\n"),
        ("schedule.csv", "date,lesson,class,subject\nx,2,5А,мат\n"),
        ("policy.toml", "preset = \"vrp\"\n"),
    ]);
    let files: Vec<&str> = said
        .iter()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(
        files,
        ["parents.csv", "policy.toml", "schedule.csv", "staff.csv"]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_not_also_missing() {
    let said = complaints(&[
        ("staff.csv", "person\nA \0 B\n"),
        ("load.csv", "person,subject,class\nКто-то,мат,5А\n"),
    ]);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("staff.csv:"));
}
