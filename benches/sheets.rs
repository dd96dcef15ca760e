//! Every format of the sheets for 1,000 sittings, with the memory it takes: `cargo bench --bench sheets`.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use divan::{AllocProfiler, Bencher, black_box};
use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::service::demo::{Size, made_up};
use recuse::service::{ExportRequest, Format, GenerateOptions, export, generate};
use recuse::sheets::Audience;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SITTINGS: usize = 1_000;

fn main() {
    divan::main();
}

/// The large made-up school and its roster, their first days held a second time eight weeks later.
fn a_thousand() -> (Vec<InputFile>, InputFile) {
    let mut files = made_up(Size::Large, 1);
    let options = GenerateOptions::default();
    let generated = generate(&files, &options).expect("made-up schools have a roster");
    let mut roster = InputFile {
        name: "roster.csv".to_owned(),
        bytes: generated.file,
    };
    let schedule = files.iter_mut().find(|file| file.name == "schedule.csv");
    let schedule = schedule.expect("a schedule");
    let last = last_day_again(schedule);
    hold_again(schedule, last);
    hold_again(&mut roster, last);
    (files, roster)
}

fn text(file: &InputFile) -> &str {
    std::str::from_utf8(&file.bytes).expect("tables are UTF-8")
}

fn day_of(row: &str) -> NaiveDate {
    row[..10].parse().expect("rows begin with their day")
}

/// The last of the days that are to be held again, so that there are a thousand sittings at least.
fn last_day_again(schedule: &InputFile) -> NaiveDate {
    let mut per_day: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let rows = text(schedule).lines().skip(1);
    let sittings = rows.map(|row| *per_day.entry(day_of(row)).or_default() += 1);
    let mut count = sittings.count();
    for (day, sittings) in per_day {
        count += sittings;
        if count >= SITTINGS {
            return day;
        }
    }
    panic!("the school is large enough")
}

/// Adds the rows up to that day again, eight weeks later.
fn hold_again(table: &mut InputFile, last: NaiveDate) {
    let rows = text(table)
        .lines()
        .skip(1)
        .filter(|row| day_of(row) <= last);
    let again = rows.map(|row| {
        let day = day_of(row) + Days::new(56);
        format!("{day}{}\n", &row[10..])
    });
    let again: String = again.collect();
    table.bytes.extend(again.into_bytes());
}

/// Bytes in, checked and written sheets out.
#[divan::bench(args = Format::ALL, sample_count = 5, sample_size = 1)]
fn a_thousand_sittings(bencher: Bencher, format: Format) {
    let (files, roster) = a_thousand();
    let formats = [format];
    let request = ExportRequest {
        files: &files,
        roster: &roster,
        was: None,
        read: ReadOptions::default(),
        formats: &formats,
        audience: Audience::Staff,
        person: None,
        date: None,
        draft: true,
        lang: Lang::En,
        sheets_lang: None,
        plan: &[],
        proof: None,
    };
    bencher.bench_local(|| export(black_box(&request)).expect("sheets"));
}
