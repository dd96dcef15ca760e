//! Lists are damaged at random, and a roster with conflicts is judged by them: what the whole lists show as a conflict is still
//! found, or its rule is said to be unchecked, or the reading complains. A verdict may know less, never pretend to more.
//!
//! That the check of whole lists finds just what the oracle finds is held by `oracle_check`.

use std::collections::{BTreeMap, BTreeSet};

use crate::oracle::files;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use recuse::check::Finding;
use recuse::domain::Code;
use recuse::input::{Gravity, InputFile, ReadOptions};
use recuse::lang::Lang;
use recuse::service::report::Verdict;
use recuse::service::{CheckRequest, Checked, check};

type Table = (String, Vec<Vec<String>>);

/// Tables of special cases, which most schools have none of: that one is gone cannot be seen. `load` is not among them, nor is any
/// list of who is who.
const SPECIAL: [&str; 12] = [
    "absences",
    "ties",
    "pins",
    "waivers",
    "history",
    "bells",
    "отсутствия",
    "связи",
    "закрепления",
    "исключения",
    "история",
    "звонки",
];

/// Cells that say something by being empty ("holds the usual roles", "comes on any day", "no limit"), so that one emptied is
/// another list and no damaged one; their headings are still missed.
const MEANT_EMPTY: [&str; 42] = [
    "roles",
    "checks",
    "observer",
    "dates",
    "max_per_day",
    "max_total",
    "max_works",
    "share",
    "max_per_week",
    "group",
    "area",
    "aliases",
    "short",
    "staff",
    "to",
    "from",
    "lessons",
    "pin",
    "proctors",
    "checkers",
    "observers",
    "assistants",
    "Роли",
    "Проверяет",
    "Наблюдатель",
    "Даты",
    "Максимум в день",
    "Максимум всего",
    "Максимум работ",
    "Максимум в неделю",
    "Группа",
    "Область",
    "Варианты",
    "Кратко",
    "Сотрудник",
    "По",
    "Уроки",
    "Вид",
    "Организаторов",
    "Экспертов",
    "Наблюдателей",
    "Ассистентов",
];

/// What is done to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Harm {
    TableGone,
    ColumnGone,
    ColumnEmptied,
    HeadingSlip,
    HeadingForeign,
    CellSlip,
    CellForeign,
    CellEmptied,
}

const HARMS: [Harm; 8] = [
    Harm::TableGone,
    Harm::ColumnGone,
    Harm::ColumnEmptied,
    Harm::HeadingSlip,
    Harm::HeadingForeign,
    Harm::CellSlip,
    Harm::CellForeign,
    Harm::CellEmptied,
];

/// A damage that was done, in words.
struct Damage {
    harm: Harm,
    table: String,
    column: String,
    told: String,
}

/// Letters out of place, as a hand slips; what is too short for a slip becomes another text.
fn slip(text: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 4 {
        return format!("{text}ъ{text}");
    }
    let at = rng.between(1, letters.len() - 2);
    if rng.chance(50) {
        letters.remove(at);
    } else {
        letters.insert(at, letters[at]);
    }
    letters.into_iter().collect()
}

/// Without `load`, whoever stands in `staff` with classes teaches each of their subjects there: other lists, no missing ones.
fn says_classes(tables: &[Table]) -> bool {
    let staff = tables.iter().find(|(name, _)| name == "staff");
    staff.is_some_and(|(_, rows)| {
        let column = rows[0].iter().position(|heading| heading == "classes");
        column.is_some_and(|column| rows[1..].iter().any(|row| !row[column].trim().is_empty()))
    })
}

/// Damages one table; `None` where there is nothing of that kind to damage.
fn harm(tables: &mut Vec<Table>, rng: &mut Rng) -> Option<Damage> {
    let harm = *rng.pick(&HARMS);
    let place = rng.below(tables.len());
    let name = tables[place].0.clone();
    let staff_says_classes = says_classes(tables);
    let rows = &mut tables[place].1;
    if rows.len() < 2 || rows[0].is_empty() {
        return None;
    }
    let column = rng.below(rows[0].len());
    let heading = rows[0][column].clone();
    let row = rng.between(1, rows.len() - 1);
    let filled = !rows[row][column].trim().is_empty();
    let mut told = format!("{harm:?} {name}.{heading}, row {}", row + 1);
    let meant_empty = MEANT_EMPTY.contains(&heading.as_str());
    match harm {
        Harm::TableGone if SPECIAL.contains(&name.as_str()) => return None,
        Harm::TableGone if name == "load" && staff_says_classes => return None,
        Harm::TableGone => {
            tables.remove(place);
        }
        Harm::ColumnGone | Harm::ColumnEmptied if meant_empty => return None,
        Harm::ColumnGone => {
            for row in rows.iter_mut() {
                row.remove(column);
            }
        }
        Harm::ColumnEmptied => {
            for row in rows.iter_mut().skip(1) {
                row[column].clear();
            }
        }
        Harm::HeadingSlip => rows[0][column] = slip(&heading, rng),
        Harm::HeadingForeign => "Сверено".clone_into(&mut rows[0][column]),
        Harm::CellSlip | Harm::CellForeign | Harm::CellEmptied if !filled => return None,
        Harm::CellSlip => rows[row][column] = slip(&rows[row][column], rng),
        Harm::CellForeign => "см. ниже".clone_into(&mut rows[row][column]),
        Harm::CellEmptied if meant_empty => return None,
        Harm::CellEmptied => rows[row][column].clear(),
    }
    if matches!(harm, Harm::CellSlip | Harm::HeadingSlip) {
        let tables = tables.iter().find(|(other, _)| *other == name);
        let now = tables.map(|(_, rows)| match harm {
            Harm::HeadingSlip => rows[0][column].clone(),
            _ => rows[row][column].clone(),
        });
        told = format!("{told}: {}", now.unwrap_or_default());
    }
    Some(Damage {
        harm,
        table: name,
        column: heading,
        told,
    })
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",");
    let lines: Vec<String> = rows.iter().map(line).collect();
    lines.join("\n").into_bytes()
}

