//! Rosters with planted faults, each in a layout and a dialect drawn at random: all that the oracle finds is found, at the cell
//! where the name stands, and nothing else.
//!
//! `PLANTED=10000` sets their number.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::oracle::bridge::Both;
use crate::oracle::dialect::{Placed, Written, write};
use crate::oracle::generator::{Size, random_school};
use crate::oracle::judge::{Finding, Row, Who, findings};
use crate::oracle::rng::Rng;
use crate::oracle::rosters::{CODES, good, with_faults};
use recuse::check::{Findings, check};
use recuse::domain::{Roster, cell_name};
use recuse::input::read_roster;
use recuse::lang::Lang;

/// How many rosters are tried where nobody asks for more.
const ROSTERS: u64 = 400;

/// How many failures are shown, the smallest first.
const SHOWN: usize = 5;

/// What is found of all that is there, over all rosters.
#[derive(Debug, Default)]
struct Score {
    found: usize,
    missed: usize,
    made_up: usize,
    codes: BTreeSet<&'static str>,
}

fn rosters() -> u64 {
    let asked = std::env::var("PLANTED").ok();
    asked
        .and_then(|count| count.parse().ok())
        .unwrap_or(ROSTERS)
}

/// A good roster of a random school with up to five faults.
fn faulty(both: &Both, seed: u64) -> Vec<Row> {
    let rng = &mut Rng::new(seed ^ 0xFA17);
    let count = rng.below(6);
    let mut rows = with_faults(&both.ours, &good(&both.ours, rng), count, rng);
    // A line about no work and nobody says nothing.
    rows.retain(|row| row.sitting.is_some() || row.who != Who::Nobody);
    rows
}

/// What the oracle finds; doubtful names are strangers to it, and questions to the library.
fn expected(both: &Both, placed: &[Placed]) -> BTreeMap<Finding, usize> {
    let rows: Vec<Row> = placed.iter().map(|placed| placed.row).collect();
    let mut expected = findings(&both.ours, &rows);
    for doubtful in placed.iter().filter(|placed| !placed.candidates.is_empty()) {
        let stranger = expected.iter_mut().find(|(finding, _)| {
            finding.code == "unknown-person"
                && (finding.sitting, finding.role) == (doubtful.row.sitting, doubtful.row.role)
        });
        *stranger.expect("a doubtful name is a stranger").1 -= 1;
    }
    // A doubtful name may be that of a pinned person.
    expected.retain(|finding, count| {
        let may_be_obeyed = |placed: &Placed| {
            (placed.row.sitting, placed.row.role) == (finding.sitting, finding.role)
                && finding
                    .person
                    .is_some_and(|person| placed.candidates.contains(&person))
        };
        let is_open = finding.code == "pin-broken" && placed.iter().any(may_be_obeyed);
        *count > 0 && !is_open
    });
    expected
}

/// Questions as cell and candidates.
fn questions(both: &Both, roster: &Roster, found: &Findings) -> Vec<((u32, u32), BTreeSet<usize>)> {
    let questions = found.questions.iter().map(|question| {
        let name = &roster.rows[question.row].name;
        let people = question
            .candidates
            .iter()
            .map(|&person| both.person(person));
        ((name.row, name.column), people.collect())
    });
    let mut questions: Vec<_> = questions.collect();
    questions.sort();
    questions
}

fn expected_questions(placed: &[Placed]) -> Vec<((u32, u32), BTreeSet<usize>)> {
    let doubtful = placed.iter().filter(|placed| !placed.candidates.is_empty());
    let mut questions: Vec<_> = doubtful
        .map(|placed| (placed.cell, placed.candidates.iter().copied().collect()))
        .collect();
    questions.sort();
    questions
}

