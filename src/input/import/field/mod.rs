//! Files as programs really write them: what an import makes of them, and that the reader of the tables accepts it.

mod fet;

use super::*;
use crate::input::Gravity;
use crate::input::testing::{read_with, said};
use crate::input::{Problem, ReadOptions};

/// An aSc file with three teachers, classes and subjects; `week`, `lessons` and `cards` are put in.
fn asc(options: &str, week: &str, lessons: &str, cards: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<timetable options="{options}">{week}
<subjects><subject id="S1" name="Chemistry" short="Ch"/><subject id="S2" name="Music" short="Mu"/></subjects>
<teachers><teacher id="T1" name="Mary Wood"/><teacher id="T2" name="John Reed"/></teachers>
<classes><class id="C1" name="8A"/><class id="C2" name="8B"/></classes>
<lessons>{lessons}</lessons><cards>{cards}</cards></timetable>"#
    )
}

const MASKS: &str = r#"<daysdefs><daysdef name="Monday" days="10000"/><daysdef name="Tuesday" days="01000"/><daysdef name="Wednesday" days="00100"/></daysdefs>"#;

fn double(hours: &str, card_periods: u32) -> String {
    format!(
        r#"<lesson id="L" classids="C1" subjectid="S1" teacherids="T1" periodspercard="{card_periods}" periodsperweek="{hours}"/>"#
    )
}

