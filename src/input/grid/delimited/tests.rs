use proptest::prelude::*;

use super::delimiter::{Layout, layout_of};
use super::fields::{Ending, Fields};
use super::*;

fn read_text(text: &str) -> Delimited {
    read(text.as_bytes()).expect("text is read")
}

/// Rows as (line, cells).
fn rows(read: &Delimited) -> Vec<(u32, Vec<&str>)> {
    read.rows
        .iter()
        .map(|row| (row.row, row.cells.iter().collect()))
        .collect()
}

fn dialect(bytes: &[u8]) -> (&'static str, char) {
    match read(bytes).expect("text is read").dialect {
        Dialect::Csv {
            encoding,
            delimiter,
        } => (encoding, delimiter),
        Dialect::Sheet => panic!("a CSV file is no sheet"),
    }
}

#[test]
fn lines_are_true_with_every_line_break() {
    let text =
        "ФИО;Класс\r\n\r\n\r\n\"Иванова\r\nАнна\";5А\r\n  ; \r\nПетров;\"5Б\n\n5В\"\rСидоров;6А\n";
    assert_eq!(
        rows(&read_text(text)),
        [
            (1, vec!["ФИО", "Класс"]),
            (4, vec!["Иванова\r\nАнна", "5А"]),
            (7, vec!["Петров", "5Б\n\n5В"]),
            (10, vec!["Сидоров", "6А"]),
        ]
    );
}

#[test]
fn trailing_empty_columns_and_rows_are_left_out() {
    let read = read_text("Список;;;\nФИО;Класс;;\nИванова;5А;;\n;;;\n;;;\n");
    assert_eq!(
        rows(&read),
        [
            (1, vec!["Список", ""]),
            (2, vec!["ФИО", "Класс"]),
            (3, vec!["Иванова", "5А"])
        ]
    );
}

#[test]
fn encodings_are_found() {
    let text = "ФИО;Класс\nЩукина;5А\n";
    let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(bytes);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    let (cp1251, ..) = encoding_rs::WINDOWS_1251.encode(text);
    assert_eq!(dialect(text.as_bytes()), ("UTF-8", ';'));
    assert_eq!(
        dialect(format!("\u{feff}{text}").as_bytes()),
        ("UTF-8 with BOM", ';')
    );
    assert_eq!(dialect(&cp1251), ("windows-1251", ';'));
    assert_eq!(
        dialect(&utf16(b"\xFF\xFE", u16::to_le_bytes)),
        ("UTF-16LE", ';')
    );
    assert_eq!(
        dialect(&utf16(b"\xFE\xFF", u16::to_be_bytes)),
        ("UTF-16BE", ';')
    );
    assert_eq!(rows(&read(&cp1251).unwrap())[1], (2, vec!["Щукина", "5А"]));
}

#[test]
fn delimiters_are_found() {
    let delimiter = |text: &str| char::from(layout_of(text).delimiter);
    assert_eq!(
        delimiter("person,classes\nA,5a;5b\nB,6a;6b\nC,7a;7b\nD,\n"),
        ','
    );
    assert_eq!(
        delimiter("ФИО;Часы;Класс\nИ;1,5;5А\nП;2,5;5Б\nС;3,5;5В\n"),
        ';'
    );
    assert_eq!(delimiter("Фамилия, имя;Класс\nИ, А;5А\nП, Б;5Б\n"), ';');
    assert_eq!(
        delimiter("План, утверждён\nФИО\tКлассы\nИ\t5А, 5Б\nП\t6А\n"),
        '\t'
    );
    assert_eq!(
        delimiter("person,subject,classes\nA,Math\nB,Art,\"5a;5b\"\nC\n"),
        ','
    );
    assert_eq!(delimiter("ФИО;Предметы\n\"И\";\"а,б\nв,г\"\nП;а,б\n"), ';');
    assert_eq!(delimiter("parent\n"), ',');
    assert_eq!(delimiter(""), ',');
}

#[test]
fn a_sep_line_is_obeyed_and_counted() {
    let read = read_text("sep=,\r\na;b,c;d\r\n");
    assert_eq!(rows(&read), [(2, vec!["a;b", "c;d"])]);
    assert_eq!(
        layout_of("\"SEP=\t\"\nx").delimiter,
        b'\t',
        "a quoted line, another case"
    );
    assert_eq!(layout_of("sep=ab\nx;y\n").start, 0, "no sep line");
    assert_eq!(rows(&read_text("sep=;")), []);
}

