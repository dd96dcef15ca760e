//! `export`: which files are written, for whom, and what stops it.

use std::fs;
use std::path::Path;

use super::town::{Town, recuse, stderr, stdout};

/// The school with its roster and the roster's proof.
fn proven() -> Town {
    let town = Town::new();
    town.recuse(&["generate", "--proof", "roster.proof"])
        .assert()
        .code(0);
    town
}

/// Names of all files below the folder, sorted.
fn names(dir: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            names.extend(
                self::names(&path)
                    .iter()
                    .map(|below| format!("{name}/{below}")),
            );
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

fn exported(town: &Town, options: &[&str]) -> Vec<String> {
    let args: Vec<&str> = ["export", "roster.csv", "-o", "out"]
        .into_iter()
        .chain(options.iter().copied())
        .collect();
    town.recuse(&args).assert().code(0);
    names(&town.file("out"))
}

#[test]
fn everything_is_written_and_linked() {
    let town = proven();
    let names = exported(&town, &[]);
    for name in [
        "calendars/class-001.ics",
        "calendars/person-003.ics",
        "index.html",
        "order.docx",
        "order.html",
        "order.pdf",
        "sheets.xlsx",
        "tables/roster.csv",
    ] {
        assert!(
            names.iter().any(|other| other == name),
            "{name} of {names:?}"
        );
    }
    let index = town.read("out/index.html");
    for name in names.iter().filter(|name| *name != "index.html") {
        assert!(
            index.contains(&format!("href=\"{name}\"")),
            "{name} is linked"
        );
    }
}

#[test]
fn only_the_formats_asked_for() {
    let names = exported(&proven(), &["--to", "csv,ics"]);
    let allowed = |name: &String| {
        name == "index.html" || name.starts_with("calendars/") || name.starts_with("tables/")
    };
    assert!(names.iter().all(allowed), "{names:?}");
    assert!(
        names.iter().any(|name| name == "tables/roster.csv"),
        "{names:?}"
    );
    let names = exported(&proven(), &["--to", "pdf"]);
    let is_pdf = |name: &String| name == "index.html" || name.ends_with(".pdf");
    assert!(names.len() > 5 && names.iter().all(is_pdf), "{names:?}");
    proven()
        .recuse(&["export", "roster.csv", "--to", "odt"])
        .assert()
        .code(2);
}

#[test]
fn sheets_of_one_person() {
    let town = proven();
    let names = exported(&town, &["--person", "Clara", "--to", "html,ics"]);
    assert_eq!(
        names,
        [
            "calendars/person-003.ics",
            "declarations.html",
            "index.html",
            "personal-accounts.html",
            "personal-assignments.html"
        ]
    );
    let slips = town.read("out/personal-assignments.html");
    assert_eq!(slips.matches("<article").count(), 1);
    assert!(slips.contains("<h2>Clara Wood"));
    let mut command = town.recuse(&["export", "roster.csv", "--person", "Clive", "-o", "none"]);
    assert!(stderr(&mut command).contains("\"Clive\" is nobody of the lists"));
    command.assert().code(2);
    assert!(!town.file("none").exists());
}

#[test]
fn sheets_of_one_day() {
    let town = Town::with(
        "schedule.csv",
        "date,lesson,class,subject\n2026-04-21,2,7A,Physics\n2026-04-22,2,7A,Physics\n",
    );
    town.recuse(&["generate"]).output().unwrap();
    for date in ["22.04.2026", "2026-04-22"] {
        let args = [
            "export",
            "roster.csv",
            "-o",
            "out",
            "--date",
            date,
            "--force",
        ];
        town.recuse(&args).output().unwrap();
        let doors = town.read("out/door-sheets.html");
        assert_eq!(doors.matches("<section").count(), 1);
        assert!(doors.contains("22 April 2026") && !doors.contains("21 April 2026"));
        assert!(!town.file("out/order.docx").exists(), "no order of one day");
    }
    let args = ["export", "roster.csv", "-o", "none", "--date"];
    let nothing: Vec<&str> = args.into_iter().chain(["2026-05-01"]).collect();
    let mut command = town.recuse(&nothing);
    assert!(stderr(&mut command).contains("nothing to export"));
    command.assert().code(2);
    let unclear: Vec<&str> = args.into_iter().chain(["tomorrow"]).collect();
    town.recuse(&unclear).assert().code(2);
}

#[test]
fn sheets_for_the_public() {
    let town = proven();
    let names = exported(&town, &["--public", "--to", "html"]);
    assert_eq!(
        names,
        ["door-sheets.html", "index.html", "notice-board.html"]
    );
    for name in names {
        let text = town.read(&format!("out/{name}"));
        assert!(!text.contains("Wood") && !text.contains("Lake"), "{name}");
    }
    let args = ["export", "roster.csv", "--public", "--person", "Clara"];
    town.recuse(&args).assert().code(2);
}

#[test]
fn a_proof_is_verified_again_before_the_sheets_speak_of_it() {
    let town = proven();
    exported(&town, &["--to", "html", "--proof", "roster.proof"]);
    let checks = town.read("out/checks.html");
    assert!(checks.contains("Empty places: 0. Proven: fewer is impossible."));
    assert!(checks.contains("Load is spread evenly. Proven: more evenly is impossible."));
    assert!(checks.contains("roster.proof (proof)"));
    let without = Town::new();
    without.recuse(&["generate"]).assert().code(0);
    exported(&without, &["--to", "html"]);
    let checks = without.read("out/checks.html");
    assert!(checks.contains("Whether a better roster exists was not examined here."));
    assert!(!checks.contains("Proven:"));
}

#[test]
fn a_proof_that_does_not_hold_stops_everything() {
    let town = proven();
    let proof = town.read("roster.proof");
    town.write("roster.proof", &proof.replace("divisor 1\n", "divisor 2\n"));
    let mut command = town.recuse(&["export", "roster.csv", "--proof", "roster.proof"]);
    let words = stderr(&mut command);
    assert!(
        words.contains("the proof was altered or cut short"),
        "{words}"
    );
    command.assert().code(2);
    assert!(!town.file("sheets").exists());
}

#[test]
fn a_roster_made_by_stricter_rules_is_judged_by_them() {
    let town = Town::new();
    let generate = ["generate", "--strict", "--proof", "roster.proof"];
    town.recuse(&generate).output().unwrap();
    let export = [
        "export",
        "roster.csv",
        "--draft",
        "--proof",
        "roster.proof",
        "--strict",
    ];
    town.recuse(&export).output().unwrap();
    assert!(town.read("sheets/checks.html").contains("Proven:"));
    town.recuse(&export[..5]).assert().code(2);
}

#[test]
fn an_older_roster_cancels_in_the_calendars() {
    let town = proven();
    let old = town.read("roster.csv");
    town.write("old.csv", &old.replace("Dora Lake", "Karl Lake"));
    exported(&town, &["--to", "ics", "--was", "old.csv"]);
    let cancelled = town.read("out/calendars/person-006.ics");
    assert!(cancelled.contains("STATUS:CANCELLED"), "{cancelled}");
    let new = town.read("out/calendars/person-005.ics");
    assert!(new.contains("SEQUENCE:1") && new.contains("STATUS:CONFIRMED"));
}

#[test]
fn the_chat_is_told_everything_by_name_and_then_by_day() {
    let town = proven();
    exported(&town, &["--to", "txt"]);
    let text = town.read("out/chat.txt");
    let (names, days) = text.split_once("BY DAY").unwrap();
    assert!(names.contains("\nClara Wood\n• Tue 21 Apr, lesson 2, 7A, Physics – proctor\n"));
    assert!(names.contains("\n• Tue 21 Apr, 7A, Physics – checker, 20 works\n"));
    assert!(
        days.contains("Tuesday, 21 April 2026\n• lesson 2, 7A, Physics\n   proctor: Clara W.\n")
    );
    assert!(!text.contains('\u{a0}'));
}

#[test]
fn the_chat_for_the_public_has_initials_alone() {
    let town = proven();
    exported(&town, &["--to", "txt", "--public"]);
    let text = town.read("out/chat.txt");
    assert!(
        text.contains("\nClara W.\n") && !text.contains("Wood"),
        "{text}"
    );
}

#[test]
fn the_chat_is_told_changes_alone_where_an_older_roster_is_given() {
    let town = proven();
    let old = town.read("roster.csv");
    town.write("old.csv", &old.replace("Dora Lake", "Karl Lake"));
    exported(&town, &["--to", "txt", "--was", "old.csv"]);
    let text = town.read("out/chat.txt");
    let duty = "Tue 21 Apr, lesson 2, 7A, Physics – public observer";
    assert!(
        text.contains(&format!("Dora Lake\n• new: {duty}\n")),
        "{text}"
    );
    assert!(
        text.contains(&format!("Karl Lake\n• no more: {duty}\n")),
        "{text}"
    );
    assert!(text.contains("• lesson 2, 7A, Physics, public observer: Karl L. → Dora L.\n"));
    assert!(!text.contains("Clara") && !text.contains("Wood"), "{text}");
    exported(&town, &["--to", "txt", "--was", "roster.csv", "--force"]);
    assert!(town.read("out/chat.txt").contains("Nothing has changed."));
}

#[test]
fn a_roster_in_conflict_is_refused_unless_it_is_a_draft() {
    let town = proven();
    let roster = town.read("roster.csv");
    town.write("roster.csv", &roster.replace("Clara Wood", "Ada Stone"));
    let mut command = town.recuse(&["export", "roster.csv"]);
    assert!(stderr(&mut command).contains("no order is made"));
    command.assert().code(2);
    assert!(!town.file("sheets").exists());
    let mut command = town.recuse(&["export", "roster.csv", "--draft", "--lang", "ru"]);
    assert!(stdout(&mut command).contains("На каждой странице стоит отметка «ПРОЕКТ»."));
    assert!(town.read("sheets/order.html").contains("ПРОЕКТ"));
}

#[test]
fn what_is_there_stays_there() {
    let town = proven();
    exported(&town, &["--to", "html"]);
    town.write("out/index.html", "mine");
    let args = ["export", "roster.csv", "-o", "out", "--to", "html"];
    town.recuse(&args).assert().code(2);
    assert_eq!(town.read("out/index.html"), "mine");
    let forced: Vec<&str> = args.into_iter().chain(["--force"]).collect();
    town.recuse(&forced).assert().code(0);
    assert_ne!(town.read("out/index.html"), "mine");
}

#[test]
fn the_demonstration_shows_what_is_proven() {
    let dir = tempfile::tempdir().unwrap();
    let mut demo = recuse();
    demo.current_dir(dir.path())
        .args(["demo", "new", "--size", "small", "--seed", "3"]);
    demo.output().unwrap();
    let read = |name: &str| fs::read_to_string(dir.path().join("new").join(name)).unwrap();
    assert!(read("roster.proof").starts_with("recuse proof 4"));
    assert!(read("sheets/checks.html").contains("Proven:"));
}
