//! Bad rows of every table: where, and what is said.

use crate::input::testing::complaints;

/// The complaints as `row:column` of one file.
fn cells(file: &str, text: &str) -> Vec<String> {
    let prefix = format!("{file}:");
    complaints(&[(file, text)])
        .iter()
        .map(|line| {
            let line = line
                .strip_prefix(&prefix)
                .unwrap_or_else(|| panic!("{line}"));
            line.split(' ').next().unwrap().to_owned()
        })
        .collect()
}

#[test]
fn staff() {
    let text = "person,subjects,homeroom,roles,checks,max_per_day\nA B,Магия,9Я,наблюдатель,Чары,много\na b,,,повар,,\n,Химия,,,,\n";
    assert_eq!(
        cells("staff.csv", text),
        ["2:2", "2:3", "2:4", "2:5", "2:6", "3:1", "3:4", "4:1"]
    );
}

#[test]
fn two_rows_of_one_name_show_both() {
    assert_eq!(
        complaints(&[("classes.csv", "class\n5А\n5Б\n6А\n5 «a»\n")]),
        [
            "classes.csv:5:1 \"5 «a»\" and \"5А\" (row 2) are the same name; keep one of them, or tell them apart"
        ]
    );
    assert_eq!(
        cells(
            "subjects.csv",
            "subject,short,aliases\nМатематика,мат,\nИстория,,\nФизика,мат,история\nХимия,,\nхимия,,\n"
        ),
        ["4:2", "4:3", "6:1"]
    );
    assert_eq!(
        cells(
            "history.csv",
            "person,role,load\nПетров П.И.,proctor,1\nПетров Пётр Ильич,proctor,2\n"
        ),
        ["3:1"]
    );
}

#[test]
fn classes() {
    assert_eq!(
        cells(
            "classes.csv",
            "class,pupils,grade,homeroom\n5А,сто,пять,Никто Н.Н.\n5Б,,,\n6А,,,\n,1,,\n"
        ),
        ["2:2", "2:3", "2:4", "5:1"]
    );
    assert_eq!(cells("classes.csv", "class\nА\n5А\n5Б\n6А\n"), ["2:1"]);
}

#[test]
fn parents() {
    assert_eq!(
        cells(
            "parents.csv",
            "parent,class,observer,dates,staff\nА Б,9Я,может,\"1.4.2026, скоро\",Никто Н.Н.\n,5А,,,\n"
        ),
        ["2:2", "2:3", "2:4", "2:5", "3:1"]
    );
}

#[test]
fn schedule() {
    let text = "date,lesson,start,end,class,subject,pupils,proctors\n\
                31.02.2026,второй,,,9Я,Магия,x,-1\n,2,,,5А,мат,,\n21.04.2026,,,,5А,мат,,\n21.04.2026,,9:00,,5А,мат,,\n\
                21.04.2026,,9:00,8:00,5А,мат,,\n";
    assert_eq!(
        cells("schedule.csv", text),
        [
            "2:1", "2:2", "2:5", "2:6", "2:7", "2:8", "3:1", "4:0", "5:3", "6:4"
        ]
    );
}

#[test]
fn one_sitting_twice() {
    let text = "date,lesson,class,subject,group\n21.04.2026,2-3,5А,мат,\n21.04.2026,3,5 а,Математика,\n21.04.2026,4,5А,мат,\n\
                21.04.2026,3,5А,мат,1\n21.04.2026,3,5А,физ,\n";
    assert_eq!(
        complaints(&[("schedule.csv", text)]),
        [
            "schedule.csv:3:3 \"5 а\": row 2 is the same sitting (date, class, subject and group) at an overlapping time; keep one of them"
        ]
    );
}

#[test]
fn bells() {
    assert_eq!(
        cells(
            "bells.csv",
            "lesson,start,end\n1,8:30,8:00\n1,9:00,9:40\nпервый,9:00,9:40\n2,,10:30\n3,9:00,9:40\n1-2,9:00,9:40\n"
        ),
        ["2:3", "3:1", "4:1", "5:2", "7:1"]
    );
}

#[test]
fn timetable() {
    assert_eq!(
        cells(
            "timetable.csv",
            "weekday,lesson,class,subject,person\nзавтра,x,9Я,Магия,Орлова В.Ю.\n,,,,\nпн,1,5А,мат,\n"
        ),
        ["2:1", "2:2", "2:3", "2:4", "2:5", "4:5"]
    );
}

#[test]
fn absences() {
    assert_eq!(
        cells(
            "absences.csv",
            "person,from,to,lessons\nНикто Н.Н.,когда,потом,весь день\nПетров П.И.,22.04.2026,21.04.2026,\nПетров П.И.,,,\n"
        ),
        ["2:1", "2:2", "2:3", "2:4", "3:3", "4:2"]
    );
}

#[test]
fn pins() {
    let text = "date,class,subject,role,person,pin\nx,9Я,Магия,повар,Никто Н.Н.,да\n23.04.2026,5А,мат,proctor,Петров П.И.,\n\
                21.04.2026,5А,мат,proctor,Петров П.И.,must\n21.04.2026,5А,мат,proctor,Петров П.И.,never\n";
    assert_eq!(
        cells("pins.csv", text),
        ["2:1", "2:2", "2:3", "2:4", "2:5", "2:6", "3:2", "5:5"]
    );
}

#[test]
fn a_must_that_fits_two_sittings_names_their_rows() {
    let said = complaints(&[
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,мат\n21.04.2026,4,5А,мат\n",
        ),
        (
            "pins.csv",
            "date,class,subject,role,person\n21.04.2026,5А,мат,proctor,Петров П.И.\n",
        ),
    ]);
    assert_eq!(
        said,
        [
            "pins.csv:2:2 \"5А\": several sittings of the schedule fit (rows 2, 3); add a column \"group\" or \"lesson\""
        ]
    );
}

#[test]
fn ties_and_waivers() {
    assert_eq!(
        cells("ties.csv", "person,class\nНикто Н.Н.,9Я\n,\nПетров П.И.,\n"),
        ["2:1", "2:2", "4:2"]
    );
    assert_eq!(
        cells(
            "waivers.csv",
            "person,rule,class,subject,from,to,reason,approved\nНикто Н.Н.,absent,9Я,Магия,x,y,,\n\
             Петров П.И.,personal-tie,,,22.04.2026,21.04.2026,да,нет\n"
        ),
        [
            "2:1", "2:2", "2:3", "2:4", "2:5", "2:6", "2:7", "2:8", "3:6"
        ]
    );
    let said = complaints(&[(
        "waivers.csv",
        "person,rule,reason,approved\nПетров П.И.,proctor-homerom,a,b\n",
    )]);
    assert_eq!(
        said,
        [
            "waivers.csv:2:2 no rule is called \"proctor-homerom\"; `recuse rules` lists them; did you mean \"proctor-homeroom\"?"
        ]
    );
}

#[test]
fn history() {
    assert_eq!(
        cells(
            "history.csv",
            "person,role,load\nНикто Н.Н.,повар,-1\nПетров П.И.,,\n"
        ),
        ["2:1", "2:2", "2:3", "3:2", "3:3"]
    );
}
