//! Ours beside general solvers, on the same instances in the same run: `cargo bench --bench compare -- [PART…]`.
//!
//! | part | what |
//! |---|---|
//! | `small`, `school`, `large` | levels 1–4 of a made-up school of that size, all roles: ours, one weighted model, level by level |
//! | `district=N` | N made-up schools of size `school`: from files read to rosters written, on all cores |
//! | `hard=N` | the same of a hard made-up school of N teachers: short of people, sittings that overlap at unequal length |
//! | `scaling` | ours on schools of 35 to 910 sittings, and on hard ones; draws `data/pictures/scaling.svg` |
//!
//! Without parts: `small school large hard=24 hard=40 hard=60 district=100 scaling`. `limit=SECONDS` is what a general solver gets for each
//! model (60). Everyone has one thread but in districts. Each figure comes from a process of its own, so that its peak
//! memory is its own; ours is the median of five runs.
//!
//! Ways of a general solver: `weighted`, one model for all levels; `levels`, one plain model a level; `best`, the best model
//! known, that of `--engine milp`: a row for each lesson, exact rows for the levels above, columns only where they can pay. It
//! has `limit` for each level too, and its time is the whole time, models included; level 5 is left out, as for all others.
//!
//! microlp is always there. `HiGHS` takes part with `--features highs`, OR-Tools' CP-SAT where `benches/compare/tools.sh`
//! has put its Python package under `target/`; that script also fetches what `HiGHS` needs to be built.

mod best;
mod hard;
mod instance;
mod model;
mod ours;
mod plot;

use std::path::{Path, PathBuf};
use std::process::Command;

use recuse::input::{InputFile, ReadOptions, read};
use recuse::service::demo::{Size, made_up};
use serde::{Deserialize, Serialize};

use instance::Instance;
use model::{Backend, Found};

/// Seconds for each model of a general solver.
const LIMIT: f64 = 60.0;

/// What a process of ours, or the script, says on its last line.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Outcome {
    seconds: f64,
    /// Levels that are proven, with their values.
    levels: Vec<(String, u64)>,
    /// How many there are; ours says it.
    #[serde(default)]
    all: usize,
    proven: bool,
    /// Most memory the process ever held, in MB.
    peak_mb: f64,
    places: u64,
    /// Schools of a district whose levels 1–4 are proven.
    #[serde(default)]
    optimal: u64,
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|it| it != "--bench")
        .collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == "one"
    {
        println!("{}", serde_json::to_string(&one(rest)).expect("plain data"));
        return;
    }
    let limit = arguments
        .iter()
        .find_map(|it| it.strip_prefix("limit=")?.parse().ok());
    let limit: f64 = limit.unwrap_or(LIMIT);
    let mut parts: Vec<&str> = arguments.iter().map(String::as_str).collect();
    parts.retain(|part| !part.starts_with("limit="));
    if parts.is_empty() {
        parts = vec![
            "small",
            "school",
            "large",
            "hard=24",
            "hard=40",
            "hard=60",
            "district=100",
            "scaling",
        ];
    }
    let mut others = Vec::new();
    for part in parts {
        match part {
            "scaling" => scaling(&others),
            size if school_of(size).is_some() => others.extend(solvers(size, limit)),
            district => schools(district),
        }
    }
}

/// The tables of a school by its name in the arguments.
fn school_of(name: &str) -> Option<Vec<InputFile>> {
    if let Some(staff) = name.strip_prefix("hard=") {
        return Some(hard::hard(staff.parse().ok()?, ours::SEED));
    }
    Some(made_up(size_of(name)?, ours::SEED))
}

fn size_of(name: &str) -> Option<Size> {
    match name {
        "small" => Some(Size::Small),
        "school" => Some(Size::School),
        "large" => Some(Size::Large),
        streams => Some(Size::Streams(
            streams.strip_prefix("streams=")?.parse().ok()?,
        )),
    }
}

/// One figure, in this process.
fn one(arguments: &[String]) -> Outcome {
    let [way, size, limit] = arguments else {
        panic!("a way, a size and a limit");
    };
    if let Some(count) = size.strip_prefix("district=") {
        return ours::district(count.parse().expect("a number"));
    }
    let files = school_of(size).expect("a size");
    let school = read(&files, &ReadOptions::default()).school;
    let school = school.expect("made-up schools are readable");
    if way == "ours" {
        return ours::school(&school);
    }
    let (method, backend) = way.split_once(' ').expect("a method and a solver");
    let backend = backend_of(backend).expect("a solver of this build");
    let limit = limit.parse().expect("seconds");
    if method == "best" {
        return best::solved(&school, backend, limit);
    }
    let instance = Instance::of(&school);
    let Found {
        levels,
        seconds,
        proven,
    } = match method {
        "weighted" => model::weighted(&instance, backend, limit),
        _ => model::level_by_level(&instance, backend, limit),
    };
    Outcome {
        seconds,
        levels: levels
            .into_iter()
            .map(|(level, value)| (instance::name(level), value))
            .collect(),
        all: 0,
        proven,
        peak_mb: ours::peak_mb(),
        places: instance.demands.iter().map(|it| u64::from(it.seats)).sum(),
        optimal: 0,
    }
}

