//! Files cut off anywhere and files of nonsense: reading says what is wrong, or gives a school, and never panics.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::oracle::bridge::Both;
use crate::oracle::files::{write, write_roster};
use crate::oracle::generator::{Size, random_school};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use crate::oracle::school::School;
use recuse::input::{Gravity, InputFile, ReadOptions, read, read_roster};

/// Positions to cut at: every byte of a short file, every second or third of a longer one.
fn cuts(length: usize) -> Vec<usize> {
    let step = length.div_ceil(400).max(1);
    (0..length).step_by(step).collect()
}

/// The folder is read, or refused with a reason.
fn assert_answered(files: &[InputFile], what: &str) {
    let reading = catch_unwind(AssertUnwindSafe(|| read(files, &ReadOptions::default())))
        .unwrap_or_else(|_| panic!("reading panicked: {what}"));
    let has_error = reading
        .complaints
        .iter()
        .any(|complaint| complaint.gravity == Gravity::Error);
    assert_ne!(
        reading.school.is_some(),
        has_error,
        "a school or an error, not both or neither: {what}"
    );
}

/// The folder with one file's bytes replaced.
fn with_bytes(files: &[InputFile], index: usize, bytes: Vec<u8>) -> Vec<InputFile> {
    let mut files = files.to_vec();
    files[index].bytes = bytes;
    files
}

fn random_bytes(rng: &mut Rng, length: usize) -> Vec<u8> {
    (0..length).map(|_| rng.below(256) as u8).collect()
}

/// Some of the bytes replaced: letters by signs that mean something in a table, or by anything.
fn damaged(rng: &mut Rng, bytes: &[u8]) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..rng.between(1, 8) {
        if damaged.is_empty() {
            break;
        }
        let position = rng.below(damaged.len());
        damaged[position] = if rng.chance(50) {
            *rng.pick(b"\";,\t\r\n\0-./:|9=[]")
        } else {
            rng.below(256) as u8
        };
    }
    damaged
}

/// The folder of a school so small that every byte can be tried, with a file of every kind.
fn full_folder() -> Vec<InputFile> {
    let has_all = |school: &School| {
        school.load.is_some()
            && [
                school.pins.len(),
                school.waivers.len(),
                school.timetable.len(),
            ]
            .into_iter()
            .chain([
                school.bells.len(),
                school.absences.len(),
                school.history.len(),
            ])
            .all(|rows| rows > 0)
    };
    let seeds = 0..;
    let (seed, school) = seeds
        .map(|seed| (seed, random_school(seed, Size::TINY)))
        .find(|(_, school)| has_all(school))
        .expect("seeds go on without end");
    write(&school, seed)
}

#[test]
fn the_whole_folder_is_read() {
    let files = full_folder();
    assert_answered(&files, "whole");
    assert!(read(&files, &ReadOptions::default()).school.is_some());
}

#[test]
fn files_cut_off_anywhere_are_answered() {
    let files = full_folder();
    for (index, file) in files.iter().enumerate() {
        for cut in cuts(file.bytes.len()) {
            let what = format!("{} cut at {cut}", file.name);
            assert_answered(
                &with_bytes(&files, index, file.bytes[..cut].to_vec()),
                &what,
            );
        }
    }
}

#[test]
fn files_of_random_bytes_are_answered() {
    let rng = &mut Rng::new(42);
    let files = full_folder();
    for (index, file) in files.iter().enumerate() {
        for round in 0..45 {
            let length = rng.below(400);
            let bytes = match round % 3 {
                0 => random_bytes(rng, length),
                1 => {
                    let kept = rng.below(file.bytes.len() + 1);
                    [&file.bytes[..kept], &random_bytes(rng, length)].concat()
                }
                _ => damaged(rng, &file.bytes),
            };
            let what = format!("{} round {round}", file.name);
            assert_answered(&with_bytes(&files, index, bytes), &what);
        }
    }
}

#[test]
fn a_folder_without_one_of_its_files_is_answered() {
    let files = full_folder();
    for index in 0..files.len() {
        let mut rest = files.clone();
        let gone = rest.remove(index);
        assert_answered(&rest, &format!("without {}", gone.name));
    }
    assert_answered(&[], "nothing at all");
}

/// The folder's tables as sheets of one workbook.
fn workbook(school: &School, seed: u64) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in crate::oracle::files::cells(school, seed) {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a short name");
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet
                    .write(row as u32, column as u16, cell)
                    .expect("in range");
            }
        }
    }
    book.save_to_buffer().expect("in memory")
}

#[test]
fn damaged_workbooks_are_answered() {
    let rng = &mut Rng::new(43);
    let school = random_school(3, Size::SMALL);
    let file = |bytes| InputFile {
        name: "school.xlsx".to_owned(),
        bytes,
    };
    let bytes = workbook(&school, 3);
    let reading = read(&[file(bytes.clone())], &ReadOptions::default());
    assert!(reading.school.is_some(), "{:?}", reading.complaints);
    for _ in 0..80 {
        let cut = rng.below(bytes.len());
        assert_answered(
            &[file(bytes[..cut].to_vec())],
            &format!("workbook cut at {cut}"),
        );
        assert_answered(&[file(damaged(rng, &bytes))], "workbook damaged");
    }
}

#[test]
fn damaged_rosters_are_answered() {
    let rng = &mut Rng::new(44);
    let school = random_school(5, Size::SMALL);
    let both = Both::read(school, 5).unwrap_or_else(|text| panic!("{text}"));
    let file = write_roster(&both.ours, &rosters::wild(&both.ours, rng), 5);
    let assert_read = |bytes: Vec<u8>, what: &str| {
        let file = InputFile {
            name: file.name.clone(),
            bytes,
        };
        let reading = catch_unwind(AssertUnwindSafe(|| read_roster(&file, &both.theirs)))
            .unwrap_or_else(|_| panic!("reading panicked: {what}"));
        let has_error = reading
            .complaints
            .iter()
            .any(|complaint| complaint.gravity == Gravity::Error);
        assert_ne!(reading.roster.is_some(), has_error, "{what}");
    };
    for cut in cuts(file.bytes.len()) {
        assert_read(file.bytes[..cut].to_vec(), &format!("roster cut at {cut}"));
    }
    for _ in 0..300 {
        assert_read(damaged(rng, &file.bytes), "roster damaged");
        let length = rng.below(300);
        assert_read(random_bytes(rng, length), "roster of random bytes");
    }
}
