//! `check --annotate`: the user's own workbook says what it said, and besides it what was found.

use std::collections::{BTreeMap, BTreeSet};

use crate::books::{Book, cells_of, part, parts_of, wide_rows, xlsx};
use crate::oracle::bridge::Both;
use crate::oracle::files::write_roster;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use recuse::domain::{Lang, cell_name};
use recuse::input::{InputFile, ReadOptions};
use recuse::service::{CheckRequest, Checked, annotate, check};

fn checked(both: &Both, name: &str, bytes: &[u8]) -> (InputFile, Checked) {
    let file = InputFile {
        name: name.into(),
        bytes: bytes.to_vec(),
    };
    let request = CheckRequest {
        files: &both.files,
        roster: &file,
        read: ReadOptions::default(),
    };
    let checked = check(&request).unwrap_or_else(|_| panic!("{name} is not read"));
    (file, checked.with_suggestions())
}

/// A wide workbook with faults.
fn faulty(seed: u64) -> (Both, Book) {
    let both = Both::read(random_school(seed, Size::SMALL), seed).unwrap();
    let rng = &mut Rng::new(seed);
    let rows = rosters::wild(&both.ours, rng);
    let book = wide_rows(&both.ours, &rows, rng);
    (both, book)
}

/// The cells that somebody is wrongly named in, or nobody.
fn cells_in_question(checked: &Checked) -> BTreeSet<String> {
    let found = &checked.findings;
    let lists = [&found.conflicts, &found.exceptions, &found.possible];
    let rows = lists
        .into_iter()
        .flatten()
        .filter_map(|finding| finding.row);
    rows.chain(found.questions.iter().map(|question| question.row))
        .map(|row| &checked.roster.rows[row].name)
        .filter(|name| name.column > 0)
        .map(|name| cell_name(name.row, Some(name.column)))
        .collect()
}

/// Every `attribute="value"` of that name in the text.
fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
    let start = format!(" {attribute}=\"");
    let rest = text.split(start.as_str()).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).collect()
}

/// The format of each cell of a sheet's part.
fn formats(sheet: &str) -> BTreeMap<String, String> {
    let cells = sheet.split("<c r=\"").skip(1);
    cells
        .map(|cell| {
            let tag = &cell[..cell.find('>').unwrap()];
            let name = tag.split('"').next().unwrap().to_owned();
            let format = values(tag, "s").first().copied().unwrap_or("0").to_owned();
            (name, format)
        })
        .collect()
}

#[test]
fn the_workbook_says_what_it_said_and_what_was_found() {
    let mut marked = 0;
    for seed in 0..40 {
        let (both, mut book) = faulty(seed);
        // Some books have notes already, one of them at a cell that will get another.
        if seed % 2 == 0 {
            book.notes = vec![(0, 0, "не трогать"), (3, 5, "уточнить")];
        }
        let (file, checked) = checked(&both, "план.xlsx", &xlsx(&book));
        let annotated = annotate(&checked, &file, Lang::Ru).unwrap();
        let (old, mut now) = (cells_of(&file.bytes), cells_of(&annotated));
        for (place, text) in &old {
            assert_eq!(
                now.remove(place).as_ref(),
                Some(text),
                "seed {seed}: {place:?}"
            );
        }
        let last = old
            .keys()
            .filter(|place| place.0 == 0)
            .map(|place| place.2)
            .max()
            .unwrap();
        assert!(
            now.keys().all(|place| (place.0, place.2) == (0, last + 1)),
            "seed {seed}: {now:?}"
        );
        assert_eq!(now[&(0, 3, last + 1)], "Замечания");
        let comments = part(&annotated, "xl/comments1.xml").unwrap();
        let refs: BTreeSet<String> = values(&comments, "ref")
            .into_iter()
            .map(str::to_owned)
            .collect();
        let mut expected = cells_in_question(&checked);
        marked += expected.len();
        let (before, after) = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml");
        let (before, after) = (
            part(&file.bytes, before).unwrap(),
            part(&annotated, after).unwrap(),
        );
        let (before, after) = (formats(&before), formats(&after));
        for (cell, format) in &before {
            assert_eq!(
                after[cell] != *format,
                expected.contains(cell),
                "seed {seed}: {cell}"
            );
        }
        if !book.notes.is_empty() {
            expected.extend(["A1".to_owned(), "F4".to_owned()]);
            assert!(comments.contains("не трогать") && comments.contains("уточнить"));
        }
        assert_eq!(refs, expected, "seed {seed}");
        assert_eq!(
            values(&comments, "ref").len(),
            refs.len(),
            "seed {seed}: a note is there twice"
        );
        let boxes = part(&annotated, "xl/drawings/vmlDrawing1.vml").unwrap();
        assert_eq!(boxes.matches("<x:Row>").count(), refs.len(), "seed {seed}");
        only_these_parts_differ(&file.bytes, &annotated);
        let again = self::checked(&both, "план.xlsx", &annotated).1;
        assert_eq!(
            again.findings.conflicts, checked.findings.conflicts,
            "seed {seed}"
        );
    }
    assert!(marked > 200, "{marked}");
}

