//! Rosters as people make them, through the real program: wide, in text files and workbooks, with names to ask about.

use std::io::{Cursor, Read, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::town::{Town, stderr, stdout};
use crate::book::{SheetPlan, Value as Cell, ods, xlsx};

/// Who may: Clara Wood proctors, Oscar Vale grades, Dora Lake observes.
const WIDE: &str = "Rota for the spring assessments;;;;;\nDate;Class;Paper;Invigilator;Markers;Public observer\n\
    21 April;7a;Phys.;Wood;Vale, O.;Dora Lake\n;;;;;\nHead teacher;;;;;A. N. Other\n";

/// The same as cells, the day as a number; `sheet` names the people.
fn plan(sheet: &str, people: [&str; 3]) -> SheetPlan {
    let text = |text: &str| Cell::Text(text.to_owned());
    let heads = [
        "Date",
        "Class",
        "Paper",
        "Invigilator",
        "Markers",
        "Public observer",
    ];
    SheetPlan::of(
        sheet,
        vec![
            vec![text("Rota")],
            heads.map(text).to_vec(),
            [Cell::Date(2026, 4, 21), text("7A"), text("Physics")]
                .into_iter()
                .chain(people.map(text))
                .collect(),
        ],
    )
}

const GOOD: [&str; 3] = ["Clara Wood", "Oscar Vale", "Dora Lake"];

fn town(name: &str, bytes: &[u8]) -> Town {
    let town = Town::new();
    std::fs::write(town.file(name), bytes).unwrap();
    town
}

#[test]
fn a_wide_roster_goes_through_every_command() {
    let books = [
        ("plan.csv", WIDE.as_bytes().to_vec()),
        ("plan.xlsx", xlsx(&[plan("Rota", GOOD)])),
        ("plan.ods", ods(&[plan("Rota", GOOD)])),
    ];
    for (name, bytes) in books {
        let town = town(name, &bytes);
        let check = stdout(&mut town.recuse(&["check", name]));
        assert!(
            check.starts_with("CLEAN: 3 places checked"),
            "{name}: {check}"
        );
        let repair = [
            "repair",
            name,
            "--absent",
            "Dora Lake",
            "-o",
            "new.csv",
            "--lang",
            "en",
        ];
        town.recuse(&repair).assert().code(1);
        let repaired = town.read("new.csv");
        assert!(repaired.contains("proctor,Clara Wood"), "{repaired}");
        assert!(!repaired.contains("Dora Lake"), "{repaired}");
        let diff = stdout(&mut town.recuse(&["diff", name, "new.csv"]));
        assert!(diff.contains("Dora Lake"), "{diff}");
        town.recuse(&["export", name, "-o", "sheets", "--to", "csv"])
            .assert()
            .code(0);
        assert!(town.file("sheets").is_dir());
        let explain = [
            "explain",
            name,
            "--date",
            "21.04.2026",
            "--class",
            "7A",
            "--subject",
            "Physics",
            "--role",
            "proctor",
        ];
        let explain = stdout(&mut town.recuse(&explain));
        assert!(explain.contains("Clara Wood"), "{explain}");
        town.recuse(&["generate", "--proof", "proof.txt", "-o", "roster.csv"])
            .assert()
            .success();
        let verify = stdout(&mut town.recuse(&["verify", name, "proof.txt"]));
        assert!(!verify.is_empty());
        town.recuse(&["validate"]).assert().code(0);
    }
}

#[test]
fn findings_name_the_cell_or_the_column_as_typed() {
    let wrong = ["Ada Stone", "Oscar Vale", ""];
    let town = town("plan.xlsx", &xlsx(&[plan("Rota", wrong)]));
    let text = stdout(&mut town.recuse(&["check", "plan.xlsx"]));
    assert!(text.contains("--> plan.xlsx, sheet Rota, D3\n"), "{text}");
    assert!(text.contains("--> plan.xlsx, sheet Rota, F3\n"), "{text}");
    let json = stdout(&mut town.recuse(&["check", "plan.xlsx", "--format", "json"]));
    let report: Value = serde_json::from_str(&json).unwrap();
    let first = &report["conflicts"][0];
    assert_eq!(
        [
            &first["column"],
            &first["cell"],
            &first["sheet"],
            &first["row"]
        ],
        [
            &Value::from("Invigilator"),
            &Value::from("D3"),
            &Value::from("Rota"),
            &Value::from(3)
        ]
    );
    town.write("plan.csv", &WIDE.replace("Wood", "Stone"));
    let text = stdout(&mut town.recuse(&["check", "plan.csv"]));
    assert!(
        text.contains("--> plan.csv, row 3, \"Invigilator\"\n"),
        "{text}"
    );
}

#[test]
fn places_that_a_roster_leaves_out_stand_under_one_heading() {
    let short = "Date;Class;Paper;Invigilator\n21 April;7a;Phys.;Wood\n";
    let town = town("plan.csv", short.as_bytes());
    let mut command = town.recuse(&["check", "plan.csv"]);
    let text = stdout(&mut command);
    let heading = "conflict[place empty]: the roster says nothing of 2 places\n";
    assert_eq!(text.matches("conflict[place empty]").count(), 1, "{text}");
    assert!(text.contains(heading), "{text}");
    for (role, person) in [("checker", "Oscar Vale"), ("observer", "Dora Lake")] {
        let line = format!("  2026-04-21, lesson 2, 7A, Physics, {role} – assign {person}\n");
        assert!(text.contains(&line), "{text}");
    }
}

#[test]
fn the_reading_is_shown_cell_by_cell() {
    let town = town("plan.csv", WIDE.as_bytes());
    let mut command = town.recuse(&["check", "plan.csv", "--show-reading"]);
    let (text, told) = (stdout(&mut command), stderr(&mut command));
    for needle in [
        "header in row 2, one row a sitting",
        "D  Invigilator      proctor",
        "D3    2026-04-21  2       7A     Physics  proctor   Wood       Clara Wood",
        "E3    2026-04-21  2       7A     Physics  checker   Vale, O.   Oscar Vale",
    ] {
        assert!(text.contains(needle), "{needle} in {text}");
    }
    assert!(
        told.contains("the row is not taken for one of the table"),
        "{told}"
    );
}

#[test]
fn answers_about_names_are_kept_and_read() {
    let typed = WIDE.replace("Wood", "Wodo");
    let town = town("plan.csv", typed.as_bytes());
    let ask = |answers: &'static str| {
        let mut command = town.recuse(&["check", "plan.csv", "--learn"]);
        command.write_stdin(answers);
        command
    };
    let text = stdout(&mut ask(""));
    assert!(text.starts_with("UNCLEAR: 1 unclear name"), "{text}");
    assert!(!town.file("names.csv").exists());
    let asked = stderr(&mut ask("\n"));
    assert!(
        asked.contains("row 3, \"Invigilator\": who is \"Wodo\"?"),
        "{asked}"
    );
    assert!(asked.contains("1  Clara Wood"), "{asked}");
    let text = stdout(&mut ask("7\n1\n"));
    assert!(text.starts_with("CLEAN"), "{text}");
    assert_eq!(
        town.read("names.csv"),
        "typed,person\r\nWodo,Clara Wood\r\n"
    );
    // Other commands read them too.
    town.recuse(&["export", "plan.csv", "-o", "sheets", "--to", "csv"])
        .assert()
        .code(0);
    let text = stdout(&mut town.recuse(&["check", "plan.csv"]));
    assert!(text.starts_with("CLEAN"), "{text}");
    // «None of them» makes the name a stranger's.
    std::fs::remove_file(town.file("names.csv")).unwrap();
    let text = stdout(&mut ask("0\n"));
    assert!(text.contains("[name in no list]"), "{text}");
    assert_eq!(town.read("names.csv"), "typed,person\r\nWodo,\r\n");
}

