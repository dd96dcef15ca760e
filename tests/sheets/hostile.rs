//! Names that break what trusts them.

use recuse::input::InputFile;
use recuse::service::export;

use crate::case::{Case, is_a, is_text};

#[test]
fn hostile_names_do_no_harm() {
    let long = "Я".repeat(120);
    let names = [
        "<script>alert(1)</script> Анна",
        "=CMD|calc Иван",
        "\"\"Кавычкина\"\" & Ко",
        "Смайлов 🎓 Пётр",
        "\u{202e}Разворотов\u{7} Олег",
        long.as_str(),
    ];
    let rows = |line: &dyn Fn(usize, &str) -> String| -> String {
        names
            .iter()
            .enumerate()
            .map(|(index, name)| line(index, name))
            .collect()
    };
    let staff = rows(&|_, name| format!("\"{name}\",\"=1+1\",\n"));
    let classes = rows(&|index, _| format!("5{},10\n", ["A", "B", "C", "D", "E", "F"][index]));
    let schedule = rows(&|index, _| {
        format!(
            "2026-04-2{index},2,5{},\"<b>Maths\",0,0\n",
            ["A", "B", "C", "D", "E", "F"][index]
        )
    });
    let file = |name: &str, text: String| InputFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    };
    let case = Case::generated(vec![
        file("staff.csv", format!("person,position,subjects\n{staff}")),
        file("classes.csv", format!("class,pupils\n{classes}")),
        file("parents.csv", "parent,class\n".to_owned()),
        file(
            "schedule.csv",
            format!("date,lesson,class,subject,checkers,observers\n{schedule}"),
        ),
        file("subjects.csv", "subject\n<b>Maths\n".to_owned()),
    ]);
    let exported = export(&case.request()).unwrap_or_else(|error| panic!("{error:?}"));
    for file in exported.files.iter().filter(|file| is_text(file)) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        let is_harmful = |letter: char| {
            letter == '\u{202e}' || (letter.is_control() && !"\r\n".contains(letter))
        };
        // The roster keeps names as the lists have them, so that it can be read again.
        let is_roster = file.name == "tables/roster.csv";
        assert!(is_roster || !text.contains(is_harmful), "{}", file.name);
        if is_a(&file.name, "html") {
            assert!(
                !text.contains("<script") && !text.contains("<b>Maths"),
                "{}",
                file.name
            );
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
    }
}
