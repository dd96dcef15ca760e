//! Our own figures.

use std::path::Path;
use std::time::{Duration, Instant};

use recuse::domain::School;
use recuse::input::InputFile;
use recuse::rules::Eligibility;
use recuse::service::demo::{Size, made_up};
use recuse::service::{GenerateOptions, generate};
use recuse::solve::{Answer, SizeLimit, SolveOptions, solve};

use super::Outcome;
use super::instance::{Instance, Level, name, value};

pub const SEED: u64 = 1;

/// Runs of which the median counts.
const RUNS: usize = 5;

/// Who may take what, all levels, and their proof: the median of some runs.
pub fn school(school: &School) -> Outcome {
    let mut runs: Vec<(f64, Answer)> = (0..RUNS).map(|_| solved(school)).collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (seconds, answer) = runs.swap_remove(RUNS / 2);
    let peak_mb = peak_mb();
    let levels = Instance::of(school).levels();
    let all = levels.len();
    let is_proven =
        |level: &Level| value(&answer.objective, *level) == value(&answer.bound, *level);
    Outcome {
        seconds,
        // As for everybody: what is open leaves the levels below it open.
        levels: levels
            .into_iter()
            .take_while(is_proven)
            .map(|level| (name(level), value(&answer.objective, level)))
            .collect(),
        all,
        proven: answer.optimal,
        peak_mb,
        places: answer.places.len() as u64,
        optimal: u64::from(answer.optimal),
    }
}

/// What is open after this stays open, as for whoever calls the program without a limit.
const PATIENCE: Duration = Duration::from_secs(10);

/// Seconds, and the answer.
pub fn solved(school: &School) -> (f64, Answer) {
    let started = Instant::now();
    let options = SolveOptions {
        seed: SEED,
        stop: &|| started.elapsed() >= PATIENCE,
        progress: &|_| {},
        limit: SizeLimit::default(),
    };
    let eligibility = Eligibility::of(school);
    let answer = solve(school, &eligibility, &options).expect("within the limit");
    (started.elapsed().as_secs_f64(), answer)
}

/// So many schools in folders of their own: read, generated, read back and checked, written.
pub fn district(count: u64) -> Outcome {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folders: Vec<_> = (1..=count)
        .map(|seed| root.path().join(seed.to_string()))
        .collect();
    for (folder, seed) in folders.iter().zip(1..) {
        std::fs::create_dir(folder).expect("a new folder");
        for file in made_up(Size::School, seed) {
            std::fs::write(folder.join(file.name), file.bytes).expect("room on the disk");
        }
    }
    let started = Instant::now();
    #[cfg(feature = "parallel")]
    let made: Vec<(u64, bool)> = {
        use rayon::prelude::*;
        folders
            .par_iter()
            .map(|folder| folder_to_roster(folder))
            .collect()
    };
    #[cfg(not(feature = "parallel"))]
    let made: Vec<(u64, bool)> = folders.iter().map(|it| folder_to_roster(it)).collect();
    let optimal = made.iter().filter(|made| made.1).count() as u64;
    Outcome {
        seconds: started.elapsed().as_secs_f64(),
        levels: Vec::new(),
        all: 0,
        proven: optimal == count,
        peak_mb: peak_mb(),
        places: made.iter().map(|made| made.0).sum(),
        optimal,
    }
}

/// Places, and whether levels 1–4 are proven.
fn folder_to_roster(folder: &Path) -> (u64, bool) {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<InputFile> = entries
        .map(|entry| entry.expect("a file"))
        .map(|entry| InputFile {
            name: entry.file_name().to_string_lossy().into_owned(),
            bytes: std::fs::read(entry.path()).expect("readable"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let options = GenerateOptions {
        seed: SEED,
        ..GenerateOptions::default()
    };
    let made = generate(&files, &options).expect("made-up schools have a roster");
    std::fs::write(folder.join("roster.csv"), &made.file).expect("room on the disk");
    (made.answer.places.len() as u64, made.answer.optimal)
}

/// The most memory that this process ever held.
pub fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}
