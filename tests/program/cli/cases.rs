//! Golden cases: each folder of `tests/cases` holds `in/` (the files), `cmd` (the arguments), and what came of it: `code`,
//! `stdout`, `stderr`, and `out/` (files that were written). `SNAPSHOTS=overwrite cargo test` rewrites them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{Assert, Data};

use super::town::recuse;

#[test]
fn cases_come_out_as_they_did() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<PathBuf> = fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 5, "the cases are there");
    for folder in folders {
        run(&folder);
    }
}

fn run(case: &Path) {
    let dir = tempfile::tempdir().unwrap();
    let before = copy(&case.join("in"), dir.path());
    let line = fs::read_to_string(case.join("cmd")).unwrap();
    let output = recuse()
        .current_dir(dir.path())
        .args(line.split_whitespace())
        .output()
        .unwrap();
    let code = output
        .status
        .code()
        .map_or("killed".into(), |code| code.to_string());
    expect(&case.join("code"), &format!("{code}\n"));
    expect(
        &case.join("stdout"),
        &timeless(&String::from_utf8(output.stdout).unwrap()),
    );
    expect(
        &case.join("stderr"),
        &String::from_utf8(output.stderr).unwrap(),
    );
    for (name, text) in files(dir.path()) {
        if !before.contains_key(&name) {
            fs::create_dir_all(case.join("out")).unwrap();
            expect(&case.join("out").join(name), &text);
        }
    }
}

fn expect(path: &Path, actual: &str) {
    if !path.exists() && std::env::var("SNAPSHOTS").is_ok() {
        fs::write(path, "").unwrap();
    }
    Assert::new().action_env("SNAPSHOTS").eq(
        actual,
        Data::read_from(path, Some(snapbox::data::DataFormat::Text)).raw(),
    );
}

/// The time taken is another in each run.
fn timeless(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once("\"elapsed_ms\": ") {
            Some((indent, _)) => format!("{indent}\"elapsed_ms\": 0,\n"),
            None => format!("{line}\n"),
        })
        .collect::<Vec<_>>()
        .concat()
}

fn copy(from: &Path, to: &Path) -> BTreeMap<String, String> {
    let files = files(from);
    for name in files.keys() {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
    files
}

/// Names and texts; bytes that are no UTF-8 are replaced, as these files are compared by name only.
fn files(dir: &Path) -> BTreeMap<String, String> {
    fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (
                name,
                String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned(),
            )
        })
        .collect()
}
