use super::samples::{archive, ods, ods_of, xlsx, xlsx_of};
use super::value::{Epoch, day_number, iso_date, iso_length, number};
use super::*;

const EMPTY_STRINGS: &str = "<sst/>";
const EMPTY_STYLES: &str = "<styleSheet/>";

/// Rows of a sheet as (row, cells).
fn rows(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    let rows = sheet.rows.as_ref().expect("the sheet is read");
    rows.iter()
        .map(|row| (row.row, row.cells.iter().collect()))
        .collect()
}

/// Why the only sheet is not read.
fn refusal(bytes: &[u8]) -> (GridProblem, Option<(u32, Option<u32>)>) {
    match read(bytes) {
        Err(problem) => (problem, None),
        Ok(mut book) => {
            let refusal = book
                .sheets
                .remove(0)
                .rows
                .expect_err("the sheet is refused");
            (refusal.problem, refusal.place)
        }
    }
}

#[test]
fn an_xlsx_is_read_as_people_see_it() {
    let sheets = read(&xlsx()).unwrap().sheets;
    assert_eq!(sheets[0].name, "График ");
    assert_eq!(
        rows(&sheets[0]),
        [
            (2, vec!["Дата", "Начало", "Урок", "Часы", "Да"]),
            (4, vec!["21.04.2026", "09:25", "2", "1.5", "yes"]),
        ]
    );
    assert_eq!(rows(&sheets[1]), [(1, vec!["ФИО"]), (2, vec!["'=1"])]);
}

#[test]
fn an_ods_is_read_as_people_see_it() {
    let sheets = read(&ods()).unwrap().sheets;
    assert_eq!(sheets[0].name, "График");
    let duty = ["21.04.2026", "09:25", "2", "no", "1.5", "1.5"].to_vec();
    assert_eq!(
        rows(&sheets[0]),
        [
            (1, vec!["Дата", "", "", "Класс &А  б\nдва", "", ""]),
            (5, duty.clone()),
            (6, duty),
        ]
    );
    assert_eq!(rows(&sheets[1]), []);
}

#[test]
fn values_are_written_as_people_type_them() {
    assert_eq!(number(0.1 + 0.2), "0.3");
    assert_eq!(number(-0.0), "0");
    assert_eq!(number(30.0), "30");
    assert_eq!(number(f64::NAN), "");
    assert_eq!(day_number(46_133.0, Epoch::Year1900), "21.04.2026");
    assert_eq!(day_number(44_671.0, Epoch::Year1904), "21.04.2026");
    assert_eq!(
        day_number(46_133.392_361, Epoch::Year1900),
        "21.04.2026 09:25"
    );
    assert_eq!(day_number(1.0, Epoch::Year1900), "01.01.1900");
    assert_eq!(day_number(0.999_99, Epoch::Year1900), "01.01.1900");
    assert_eq!(day_number(-1.0, Epoch::Year1900), "-1");
    assert_eq!(day_number(1e300, Epoch::Year1904), number(1e300));
    assert_eq!(iso_date("2026-04-21T09:25:00"), "21.04.2026 09:25");
    assert_eq!(iso_date("2026-04-21T00:00:00Z"), "21.04.2026");
    assert_eq!(iso_date("tomorrow"), "tomorrow");
    assert_eq!(iso_length("PT9H25M"), "09:25");
    assert_eq!(iso_length("PTй5M"), "PTй5M");
}

#[test]
fn a_far_cell_is_told_and_not_laid_out() {
    let cell = |place| {
        let cells = format!(
            r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row><c r="{place}" t="inlineStr"><is><t>b</t></is></c></row></sheetData>"#
        );
        refusal(&xlsx_of(&cells, EMPTY_STRINGS, EMPTY_STYLES))
    };
    assert_eq!(
        cell("XFD1048576"),
        (GridProblem::SheetTooLong, Some((1_048_576, Some(16_384))))
    );
    assert_eq!(
        cell("XFD3"),
        (GridProblem::TooWide, Some((3, Some(16_384))))
    );
    for impossible in ["ZZZZZZZZ1", "A99999999999", "A0", "A", "Ж1", ""] {
        assert_eq!(cell(impossible), (GridProblem::BrokenWorkbook, None));
    }
}