fn folder(policy: Option<&InputFile>, tables: &[Table]) -> Vec<InputFile> {
    let of = |(name, rows): &Table| InputFile {
        name: format!("{name}.csv"),
        bytes: csv(rows),
    };
    policy
        .cloned()
        .into_iter()
        .chain(tables.iter().map(of))
        .collect()
}

fn judged(files: &[InputFile], roster: &InputFile) -> Option<Checked> {
    let read = ReadOptions::default();
    check(&CheckRequest {
        files,
        roster,
        read,
    })
    .ok()
}

/// A finding by the line it stands on; what has no line, by its sitting.
type Key = (&'static str, Option<u32>, &'static str);

fn found(checked: &Checked) -> BTreeMap<Key, usize> {
    let findings = &checked.findings;
    let all = findings.conflicts.iter().chain(&findings.exceptions);
    let mut keys = BTreeMap::new();
    for finding in all.chain(&findings.preferences) {
        *keys.entry(key(checked, finding)).or_default() += 1;
    }
    keys
}

fn key(checked: &Checked, finding: &Finding) -> Key {
    let line = finding.row.map(|row| checked.roster.rows[row].row);
    (finding.code.name(), line, finding.role.name())
}

/// What the readers say, beyond notes; a column left aside is shown beside every verdict too.
fn complaints(checked: &Checked) -> BTreeSet<String> {
    let told = checked.complaints.list.iter();
    told.filter(|it| it.gravity != Gravity::Note || it.is_shown_always())
        .map(|it| it.sentence(Lang::En))
        .collect()
}

/// Conflicts that the whole lists show and of which the damaged ones say nothing at all.
fn hushed_up(whole: &Checked, damaged: &Checked) -> Vec<Key> {
    if !complaints(damaged).is_subset(&complaints(whole)) {
        return Vec::new();
    }
    let unchecked: BTreeSet<&str> = damaged
        .findings
        .unchecked
        .iter()
        .map(|it| it.claim.name())
        .collect();
    let asked = damaged.findings.questions.len() > whole.findings.questions.len();
    let now = found(damaged);
    let was = found(whole);
    let rows_lost = damaged.roster.rows.len() < whole.roster.rows.len();
    was.clone()
        .into_iter()
        .filter(|(key, _)| !now.contains_key(key))
        .filter(|(key, _)| !unchecked.contains(key.0) && !asked && !rows_lost)
        // Places that are one too many, or empty now, tell of a sitting that is no more the one it was.
        .filter(|_| {
            let places = |of: &BTreeMap<Key, usize>, code| -> usize {
                let all = of.iter().filter(|(key, _)| key.0 == code);
                all.map(|(_, count)| count).sum()
            };
            ["unfilled", "overfilled"]
                .iter()
                .all(|&code| places(&now, code) <= places(&was, code))
        })
        // A stranger, or a sitting that no schedule has, is a conflict itself, in place of those about who it was.
        .filter(|((_, line, role), _)| {
            let instead = ["unknown-person", "unknown-sitting", "role-not-held"];
            !instead
                .iter()
                .any(|&code| now.contains_key(&(code, *line, *role)))
        })
        .map(|(key, _)| key)
        .collect()
}

#[derive(Default)]
struct Seen {
    refused: usize,
    judged: usize,
    lost: usize,
    faults: Vec<String>,
    by_kind: BTreeMap<String, usize>,
}

fn try_one(
    (policy, tables): (Option<&InputFile>, &[Table]),
    (whole, roster): (&Checked, &InputFile),
    rng: &mut Rng,
    seen: &mut Seen,
) {
    let mut damaged = tables.to_vec();
    let Some(damage) = harm(&mut damaged, rng) else {
        return;
    };
    let files = folder(policy, &damaged);
    let Some(judged) = judged(&files, roster) else {
        seen.refused += 1;
        return;
    };
    seen.judged += 1;
    if found(&judged) != found(whole) {
        seen.lost += 1;
    }
    let hushed = hushed_up(whole, &judged);
    if !hushed.is_empty() {
        let Damage {
            harm,
            table,
            column,
            told,
        } = damage;
        *seen
            .by_kind
            .entry(format!("{harm:?} {table}.{column}"))
            .or_default() += 1;
        seen.faults.push(format!("{told}\n    {hushed:?}"));
    }
}

