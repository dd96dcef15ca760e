//! What stands in one format stands in all: the same words in the same order, the same rows as often.

use std::collections::BTreeMap;

use recuse::service::Exported;

use crate::sheets::case::{Case, file};
use crate::sheets::everybody::random;
use crate::sheets::readers::docx::Document;
use crate::sheets::readers::html::Page;
use crate::sheets::readers::{pdf, row_key, squeezed, tables, xlsx};

/// Stems of the sheets, in order.
fn stems(exported: &Exported) -> Vec<&str> {
    let names = exported.files.iter().map(|file| file.name.as_str());
    let stems = names.filter_map(|name| name.strip_suffix(".html"));
    stems.filter(|stem| *stem != "index").collect()
}

/// How often each row is there.
fn counted(rows: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row).or_default() += 1;
    }
    counts
}

fn assert_alike(exported: &Exported, seed: u64) {
    let workbook = xlsx::rows(&file(exported, "sheets.xlsx").bytes);
    let workbook = counted(workbook.iter().map(|row| filled(row)));
    let mut of_pages = Vec::new();
    for stem in stems(exported) {
        let page = Page::read(&file(exported, &format!("{stem}.html")).bytes);
        let rows: Vec<Vec<String>> = page
            .tables()
            .into_iter()
            .flat_map(|table| std::iter::once(table.header).chain(table.rows))
            .filter(|row| !row.is_empty())
            .collect();
        let document = Document::read(&file(exported, &format!("{stem}.docx")).bytes);
        if stem == "load" {
            // The documents' bars are rows of their own.
            let found = counted(document.rows().iter().map(|row| row_key(row)));
            for (row, count) in counted(rows.iter().map(|row| row_key(row))) {
                assert_eq!(
                    found.get(&row),
                    Some(&count),
                    "{row} of load, school {seed}"
                );
            }
        } else {
            assert_eq!(
                squeezed(&document.text()),
                squeezed(&page.text()),
                "{stem}.docx of school {seed}"
            );
        }
        let paper = pdf::read(&file(exported, &format!("{stem}.pdf")).bytes);
        let headers = page
            .tables()
            .into_iter()
            .map(|table| squeezed(&table.header.concat()));
        let headers: Vec<String> = headers.filter(|header| !header.is_empty()).collect();
        let what = format!("{stem}.pdf of school {seed}");
        if stem == "load" {
            // Charts say their labels in each format's own way.
            let text = paper.text(&["DRAFT"]);
            for row in &rows {
                assert!(text.contains(&squeezed(&row.concat())), "{what}: {row:?}");
            }
        } else {
            let (found, expected) = (paper.text(&["DRAFT"]), squeezed(&page.text()));
            pdf::assert_same_but_headers(&found, &expected, &headers, &what);
        }
        assert_tables(exported, stem, &page);
        of_pages.extend(rows.iter().map(|row| filled(row)));
    }
    for (row, count) in counted(of_pages) {
        let found = workbook.get(&row).copied().unwrap_or_default();
        assert!(
            found >= 1 && found <= count,
            "{row}: {found} of {count}, school {seed}"
        );
    }
}

/// The row's cells that hold something.
fn filled(row: &[String]) -> String {
    let cells = row.iter().map(|cell| squeezed(cell));
    let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
    cells.join("|")
}

/// Tables of CSV have the rows of the page's.
fn assert_tables(exported: &Exported, stem: &str, page: &Page) {
    let prefix = format!("tables/{stem}-");
    let files = exported.files.iter();
    for file in files.filter(|file| file.name.starts_with(&prefix)) {
        let (header, rows) = tables::read(&file.bytes);
        let mut on_page = page.tables().into_iter();
        let same = on_page.any(|table| {
            let rows_of = |rows: &[Vec<String>]| -> Vec<String> {
                rows.iter().map(|row| row_key(row)).collect()
            };
            table.header == header && rows_of(&table.rows) == rows_of(&rows)
        });
        assert!(same, "{} has the rows of its page", file.name);
    }
}

#[test]
fn every_format_says_the_same() {
    for seed in 0..6 {
        assert_alike(&random(seed), seed);
    }
}

#[test]
fn every_format_says_the_same_of_a_school_of_some_size() {
    let case = Case::by_hand();
    assert_alike(
        &recuse::service::export(&case.request()).expect("sheets"),
        31,
    );
}
