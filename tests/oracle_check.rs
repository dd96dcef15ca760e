//! `check` and the oracle judge thousands of random rosters alike, on every code, and count the same objective.

mod oracle;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use oracle::bridge::{Both, levels};
use oracle::files;
use oracle::generator::{Size, random_school};
use oracle::judge::{Row, findings};
use oracle::objective::objective;
use oracle::rng::Rng;
use oracle::rosters;
use recuse::check::check;
use recuse::domain::{RuleCode, StructuralCode};
use recuse::input::read_roster;

const SCHOOLS: u64 = 2_000;
const REPLACEMENTS: usize = 5;

/// What the two say of one roster where they differ.
fn disagreement(both: &Both, roster: &[Row]) -> Option<String> {
    let theirs_raw = check(&both.theirs, &both.roster(roster));
    let (ours, theirs) = (findings(both.ours, roster), both.findings(&theirs_raw));
    let mut text = String::new();
    for finding in ours.keys().filter(|finding| !theirs.contains_key(finding)) {
        let _ = writeln!(text, "only the oracle: {}", both.describe(finding));
    }
    for finding in theirs.keys().filter(|finding| !ours.contains_key(finding)) {
        let _ = writeln!(text, "only the library: {}", both.describe(finding));
    }
    for (finding, count) in ours
        .iter()
        .filter(|(finding, _)| finding.code == "unfilled")
    {
        let there = theirs.get(finding).copied().unwrap_or(0);
        if there != *count {
            let _ = writeln!(
                text,
                "{count} times, not {there}: {}",
                both.describe(finding)
            );
        }
    }
    let (ours, theirs) = (objective(both.ours, roster), levels(&theirs_raw.objective));
    if ours != theirs {
        let _ = writeln!(text, "objective {ours:?}\nlibrary   {theirs:?}");
    }
    (!text.is_empty()).then_some(text)
}

/// Reports what differs on how many rosters, and the smallest case in full.
#[derive(Default)]
struct Disagreements {
    first_lines: BTreeMap<String, usize>,
    smallest: Option<String>,
}

impl Disagreements {
    fn note(&mut self, seed: u64, text: &str, case: impl FnOnce() -> String) {
        for line in text.lines() {
            let kind = line.split(": ").take(2).collect::<Vec<_>>().join(": ");
            *self
                .first_lines
                .entry(kind.chars().take(80).collect())
                .or_insert(0) += 1;
        }
        let case = format!("seed {seed}\n{}\n{text}", case());
        if self
            .smallest
            .as_ref()
            .is_none_or(|known| case.len() < known.len())
        {
            self.smallest = Some(case);
        }
    }

    fn assert_none(self) {
        if let Some(case) = self.smallest {
            panic!("{case}\n{:#?}", self.first_lines);
        }
    }
}

#[test]
fn random_rosters_are_judged_alike() {
    let mut disagreements = Disagreements::default();
    let mut seen = BTreeSet::new();
    for seed in 0..SCHOOLS {
        let school = random_school(seed, Size::SMALL);
        let both = match Both::read(&school, seed) {
            Ok(both) => both,
            Err(text) => {
                disagreements.note(seed, &text, String::new);
                continue;
            }
        };
        let rng = &mut Rng::new(seed ^ 0xC4EC);
        let roster = rosters::wild(&school, rng);
        seen.extend(
            findings(&school, &roster)
                .into_keys()
                .map(|finding| finding.code),
        );
        if let Some(text) = disagreement(&both, &roster) {
            disagreements.note(seed, &text, || both.case(&roster));
        }
    }
    disagreements.assert_none();
    let rules = RuleCode::ALL.iter().map(|code| code.name());
    let structural = StructuralCode::ALL.iter().map(|code| code.name());
    // One school alone has no other whose checkers could be preferred.
    let silent: Vec<&str> = rules
        .chain(structural)
        .filter(|code| !seen.contains(code) && *code != "checker-own-school")
        .collect();
    assert_eq!(
        silent,
        Vec::<&str>::new(),
        "codes that no random roster broke"
    );
}

#[test]
fn one_duty_replaced_at_random_is_judged_alike() {
    let mut disagreements = Disagreements::default();
    let mut judged = 0;
    for seed in 0..SCHOOLS {
        let school = random_school(seed, Size::SMALL);
        let Ok(both) = Both::read(&school, seed) else {
            continue;
        };
        let rng = &mut Rng::new(seed ^ 0x5EED);
        let roster = rosters::good(&school, rng);
        for _ in 0..REPLACEMENTS {
            let replaced = rosters::with_one_replaced(&school, &roster, rng);
            judged += 1;
            if let Some(text) = disagreement(&both, &replaced) {
                disagreements.note(seed, &text, || both.case(&replaced));
            }
        }
    }
    disagreements.assert_none();
    assert_eq!(judged, SCHOOLS as usize * REPLACEMENTS);
}

#[test]
fn rosters_written_by_people_are_read_as_meant() {
    for seed in 0..300 {
        let school = random_school(seed, Size::SMALL);
        let both = Both::read(&school, seed).unwrap_or_else(|text| panic!("seed {seed}: {text}"));
        let rows = rosters::wild(&school, &mut Rng::new(seed));
        let file = files::write_roster(&school, &rows, seed);
        let reading = read_roster(&file, &both.theirs);
        let read = reading
            .roster
            .unwrap_or_else(|| panic!("seed {seed}: {:?}", reading.complaints));
        let expected = both.roster(&rows);
        let meant = |roster: &recuse::domain::Roster| {
            let rows = roster.rows.iter();
            let duties: Vec<_> = roster.duties().collect();
            (
                duties,
                rows.map(|row| (row.role, row.seat.clone()))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(
            meant(&read),
            meant(&expected),
            "seed {seed}\n{}",
            both.case(&rows)
        );
    }
}
