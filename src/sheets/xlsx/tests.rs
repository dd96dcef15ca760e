use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::sheets::model::{Block, Mark, Packet, Row, SheetKind};
use crate::sheets::samples;

use super::*;

fn read(packet: &Packet) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = write(packet).expect("the packet is written");
    Xlsx::new(Cursor::new(bytes)).expect("calamine opens it")
}

fn texts(workbook: &mut Xlsx<Cursor<Vec<u8>>>, tab: &str) -> Vec<Vec<String>> {
    let range = workbook.worksheet_range(tab).expect("the tab is there");
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

/// A part of the package as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    std::io::read_to_string(archive.by_name(name).expect("the part")).expect("text")
}

#[test]
fn a_list_has_its_rows_header_filter_and_marks() {
    let sheet = samples::sheet(
        SheetKind::Roster,
        vec![Block::Table({
            let mut table = samples::table("", &samples::SITTING_HEADINGS, &samples::sittings(3));
            table.rows[1].mark = Mark::Conflict;
            table
        })],
    );
    let packet = samples::packet(sheet);
    let rows = texts(&mut read(&packet), "Приказ");
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0], samples::SITTING_HEADINGS);
    assert_eq!(rows[3], samples::sittings(3)[2]);
    let xml = part(
        &write(&packet).expect("written"),
        "xl/worksheets/sheet1.xml",
    );
    assert!(xml.contains("<autoFilter ref=\"A1:E4\""), "{xml}");
    assert!(xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""));
    let workbook = part(&write(&packet).expect("written"), "xl/workbook.xml");
    assert!(
        workbook.contains("_xlnm.Print_Titles") && workbook.contains("$1:$1"),
        "{workbook}"
    );
    let styles = part(&write(&packet).expect("written"), "xl/styles.xml");
    assert!(styles.contains("FFF8CBAD"));
}

#[test]
fn an_annex_with_columns_of_its_own_has_a_tab_of_its_own() {
    let mut workbook = read(&samples::packet(samples::order(40)));
    assert_eq!(
        workbook.sheet_names(),
        ["Приказ", "Организаторы", "Обязанности"]
    );
    let rows = texts(&mut workbook, "Организаторы");
    let names = rows
        .iter()
        .flatten()
        .filter(|cell| cell.starts_with("Константинопольская"));
    assert_eq!(names.count(), 40);
    let bytes = write(&samples::packet(samples::order(40))).expect("written");
    assert!(part(&bytes, "xl/worksheets/sheet2.xml").contains("orientation=\"landscape\""));
}

#[test]
fn forms_that_alternate_stay_on_one_tab() {
    let a = samples::table("а", &["1", "2"], &[]);
    let b = samples::table("б", &["1", "2", "3"], &[]);
    let blocks = [&a, &b, &a, &b].map(|table| Block::Table(table.clone()));
    let sheet = samples::sheet(SheetKind::ObserverAct, blocks.to_vec());
    assert_eq!(read(&samples::packet(sheet)).sheet_names(), ["Приказ"]);
}

#[test]
fn a_stamp_and_a_school_with_an_ampersand_stand_in_the_header() {
    let mut packet = samples::packet(samples::order(1));
    packet.stamp = Some("ПРОЕКТ".to_owned());
    let bytes = write(&packet).expect("written");
    for number in 1..=3 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(
            xml.contains("ПРОЕКТ") && xml.contains("&amp;&amp; Ко"),
            "{xml}"
        );
        assert!(xml.contains("Страница &amp;P из &amp;N"));
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let packet = samples::hostile();
    let mut workbook = read(&packet);
    let mut seen = 0;
    for name in workbook.sheet_names() {
        assert!(name.encode_utf16().count() <= 31, "{name}");
        let formulas = workbook.worksheet_formula(&name).expect("formulas");
        assert!(formulas.is_empty());
        let range = workbook.worksheet_range(&name).expect("cells");
        for (_, _, cell) in range.used_cells() {
            if let Data::String(text) = cell {
                assert!(
                    !text.chars().any(|c| c.is_control() && c != '\n'),
                    "{text:?}"
                );
                seen += usize::from(text == samples::HOSTILE[0]);
            }
        }
    }
    // Heading, ends, slip's heading, line and footer, headings and cells of tables, legend of the chart.
    assert!(seen >= 8, "{seen}");
}

#[test]
fn the_same_packet_gives_the_same_bytes() {
    let packet = samples::hostile();
    assert_eq!(
        write(&packet).expect("once"),
        write(&packet).expect("twice")
    );
}

#[test]
fn a_thousand_rows_and_a_cell_beyond_the_limit() {
    let mut sheet = samples::order(1000);
    let Block::Table(table) = &mut sheet.sections[1].blocks[2] else {
        panic!("the annex")
    };
    table.rows.push(Row {
        cells: vec!["я".repeat(40_000)],
        mark: Mark::Plain,
    });
    let rows = texts(&mut read(&samples::packet(sheet)), "Организаторы");
    let longest = rows.iter().flatten().map(|cell| cell.chars().count()).max();
    assert_eq!(longest, Some(16_383));
    assert!(rows.len() > 1000);
}
