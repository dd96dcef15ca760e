//! The readers on a school of many thousand rows, as text and as a workbook: `cargo bench --bench readers`. The same files can be
//! written out for another program: `cargo bench --bench readers -- --write DIR` makes `DIR/csv` and `DIR/xlsx`.

use std::fs;
use std::path::Path;

use divan::{Bencher, black_box};
use recuse::input::{InputFile, ReadOptions, read, read_grid, read_roster};
use recuse::service::demo::{Size, made_up};
use recuse::service::{GenerateOptions, generate};
use rust_xlsxwriter::Workbook;

const SEED: u64 = 1;

/// The week is written so often, its lessons counted on, to make a timetable as long as that of a large town's school complex.
const WEEKS: u32 = 6;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|it| it == "--write") {
        Some(at) => write(Path::new(
            arguments.get(at + 1).map_or("readers", String::as_str),
        )),
        None => divan::main(),
    }
}

fn write(folder: &Path) {
    for (name, files) in [("csv", texts()), ("xlsx", vec![book()])] {
        let into = folder.join(name);
        fs::create_dir_all(&into).expect("the folder can be made");
        for file in files {
            fs::write(into.join(&file.name), &file.bytes).expect("the file can be written");
        }
    }
}

/// The largest made-up school, with a long timetable.
fn texts() -> Vec<InputFile> {
    let mut files = made_up(Size::Large, SEED);
    // No day has as many lessons as the long timetable, and none has bells for them.
    files.retain(|file| !file.name.starts_with("bells"));
    for file in &mut files {
        if file.name.starts_with("timetable") {
            file.bytes = lengthened(&file.bytes);
        }
    }
    files
}

/// The rows again and again, each time with later lessons.
fn lengthened(bytes: &[u8]) -> Vec<u8> {
    const LESSONS: u32 = 10;
    let text = std::str::from_utf8(bytes).expect("made-up tables are UTF-8");
    let (header, rows) = text.split_once('\n').expect("there is a header");
    let mut long = format!("{header}\n");
    for week in 0..WEEKS {
        for row in rows.lines() {
            let mut cells = row.splitn(3, ',');
            let (Some(day), Some(lesson), Some(rest)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let lesson: u32 = lesson.parse().unwrap_or(1);
            long += &format!("{day},{},{rest}\n", lesson + week * LESSONS);
        }
    }
    long.into_bytes()
}

/// The same tables as sheets of one workbook.
fn book() -> InputFile {
    let mut book = Workbook::new();
    for file in texts().iter().filter(|file| file.name.ends_with(".csv")) {
        let sheet = book.add_worksheet();
        sheet
            .set_name(file.name.trim_end_matches(".csv"))
            .expect("the name fits");
        for grid in read_grid(file) {
            for row in grid.rows.iter() {
                for (column, cell) in row.cells.iter().enumerate() {
                    sheet
                        .write_string(row.row - 1, column as u16, cell)
                        .expect("the cell fits");
                }
            }
        }
    }
    InputFile {
        name: "school.xlsx".to_owned(),
        bytes: book.save_to_buffer().expect("a workbook is written"),
    }
}

/// A folder of text files to facts.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn folder_of_texts(bencher: Bencher) {
    let files = texts();
    assert!(read(&files, &ReadOptions::default()).school.is_some());
    bencher.bench_local(|| read(black_box(&files), &ReadOptions::default()));
}

/// One workbook to facts.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn workbook(bencher: Bencher) {
    let files = [book()];
    assert!(read(&files, &ReadOptions::default()).school.is_some());
    bencher.bench_local(|| read(black_box(&files), &ReadOptions::default()));
}

/// A roster to duties.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn roster(bencher: Bencher) {
    let files = made_up(Size::Large, SEED);
    let school = read(&files, &ReadOptions::default())
        .school
        .expect("made-up schools are readable");
    let generated = generate(&files, &GenerateOptions::default()).expect("a roster is made");
    let file = InputFile {
        name: "roster.csv".to_owned(),
        bytes: generated.file,
    };
    bencher.bench_local(|| read_roster(black_box(&file), &school));
}