#[test]
fn the_guard_against_formulas_is_taken_off() {
    let read = read_text("'=1+1;'-5;'+7;'@a;'\tb;'c;''=\n");
    assert_eq!(
        rows(&read)[0].1,
        ["=1+1", "-5", "+7", "@a", "b", "'c", "'="]
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let problem = |bytes: &[u8]| read(bytes).map(|_| ()).unwrap_err().problem;
    assert_eq!(problem(b"a,b\n\0\n"), GridProblem::NotText);
    assert_eq!(problem(b"a,\x01\x02\x03,b\n"), GridProblem::NotText);
    assert_eq!(
        problem(b"\xFF\xFE\0\0a\0\0\0"),
        GridProblem::NotText,
        "UTF-32"
    );
    assert_eq!(
        problem(b"PK\x03\x04 and so on"),
        GridProblem::WorkbookNamedCsv
    );
    let wide = ",".repeat(300) + "x";
    let refusal = read(wide.as_bytes()).unwrap_err();
    assert_eq!(refusal.problem, GridProblem::TooWide);
    assert_eq!(refusal.place, Some((1, Some(301))));
    let long = "x\n".repeat(200_001);
    assert_eq!(problem(long.as_bytes()), GridProblem::CsvTooLong);
    assert_eq!(
        problem(&vec![b' '; CSV_BYTES as usize + 1]),
        GridProblem::CsvTooLarge
    );
}

#[test]
fn a_cut_letter_and_an_open_quote_are_told() {
    let read = read("Иванова;5А".as_bytes().split_last().unwrap().1).unwrap();
    assert_eq!(
        read.flaws[0].problem,
        GridProblem::BrokenLetters { encoding: "UTF-8" }
    );
    let read = read_text("ФИО;Класс\n\nИванова;\"5А\nПетров;5Б\n");
    assert_eq!(read.flaws.len(), 1);
    assert_eq!(read.flaws[0].problem, GridProblem::UnclosedQuote);
    assert_eq!(read.flaws[0].place, Some((3, Some(2))));
    assert!(read_text("ФИО;Класс\nИванова;\"5А").flaws.is_empty());
    assert!(read_text("ФИО;Класс\nИванова;5 \"А\n").flaws.is_empty());
}

/// Records of a text as the csv crate reads them.
fn by_the_crate(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// Records of a text as [`Fields`] read them, without the blank lines that the crate skips.
fn by_us(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let layout = Layout {
        delimiter,
        start: 0,
        line: 1,
    };
    let mut records = vec![Vec::new()];
    let mut blank_lines = Vec::new();
    let mut from = 0;
    let mut fields = Fields::new(text, layout);
    while let Some(field) = fields.next() {
        let last = records.last_mut().unwrap();
        last.push(field.text.into_owned());
        if field.ending != Ending::Delimiter {
            let raw = &text[from..fields.at_byte()];
            blank_lines.push(raw.chars().all(|letter| letter == '\n' || letter == '\r'));
            from = fields.at_byte();
            records.push(Vec::new());
        }
    }
    records.pop();
    records
        .into_iter()
        .zip(blank_lines)
        .filter_map(|(record, is_blank)| (!is_blank).then_some(record))
        .collect()
}

/// A cell as people type it, awkward ones included.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яёА-Я]{1,8}",
        "[a-z ,;\t\"'=|/]{0,6}",
        "[0-9А-В «»\r\n\"]{0,6}",
        Just(String::new()),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..6_usize)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..12))
}

/// Few cases, and always the same ones: the suite is to be quick and to say the same every day.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    }
}

/// `text` as written by the csv crate with `delimiter`, in an encoding.
fn written(table: &[Vec<String>], delimiter: u8, encoding: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for record in table {
        writer.write_record(record).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    match encoding {
        0 => text.into_bytes(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xFF, 0xFE].into_iter().chain(units).collect()
        }
        _ => encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn fields_are_those_of_the_csv_crate(text in "[ab;,\"\r\n\t й]{0,40}", delimiter in 0..3_usize) {
        let delimiter = [b';', b',', b'\t'][delimiter];
        prop_assert_eq!(by_us(&text, delimiter), by_the_crate(&text, delimiter));
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// What a spreadsheet program writes is read as it was, in every delimiter and encoding.
    #[test]
    fn a_written_table_is_read_back(table in table(), delimiter in 0..3_usize, encoding in 0..4_u8) {
        let delimiter = [b';', b',', b'\t'][delimiter];
        // A header as tables have it: its width is what the delimiter is found by.
        let header = (0..table[0].len()).map(|column| format!("Столбец {column}")).collect();
        let table: Vec<_> = std::iter::once(header).chain(table).collect();
        let read = read(&written(&table, delimiter, encoding)).unwrap();
        let expected: Vec<Vec<String>> = table
            .iter()
            .map(|record| record.iter().map(|cell| unguarded(cell.trim_start()).trim().to_owned()).collect())
            .filter(|record: &Vec<String>| record.iter().any(|cell| !cell.is_empty()))
            .collect();
        let cells = |row: GridRow| row.cells.iter().map(str::to_owned).collect();
        let found: Vec<Vec<String>> = read.rows.into_iter().map(cells).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_bytes_give_rows_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refusal) = read(&bytes) {
            prop_assert!(matches!(refusal.problem, GridProblem::NotText | GridProblem::WorkbookNamedCsv));
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_read_or_told_of() {
    let text = "ФИО;Классы\r\n\"Щукина «А»\";\"5А,\r\n5Б\"\r\nПетров;6А\r\n";
    for length in 0..text.len() {
        let cut = &text.as_bytes()[..length];
        let read = read(cut).unwrap();
        let is_whole = std::str::from_utf8(cut).is_ok();
        let is_told = read
            .flaws
            .iter()
            .any(|flaw| matches!(flaw.problem, GridProblem::BrokenLetters { .. }));
        // A first letter that is cut may be a letter of windows-1251.
        assert!(is_whole || is_told || length < 3, "cut at {length}");
    }
}
