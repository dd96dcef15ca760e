//! Repairs of thousands of random rosters are legal, change as little as trying every roster can, and leave what is
//! pinned alone; and the commands `repair` and `diff` as people run them.

use std::fs;
use std::path::Path;

use crate::oracle::bars::may_take;
use crate::oracle::best::{Held, fewest};
use crate::oracle::bridge::{Both, levels};
use crate::oracle::files::write_roster;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::judge::{Row, Who, conflicts};
use crate::oracle::objective::PROVEN;
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use assert_cmd::Command;
use recuse::domain::{Lang, Roster, Seat};
use recuse::input::{self, InputFile, ReadOptions, read_roster};
use recuse::rules::Eligibility;
use recuse::service::{GenerateOptions, Repair, RepairRequest, generate, repair as service_repair};

const MOST_STATES: usize = 1_000;

fn repair(both: &Both, roster: &InputFile) -> Repair {
    let request = RepairRequest {
        files: &both.files,
        roster,
        read: ReadOptions::default(),
        seed: 7,
        stop: &|| false,
        stop_explaining: &|| false,
        progress: &|_| {},
    };
    service_repair(&request).unwrap_or_else(|error| panic!("{error}"))
}

fn read(seed: u64) -> Both {
    Both::read(random_school(seed, Size::SMALL), seed)
        .unwrap_or_else(|text| panic!("seed {seed}: {text}"))
}

/// A roster as people leave them: sensible with one slip, or wild.
fn any_roster(both: &Both, rng: &mut Rng) -> Vec<Row> {
    if rng.chance(50) {
        let good = rosters::good(&both.ours, rng);
        return rosters::with_one_replaced(&both.ours, &good, rng);
    }
    rosters::wild(&both.ours, rng)
}

fn present(rows: &[Row]) -> Vec<Held> {
    rows.iter()
        .filter_map(|row| match row.who {
            Who::Person(person) => Some((row.sitting?, row.role, person)),
            Who::Nobody | Who::Stranger => None,
        })
        .collect()
}

/// What is wrong with the repair of these present duties; the number of changes is held against brute force.
fn fault(both: &Both, repaired: &Repair, present: &[Held]) -> (bool, Option<String>) {
    let rows = both.rows(&repaired.checked.roster);
    let school = &both.ours;
    for finding in conflicts(school, &rows) {
        let is_hopeless_pin = finding.code == "pin-broken"
            && finding
                .person
                .zip(finding.sitting)
                .is_some_and(|(person, sitting)| !may_take(school, person, finding.role, sitting));
        if finding.code != "unfilled" && !is_hopeless_pin {
            return (false, Some(both.describe(&finding)));
        }
    }
    let duties = self::present(&rows);
    let barred = duties
        .iter()
        .find(|&&(sitting, role, person)| !may_take(school, person, role, sitting));
    if let Some(duty) = barred {
        return (false, Some(format!("barred: {duty:?}")));
    }
    let solved = &repaired.solved;
    let new = duties.iter().filter(|duty| !present.contains(duty)).count() as u64;
    if (new, new) != (solved.changed, solved.fewest) || !solved.optimal || !solved.fewest_is_proven
    {
        let told = (solved.changed, solved.fewest, solved.optimal);
        return (false, Some(format!("{new} changes, told {told:?}")));
    }
    let Some((least, best)) = fewest(school, Some(present), MOST_STATES) else {
        return (false, None);
    };
    let value = levels(&solved.objective);
    if new != least || value[PROVEN] != best[PROVEN] {
        let text = format!("{new} changes, {value:?}\nbest {least}, {best:?}");
        return (true, Some(text));
    }
    (true, None)
}

#[test]
fn repairs_are_legal_and_change_as_little_as_brute_force() {
    let mut compared = 0;
    for seed in 0..1_000 {
        let both = read(seed);
        let rng = &mut Rng::new(seed ^ 0x5e1f);
        let rows = any_roster(&both, rng);
        let repaired = repair(&both, &write_roster(&both.ours, &rows, seed));
        let (spoke, fault) = fault(&both, &repaired, &present(&rows));
        compared += usize::from(spoke);
        if let Some(fault) = fault {
            panic!("seed {seed}\n{}\n{fault}", both.case(&rows));
        }
    }
    assert!(compared >= 700, "brute force spoke of {compared} only");
}

