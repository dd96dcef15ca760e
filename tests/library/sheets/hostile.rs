//! Names that break what trusts them, through every format and back.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use recuse::input::InputFile;
use recuse::service::{Exported, export};

use crate::sheets::case::{Case, file, is_a, is_text};
use crate::sheets::readers::docx::Document;
use crate::sheets::readers::html::Page;
use crate::sheets::readers::{calendar, pdf, squeezed, tables, xlsx};

const CLASSES: [&str; 12] = [
    "5A", "5B", "5C", "5D", "5E", "5F", "6A", "6B", "6C", "6D", "6E", "6F",
];

/// A school whose people are called anything, all of them proctors. Marks that elsewhere part two people stand in
/// brackets, where they tell namesakes apart.
fn school() -> Case {
    let long = "Я".repeat(120);
    let names: [&str; 12] = [
        "<script>alert(1)</script> Анна",
        "=CMD Иван (|calc!A0)",
        "\"\"Кавычкина\"\" «Анна» (& Ко)",
        "Смайлов 🎓 Пётр",
        "\u{202e}Разворотов\u{7} Олег",
        &long,
        "@SUM(1+1)*cmd Юлия",
        "-2+3 Минус (; Запятая, Слеш\\n)",
        "]]> <!-- (&amp; &#0;) --> ${x} {{y}}",
        "BEGIN:VEVENT Календарёв",
        "'=1+1 Апостроф'",
        "Й\u{306}ёжиков e\u{301}",
    ];
    let rows = |line: &dyn Fn(usize, &str) -> String| -> String {
        let rows = names.iter().enumerate();
        rows.map(|(index, name)| line(index, name)).collect()
    };
    let staff = rows(&|_, name| format!("\"{name}\",\"=1+1\",\n"));
    let classes = rows(&|index, _| format!("{},10\n", CLASSES[index]));
    let schedule = rows(&|index, _| {
        let (day, class) = (10 + index, CLASSES[index]);
        format!("2026-04-{day},2,{class},\"<b>Maths\",0,0,1\n")
    });
    let file = |name: &str, text: String| InputFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    };
    Case::generated(vec![
        file("staff.csv", format!("person,position,subjects\n{staff}")),
        file("classes.csv", format!("class,pupils\n{classes}")),
        file("parents.csv", "parent,class\n".to_owned()),
        file(
            "schedule.csv",
            format!("date,lesson,class,subject,checkers,observers,proctors\n{schedule}"),
        ),
        file("subjects.csv", "subject\n<b>Maths\n".to_owned()),
    ])
}

/// The name as paper may show it, without spaces.
fn on_paper(name: &str) -> String {
    let harmless = name.chars().filter(|&letter| !is_harmful(letter));
    squeezed(&harmless.collect::<String>()).replace("e\u{301}", "é")
}

fn is_harmful(letter: char) -> bool {
    letter == '\u{202e}' || (letter.is_control() && !"\r\n".contains(letter))
}

/// Names of everybody on duty.
fn names(exported: &Exported) -> Vec<&str> {
    let checked = &exported.checked;
    let people: BTreeSet<_> = checked
        .roster
        .duties()
        .map(|(_, duty)| duty.person)
        .collect();
    let people = people.into_iter();
    people
        .map(|person| checked.school.person(person).name.as_str())
        .collect()
}

#[test]
fn hostile_names_come_back_from_every_format() {
    let exported = export(&school().request()).unwrap_or_else(|error| panic!("{error:?}"));
    let names = names(&exported);
    assert_eq!(
        names.len(),
        CLASSES.len(),
        "everybody is on duty: {names:?}"
    );
    let bytes = |name: &str| exported.files.iter().find(|file| file.name == name);
    let bytes = |name: &str| &bytes(name).unwrap_or_else(|| panic!("{name}")).bytes;
    let workbook = xlsx::rows(bytes("sheets.xlsx"));
    let cells: Vec<String> = workbook
        .iter()
        .flatten()
        .map(|cell| squeezed(cell))
        .collect();
    let (_, signing) = tables::read(bytes("tables/acknowledgement-1.csv"));
    let signing: Vec<String> = signing
        .iter()
        .flatten()
        .map(|cell| squeezed(cell))
        .collect();
    let page = squeezed(&Page::read(bytes("acknowledgement.html")).text());
    let document = squeezed(&Document::read(bytes("acknowledgement.docx")).text());
    let paper = pdf::read(bytes("acknowledgement.pdf")).text(&["DRAFT"]);
    let calendars = exported.files.iter();
    let calendars = calendars.filter(|file| file.name.starts_with("calendars/person"));
    let calendars: Vec<String> = calendars
        .map(|file| squeezed(&calendar::name(&file.bytes)))
        .collect();
    for name in names {
        let name = &on_paper(name);
        assert!(cells.contains(name), "{name} in the workbook");
        assert!(signing.contains(name), "{name} in the table");
        assert!(page.contains(name), "{name} on the page");
        assert!(document.contains(name), "{name} in the document");
        assert!(paper.contains(name), "{name} on paper");
        assert!(calendars.contains(name), "{name} over a calendar");
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let exported = export(&school().request()).unwrap_or_else(|error| panic!("{error:?}"));
    for file in exported.files.iter().filter(|file| is_text(file)) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        // The roster keeps names as the lists have them, so that it can be read again.
        let is_roster = file.name == "tables/roster.csv";
        assert!(is_roster || !text.contains(is_harmful), "{}", file.name);
        if is_a(&file.name, "html") {
            let page = Page::read(&file.bytes);
            assert!(page.all("script").is_empty(), "{}", file.name);
            // Bars are drawn with elements of this name, none of which holds a text.
            assert!(page.all("b").iter().all(|bar| bar.text().is_empty()));
        }
        if is_a(&file.name, "csv") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(file.bytes.as_slice());
            let records = reader.records().map(|row| row.expect("a table"));
            for cell in records.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()) {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
        if is_a(&file.name, "ics") {
            assert_eq!(calendar::events(&file.bytes).len(), 1, "{}", file.name);
        }
    }
    let bytes = file(&exported, "sheets.xlsx").bytes.as_slice();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    for tab in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&tab).expect("a tab");
        assert!(formulas.is_empty(), "{tab} has no formula");
    }
}