impl Seen {
    fn assert_none(self) {
        let shown = self.faults.iter().take(40).cloned().collect::<Vec<_>>();
        assert!(
            self.faults.is_empty(),
            "{} of {} hush something up:\n{}\n{:#?}",
            self.faults.len(),
            self.judged,
            shown.join("\n"),
            self.by_kind
        );
        assert!(self.refused > 0 && self.lost > 0, "nothing was damaged");
    }
}

#[test]
fn made_up_schools_never_hush_up_a_conflict() {
    let mut seen = Seen::default();
    for seed in 0..150 {
        let school = random_school(seed, Size::SMALL);
        let written = files::write(&school, seed);
        let policy = written.iter().find(|file| file.name == "policy.toml");
        let tables: Vec<Table> = files::cells(&school, seed)
            .into_iter()
            .map(|(name, rows)| (name.to_owned(), rows))
            .collect();
        let rng = &mut Rng::new(seed ^ 0xDA3A);
        let rows = rosters::wild(&school, rng);
        let roster = files::write_roster(&school, &rows, seed);
        let Some(whole) = judged(&folder(policy, &tables), &roster) else {
            continue;
        };
        for _ in 0..12 {
            try_one((policy, &tables), (&whole, &roster), rng, &mut seen);
        }
    }
    seen.assert_none();
}

/// The sample school, with its people moved about in its roster so that rules are broken.
#[test]
fn the_sample_school_never_hushes_up_a_conflict() {
    let files = crate::samples::files_of("school-31");
    let made = crate::samples::generated(&files).expect("the sample school has a roster");
    let roster = InputFile {
        name: "roster.csv".to_owned(),
        bytes: shuffled(&String::from_utf8(made.file).expect("UTF-8")),
    };
    let policy = files.iter().find(|file| file.name == "policy.toml");
    let tables: Vec<Table> = files
        .iter()
        .filter(|file| file.name.ends_with(".csv"))
        .map(|file| (file.name.trim_end_matches(".csv").to_owned(), cells(file)))
        .collect();
    let whole = judged(&folder(policy, &tables), &roster).expect("readable");
    assert!(whole.findings.conflicts.len() > 30, "rules are broken");
    assert_eq!(whole.findings.unchecked, []);
    let mut seen = Seen::default();
    let rng = &mut Rng::new(31);
    for _ in 0..150 {
        try_one((policy, &tables), (&whole, &roster), rng, &mut seen);
    }
    seen.assert_none();
}

fn cells(file: &InputFile) -> Vec<Vec<String>> {
    let text = match std::str::from_utf8(&file.bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251.decode(&file.bytes).0.into_owned(),
    };
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&mark| text.bytes().take(2_000).filter(|&it| it == mark).count())
        .expect("three marks");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("sound").iter().map(str::to_owned).collect())
        .collect();
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    // A title stands above the headings.
    let rows: Vec<_> = rows.into_iter().skip_while(|row| filled(row) < 2).collect();
    let length = |row: &Vec<String>| {
        row.iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1)
    };
    let width = rows.iter().map(length).max().unwrap_or(0);
    let full = |mut row: Vec<String>| {
        row.resize(width, String::new());
        row
    };
    rows.into_iter().map(full).collect()
}

/// The roster with names passed on by seven rows within a role.
fn shuffled(text: &str) -> Vec<u8> {
    let file = InputFile {
        name: String::new(),
        bytes: text.as_bytes().to_vec(),
    };
    let mut rows = cells(&file);
    let heads = rows[0].clone();
    let at = |names: [&str; 2]| {
        let place = heads.iter().position(|head| names.contains(&head.as_str()));
        place.expect("a column of the roster")
    };
    let (role, person) = (at(["role", "Роль"]), at(["person", "ФИО"]));
    let mut by_role: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate().skip(1) {
        by_role.entry(row[role].clone()).or_default().push(index);
    }
    for places in by_role.values() {
        let names: Vec<String> = places.iter().map(|&it| rows[it][person].clone()).collect();
        for (index, &place) in places.iter().enumerate() {
            rows[place][person].clone_from(&names[(index + 7) % names.len()]);
        }
    }
    csv(&rows)
}

/// Whatever is clean is clean of all that is in force.
#[test]
fn nothing_is_clean_while_something_is_unchecked() {
    for seed in 0..200 {
        let school = random_school(seed, Size::SMALL);
        let files = files::write(&school, seed);
        let rows = rosters::good(&school, &mut Rng::new(seed));
        let roster = files::write_roster(&school, &rows, seed);
        let Some(checked) = judged(&files, &roster) else {
            continue;
        };
        let clean = checked.verdict() == Verdict::Clean;
        let everything = checked.findings.unchecked.is_empty();
        assert_eq!(checked.is_clean(), clean && everything, "seed {seed}");
        let rule = |it: &Finding| matches!(it.code, Code::Rule(_));
        assert!(checked.findings.preferences.iter().all(rule));
    }
}
