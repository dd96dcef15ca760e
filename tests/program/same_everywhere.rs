//! The same bytes whatever the number of threads, the language and the time zone of the computer: roster, proof and all sheets.
//! By itself a run says the same in debug and release; `RECUSE_OTHER` names a second program to be held against this one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::tempdir;

/// The computers a run is tried on: threads, locale, time zone. The zones are a day apart at any hour.
const COMPUTERS: [(&str, &str, &str); 4] = [
    ("1", "C", "UTC"),
    ("2", "ru_RU.UTF-8", "Asia/Kamchatka"),
    ("8", "tr_TR.UTF-8", "Pacific/Kiritimati"),
    ("8", "de_DE.UTF-8", "Pacific/Pago_Pago"),
];

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn all_files(folder: &Path, base: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, base, files);
        } else {
            let name = path.strip_prefix(base).unwrap().to_owned();
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn run(program: &Path, computer: (&str, &str, &str), arguments: &[&Path]) {
    let (threads, locale, zone) = computer;
    let done = Command::new(program)
        .args(arguments)
        .args(["--lang", "ru"])
        .env("RAYON_NUM_THREADS", threads)
        .envs([("LC_ALL", locale), ("LANG", locale), ("TZ", zone)])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.code().is_some_and(|code| code < 2), "{said}");
}

/// Roster, proof and sheets of a school as that program makes them on that computer.
fn made(program: &Path, computer: (&str, &str, &str), school: &Path) -> Files {
    let folder = tempdir().unwrap();
    let [roster, proof, sheets] =
        ["roster.csv", "roster.proof", "sheets"].map(|name| folder.path().join(name));
    let (out, with_proof) = (Path::new("-o"), Path::new("--proof"));
    run(
        program,
        computer,
        &[
            Path::new("generate"),
            school,
            out,
            &roster,
            with_proof,
            &proof,
        ],
    );
    // The school's lists lie beside the roster that is exported.
    for entry in fs::read_dir(school).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && path.file_name().unwrap() != "roster.csv" {
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    run(
        program,
        computer,
        &[
            Path::new("export"),
            &roster,
            out,
            &sheets,
            with_proof,
            &proof,
            Path::new("--draft"),
        ],
    );
    let mut files = Files::new();
    all_files(folder.path(), folder.path(), &mut files);
    files
}

#[test]
fn any_computer_makes_the_same_bytes() {
    let program = PathBuf::from(assert_cmd::cargo::cargo_bin!("recuse"));
    let other = std::env::var_os("RECUSE_OTHER").map(PathBuf::from);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for school in ["school-31", "school-small"] {
        let school = data.join(school);
        let first = made(&program, COMPUTERS[0], &school);
        assert!(first.len() > 20, "{} files", first.len());
        assert!(first[Path::new("roster.csv")].len() > 1_000);
        let again = COMPUTERS.iter().map(|&computer| (&program, computer));
        let others = other.iter().map(|other| (other, COMPUTERS[0]));
        for (program, computer) in again.chain(others) {
            let files = made(program, computer, &school);
            let named = format!("{} {computer:?} {}", school.display(), program.display());
            assert!(first.keys().eq(files.keys()), "{named}: other files");
            for (name, bytes) in &first {
                assert!(files[name] == *bytes, "{named}: {}", name.display());
            }
        }
    }
}