/// What an import writes of the text; the tables' reader must find no error in it.
fn imported(kind: ImportKind, text: &str) -> Imported {
    let file = InputFile {
        name: "school.xml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let imported = import(kind, std::slice::from_ref(&file));
    assert_accepted(&imported);
    imported
}

fn assert_accepted(imported: &Imported) {
    let mut files: Vec<(&str, &str)> = imported
        .files
        .iter()
        .map(|file| {
            let text = std::str::from_utf8(&file.bytes).expect("tables are UTF-8");
            (file.name.as_str(), text)
        })
        .collect();
    let Some((_, classes)) = files.iter().find(|(name, _)| *name == "classes.csv") else {
        return;
    };
    let (_, subjects) = files[1];
    let first = |table: &str| -> String {
        let line = table.lines().nth(1).expect("a row");
        line.split(',').next().expect("a cell").to_owned()
    };
    let schedule = format!(
        "date,lesson,class,subject\n2026-04-21,1,{},{}\n",
        first(classes),
        first(subjects)
    );
    files.push(("schedule.csv", &schedule));
    files.push(("parents.csv", "parent,class\nEve Stone,8A\n"));
    let reading = read_with(&files, &ReadOptions::default());
    let errors: Vec<_> = reading
        .complaints
        .iter()
        .filter(|complaint| complaint.gravity == Gravity::Error)
        .filter(|complaint| complaint.text != "8A")
        .collect();
    assert!(errors.is_empty(), "{:#?}", said(&reading));
}

/// Weekday, lesson and class of the rows of the timetable.
fn times(imported: &Imported) -> Vec<String> {
    let Some(file) = imported
        .files
        .iter()
        .find(|file| file.name == "timetable.csv")
    else {
        return Vec::new();
    };
    let text = std::str::from_utf8(&file.bytes).expect("tables are UTF-8");
    text.lines()
        .skip(1)
        .map(|line| line.splitn(4, ',').take(3).collect::<Vec<_>>().join(" "))
        .collect()
}

fn table(imported: &Imported, name: &str) -> String {
    let file = imported.files.iter().find(|file| file.name == name);
    String::from_utf8(file.expect("the table").bytes.clone()).expect("tables are UTF-8")
}

fn says(imported: &Imported, problem: ImportProblem) -> bool {
    imported
        .complaints
        .iter()
        .any(|complaint| complaint.problem == Problem::Import(problem))
}

fn card(period: u32, days: &str, weeks: &str) -> String {
    format!(r#"<card lessonid="L" period="{period}" days="{days}" weeks="{weeks}" terms="1"/>"#)
}

#[test]
fn a_card_is_a_period_or_a_block_as_the_lesson_shows() {
    let of = |lesson: String, cards: &[String]| {
        times(&imported(
            ImportKind::Asc,
            &asc("", MASKS, &lesson, &cards.concat()),
        ))
    };
    let mon = "10000";
    // A card for each period, a card for the block.
    let each = [card(2, mon, "1"), card(3, mon, "1")];
    assert_eq!(of(double("2.0", 2), &each), ["Mon 2 8A", "Mon 3 8A"]);
    assert_eq!(of(double("2", 2), &each[..1]), ["Mon 2 8A", "Mon 3 8A"]);
    // Two blocks one after the other are blocks; three cards in a row are not.
    let blocks = [card(1, mon, "1"), card(3, mon, "1")];
    let four = ["Mon 1 8A", "Mon 2 8A", "Mon 3 8A", "Mon 4 8A"];
    assert_eq!(of(double("4", 2), &blocks), four);
    let row = [card(1, mon, "1"), card(2, mon, "1"), card(3, mon, "1")];
    assert_eq!(of(double("3", 3), &row), &four[..3]);
    // The hours are not said: cards that would lie over one another are periods.
    assert_eq!(of(double("", 2), &each), ["Mon 2 8A", "Mon 3 8A"]);
    // Every other week: one hour a week on average, the block in week A.
    assert_eq!(
        of(double("1", 2), &[card(2, mon, "10")]),
        ["Mon 2 8A", "Mon 3 8A"]
    );
    let other = [card(2, mon, "10"), card(3, mon, "10")];
    assert_eq!(of(double("1", 2), &other), ["Mon 2 8A", "Mon 3 8A"]);
    // One card on several days.
    assert_eq!(
        of(double("2", 1), &[card(4, "10100", "1")]),
        ["Mon 4 8A", "Wed 4 8A"]
    );
    // The same card once for each room.
    assert_eq!(
        of(double("2", 2), &[card(2, mon, "1"), card(2, mon, "1")]),
        ["Mon 2 8A", "Mon 3 8A"]
    );
}

#[test]
fn cards_stand_by_their_own_lesson_or_by_none() {
    let lessons = r#"<lesson classids="C1" subjectid="S1" teacherids="T1" periodsperweek="1"/><lesson classids="C2" subjectid="S2" teacherids="T2" periodsperweek="1"/>"#;
    let own = r#"<card classids="C1" subjectid="S1" teacherids="T1" period="1" days="10000"/><card classids="C2" subjectid="S2" teacherids="T2" period="2" days="01000"/>"#;
    let done = imported(ImportKind::Asc, &asc("", MASKS, lessons, own));
    assert_eq!(times(&done), ["Mon 1 8A", "Tue 2 8B"]);
    assert_eq!(
        table(&done, "load.csv"),
        "person,subject,class,group,hours\nMary Wood,Chemistry,8A,,1\nJohn Reed,Music,8B,,1\n"
    );
    // Hours that the file does not say are no reason to lose who teaches what.
    let unsaid = lessons.replace(r#" periodsperweek="1""#, "");
    let done = imported(
        ImportKind::Asc,
        &asc(
            "",
            MASKS,
            &unsaid,
            &own.replace("<card classids=\"C2\"", "<other "),
        ),
    );
    assert_eq!(
        table(&done, "load.csv"),
        "person,subject,class,group,hours\nMary Wood,Chemistry,8A,,0\nJohn Reed,Music,8B,,0\n"
    );
    // Cards that say nothing, or another lesson's id.
    for id in ["", "L9"] {
        let strange = format!(r#"<card lessonid="{id}" period="1" days="10000"/>"#);
        let done = imported(ImportKind::Asc, &asc("", MASKS, lessons, &strange));
        assert_eq!(times(&done), [""; 0]);
        assert!(says(&done, ImportProblem::CardsLeftOut { cards: 1 }));
    }
    // One id for two lessons.
    let same = lessons.replace("<lesson ", r#"<lesson id="L" "#);
    let done = imported(
        ImportKind::Asc,
        &asc("", MASKS, &same, &card(1, "10000", "1")),
    );
    assert_eq!(times(&done), [""; 0]);
    assert!(says(&done, ImportProblem::SameId { line: 6 }));
    // No lessons at all: the cards tell who teaches what.
    let done = imported(ImportKind::Asc, &asc("", MASKS, "", own));
    assert_eq!(times(&done), ["Mon 1 8A", "Tue 2 8B"]);
    assert!(table(&done, "load.csv").contains("John Reed,Music,8B,,1\n"));
}

#[test]
fn days_are_numbered_as_the_file_numbers_them() {
    let lesson = double("2", 1);
    let cards = |days: [u32; 2]| {
        days.map(|day| format!(r#"<card lessonid="L" day="{day}" period="1"/>"#))
            .concat()
    };
    let days = |first: u32| {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
        let entries: String = (first..)
            .zip(names)
            .map(|(day, name)| format!(r#"<day day="{day}" name="{name}"/>"#))
            .collect();
        format!("<days>{entries}</days>")
    };
    let of = |options: &str, week: &str, on: [u32; 2]| {
        times(&imported(
            ImportKind::Asc,
            &asc(options, week, &lesson, &cards(on)),
        ))
    };
    let expected = ["Mon 1 8A", "Fri 1 8A"];
    assert_eq!(of("daynumbering1", &days(1), [1, 5]), expected);
    assert_eq!(of("", &days(0), [0, 4]), expected);
    // The file's own list is believed, whatever the option says.
    assert_eq!(of("", &days(1), [1, 5]), expected);
    assert_eq!(of("idprefix:X,daynumbering1", "", [1, 5]), expected);
    assert_eq!(of("", "", [0, 4]), expected);
    // A day that is not listed has no place.
    assert_eq!(of("", &days(1), [1, 9]), ["Mon 1 8A"]);
}

#[test]
fn short_names_that_name_another_subject_are_left_out() {
    for (name, short, kept) in [
        ("Physics", "Ch", ""),
        ("Physics", "CH.", "CH."),
        ("Physics", "Music", ""),
        ("Physics", "ch", ""),
        ("Physics", "Ph", "Ph"),
        ("Physics", "PHYSICS", ""),
    ] {
        let text = asc("", MASKS, &double("1", 1), "").replace(
            "</subjects>",
            &format!(r#"<subject id="S3" name="{name}" short="{short}"/></subjects>"#),
        );
        let done = imported(ImportKind::Asc, &text);
        assert!(
            table(&done, "subjects.csv").contains(&format!("\n{name},{kept}\n")),
            "{short}"
        );
    }
}

#[test]
fn names_that_read_as_one_are_one() {
    let text = asc("", MASKS, "", "")
        .replace("</subjects>", r#"<subject id="S3" name="CHEMISTRY "/></subjects>"#)
        .replace("</teachers>", r#"<teacher id="T3" name="mary  WOOD"/></teachers>"#)
        .replace("</classes>", r#"<class id="C3" name="8 a"/></classes>"#)
        .replace(
            "</lessons>",
            r#"<lesson id="L" classids="C3" subjectid="S3" teacherids="T3" periodsperweek="2"/></lessons>"#,
        );
    let done = imported(ImportKind::Asc, &text);
    assert_eq!(
        table(&done, "load.csv"),
        "person,subject,class,group,hours\nMary Wood,Chemistry,8A,,2\n"
    );
    let same = |list, line| says(&done, ImportProblem::SameName { list, line });
    assert!(same(List::Subjects, 3) && same(List::Teachers, 4) && same(List::Classes, 5));
}

#[test]
fn a_wrong_encoding_is_noticed() {
    let text = asc("", MASKS, &double("1", 1), "").replace("Mary Wood", "Петрова Мария");
    for name in [
        "windows-1251",
        "windows-1252",
        "iso-8859-2",
        "utf-16",
        "koi8-r",
    ] {
        let done = imported(ImportKind::Asc, &text.replace("UTF-8", name));
        assert!(
            table(&done, "staff.csv").contains("Петрова Мария"),
            "{name}"
        );
        assert!(says(&done, ImportProblem::OtherLetters), "{name}");
    }
    let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    for name in [
        "UTF-8",
        "windows-1252",
        "windows-1250",
        "iso-8859-1",
        "windows-1254",
    ] {
        let mut bytes = cyrillic.to_vec();
        bytes.splice(30..35, name.bytes());
        let file = InputFile {
            name: "school.xml".to_owned(),
            bytes,
        };
        let done = import(ImportKind::Asc, std::slice::from_ref(&file));
        assert_eq!(done.files, [], "{name}");
        assert!(says(&done, ImportProblem::BrokenLetters), "{name}");
    }
}
