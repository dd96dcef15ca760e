//! The hand-made rosters of `data/manual`: `check` finds what was planted in them, at the row, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use recuse::check::{Finding, Findings, Weight, check};
use recuse::domain::{Code, Roster, RuleCode, School, StructuralCode};
use recuse::input::{InputFile, ReadOptions, read, read_roster};

/// Row of the file (`None` where the place has no row), rule, severity.
type Said = (Option<u32>, String, String);

fn data(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name)
}

fn file(path: &Path) -> InputFile {
    InputFile {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        bytes: fs::read(path).unwrap(),
    }
}

/// School 31 under the named policy; `vpr` is the school's own.
fn school(policy: &str) -> School {
    let mut files: Vec<InputFile> = fs::read_dir(data("school-31"))
        .unwrap()
        .map(|entry| file(&entry.unwrap().path()))
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let options = ReadOptions {
        policy: (policy != "vpr")
            .then(|| file(&data("manual").join(format!("policy-{policy}.toml")))),
        ..ReadOptions::default()
    };
    read(&files, &options)
        .school
        .expect("the sample school is readable")
}

fn said(findings: &Findings, roster: &Roster) -> Vec<Said> {
    let row = |row: usize| roster.rows[row].row;
    let of = |finding: &Finding| {
        let severity = match finding.weight {
            Weight::Forbid => "forbid",
            Weight::Avoid => "avoid",
            Weight::Always => "always",
            Weight::Possible => "possible",
        };
        (
            finding.row.map(row),
            finding.code.name().to_string(),
            severity.to_string(),
        )
    };
    let mut all: Vec<Said> = [
        &findings.conflicts,
        &findings.exceptions,
        &findings.preferences,
        &findings.possible,
    ]
    .into_iter()
    .flatten()
    .map(of)
    .chain(findings.questions.iter().map(|question| {
        (
            Some(row(question.row)),
            String::new(),
            "question".to_string(),
        )
    }))
    .collect();
    all.sort();
    all
}

/// What `planted.csv` lists, by roster file and policy.
fn planted() -> BTreeMap<(String, String), Vec<Said>> {
    let mut reader = csv::Reader::from_path(data("manual/planted.csv")).unwrap();
    let mut planted: BTreeMap<(String, String), Vec<Said>> = BTreeMap::new();
    for record in reader.deserialize::<BTreeMap<String, String>>() {
        let record = record.unwrap();
        planted
            .entry((record["file"].clone(), record["policy"].clone()))
            .or_default()
            .push((
                record["row"].parse().ok(),
                record["rule"].clone(),
                record["severity"].clone(),
            ));
    }
    for all in planted.values_mut() {
        all.sort();
    }
    planted
}

#[test]
fn every_planted_fault_is_found_and_nothing_else_is_said() {
    let planted = planted();
    for policy in ["vpr", "plan", "strict", "overrides"] {
        let school = school(policy);
        for name in [
            "clean-ru.csv",
            "clean-en.csv",
            "faults-rules.csv",
            "faults-structure.csv",
            "faults-presets.csv",
        ] {
            let roster = read_roster(&file(&data("manual").join(name)), &school)
                .roster
                .unwrap_or_else(|| panic!("{name} is readable"));
            let expected = planted
                .get(&(name.to_string(), policy.to_string()))
                .cloned()
                .unwrap_or_default();
            let found = said(&check(&school, &roster), &roster);
            assert_eq!(found, expected, "{name} under {policy}");
        }
    }
}

#[test]
fn every_rule_is_planted_somewhere() {
    let planted: BTreeSet<String> = planted()
        .into_values()
        .flatten()
        .map(|(_, rule, _)| rule)
        .collect();
    let codes = RuleCode::ALL
        .into_iter()
        .map(Code::Rule)
        .chain(StructuralCode::ALL.into_iter().map(Code::Structural));
    let missing: Vec<&str> = codes
        .map(Code::name)
        .filter(|name| !planted.contains(*name))
        .collect();
    // The first speaks of several schools, and this is one; limits on weeks and works are planted in random schools.
    let elsewhere = [
        "checker-own-school",
        "over-weekly-limit",
        "over-works-limit",
        "over-works-a-day",
    ];
    assert_eq!(missing, elsewhere);
}
