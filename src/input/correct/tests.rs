//! Cells set anew: what was meant has changed, nothing else has.

use super::{CannotCorrect, NewText, add_rows, set_cells};
use crate::input::grid::samples::{ods, xlsx, xlsx_of};
use crate::input::{InputFile, read_grid};

fn file(name: &str, bytes: &[u8]) -> InputFile {
    InputFile {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

fn new(row: u32, column: u32, text: &str) -> NewText {
    NewText {
        row,
        column,
        text: text.to_owned(),
    }
}

fn edited(text: &str, cells: &[NewText]) -> String {
    let bytes = set_cells(&file("a.csv", text.as_bytes()), None, cells).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_cell_changes_and_the_rest_of_the_file_does_not() {
    let text = "title\r\n\r\nФИО; Предметы ;\r\n\"Иванова; А.\";  матиматика;x\r\nПетров\r\n";
    assert_eq!(
        edited(text, &[new(4, 2, "математика")]),
        "title\r\n\r\nФИО; Предметы ;\r\n\"Иванова; А.\";математика;x\r\nПетров\r\n"
    );
    assert_eq!(
        edited(text, &[new(5, 3, "a;b"), new(4, 1, "")]),
        "title\r\n\r\nФИО; Предметы ;\r\n;  матиматика;x\r\nПетров;;\"a;b\"\r\n"
    );
}

#[test]
fn rows_are_added_below_with_the_files_own_line_ends() {
    let added = |text: &str, rows: &[&[&str]]| {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        String::from_utf8(add_rows(&file("a.csv", text.as_bytes()), None, &rows).unwrap()).unwrap()
    };
    assert_eq!(added("a,b\nc,d", &[&["", "=1"]]), "a,b\nc,d\n,'=1\n");
    assert_eq!(
        added("a;b\r\n;\r\n", &[&["x"], &["y;"]]),
        "a;b\r\nx\r\n\"y;\"\r\n;\r\n"
    );
    assert_eq!(added("", &[&["x"]]), "x\r\n");
    let book = file("school.xlsx", &xlsx());
    let rows = [vec!["Петров".to_owned(), String::new(), "6Б".to_owned()]];
    let added = file(
        "school.xlsx",
        &add_rows(&book, Some("staff"), &rows).unwrap(),
    );
    let row = read_grid(&added)[1].rows[2].clone();
    assert_eq!(
        (row.row, row.cells),
        (3, vec!["Петров".into(), String::new(), "6Б".into()])
    );
}

#[test]
fn a_line_inside_a_cell_is_no_row() {
    let bytes = b"a;b\n\"two\nlines\";c\n";
    let set = set_cells(&file("a.csv", bytes), None, &[new(3, 1, "x")]);
    assert_eq!(set, Err(CannotCorrect::NoSuchCell));
    assert_eq!(
        set_cells(&file("a.csv", bytes), None, &[new(0, 1, "x")]),
        Err(CannotCorrect::NoSuchCell)
    );
}

#[test]
fn the_encoding_stays_where_it_can() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("ФИО;Класс\nИванова;5Ж\n");
    let set = set_cells(&file("a.csv", &bytes), None, &[new(2, 2, "6Б")]).unwrap();
    let (expected, _, _) = encoding_rs::WINDOWS_1251.encode("ФИО;Класс\nИванова;6Б\n");
    assert_eq!(set, expected.as_ref());
    let set = set_cells(&file("a.csv", &bytes), None, &[new(2, 1, "Әлия")]).unwrap();
    let text = String::from_utf8(set).unwrap();
    assert_eq!(text, "\u{feff}ФИО;Класс\nӘлия;5Ж\n");
    let wide: Vec<u8> = "\u{feff}a;b\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let set = set_cells(&file("a.csv", &wide), None, &[new(1, 1, "ж")]).unwrap();
    let expected: Vec<u8> = "\u{feff}ж;b\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(set, expected);
}

#[test]
fn a_cell_of_a_workbook_changes_and_the_others_stay() {
    let before = file("school.xlsx", &xlsx());
    let cells = [
        new(4, 3, "<3> & \"4\""),
        new(4, 6, "new"),
        new(9, 1, "below"),
        new(4, 1, ""),
    ];
    let after = file(
        "school.xlsx",
        &set_cells(&before, Some("График "), &cells).unwrap(),
    );
    let (was, is) = (read_grid(&before), read_grid(&after));
    assert_eq!(was[1], is[1], "the other sheet");
    let mut expected = was[0].rows.clone();
    expected[1].cells[2] = "<3> & \"4\"".into();
    expected[1].cells[0] = String::new();
    for row in &mut expected {
        row.cells.resize(6, String::new());
    }
    expected[1].cells[5] = "new".into();
    let below: Vec<_> = is[0].rows.iter().filter(|row| row.row == 9).collect();
    assert_eq!(below[0].cells[0], "below");
    assert_eq!(is[0].rows[..2], expected[..2]);
}

#[test]
fn sheets_without_rows_with_prefixes_and_with_formulas() {
    let of = |data: &str| file("school.xlsx", &xlsx_of(data, "<sst/>", "<styleSheet/>"));
    let empty = set_cells(&of("<sheetData/>"), Some("staff"), &[new(2, 28, "x")]).unwrap();
    let grids = read_grid(&file("school.xlsx", &empty));
    assert_eq!(
        (grids[0].rows[0].row, grids[0].rows[0].cells[27].as_str()),
        (2, "x")
    );
    let formula =
        of("<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row></sheetData>");
    assert_eq!(
        set_cells(&formula, Some("staff"), &[new(1, 1, "3")]),
        Err(CannotCorrect::Formula)
    );
    assert_eq!(
        set_cells(&formula, Some("other"), &[new(1, 1, "3")]),
        Err(CannotCorrect::NoSuchCell)
    );
    assert_eq!(
        set_cells(
            &file("school.ods", &ods()),
            Some("staff"),
            &[new(1, 1, "3")]
        ),
        Err(CannotCorrect::OpenDocument)
    );
}