#[test]
fn a_moved_sitting_keeps_its_people_where_they_may_stay() {
    let (mut compared, mut moved) = (0, 0);
    for seed in 0..400 {
        let before = read(seed);
        let rng = &mut Rng::new(seed ^ 0x3e5);
        let rows = rosters::good(&before.ours, rng);
        let file = write_roster(&before.ours, &rows, seed);
        let mut school = before.ours.clone();
        let at = rng.below(school.schedule.len());
        let key = |at: usize| (school.schedule[at].class, school.schedule[at].subject);
        let alone = (0..school.schedule.len()).filter(|&other| key(other) == key(at));
        // Another sitting of the class and subject may be what the row is about.
        if alone.count() > 1 || school.pins.iter().any(|pin| pin.sitting == at) {
            continue;
        }
        school.schedule[at].day = *rng.pick(&[20, 21, 22]);
        let has_moved = school.schedule[at].day != before.ours.schedule[at].day;
        let Ok(both) = Both::read(school, seed) else {
            continue;
        };
        let repaired = repair(&both, &file);
        let (spoke, fault) = fault(&both, &repaired, &present(&rows));
        compared += usize::from(spoke && has_moved);
        moved += repaired.changes.iter().filter(|it| it.is_move()).count();
        if let Some(fault) = fault {
            panic!("seed {seed}, sitting {at}\n{}\n{fault}", both.case(&rows));
        }
    }
    assert!(compared >= 100, "brute force spoke of {compared} only");
    assert!(moved >= 100, "only {moved} duties moved along");
}

#[test]
fn pinned_rows_stay_whatever_is_wrong_with_them() {
    let mut wrong = 0;
    for seed in 0..600 {
        let both = read(seed);
        let rng = &mut Rng::new(seed ^ 0x919);
        let mut roster = both.roster(&any_roster(&both, rng));
        for row in &mut roster.rows {
            row.pinned = row.seat != Seat::Empty && rng.chance(25);
        }
        let bytes = input::write_roster(&both.theirs, &roster, Lang::Ru);
        let file = InputFile {
            name: "roster.csv".to_owned(),
            bytes,
        };
        let was = read_roster(&file, &both.theirs).roster.expect("ours");
        let now = repair(&both, &file).checked;
        let facts = |roster: &Roster, pinned: bool| {
            let rows = roster.rows.iter().filter(|row| row.pinned || !pinned);
            let mut facts: Vec<String> = rows
                .map(|row| format!("{:?} {:?} {:?}", row.sitting, row.role, row.seat))
                .collect();
            facts.sort();
            facts
        };
        let mut all = facts(&now.roster, false);
        for row in facts(&was, true) {
            let at = all.iter().position(|other| *other == row);
            all.remove(at.unwrap_or_else(|| panic!("seed {seed}: {row} is gone")));
        }
        let eligibility = Eligibility::of(&both.theirs);
        for (index, duty) in now.roster.duties() {
            let may = eligibility.may(duty.sitting, duty.role, duty.person);
            assert!(
                may || now.roster.rows[index].pinned,
                "seed {seed}: {duty:?}"
            );
            wrong += usize::from(!may);
        }
    }
    assert!(wrong >= 100, "only {wrong} pinned duties are barred");
}

#[test]
fn a_roster_of_ours_is_left_as_it_is() {
    for seed in 0..300 {
        let both = read(seed);
        let options = GenerateOptions {
            lang: if seed % 2 == 0 { Lang::Ru } else { Lang::En },
            seed,
            ..GenerateOptions::default()
        };
        let generated = generate(&both.files, &options).unwrap_or_else(|error| panic!("{error}"));
        let file = InputFile {
            name: "roster.csv".to_owned(),
            bytes: generated.file.clone(),
        };
        let repaired = repair(&both, &file);
        assert_eq!(repaired.solved.changed, 0, "seed {seed}");
        assert!(repaired.changes.is_empty(), "seed {seed}");
        assert!(repaired.file == generated.file, "seed {seed}");
    }
}

/// A folder with the sample school and its roster.
fn sample() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/school-small");
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    let (_, _, error) = run(dir.path(), &["generate", "-q", "--lang", "en"]);
    assert_eq!(error, "");
    dir
}