#[test]
fn a_sheet_can_be_chosen_and_an_unknown_one_is_told() {
    let sheets = [
        plan("Old", ["Ada Stone", "Oscar Vale", "Dora Lake"]),
        plan("New", GOOD),
    ];
    let town = town("plan.xlsx", &xlsx(&sheets));
    town.recuse(&["check", "plan.xlsx"]).assert().code(1);
    let told = stderr(&mut town.recuse(&["check", "plan.xlsx"]));
    assert!(
        told.contains("sheet \"New\" is not read: it tells the same duties as sheet \"Old\""),
        "{told}"
    );
    let text = stdout(&mut town.recuse(&["check", "plan.xlsx", "--sheet", "new"]));
    assert!(text.starts_with("CLEAN"), "{text}");
    let mut command = town.recuse(&["check", "plan.xlsx", "--sheet", "Newest"]);
    let told = stderr(&mut command);
    assert!(
        told.contains("there is no sheet \"Newest\"; the workbook has \"Old\" and \"New\""),
        "{told}"
    );
    command.assert().code(2);
    town.write("plan.csv", WIDE);
    town.recuse(&["check", "plan.csv", "--sheet", "New"])
        .assert()
        .code(2);
}

/// The workbook with a part added, or with its first sheet changed.
fn tampered(book: &[u8], part: Option<&str>, from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            text = String::from_utf8(text)
                .unwrap()
                .replace(from, to)
                .into_bytes();
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&text).unwrap();
    }
    if let Some(part) = part {
        writer
            .start_file(part, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(b"<a/>").unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn workbooks_that_lie_end_in_a_clear_message() {
    let book = xlsx(&[plan("Rota", GOOD)]);
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let locked: Vec<u8> = compound
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let huge = tampered(
        &book,
        None,
        "<sheetData>",
        "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    );
    for (name, bytes, message) in [
        ("plan.xlsx", locked, "is protected by a password"),
        (
            "plan.xls",
            compound,
            "is a kind of workbook that is not read",
        ),
        ("plan.xlsx", WIDE.as_bytes().to_vec(), "is not a workbook"),
        (
            "plan.xlsx",
            book[..book.len() / 2].to_vec(),
            "is cut off or damaged",
        ),
        (
            "plan.xlsx",
            huge,
            "stands below the last row that is read of a sheet",
        ),
        (
            "plan.csv",
            b"a;b\n1;2\n".to_vec(),
            "no table of duties was found",
        ),
        ("plan.csv", Vec::new(), "no table of duties was found"),
        (
            "plan.csv",
            b"\x00\x01\x02\x03".to_vec(),
            "is not a text file",
        ),
    ] {
        let town = town(name, &bytes);
        let mut command = town.recuse(&["check", name]);
        let told = stderr(&mut command);
        assert!(told.contains(message), "{message} in {told}");
        command.assert().code(2);
    }
    // A workbook under another name, and one with macros, are read all the same.
    let town = town("plan.csv", &book);
    town.recuse(&["check", "plan.csv"]).assert().code(0);
    std::fs::remove_file(town.file("plan.csv")).unwrap();
    let macros = tampered(&book, Some("xl/vbaProject.bin"), "", "");
    std::fs::write(town.file("plan.xlsm"), macros).unwrap();
    let mut command = town.recuse(&["check", "plan.xlsm", "-v"]);
    let told = stderr(&mut command);
    assert!(told.contains("has macros; they are not run"), "{told}");
    command.assert().code(0);
}

#[test]
fn a_formula_without_a_value_is_told_at_its_cell() {
    let mut book = plan("Rota", GOOD);
    book.rows[2][5] = Cell::Number(1234.0);
    let blind = tampered(
        &xlsx(&[book]),
        None,
        "<v>1234</v>",
        "<f>VLOOKUP(A1,B:C,2)</f>",
    );
    let town = town("plan.xlsx", &blind);
    let mut command = town.recuse(&["check", "plan.xlsx", "--format", "json"]);
    let report: Value = serde_json::from_str(&stdout(&mut command)).unwrap();
    let unread = &report["unread"][0];
    assert_eq!(
        (&unread["row"], &unread["column"]),
        (&Value::from(3), &Value::from(6))
    );
    assert!(
        unread["message"].as_str().unwrap().contains("formula"),
        "{unread}"
    );
    assert_eq!(report["conflicts"][0]["rule"], "unfilled");
    command.assert().code(1);
}
