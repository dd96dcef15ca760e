use crate::domain::Lang;
use crate::sheets::model::{Block, Mark as RowMark, Row, Sheet, SheetKind};
use crate::sheets::samples;

use super::flow::{Page, corner, paper};
use super::piece::Mark;
use super::*;

fn pages(sheet: &Sheet) -> Vec<Page> {
    flow::pages(sheet, Lang::Ru, Faces::load())
}

/// The lines of a page, top to bottom as drawn.
fn lines(page: &Page) -> Vec<&str> {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn text_of(pages: &[Page]) -> String {
    pages.iter().flat_map(lines).collect()
}

fn list(count: usize) -> Sheet {
    let table = samples::table("", &samples::SITTING_HEADINGS, &samples::sittings(count));
    samples::sheet(SheetKind::Roster, vec![Block::Table(table)])
}

#[test]
fn every_row_is_there_once_and_every_page_has_the_header() {
    let pages = pages(&list(1000));
    assert!(pages.len() > 10);
    for page in &pages {
        assert_eq!(lines(page).first(), Some(&"№"));
        assert!(lines(page).len() > 10, "a page has rows");
    }
    let all: Vec<&str> = pages.iter().flat_map(lines).collect();
    for number in [1, 500, 1000] {
        assert_eq!(
            all.iter()
                .filter(|line| **line == number.to_string())
                .count(),
            1
        );
    }
}

#[test]
fn nothing_leaves_the_margins() {
    let mut sheets = samples::hostile().sheets;
    sheets.push(samples::order(60));
    let faces = Faces::load();
    for page in sheets.iter().flat_map(pages) {
        let (width, height) = paper(page.orientation);
        let (left, top) = corner(page.orientation);
        for mark in &page.marks {
            if let Mark::Text {
                x,
                y,
                size,
                style,
                text,
                stretch,
            } = mark
            {
                let spaces = text.matches(' ').count() as f32;
                let end = x + faces.face(*style).width(text, *size) + stretch * spaces;
                assert!(
                    *x >= left - 0.1 && end <= width - 28.3,
                    "{text:?} from {x} to {end}"
                );
                assert!(*y >= top && *y <= height - top, "{text:?} at {y}");
            }
        }
    }
}

#[test]
fn a_row_higher_than_a_page_is_cut_and_complete() {
    let mut sheet = list(1);
    let Block::Table(table) = &mut sheet.sections[0].blocks[0] else {
        panic!("a table")
    };
    let long = "слово ".repeat(3000);
    table.rows.push(Row {
        cells: vec![String::new(), long.clone()],
        mark: RowMark::Plain,
    });
    let pages = pages(&sheet);
    assert!(pages.len() > 10);
    assert_eq!(text_of(&pages).matches("слово").count(), 3000);
}

#[test]
fn a_slip_stands_on_one_page() {
    let slip = |number: usize| Block::Slip {
        heading: format!("Слип {number}"),
        lines: vec!["Учитель".to_owned()],
        table: Some(samples::table(
            "",
            &samples::SITTING_HEADINGS,
            &samples::sittings(4),
        )),
        footer: vec![format!("Конец {number}")],
    };
    let sheet = samples::sheet(SheetKind::Personal, (1..=20).map(slip).collect());
    for page in pages(&sheet) {
        let count = |word: &str| {
            lines(&page)
                .iter()
                .filter(|line| line.starts_with(word))
                .count()
        };
        assert_eq!(count("Слип"), count("Конец"));
    }
}

#[test]
fn a_heading_stays_with_its_table() {
    for filler in 30..60 {
        let mut blocks: Vec<Block> = (0..filler)
            .map(|_| {
                samples::text(
                    "строка",
                    crate::sheets::model::Weight::Body,
                    crate::sheets::model::Align::Left,
                )
            })
            .collect();
        blocks.push(samples::text(
            "Заголовок",
            crate::sheets::model::Weight::Heading,
            crate::sheets::model::Align::Left,
        ));
        blocks.push(Block::Table(samples::table(
            "",
            &["шапка"],
            &[vec!["ряд".to_owned()]],
        )));
        let pages = pages(&samples::sheet(SheetKind::Evidence, blocks));
        let page = pages
            .iter()
            .find(|page| lines(page).contains(&"Заголовок"))
            .expect("the page");
        assert!(lines(page).ends_with(&["Заголовок", "шапка", "ряд"]));
    }
}

#[test]
fn a_sheet_without_blocks_is_one_page() {
    assert_eq!(pages(&samples::sheet(SheetKind::Load, Vec::new())).len(), 1);
    assert_eq!(pages(&samples::order(1)).len(), 3);
}

#[test]
fn hostile_texts_are_written_and_the_bytes_are_the_same() {
    let packet = samples::hostile();
    for sheet in &packet.sheets {
        let once = write(&packet, sheet).expect("once");
        assert!(once.starts_with(b"%PDF-1."));
        assert_eq!(once, write(&packet, sheet).expect("twice"));
    }
}
