//! `check --fix` over thousands of random rosters in every format: what is corrected is free of conflicts wherever that can be,
//! rows without a conflict and pinned rows stay, and outside the changed cells nothing changes, to the byte.

use std::collections::{BTreeMap, BTreeSet};

use crate::books::{Book, cells_of, ods, parts_of, wide_rows, xlsx};
use crate::oracle::bridge::Both;
use crate::oracle::files::write_roster;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::judge::{Kind, Row, findings};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use recuse::domain::{Lang, Seat};
use recuse::input::{self, InputFile, Meaning, PlacedText, ReadOptions};
use recuse::service::{CheckRequest, Checked, Fixed, check, fix};

fn school(seed: u64) -> Both {
    Both::read(random_school(seed, Size::SMALL), seed)
        .unwrap_or_else(|text| panic!("seed {seed}: {text}"))
}

/// A roster as people leave it.
fn rows_of(both: &Both, seed: u64) -> Vec<Row> {
    let rng = &mut Rng::new(seed ^ 0xf1f);
    let mut rows = if rng.chance(60) {
        rosters::good(&both.ours, rng)
    } else {
        rosters::wild(&both.ours, rng)
    };
    for _ in 0..rng.below(4) {
        rows = rosters::with_one_replaced(&both.ours, &rows, rng);
    }
    rows
}

fn checked(both: &Both, file: &InputFile) -> Checked {
    let request = CheckRequest {
        files: &both.files,
        roster: file,
        read: ReadOptions::default(),
    };
    check(&request).unwrap_or_else(|_| panic!("{} is not read", file.name))
}

/// Corrects the roster and holds the outcome against the oracle.
fn corrected(both: &Both, file: &InputFile, seed: u64) -> (Checked, Fixed) {
    let was = checked(both, file);
    let fixed = fix(&was, file, None).unwrap_or_else(|error| {
        panic!(
            "seed {seed}: {error}\n{}",
            both.case(&both.rows(&was.roster))
        )
    });
    let rows = both.rows(&fixed.checked.roster);
    let left_by_hand: BTreeSet<_> = fixed
        .by_hand
        .iter()
        .flat_map(|it| it.to.into_iter().chain(it.from.person()))
        .collect();
    for finding in findings(&both.ours, &rows).keys() {
        let is_conflict = matches!(finding.kind, Kind::Forbid | Kind::Always);
        let by_hand = finding
            .person
            .is_some_and(|person| left_by_hand.contains(&both.person_id(person)))
            || !fixed.by_hand.is_empty() && matches!(finding.code, "overfilled" | "pin-broken");
        if is_conflict && !by_hand && !both.is_hopeless(finding, &fixed.checked.roster) {
            let case = both.case(&both.rows(&was.roster));
            panic!(
                "seed {seed}\n{case}\n{:#?}\nstill there: {}",
                fixed.made,
                both.describe(finding)
            );
        }
    }
    for change in fixed.made.iter().chain(&fixed.by_hand) {
        let row = change.row.map(|row| &was.roster.rows[row]);
        assert!(row.is_none_or(|row| !row.pinned), "seed {seed}: pinned");
    }
    (was, fixed)
}

/// The cells that may differ: those that name somebody else now, and, of a row that moves, those that say when.
fn changed_cells(was: &Checked, fixed: &Fixed) -> BTreeSet<(u32, u32)> {
    let mut cells = BTreeSet::new();
    for change in &fixed.made {
        let Some(row) = change.row.map(|row| &was.roster.rows[row]) else {
            continue;
        };
        cells.insert((row.name.row, row.name.column));
        let columns = was.layout(row).map(|layout| &layout.columns);
        let when = [Meaning::Date, Meaning::Lesson, Meaning::Start, Meaning::End];
        for (place, column) in columns.into_iter().flatten().enumerate() {
            if change.moves && when.contains(&column.meaning) {
                cells.insert((row.row, place as u32 + 1));
            }
        }
    }
    cells
}

/// The raw cells of a text, by line; each line with its line break.
fn raw(bytes: &[u8]) -> Vec<(u32, Vec<String>, String)> {
    let placed = PlacedText::of(bytes).unwrap().unwrap();
    let text = &placed.text;
    let records = placed.records.iter();
    records
        .map(|record| {
            let cells = record.cells.iter();
            (
                record.line,
                cells.map(|cell| text[cell.clone()].to_owned()).collect(),
                text[record.line_break.clone()].to_owned(),
            )
        })
        .collect()
}