/// Findings about a duty that point at a cell where that duty's name does not stand.
fn misplaced(both: &Both, placed: &[Placed], roster: &Roster, found: &Findings) -> Vec<String> {
    let all = [&found.conflicts, &found.exceptions, &found.possible];
    let about_duties = all
        .into_iter()
        .flatten()
        .filter(|finding| !matches!(finding.code.name(), "unfilled" | "pin-broken"));
    let wrong = about_duties.filter_map(|finding| {
        let name = &roster.rows[finding.row?].name;
        let person = finding.person.map(|person| both.person(person));
        let is_there = placed.iter().any(|placed| {
            let who = match placed.row.who {
                Who::Person(person) => Some(person),
                _ => None,
            };
            let sitting = finding.sitting.map(recuse::domain::SittingId::index);
            let same_duty =
                placed.row.sitting == sitting && placed.row.role as usize == finding.role as usize;
            // An unknown sitting has any number of names.
            placed.cell == (name.row, name.column) && same_duty && who == person
        });
        (!is_there).then(|| {
            format!(
                "{} at {}",
                finding.code.name(),
                cell_name(name.row, Some(name.column))
            )
        })
    });
    wrong.collect()
}

fn try_one(seed: u64, score: &mut Score) -> Option<String> {
    let both = Both::read(random_school(seed, Size::SMALL), seed).ok()?;
    let rows = faulty(&both, seed);
    let Written { file, rows: placed } = write(&both.ours, &rows, seed.is_multiple_of(3), seed);
    let reading = read_roster(&file, &both.theirs);
    let told: Vec<String> = reading
        .complaints
        .iter()
        .map(|told| format!("{:?} {}", told.at, told.sentence(Lang::En)))
        .collect();
    let Some(roster) = reading.roster else {
        // With nobody in it there is nothing to find a table by.
        return (!placed.is_empty()).then(|| format!("not read: {told:#?}"));
    };
    let found = check(&both.theirs, &roster);
    let (ours, theirs) = (expected(&both, &placed), both.findings(&found));
    score.codes.extend(ours.keys().map(|finding| finding.code));
    let mut text = String::new();
    // A duty carries a code once, however many others it clashes with; places and names are counted.
    let counts = |finding: &Finding, count: usize| match finding.code {
        "unfilled" | "unknown-person" | "unknown-sitting" => count,
        _ => count.min(1),
    };
    let codes: BTreeSet<&Finding> = ours.keys().chain(theirs.keys()).collect();
    for finding in codes {
        let [there, found] =
            [&ours, &theirs].map(|all| counts(finding, all.get(finding).copied().unwrap_or(0)));
        score.found += there.min(found);
        score.missed += there.saturating_sub(found);
        score.made_up += found.saturating_sub(there);
        if found != there {
            let word = if found < there { "missed" } else { "made up" };
            let _ = writeln!(text, "{word}: {}", both.describe(finding));
        }
    }
    let (asked, to_ask) = (
        questions(&both, &roster, &found),
        expected_questions(&placed),
    );
    if asked != to_ask {
        let _ = writeln!(text, "asked {asked:?} instead of {to_ask:?}");
    }
    for wrong in misplaced(&both, &placed, &roster, &found) {
        let _ = writeln!(text, "misplaced: {wrong}");
    }
    if text.is_empty() {
        return None;
    }
    let _ = writeln!(text, "told {told:#?}");
    for layout in &reading.layouts {
        let _ = writeln!(text, "columns {:?}", layout.columns);
        for row in layout.rows.iter() {
            let _ = writeln!(text, "{} {:?}", row.row, row.cells);
        }
    }
    Some(text)
}

#[test]
fn every_planted_fault_is_found_at_its_cell_and_nothing_else() {
    let mut score = Score::default();
    let mut failures: Vec<(u64, String)> = Vec::new();
    for seed in 0..rosters() {
        failures.extend(try_one(seed, &mut score).map(|text| (seed, text)));
    }
    let (found, missed, made_up) = (score.found, score.missed, score.made_up);
    println!(
        "{} rosters: {found} found, {missed} missed, {made_up} made up",
        rosters()
    );
    failures.sort_by_key(|(_, text)| text.len());
    let smallest: Vec<String> = failures
        .iter()
        .take(SHOWN)
        .map(|(seed, text)| format!("seed {seed}:\n{text}"))
        .collect();
    assert!(
        failures.is_empty(),
        "{} rosters failed ({missed} missed, {made_up} made up of {found})\n{}",
        failures.len(),
        smallest.join("\n")
    );
    let silent: Vec<&str> = CODES
        .into_iter()
        .filter(|code| !score.codes.contains(code))
        .collect();
    assert_eq!(silent, Vec::<&str>::new(), "codes that no roster broke");
    assert!(found as u64 > rosters(), "{found} faults");
}
