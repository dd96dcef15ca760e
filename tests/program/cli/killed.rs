//! Power cuts: `generate` and `export` are killed at random moments while they replace files. Every file that was there is still
//! there, whole: as it was, or as it was to become. `RECUSE_KILLS` says how often.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::town::Town;

const KILLS: u64 = 20;

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn recuse(town: &Town, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_recuse"));
    command
        .args(arguments)
        .current_dir(town.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// What a person sees in the folder: by name, files alone.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                path,
            )
        })
        .filter(|(name, _)| !name.starts_with('.'))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// Kills the command so many times, in two forms by turns that write other bytes to the same files; how often it had not ended.
fn kill(town: &Town, dir: &Path, forms: [&[&str]; 2]) -> u64 {
    let whole = forms.map(|arguments| {
        let started = Instant::now();
        assert!(recuse(town, arguments).status().unwrap().code() < Some(2));
        (files(dir), started.elapsed())
    });
    assert_ne!(whole[0].0, whole[1].0, "the forms write the same");
    let kills = std::env::var("RECUSE_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let mut random = Random(20_260_421);
    let mut before_its_end = 0;
    for round in 0..kills {
        let turn = (round % 2) as usize;
        let (_, lasts) = &whole[turn];
        let mut child = recuse(town, forms[turn]).spawn().unwrap();
        // Files are replaced at the end: most kills fall there.
        let micros = lasts.as_micros() as u64;
        let wait = micros / 2 + random.below(micros * 3 / 4);
        thread::sleep(Duration::from_micros(wait));
        before_its_end += u64::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let found = files(dir);
        assert!(found.keys().eq(whole[0].0.keys()), "{:?}", found.keys());
        for (name, bytes) in found {
            let is_whole = whole.iter().any(|(files, _)| files[&name] == bytes);
            assert!(is_whole, "{name} after {wait} µs");
        }
    }
    before_its_end
}

#[test]
fn a_roster_and_its_proof_are_replaced_whole() {
    let town = Town::new();
    let form = |lang| {
        [
            "generate",
            "--force",
            "--proof",
            "roster.proof",
            "--lang",
            lang,
        ]
    };
    let cut_short = kill(&town, town.path(), [&form("en"), &form("ru")]);
    assert!(cut_short > 0);
}

#[test]
fn sheets_are_replaced_whole() {
    let town = Town::new();
    let made = recuse(&town, &["generate", "--lang", "en"])
        .status()
        .unwrap();
    assert!(made.code() < Some(2));
    let form = |lang| {
        let [export, to] = ["export", "html,csv,ics"];
        [
            export,
            "roster.csv",
            "-o",
            "sheets",
            "--force",
            "--draft",
            "--to",
            to,
            "--lang",
            lang,
        ]
    };
    let cut_short = kill(&town, &town.file("sheets"), [&form("en"), &form("ru")]);
    assert!(cut_short > 0);
}