/// Outside the changed cells and the new rows, the text is what it was.
fn assert_text_is_kept(was: &Checked, fixed: &Fixed, before: &[u8], seed: u64) {
    let changed = changed_cells(was, fixed);
    let new = fixed.made.iter().filter(|it| it.row.is_none()).count();
    let (old, now) = (raw(before), raw(&fixed.file));
    assert_eq!(old.len() + new, now.len(), "seed {seed}: rows");
    let mut rest = now.iter();
    for (line, cells, line_break) in &old {
        let same = |(_, others, ending): &&(u32, Vec<String>, String)| {
            let cells = cells.iter().zip(others).zip(1..);
            let mut cells = cells.filter(|((a, b), _)| a != b);
            others.len() == old[0].1.len().max(others.len())
                && cells.all(|(_, column)| changed.contains(&(*line, column)))
                && (ending == line_break || line_break.is_empty())
        };
        assert!(
            rest.any(|row| same(&row)),
            "seed {seed}: line {line}: {cells:?}"
        );
    }
    let kind = |bytes: &[u8]| {
        PlacedText::of(bytes)
            .unwrap()
            .map(|it| (it.encoding, it.mark))
    };
    assert_eq!(kind(before), kind(&fixed.file), "seed {seed}");
}

#[test]
fn texts_change_only_where_somebody_else_is_named() {
    let (mut made, mut new) = (0, 0);
    for seed in 0..160 {
        let both = school(seed);
        let file = write_roster(&both.ours, &rows_of(&both, seed), seed);
        let (was, fixed) = corrected(&both, &file, seed);
        assert!(fixed.by_hand.is_empty(), "seed {seed}: {:?}", fixed.by_hand);
        assert_text_is_kept(&was, &fixed, &file.bytes, seed);
        made += fixed.made.len();
        new += fixed.made.iter().filter(|it| it.row.is_none()).count();
    }
    assert!(made > 400 && new > 30, "{made} changes, {new} new rows");
}

#[test]
fn every_encoding_is_kept() {
    for seed in 0..20 {
        let both = school(seed);
        let file = write_roster(&both.ours, &rows_of(&both, seed), seed);
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let text = text.trim_start_matches('\u{feff}').replace('\n', "\r\n");
        let utf16 = text.encode_utf16().flat_map(u16::to_le_bytes);
        for bytes in [
            encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
            b"\xFF\xFE".iter().copied().chain(utf16).collect(),
        ] {
            let file = InputFile {
                name: "roster.csv".into(),
                bytes,
            };
            let (was, fixed) = corrected(&both, &file, seed);
            assert_text_is_kept(&was, &fixed, &file.bytes, seed);
        }
    }
}

#[test]
fn a_row_with_a_wrong_day_is_brought_to_its_sitting() {
    let (mut strays, mut moved) = (0, 0);
    for seed in 0..160 {
        let before = school(seed);
        let rng = &mut Rng::new(seed ^ 0x3e5);
        let rows = rosters::good(&before.ours, rng);
        let file = write_roster(&before.ours, &rows, seed);
        let mut ours = before.ours.clone();
        let at = rng.below(ours.schedule.len());
        let key = |at: usize| (ours.schedule[at].class, ours.schedule[at].subject);
        let is_alone = (0..ours.schedule.len()).all(|other| other == at || key(other) != key(at));
        if !is_alone || ours.pins.iter().any(|pin| pin.sitting == at) {
            continue;
        }
        ours.schedule[at].day = *rng.pick(&[20, 21, 22]);
        let Ok(both) = Both::read(ours, seed) else {
            continue;
        };
        let (was, fixed) = corrected(&both, &file, seed);
        assert_text_is_kept(&was, &fixed, &file.bytes, seed);
        let astray = |checked: &Checked| {
            let conflicts = checked.findings.conflicts.iter();
            conflicts
                .filter(|it| it.code.name() == "unknown-sitting")
                .count()
        };
        strays += astray(&was);
        moved += fixed.made.iter().filter(|it| it.moves).count();
        assert_eq!(astray(&fixed.checked), 0, "seed {seed}");
    }
    assert!(strays > 60 && moved >= strays, "{moved} of {strays}");
}

