//! Nothing is overwritten unasked, nothing is half written, nothing is written after bad input.

use std::fs;

use super::town::{Town, recuse, stderr};

#[test]
fn a_file_that_exists_is_kept() {
    let town = Town::with("roster.csv", "mine");
    let mut command = town.recuse(&["generate"]);
    assert!(
        stderr(&mut command).contains("--force"),
        "the way out is named"
    );
    command.assert().code(2);
    assert_eq!(town.read("roster.csv"), "mine");
}

#[test]
fn force_overwrites() {
    let town = Town::with("roster.csv", "mine");
    town.recuse(&["generate", "--force"]).assert().code(0);
    assert!(town.read("roster.csv").starts_with("date,lesson"));
}

#[test]
fn bad_input_writes_nothing() {
    let bad_tables = [
        (
            "schedule.csv",
            "date,lesson,class,subject\n2026-04-21,2,9Z,Physics\n",
        ),
        ("staff.csv", "\u{0}\u{1}\u{2}"),
        ("classes.csv", ""),
        ("policy.toml", "preset = \"lenient\"\n"),
        ("parents.csv", "parent,class\n\"Dora Lake,7B\n"),
    ];
    for (name, text) in bad_tables {
        let town = Town::with(name, text);
        let before = town.names();
        let output = town.recuse(&["generate"]).output().unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        if output.status.code() == Some(2) {
            assert!(words.contains("error"), "{name}: {words}");
            assert_eq!(town.names(), before, "{name}");
        } else {
            // A table that is merely odd may be read; then the roster is whole.
            assert!(
                town.read("roster.csv").starts_with("date,lesson"),
                "{name}: {words}"
            );
        }
    }
}

#[test]
fn an_unknown_class_is_an_error_with_nothing_written() {
    let town = Town::with(
        "schedule.csv",
        "date,lesson,class,subject\n2026-04-21,2,9Z,Physics\n",
    );
    let before = town.names();
    town.recuse(&["generate"]).assert().code(2);
    assert_eq!(town.names(), before);
}

#[test]
fn files_cut_anywhere_get_an_answer() {
    let whole = "person,subjects,checks\nAda Stone,Physics,\nBoris \"Hill,Physics,\n";
    for end in (0..whole.len()).step_by(9) {
        let town = Town::with("staff.csv", &whole[..end]);
        let code = town.recuse(&["generate"]).output().unwrap().status.code();
        assert!(matches!(code, Some(0..=2)), "cut at {end}: {code:?}");
    }
}

#[test]
fn folders_that_are_missing_or_empty_are_named() {
    let empty = tempfile::tempdir().unwrap();
    for dir in ["nowhere", "."] {
        let mut command = recuse();
        command
            .current_dir(empty.path())
            .args(["generate", dir, "-o", "out.csv"]);
        assert!(stderr(&mut command).contains("the folder"), "{dir}");
        command.assert().code(2);
    }
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn a_roster_that_is_none_is_refused() {
    let town = Town::with("plan.csv", "hello\nworld\n");
    town.recuse(&["check", "plan.csv"]).assert().code(2);
}

#[test]
fn an_output_in_a_place_that_is_no_folder_leaves_nothing_behind() {
    let town = Town::new();
    let before = town.names();
    town.recuse(&["generate", "-o", "staff.csv/roster.csv"])
        .assert()
        .code(2);
    assert_eq!(town.names(), before);
}

#[test]
fn the_template_is_a_school_without_rows() {
    let town = Town::with("notes.txt", "mine");
    let mut command = town.recuse(&["template", "--lang", "ru", "-o", "forms/school.xlsx"]);
    command.assert().code(0);
    town.recuse(&["template", "--lang", "ru", "-o", "forms/school.xlsx"])
        .assert()
        .code(2);
    let output = town
        .recuse(&["validate", "forms", "--lang", "ru"])
        .output()
        .unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    let tables = words.matches("school.xlsx [").count();
    assert_eq!((output.status.code(), tables), (Some(1), 16), "{words}");
}