#[test]
fn claims_beyond_measure_are_refused() {
    let one = r#"<sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#;
    let strings = "<sst uniqueCount=\"999999999999\"><si><t>a</t></si></sst>";
    assert_eq!(
        refusal(&xlsx_of(one, strings, EMPTY_STYLES)).0,
        GridProblem::UnpacksTooLarge
    );
    let strings = format!("<sst>{}</sst>", "<si/>".repeat(1_000_001));
    assert_eq!(
        refusal(&xlsx_of(one, &strings, EMPTY_STYLES)).0,
        GridProblem::UnpacksTooLarge
    );
    let styles = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(66_001)
    );
    assert_eq!(
        refusal(&xlsx_of(one, EMPTY_STRINGS, &styles)).0,
        GridProblem::UnpacksTooLarge
    );
    let dimension = format!(r#"<dimension ref="B2:A1"/>{one}"#);
    assert_eq!(
        refusal(&xlsx_of(&dimension, EMPTY_STRINGS, EMPTY_STYLES)).0,
        GridProblem::BrokenWorkbook
    );
}

#[test]
fn one_long_string_shown_often_is_refused() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1_000_000));
    let cells = format!(
        "<sheetData><row>{}</row></sheetData>",
        r#"<c t="s"><v>0</v></c>"#.repeat(100)
    );
    assert_eq!(
        refusal(&xlsx_of(&cells, &strings, EMPTY_STYLES)),
        (GridProblem::TooMuch, Some((1, Some(68))))
    );
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = " ".repeat(65 * 1024 * 1024);
    let styles = format!("<styleSheet>{zeros}</styleSheet>");
    let bomb = xlsx_of("<sheetData/>", EMPTY_STRINGS, &styles);
    assert!(bomb.len() < 200_000, "the bomb is small: {}", bomb.len());
    assert_eq!(refusal(&bomb), (GridProblem::UnpacksTooLarge, None));
    assert_eq!(refusal(&understated(bomb)).1, None);
    let bomb = archive(&[("content.xml", &zeros)]);
    assert_eq!(refusal(&bomb), (GridProblem::UnpacksTooLarge, None));
    assert_eq!(refusal(&understated(bomb)).1, None);
}