/// Runs the program in the folder: exit code, standard output, standard error.
fn run(dir: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_recuse"))
        .current_dir(dir)
        .env("LC_ALL", "C")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// A proctor of the roster, and the date of the duty.
fn a_proctor(dir: &Path) -> (String, String) {
    let text = fs::read_to_string(dir.join("roster.csv")).unwrap();
    let row: Vec<&str> = text
        .lines()
        .find(|line| line.contains(",proctor,"))
        .unwrap()
        .split(',')
        .collect();
    (row[9].to_owned(), row[0].to_owned())
}

#[test]
fn an_absence_is_repaired_beside_the_roster_and_told() {
    let dir = sample();
    let (person, date) = a_proctor(dir.path());
    let absent = format!("{person}@{date}");
    let (code, out, _) = run(dir.path(), &["repair", "roster.csv", "--absent", &absent]);
    assert!(code == 0 || code == 1, "{out}");
    assert!(out.contains("Proven: no roster"), "{out}");
    assert!(
        out.contains(&format!("  {person}\n    – no more: {date}")),
        "{out}"
    );
    let repaired = fs::read_to_string(dir.path().join("roster-repaired.csv")).unwrap();
    let mine = repaired.lines().filter(|line| line.starts_with(&date));
    for line in mine.filter(|line| line.contains(&format!(",{person},"))) {
        assert!(line.contains(",checker,"), "{line}");
    }
    let (code, _, error) = run(dir.path(), &["repair", "roster.csv"]);
    assert_eq!(code, 2, "the file is in the way");
    assert!(error.contains("roster-repaired.csv"), "{error}");
    let diff = ["diff", "roster.csv", "roster-repaired.csv"];
    let (code, out, _) = run(dir.path(), &diff);
    assert_eq!(code, 1);
    assert!(out.contains(&person), "{out}");
    assert!(out.contains("To be told: "), "{out}");
    assert!(out.contains("Before and after\n  "), "{out}");
    let (code, out, _) = run(dir.path(), &["diff", "roster.csv", "roster.csv"]);
    assert_eq!((code, out.as_str()), (0, "Nothing differs\n"));
}

#[test]
fn json_says_what_text_says() {
    let dir = sample();
    let (person, _) = a_proctor(dir.path());
    let arguments = ["repair", "roster.csv", "--absent", &person];
    let (_, out, _) = run(
        dir.path(),
        &[&arguments[..], &["--format", "json", "-o", "new.csv"]].concat(),
    );
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["status"], "optimal");
    assert_eq!(report["changed"], report["fewest"]);
    assert_eq!(report["fewest_is_proven"], true);
    let told = report["told"].as_array().unwrap();
    let mine = told
        .iter()
        .find(|it| it["person"] == person.as_str())
        .unwrap();
    assert!(!mine["gives_up"].as_array().unwrap().is_empty());
    assert!(dir.path().join("new.csv").exists());
    let diff = ["diff", "roster.csv", "new.csv", "--format", "json"];
    let (_, out, _) = run(dir.path(), &diff);
    let again: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(again["changes"], report["changes"]);
    assert_eq!(again["told"], report["told"]);
}

#[test]
fn what_cannot_be_understood_writes_nothing() {
    let dir = sample();
    let (person, _) = a_proctor(dir.path());
    let mistyped: String = person.chars().skip(1).collect();
    for (absent, said) in [
        (mistyped.clone(), format!("did you mean \"{person}\"?")),
        (format!("{person}@31.02.2026"), "is not a date".to_owned()),
        (
            format!("{person}@21.04.2026@noon"),
            "is not a lesson number".to_owned(),
        ),
        (String::new(), "the cell is empty".to_owned()),
    ] {
        let (code, out, error) = run(dir.path(), &["repair", "roster.csv", "--absent", &absent]);
        assert_eq!((code, out.as_str()), (2, ""), "{absent}");
        assert!(error.contains(&said), "{absent}: {error}");
    }
    assert!(!dir.path().join("roster-repaired.csv").exists());
}

#[test]
fn a_pinned_conflict_is_left_and_said() {
    let dir = sample();
    let (person, date) = a_proctor(dir.path());
    let path = dir.path().join("roster.csv");
    let text = fs::read_to_string(&path).unwrap();
    let pinned = text.replacen(
        &format!(",proctor,{person},,,"),
        &format!(",proctor,{person},,yes,"),
        1,
    );
    assert_ne!(text, pinned);
    fs::write(&path, pinned).unwrap();
    let absent = format!("{person}@{date}");
    let (code, out, _) = run(dir.path(), &["repair", "roster.csv", "--absent", &absent]);
    assert_eq!(code, 1);
    let [_, left] = out.split("What a person has to settle").collect::<Vec<_>>()[..] else {
        panic!("{out}");
    };
    assert!(
        left.contains(&format!("{person} is away at that time")),
        "{out}"
    );
    let repaired = fs::read_to_string(dir.path().join("roster-repaired.csv")).unwrap();
    assert!(repaired.contains(&format!(",proctor,{person},,yes,")));
}