fn only_these_parts_differ(before: &[u8], after: &[u8]) {
    let (old, now) = (parts_of(before), parts_of(after));
    let differ: Vec<&str> = old
        .iter()
        .filter(|(name, bytes)| now[*name] != **bytes)
        .map(|(name, _)| name.as_str())
        .collect();
    for name in differ {
        let may = [
            "[Content_Types].xml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
        ];
        assert!(may.contains(&name), "{name} differs");
    }
}

#[test]
fn every_relation_leads_to_a_part_with_a_type() {
    for notes in [vec![], vec![(0, 0, "не трогать")]] {
        let (both, mut book) = faulty(3);
        book.notes = notes;
        let (file, checked) = checked(&both, "plan.xlsx", &xlsx(&book));
        let annotated = annotate(&checked, &file, Lang::En).unwrap();
        let rels = part(&annotated, "xl/worksheets/_rels/sheet1.xml.rels").unwrap();
        let types = part(&annotated, "[Content_Types].xml").unwrap();
        for target in values(&rels, "Target") {
            let name = target.trim_start_matches('/').replace("../", "xl/");
            assert!(part(&annotated, &name).is_some(), "{target}");
            let is_typed = types.contains(&format!("/{name}")) || name.ends_with(".vml");
            assert!(is_typed && types.contains("Extension=\"vml\""), "{types}");
        }
        let sheet = part(&annotated, "xl/worksheets/sheet1.xml").unwrap();
        let drawings = values(&sheet, "r:id");
        assert_eq!(drawings.len(), 1, "{sheet}");
        assert!(values(&rels, "Id").contains(&drawings[0]));
    }
}

#[test]
fn a_text_becomes_a_workbook_with_its_cells() {
    let mut marked = 0;
    for seed in 0..40 {
        let both = Both::read(random_school(seed, Size::SMALL), seed).unwrap();
        let rows = rosters::wild(&both.ours, &mut Rng::new(seed));
        let bytes = write_roster(&both.ours, &rows, seed).bytes;
        let (file, checked) = checked(&both, "plan.csv", &bytes);
        let annotated = annotate(&checked, &file, Lang::Ru).unwrap();
        let cells = cells_of(&annotated);
        let layout = &checked.layouts[0];
        for row in layout.rows.iter() {
            for (place, text) in row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, text)| !text.is_empty())
            {
                assert_eq!(cells[&(0, row.row, place as u32 + 1)], *text, "seed {seed}");
            }
        }
        let expected = cells_in_question(&checked);
        let comments = part(&annotated, "xl/comments1.xml").unwrap_or_default();
        let refs: BTreeSet<String> = values(&comments, "ref")
            .into_iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(refs, expected, "seed {seed}");
        marked += refs.len();
    }
    assert!(marked > 200, "{marked}");
}