#[test]
fn pinned_rows_stay() {
    let mut pinned = 0;
    for seed in 0..100 {
        let both = school(seed);
        let rng = &mut Rng::new(seed ^ 0x919);
        let mut roster = both.roster(&rows_of(&both, seed));
        for row in &mut roster.rows {
            row.pinned = row.seat != Seat::Empty && rng.chance(25);
            pinned += usize::from(row.pinned);
        }
        let file = InputFile {
            name: "roster.csv".into(),
            bytes: input::write_roster(&both.theirs, &roster, Lang::Ru),
        };
        let (was, fixed) = corrected(&both, &file, seed);
        assert_text_is_kept(&was, &fixed, &file.bytes, seed);
    }
    assert!(pinned > 100);
}

/// Parts that are not the sheet's are the same bytes, packed and all; cells that are not changed have the same values.
fn assert_book_is_kept(was: &Checked, fixed: &Fixed, before: &[u8], sheet_part: &str, seed: u64) {
    let (old, now) = (parts_of(before), parts_of(&fixed.file));
    let names = |parts: &BTreeMap<String, Vec<u8>>| parts.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&old), names(&now), "seed {seed}");
    for (name, bytes) in old.iter().filter(|(name, _)| *name != sheet_part) {
        assert_eq!(*bytes, now[name], "seed {seed}: {name}");
    }
    let changed = changed_cells(was, fixed);
    let (old, mut now) = (cells_of(before), cells_of(&fixed.file));
    for (place, text) in &old {
        let kept = now.remove(place).unwrap_or_default();
        let may_change = place.0 == 0 && changed.contains(&(place.1, place.2));
        assert!(
            may_change || kept == *text,
            "seed {seed}: {place:?}: {text} became {kept}"
        );
    }
    let last = old
        .keys()
        .filter(|place| place.0 == 0)
        .map(|place| place.1)
        .max();
    for place in now.keys() {
        let is_new =
            place.0 == 0 && (changed.contains(&(place.1, place.2)) || Some(place.1) > last);
        assert!(is_new, "seed {seed}: {place:?} is new");
    }
}

/// The roster's text as the cells of a table.
fn table_of(file: &InputFile) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (_, cells, _) in raw(&file.bytes) {
        rows.push(
            cells
                .iter()
                .map(|cell| cell.trim_matches('"').replace("\"\"", "\""))
                .collect(),
        );
    }
    rows
}

#[test]
fn workbooks_change_only_where_somebody_else_is_named() {
    let (mut made, mut new) = (0, 0);
    for seed in 0..60 {
        let both = school(seed);
        let table = table_of(&write_roster(&both.ours, &rows_of(&both, seed), seed));
        let book = Book::of(table);
        for (name, bytes, part) in [
            ("plan.xlsx", xlsx(&book), "xl/worksheets/sheet1.xml"),
            ("plan.ods", ods(&book), "content.xml"),
        ] {
            let file = InputFile {
                name: name.into(),
                bytes,
            };
            let (was, fixed) = corrected(&both, &file, seed);
            assert!(fixed.by_hand.is_empty(), "seed {seed}: {:?}", fixed.by_hand);
            assert_book_is_kept(&was, &fixed, &file.bytes, part, seed);
            made += fixed.made.len();
            new += fixed.made.iter().filter(|it| it.row.is_none()).count();
        }
    }
    assert!(made > 300 && new > 20, "{made} changes, {new} new rows");
}

#[test]
fn wide_rosters_are_corrected_in_their_cells() {
    let (mut made, mut by_hand) = (0, 0);
    for seed in 0..60 {
        let both = school(seed);
        let rng = &mut Rng::new(seed ^ 0x21d);
        let book = wide_rows(&both.ours, &rows_of(&both, seed), rng);
        for (name, bytes, part) in [
            ("plan.xlsx", xlsx(&book), "xl/worksheets/sheet1.xml"),
            ("plan.ods", ods(&book), "content.xml"),
        ] {
            let file = InputFile {
                name: name.into(),
                bytes,
            };
            let (was, fixed) = corrected(&both, &file, seed);
            assert_book_is_kept(&was, &fixed, &file.bytes, part, seed);
            made += fixed.made.len();
            by_hand += fixed.by_hand.len();
        }
    }
    assert!(made > 250, "{made} changes");
    assert!(by_hand * 20 < made, "{by_hand} of {made} by hand");
}