fn backend_of(name: &str) -> Option<Backend> {
    match name {
        "microlp" => Some(Backend::Microlp),
        #[cfg(feature = "highs")]
        "HiGHS" => Some(Backend::Highs),
        _ => None,
    }
}

/// The figure from a process of its own.
fn child(way: &str, size: &str, limit: f64) -> Option<Outcome> {
    let threads = if size.starts_with("district") {
        "0"
    } else {
        "1"
    };
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["one", way, size, &limit.to_string()])
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .expect("this program runs");
    outcome(&output.stdout)
}

fn outcome(printed: &[u8]) -> Option<Outcome> {
    let text = String::from_utf8_lossy(printed);
    serde_json::from_str(text.lines().last()?).ok()
}

/// CP-SAT's figure, where its package is there.
fn cp_sat(size: &str, limit: f64) -> Option<Outcome> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = tools().join("bin/python");
    if !python.exists() {
        return None;
    }
    let school = read(&school_of(size)?, &ReadOptions::default()).school?;
    let folder = tempfile::tempdir().ok()?;
    let file = folder.path().join("instance.json");
    std::fs::write(&file, Instance::of(&school).json().to_string()).ok()?;
    let output = Command::new(python)
        .arg(root.join("benches/compare/cp_sat.py"))
        .args([file.as_os_str(), limit.to_string().as_ref()])
        .output()
        .ok()?;
    outcome(&output.stdout)
}

/// Where `tools.sh` puts its packages.
fn tools() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("target/bench-tools")
}

/// Everyone on one school; what others took, for the plot.
fn solvers(size: &str, limit: f64) -> Vec<(String, u64, f64)> {
    let ours = child("ours", size, limit).expect("ours answers");
    println!(
        "\n{size}: {} places, {limit} s a model, one thread",
        ours.places
    );
    println!("| way | levels proven | time | against ours | memory |\n|---|---|---|---|---|");
    let mut rows = vec![("recuse".to_owned(), Some(ours.clone()))];
    let mut ways = vec!["weighted microlp", "levels microlp", "best microlp"];
    if cfg!(feature = "highs") {
        ways.extend(["weighted HiGHS", "levels HiGHS", "best HiGHS"]);
    }
    rows.extend(
        ways.into_iter()
            .map(|way| (way.to_owned(), child(way, size, limit))),
    );
    rows.push(("levels CP-SAT".to_owned(), cp_sat(size, limit)));
    let mut others = Vec::new();
    for (way, found) in rows {
        let Some(found) = found else {
            println!("| {way} | not here | | | |");
            continue;
        };
        let same = |level: &&(String, u64)| {
            let mut known = ours.levels.iter();
            known.all(|it| it.0 != level.0 || it.1 == level.1)
        };
        let agreed = found.levels.iter().filter(same).count();
        let more = if found.proven { "" } else { "more than " };
        println!(
            "| {way} | {} of {}{} | {more}{} | {more}{:.0} × | {:.0} MB |",
            if found.proven || !way.starts_with("weighted") {
                found.levels.len()
            } else {
                0
            },
            ours.all,
            if agreed == found.levels.len() {
                ""
            } else {
                ", other values"
            },
            plot::time(found.seconds),
            found.seconds / ours.seconds,
            found.peak_mb,
        );
        if found.proven && way != "recuse" {
            others.push((way, found.places, found.seconds));
        }
    }
    others
}

fn schools(part: &str) {
    let found = child("ours", part, 0.0).expect("a part that is known");
    let count = part.trim_start_matches("district=");
    println!("\n{count} schools, from files read to rosters written, all cores");
    println!("| places | proven | time | a school | memory |\n|---|---|---|---|---|");
    println!(
        "| {} | {} | {} | {} | {:.0} MB |",
        found.places,
        found.optimal,
        plot::time(found.seconds),
        plot::time(found.seconds / count.parse().unwrap_or(1.0)),
        found.peak_mb,
    );
}

/// Time against places, and the picture of it beside what others took in this run.
fn scaling(others: &[(String, u64, f64)]) {
    println!("\nscaling, one thread\n| school | places | time | memory |\n|---|---|---|---|");
    let streams = [1, 2, 3, 5, 7, 10, 14, 20, 26];
    let plenty = line(streams.iter().map(|it| format!("streams={it}")));
    let hard = line(
        [24, 32, 40, 50, 60, 70, 80]
            .iter()
            .map(|it| format!("hard={it}")),
    );
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pictures/scaling.svg");
    let picture = plot::scaling([&plenty, &hard], others);
    std::fs::write(file, picture).expect("the picture can be written");
}

/// Places and seconds of ours on these schools, as far as levels 1–4 are proven.
fn line(schools: impl Iterator<Item = String>) -> Vec<(u64, f64)> {
    let mut points = Vec::new();
    for school in schools {
        let found = child("ours", &school, 0.0).expect("ours answers");
        let open = if found.proven { "" } else { ", not all proven" };
        println!(
            "| {school}{open} | {} | {} | {:.0} MB |",
            found.places,
            plot::time(found.seconds),
            found.peak_mb
        );
        if found.proven {
            points.push((found.places, found.seconds));
        }
    }
    points
}
