//! Workbooks for tests, as people make them: rosters tidy and wide, with looks, merged cells, titles and signatures; and what
//! stands in a workbook, read by other means than ours.

#![allow(
    dead_code,
    reason = "kept whole: what the next test asks of it is here"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Ods, Reader, Xlsx};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Note, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::oracle::judge::{Row, Who};
use crate::oracle::rng::Rng;
use crate::oracle::school::{Role, School, When};

/// A sheet to write: rows of cells, and blocks of merged rows in a column.
#[derive(Debug, Clone, Default)]
pub struct Book {
    pub rows: Vec<Vec<String>>,
    /// Column, first and last row, from 0.
    pub merged: Vec<(usize, usize, usize)>,
    /// Texts of notes, with row and column from 0; without any, the book has no part for them.
    pub notes: Vec<(u32, u16, &'static str)>,
}

impl Book {
    pub fn of(rows: Vec<Vec<String>>) -> Self {
        Self {
            rows,
            notes: vec![(0, 0, "не трогать")],
            ..Self::default()
        }
    }
}

/// The book as a spreadsheet program writes it: looks, a note, a second sheet with formulas.
pub fn xlsx(book: &Book) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("ВПР").unwrap();
    let head = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00DD_EEFF));
    let plain = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
    let middle = plain.clone().set_align(FormatAlign::VerticalCenter);
    for (at, row) in book.rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate() {
            let format = if at == 0 { &head } else { &plain };
            let place = (at as u32, column as u16);
            if text.is_empty() {
                sheet.write_blank(place.0, place.1, format).unwrap();
            } else {
                sheet
                    .write_string_with_format(place.0, place.1, text, format)
                    .unwrap();
            }
        }
    }
    for &(column, first, last) in &book.merged {
        let text = &book.rows[first][column];
        let column = column as u16;
        sheet
            .merge_range(first as u32, column, last as u32, column, text, &middle)
            .unwrap();
    }
    for &(row, column, text) in &book.notes {
        let note = Note::new(text).set_author("завуч");
        sheet.insert_note(row, column, &note).unwrap();
    }
    sheet.set_column_width(1, 20).unwrap();
    let other = workbook.add_worksheet().set_name("Заметки").unwrap();
    other.write_string(0, 0, "Всего").unwrap();
    other
        .write_formula(0, 1, Formula::new("=1+1").set_result("2"))
        .unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The book as an `.ods`, equal neighbours and equal rows written once for many.
