//! Each stage on three fixed schools: `cargo bench --bench stages`.

mod by_hand;

use by_hand::made_by_hand;
use divan::{Bencher, black_box};
use recuse::check::check;
use recuse::domain::{Absence, Duty, PersonId, Place, Prefer, School, Weekdays};
use recuse::input::{ReadOptions, read, read_roster};
use recuse::rules::Eligibility;
use recuse::service::demo::{Size, made_up};
use recuse::service::{GenerateOptions, generate};
use recuse::solve::{Answer, Present, SizeLimit, SolveOptions, repair, solve};

const SIZES: [Size; 3] = [Size::Small, Size::School, Size::Large];
const SEED: u64 = 1;

fn main() {
    divan::main();
}

fn school(size: Size) -> School {
    read(&made_up(size, SEED), &ReadOptions::default())
        .school
        .expect("made-up schools are readable")
}

fn solved(school: &School, eligibility: &Eligibility) -> Answer {
    let options = SolveOptions {
        seed: SEED,
        stop: &|| false,
        progress: &|_| {},
        limit: SizeLimit::default(),
    };
    solve(school, eligibility, &options).expect("made-up schools are within the limit")
}

fn generate_options() -> GenerateOptions<'static> {
    GenerateOptions {
        seed: SEED,
        ..GenerateOptions::default()
    }
}

/// Bytes of the tables to facts.
#[divan::bench(args = SIZES)]
fn read_tables(bencher: Bencher, size: Size) {
    let files = made_up(size, SEED);
    bencher.bench_local(|| read(black_box(&files), &ReadOptions::default()));
}

/// Facts to who may take which place.
#[divan::bench(args = SIZES)]
fn eligibility(bencher: Bencher, size: Size) {
    let school = school(size);
    bencher.bench_local(|| Eligibility::of(black_box(&school)));
}

/// All four roles, all levels, with the proof.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn solve_all_levels(bencher: Bencher, size: Size) {
    let school = school(size);
    let eligibility = Eligibility::of(&school);
    bencher.bench_local(|| solved(black_box(&school), &eligibility));
}

/// As few people as can be on time-bound duty, without loss at levels 1–3.
#[divan::bench(args = [Size::Small, Size::School], sample_count = 5, sample_size = 1)]
fn solve_few_people(bencher: Bencher, size: Size) {
    let mut lists = school(size).lists().clone();
    lists.policy.prefer = Prefer::FewPeople;
    let school = School::new(lists);
    let eligibility = Eligibility::of(&school);
    bencher.bench_local(|| solved(black_box(&school), &eligibility));
}

/// Judging a full roster.
#[divan::bench(args = SIZES)]
fn check_roster(bencher: Bencher, size: Size) {
    let files = made_up(size, SEED);
    let school = school(size);
    let generated = generate(&files, &generate_options()).expect("made-up schools have a roster");
    let file = recuse::input::InputFile {
        name: "roster.csv".to_owned(),
        bytes: generated.file,
    };
    let roster = read_roster(&file, &school)
        .roster
        .expect("a written roster is readable");
    bencher.bench_local(|| check(black_box(&school), &roster));
}

/// A wide roster made by hand, from its bytes to the findings; rows are sittings.
#[divan::bench(args = [1_000, 10_000], sample_count = 10, sample_size = 1)]
fn read_and_check_by_hand(bencher: Bencher, rows: usize) {
    let (school, file) = made_by_hand(rows);
    bencher.bench_local(|| {
        let roster = read_roster(black_box(&file), &school).roster;
        check(&school, &roster.expect("the roster is readable"))
    });
}

/// A proctor of the roster falls ill: the fewest changes, all levels, with the proof.
#[divan::bench(args = SIZES)]
fn repair_one_absence(bencher: Bencher, size: Size) {
    let school = school(size);
    let eligibility = Eligibility::of(&school);
    let duty = |&(place, person): &(Place, Option<PersonId>)| {
        Some(Duty {
            sitting: place.sitting,
            role: place.role,
            person: person?,
        })
    };
    let answer = solved(&school, &eligibility);
    let present = Present {
        duties: answer.places.iter().filter_map(duty).collect(),
        ..Present::default()
    };
    let sitting = school.sitting(present.duties[0].sitting);
    let mut lists = school.lists().clone();
    lists.absences.push(Absence {
        person: present.duties[0].person,
        from: sitting.date,
        to: sitting.date,
        weekdays: Weekdays::default(),
        span: None,
        reason: String::new(),
        read_at: sitting.read_at,
    });
    let school = School::new(lists);
    let eligibility = Eligibility::of(&school);
    let options = SolveOptions {
        seed: SEED,
        stop: &|| false,
        progress: &|_| {},
        limit: SizeLimit::default(),
    };
    bencher.bench_local(|| repair(black_box(&school), &eligibility, &present, &options));
}

/// Bytes in, checked roster out: everything but the disk.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn generate_whole(bencher: Bencher, size: Size) {
    let files = made_up(size, SEED);
    bencher.bench_local(|| generate(black_box(&files), &generate_options()));
}