/// The archive with every size of more than a megabyte claimed to be 1,000 bytes.
fn understated(mut archive: Vec<u8>) -> Vec<u8> {
    for header in [&b"PK\x01\x02"[..], b"PK\x03\x04"] {
        let size_at = if header == b"PK\x01\x02" { 24 } else { 22 };
        for at in 0..archive.len().saturating_sub(size_at + 4) {
            if archive[at..].starts_with(header) && archive[at + size_at + 2] > 16 {
                archive[at + size_at..at + size_at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
            }
        }
    }
    archive
}

#[test]
fn repeated_blanks_cost_nothing_and_repeated_text_meets_the_limits() {
    let table = |rows: &str, columns: &str, cell: &str| {
        ods_of(&format!(
            r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}" office:value-type="string"><text:p>{cell}</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>end</text:p></table:table-cell></table:table-row></table:table>"#
        ))
    };
    let read_back = read(&table("19999", "16384", "")).unwrap().sheets;
    assert_eq!(rows(&read_back[0]), [(20_000, vec!["end"])]);
    assert_eq!(
        refusal(&table("1048576", "1", "x")),
        (GridProblem::SheetTooLong, Some((20_001, Some(1))))
    );
    assert_eq!(
        refusal(&table("1", "16384", "x")),
        (GridProblem::TooWide, Some((1, Some(257))))
    );
    assert_eq!(refusal(&table("20000", "256", "x")).0, GridProblem::TooMuch);
    let endless = "99999999999999999999999999";
    assert_eq!(
        refusal(&table(endless, endless, "")).0,
        GridProblem::SheetTooLong
    );
    assert_eq!(
        refusal(&table(endless, endless, "x")).0,
        GridProblem::TooWide
    );
    let spaces = table("1", "1", &format!(r#"a<text:s text:c="{endless}"/>b"#));
    let read_back = read(&spaces).unwrap().sheets;
    assert_eq!(rows(&read_back[0])[0].1[0].len(), 102);
}

#[test]
fn an_unclosed_table_is_broken_and_a_nested_one_is_skipped() {
    assert_eq!(
        refusal(&ods_of(r#"<table:table table:name="a">"#)).0,
        GridProblem::BrokenWorkbook
    );
    let nested = ods_of(
        r#"<table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p><table:table table:name="b"><table:table-row><table:table-cell office:value-type="string"><text:p>y</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell office:value-type="string"><text:p>z</text:p></table:table-cell></table:table-row></table:table>"#,
    );
    assert_eq!(
        rows(&read(&nested).unwrap().sheets[0]),
        [(1, vec!["x", "z"])]
    );
}

#[test]
fn locked_and_foreign_files_are_named_as_such() {
    let compound = |stream: &str| {
        let units = stream.encode_utf16().flat_map(u16::to_le_bytes);
        COMPOUND.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    assert_eq!(
        refusal(&compound("EncryptedPackage")).0,
        GridProblem::PasswordProtected
    );
    assert_eq!(refusal(&compound("Workbook")).0, GridProblem::OtherWorkbook);
    let locked = archive(&[
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    assert_eq!(refusal(&locked).0, GridProblem::PasswordProtected);
    let binary = archive(&[("[Content_Types].xml", "<a/>"), ("xl/workbook.bin", "")]);
    assert_eq!(refusal(&binary).0, GridProblem::OtherWorkbook);
    assert_eq!(
        refusal(&archive(&[("readme.txt", "")])).0,
        GridProblem::NotAWorkbook
    );
    assert_eq!(refusal("ФИО;Класс".as_bytes()).0, GridProblem::NotAWorkbook);
    assert_eq!(
        refusal(&vec![b'P'; WORKBOOK_BYTES as usize + 1]).0,
        GridProblem::WorkbookTooLarge
    );
}

#[test]
fn a_workbook_cut_anywhere_is_refused() {
    for whole in [xlsx(), ods()] {
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_err(), "cut at {length}");
        }
    }
}

/// Numbers that look random and are the same every day.
struct Dice(u32);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}

#[test]
fn bytes_changed_at_random_are_read_or_refused() {
    let mut dice = Dice(7);
    for whole in [xlsx(), ods()] {
        for _ in 0..300 {
            let mut bytes = whole.clone();
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                bytes[at] = dice.below(256) as u8;
            }
            // Either is right; what is tested is that it comes to an end.
            let _ = read(&bytes);
        }
    }
}

/// The archive is whole and the XML within is not: a character of it changed. The parser itself must not panic: the screen is to
/// have kept such files from it.
#[test]
fn xml_changed_at_random_is_read_or_refused() {
    const PUTS: [&str; 12] = [
        "<",
        ">",
        "/",
        "\"",
        "9",
        "99999999999",
        "Z",
        " ",
        "&",
        "-",
        "=",
        "",
    ];
    let parts = [
        r#"<dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row></sheetData>"#,
        r#"<sst count="2" uniqueCount="1"><si><t>a</t></si></sst>"#,
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><fonts><font><sz val="8"/><color rgb="FF000000"/><name val="A"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor theme="1"/></patternFill></fill></fills><borders><border><left style="thin"><color auto="1"/></left></border></borders><cellXfs><xf/><xf numFmtId="164" fontId="0" fillId="0" borderId="0"><alignment textRotation="90" wrapText="1"/></xf></cellXfs></styleSheet>"#,
        r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-04-21"/><table:covered-table-cell table:number-columns-repeated="3"/><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell></table:table-row></table:table>"#,
    ];
    let mut dice = Dice(11);
    for _ in 0..1_500 {
        let part = dice.below(parts.len());
        let mut changed = parts.map(str::to_owned);
        let at = dice.below(changed[part].len());
        changed[part].replace_range(at..=at, PUTS[dice.below(PUTS.len())]);
        let [cells, strings, styles, table] = &changed;
        if part == 3 {
            let _ = read(&ods_of(table));
        } else {
            let archive = xlsx_of(cells, strings, styles);
            let mut package = Package::open(&archive).expect("the archive is whole");
            if let Ok(screened) = xlsx::screened(&mut package) {
                let _ = xlsx::sheets(screened);
            }
        }
    }
}

fn block(top: u32, left: u32, bottom: u32, right: u32) -> Block {
    Block {
        top,
        left,
        bottom,
        right,
    }
}

#[test]
fn merged_cells_are_told() {
    let cells = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="A1:C1"/><mergeCell ref="B5:XFD1048576"/></mergeCells>"#;
    let book = read(&xlsx_of(cells, EMPTY_STRINGS, EMPTY_STYLES)).unwrap();
    assert_eq!(
        book.sheets[0].merged,
        [
            block(1, 1, 1, 3),
            block(2, 1, 3, 1),
            block(5, 2, 20_000, 256)
        ]
    );
    let backwards = cells.replace("A2:A3", "B3:A2");
    assert_eq!(
        refusal(&xlsx_of(&backwards, EMPTY_STRINGS, EMPTY_STYLES)).0,
        GridProblem::BrokenWorkbook
    );
    let book = read(&ods()).unwrap();
    assert_eq!(book.sheets[0].merged, [block(1, 4, 1, 5)]);
}

#[test]
fn a_formula_without_a_value_is_told() {
    let cells = r#"<sheetData><row r="7"><c r="D7"><f>VLOOKUP(A1,B:C,2)</f></c><c r="E7"><f>1+1</f><v>2</v></c><c r="F7" t="str"><f>""</f><v></v></c><c r="G7"><f>B2</f><v/></c></row></sheetData>"#;
    let book = read(&xlsx_of(cells, EMPTY_STRINGS, EMPTY_STYLES)).unwrap();
    assert_eq!(rows(&book.sheets[0]), [(7, vec!["", "", "", "", "2"])]);
    let told: Vec<_> = book.sheets[0]
        .flaws
        .iter()
        .map(|flaw| (flaw.problem, flaw.place, flaw.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                GridProblem::NoValue,
                Some((7, Some(4))),
                "VLOOKUP(A1,B:C,2)"
            ),
            (GridProblem::NoValue, Some((7, Some(7))), "B2"),
        ]
    );
    let ods = ods_of(
        r#"<table:table table:name="a"><table:table-row><table:table-cell table:formula="of:=1"/><table:table-cell table:formula="of:=2" office:value-type="float" office:value="2"/></table:table-row></table:table>"#,
    );
    let flaws = &read(&ods).unwrap().sheets[0].flaws;
    assert_eq!(flaws.len(), 1);
    assert_eq!(flaws[0].place, Some((1, Some(1))));
}

#[test]
fn macros_and_links_are_told_and_left_alone() {
    let mut whole = xlsx();
    let mut writer = zip::ZipWriter::new_append(std::io::Cursor::new(&mut whole)).unwrap();
    for part in ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"] {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(part, options).unwrap();
        std::io::Write::write_all(&mut writer, b"<a/>").unwrap();
    }
    writer.finish().unwrap();
    let book = read(&whole).unwrap();
    assert_eq!(book.remarks, [GridProblem::Macros, GridProblem::Links]);
    assert_eq!(book.sheets.len(), 2);
}