pub fn ods(book: &Book) -> Vec<u8> {
    let mut content = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"ВПР\"><table:table-column table:number-columns-repeated=\"16384\"/>",
    );
    let rows: Vec<String> = (0..book.rows.len()).map(|at| ods_row(book, at)).collect();
    for alike in rows.chunk_by(|a, b| a == b) {
        let times = match alike.len() {
            1 => String::new(),
            times => format!(" table:number-rows-repeated=\"{times}\""),
        };
        content.push_str(&format!(
            "<table:table-row{times}>{}</table:table-row>",
            alike[0]
        ));
    }
    content.push_str(
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         </table:table><table:table table:name=\"Заметки\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Всего</text:p></table:table-cell></table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>",
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
             <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\
             <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>",
        ),
        ("content.xml", &content),
    ] {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn ods_row(book: &Book, at: usize) -> String {
    let cell = |(column, text): (usize, &String)| {
        let block = book
            .merged
            .iter()
            .find(|it| it.0 == column && (it.1..=it.2).contains(&at));
        match block {
            Some(&(_, first, _)) if first < at => "<table:covered-table-cell/>".to_owned(),
            _ if text.is_empty() => "<table:table-cell/>".to_owned(),
            block => {
                let span = block.map_or(String::new(), |it| {
                    format!(
                        " table:number-columns-spanned=\"1\" table:number-rows-spanned=\"{}\"",
                        it.2 - it.1 + 1
                    )
                });
                let lines: String = text
                    .lines()
                    .map(|line| {
                        format!(
                            "<text:p>{}</text:p>",
                            line.replace('&', "&amp;").replace('<', "&lt;")
                        )
                    })
                    .collect();
                format!(
                    "<table:table-cell office:value-type=\"string\"{span}>{lines}</table:table-cell>"
                )
            }
        }
    };
    let cells: Vec<String> = book.rows[at].iter().enumerate().map(cell).collect();
    let runs = cells.chunk_by(|a, b| a == b);
    runs.map(|run| match run.len() {
        1 => run[0].clone(),
        times => run[0].replacen(
            "-cell",
            &format!("-cell table:number-columns-repeated=\"{times}\""),
            1,
        ),
    })
    .collect()
}

/// A wide roster: a title, a line per sitting with the day merged, a signature; several names in a cell.
pub fn wide_rows(school: &School, roster: &[Row], rng: &mut Rng) -> Book {
    let roles: Vec<(Role, &str)> = Role::ALL
        .into_iter()
        .zip([
            "Организатор в аудитории",
            "Эксперты",
            "Общественный наблюдатель",
            "Ассистент",
        ])
        .filter(|&(role, _)| (0..school.schedule.len()).any(|it| school.places(it, role) > 0))
        .collect();
    let separator = *rng.pick(&[", ", "\n", "; ", " / "]);
    let mut rows = vec![vec!["Расстановка на ВПР".to_owned()], Vec::new()];
    let mut head: Vec<String> = ["Дата", "Урок", "Класс", "Предмет", "Группа"]
        .map(str::to_owned)
        .to_vec();
    head.extend(roles.iter().map(|(_, name)| (*name).to_owned()));
    rows.push(head);
    let mut order: Vec<usize> = (0..school.schedule.len()).collect();
    order.sort_by_key(|&at| school.schedule[at].day);
    for at in order {
        let sitting = &school.schedule[at];
        let lesson = match &sitting.when {
            When::Lessons(numbers) => numbers
                .iter()
                .map(u32::to_string)
                .collect::<Vec<_>>()
                .join(", "),
            When::Clock(start, end) => format!("{}–{}", clock(*start), clock(*end)),
        };
        let mut row = vec![
            format!("{}.04.2026", sitting.day),
            lesson,
            school.classes[sitting.class].name.clone(),
            school.subjects[sitting.subject].name.clone(),
            sitting.group.unwrap_or_default().to_owned(),
        ];
        for &(role, _) in &roles {
            let mine = roster
                .iter()
                .filter(|it| it.sitting == Some(at) && it.role == role);
            let names: Vec<&str> = mine
                .filter_map(|it| match it.who {
                    Who::Person(person) => Some(school.people[person].as_str()),
                    Who::Stranger => Some("Незнакомкина Эмма Яновна"),
                    Who::Nobody => None,
                })
                .collect();
            row.push(if names.is_empty() && rng.chance(30) {
                "—".to_owned()
            } else {
                names.join(separator)
            });
        }
        rows.push(row);
    }
    let mut merged = Vec::new();
    let mut start = 3;
    for at in 4..=rows.len() {
        if rows.get(at).is_none_or(|row| row[0] != rows[start][0]) {
            if at - start > 1 {
                merged.push((0, start, at - 1));
            }
            start = at;
        }
    }
    for &(column, first, last) in &merged {
        for row in &mut rows[first + 1..=last] {
            row[column].clear();
        }
    }
    rows.push(Vec::new());
    rows.push(vec!["Директор ____________".to_owned()]);
    Book {
        rows,
        merged,
        ..Book::default()
    }
}

fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Every part of the archive as it is packed.
pub fn parts_of(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index_raw(index).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut packed = Vec::new();
            part.read_to_end(&mut packed).unwrap();
            (name, packed)
        })
        .collect()
}

/// A part, unpacked.
pub fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .ok()?
        .read_to_string(&mut text)
        .unwrap();
    Some(text)
}

/// The text of every cell that has any: sheet from 0, row and column from 1.
pub fn cells_of(bytes: &[u8]) -> BTreeMap<(usize, u32, u32), String> {
    let cursor = || Cursor::new(bytes.to_vec());
    let ranges: Vec<calamine::Range<Data>> = if part(bytes, "content.xml").is_some() {
        let mut book: Ods<_> = Ods::new(cursor()).unwrap();
        book.worksheets()
            .into_iter()
            .map(|(_, range)| range)
            .collect()
    } else {
        let mut book: Xlsx<_> = Xlsx::new(cursor()).unwrap();
        book.worksheets()
            .into_iter()
            .map(|(_, range)| range)
            .collect()
    };
    let mut cells = BTreeMap::new();
    for (sheet, range) in ranges.iter().enumerate() {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (sheet, top + row as u32 + 1, left + column as u32 + 1);
            cells.insert(place, value.to_string());
        }
    }
    cells
}
