//! `check` and the oracle judge thousands of random rosters alike, on every code, and count the same objective. Schools are drawn
//! from the seeds 0–1999; `RECUSE_SEED` is another number to begin with.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::OnceLock;

use crate::oracle::bars::{bars, may_take};
use crate::oracle::bridge::{Both, levels};
use crate::oracle::files;
use crate::oracle::generator::{Size, listed_people, random_school};
use crate::oracle::judge::{Finding, Kind, Row, by_lists, findings};
use crate::oracle::objective::objective;
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use crate::oracle::school::Role;
use recuse::check::check;
use recuse::domain::{Code, Roster, RuleCode, Severity, SittingId, StructuralCode};
use recuse::input::read_roster;
use recuse::rules::{Eligibility, Verdict, judge, kept_pins, legal_duties};

const SCHOOLS: u64 = 2_000;
const REPLACEMENTS: usize = 5;

/// What the two say of one roster where they differ.
fn disagreement(both: &Both, roster: &[Row]) -> Option<String> {
    let theirs_raw = check(&both.theirs, &both.roster(roster));
    let (ours, theirs) = (findings(&both.ours, roster), both.findings(&theirs_raw));
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
    let (ours, theirs) = (objective(&both.ours, roster), levels(&theirs_raw.objective));
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

/// The random schools, each with its seed, as far as the library reads them: read once for all tests.
fn schools() -> &'static [(u64, Result<Both, String>)] {
    static SCHOOLS_READ: OnceLock<Vec<(u64, Result<Both, String>)>> = OnceLock::new();
    SCHOOLS_READ.get_or_init(|| {
        let first = std::env::var("RECUSE_SEED").map_or(0, |seed| seed.parse().unwrap());
        (first..first + SCHOOLS)
            .map(|seed| (seed, Both::read(random_school(seed, Size::SMALL), seed)))
            .collect()
    })
}

/// Those that were read; that all are is a test of its own.
fn read_schools() -> impl Iterator<Item = (u64, &'static Both)> {
    let pairs = schools().iter();
    pairs.filter_map(|(seed, both)| Some((*seed, both.as_ref().ok()?)))
}

#[test]
fn random_folders_are_read_as_meant() {
    let mut disagreements = Disagreements::default();
    for (seed, both) in schools() {
        match both {
            Err(text) => disagreements.note(*seed, text, String::new),
            Ok(both) => {
                if let Some(text) = both.facts_misread() {
                    disagreements.note(*seed, &text, || both.case(&[]));
                }
            }
        }
    }
    disagreements.assert_none();
}

/// What the library's rules say of one person and one place, in the oracle's terms.
fn verdicts(both: &Both, person: usize, role: Role, sitting: usize) -> BTreeSet<Finding> {
    let (id, place) = (both.person_id(person), SittingId::new(sitting));
    let verdicts = judge(
        &both.theirs,
        id,
        recuse::domain::Role::ALL[role as usize],
        place,
    );
    let to_finding = |verdict: &Verdict| Finding {
        code: verdict.code.name(),
        kind: match (verdict.code, verdict.severity) {
            (Code::Structural(_), _) => Kind::Always,
            (_, Severity::Forbid) => Kind::Forbid,
            _ => Kind::Avoid,
        },
        sitting: Some(sitting),
        role,
        person: Some(person),
        waived: verdict.waiver.is_some(),
    };
    verdicts.iter().map(to_finding).collect()
}

/// The places of which the library's rules and its eligibility say otherwise than the oracle.
fn misjudged(both: &Both) -> Option<String> {
    let eligibility = Eligibility::of(&both.theirs);
    let mut text = String::new();
    for person in listed_people(&both.ours) {
        for sitting in 0..both.ours.schedule.len() {
            for role in Role::ALL {
                let ours = by_lists(&both.ours, person, role, sitting);
                let theirs = verdicts(both, person, role, sitting);
                for finding in ours.difference(&theirs) {
                    let _ = writeln!(text, "only the oracle: {}", both.describe(finding));
                }
                for finding in theirs.difference(&ours) {
                    let _ = writeln!(text, "only the library: {}", both.describe(finding));
                }
                let (id, place) = (both.person_id(person), SittingId::new(sitting));
                let role_there = recuse::domain::Role::ALL[role as usize];
                let may = may_take(&both.ours, person, role, sitting);
                if may != eligibility.may(place, role_there, id) {
                    let _ = writeln!(
                        text,
                        "eligible {may}: person {person} {role:?} at {sitting}"
                    );
                }
                let avoided = eligibility.avoided(place, role_there, id).iter();
                let avoided: Vec<&str> = avoided.map(RuleCode::name).collect();
                let uses: Vec<&str> = bars(&both.ours, person, role, sitting, &[])
                    .iter()
                    .map(|bar| bar.rule)
                    .collect();
                if may && avoided != uses {
                    let _ = writeln!(text, "avoided: {uses:?} not {avoided:?}");
                }
            }
        }
    }
    (!text.is_empty()).then_some(text)
}

#[test]
fn every_person_is_judged_alike_for_every_place() {
    let mut disagreements = Disagreements::default();
    for (seed, both) in read_schools() {
        if let Some(text) = misjudged(both) {
            disagreements.note(seed, &text, || both.case(&[]));
        }
    }
    disagreements.assert_none();
}

#[test]
fn random_rosters_are_judged_alike() {
    let mut disagreements = Disagreements::default();
    let mut seen = BTreeSet::new();
    for (seed, both) in read_schools() {
        let roster = rosters::wild(&both.ours, &mut Rng::new(seed ^ 0xC4EC));
        let codes = findings(&both.ours, &roster)
            .into_keys()
            .map(|finding| finding.code);
        seen.extend(codes);
        if let Some(text) = disagreement(both, &roster) {
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
    for (seed, both) in read_schools() {
        let rng = &mut Rng::new(seed ^ 0x5EED);
        let roster = rosters::good(&both.ours, rng);
        for _ in 0..REPLACEMENTS {
            let replaced = rosters::with_one_replaced(&both.ours, &roster, rng);
            judged += 1;
            if let Some(text) = disagreement(both, &replaced) {
                disagreements.note(seed, &text, || both.case(&replaced));
            }
        }
    }
    disagreements.assert_none();
    assert_eq!(judged, SCHOOLS as usize * REPLACEMENTS);
}

#[test]
fn rosters_written_by_people_are_read_as_meant() {
    for (seed, both) in read_schools() {
        let rows = rosters::wild(&both.ours, &mut Rng::new(seed));
        let file = files::write_roster(&both.ours, &rows, seed);
        let reading = read_roster(&file, &both.theirs);
        let read = reading
            .roster
            .unwrap_or_else(|| panic!("seed {seed}: {:?}", reading.complaints));
        let expected = both.roster(&rows);
        let meant = |roster: &Roster| {
            let rows = roster.rows.iter();
            let duties: Vec<_> = roster.duties().collect();
            let seats: Vec<_> = rows.map(|row| (row.role, row.seat.clone())).collect();
            (duties, seats)
        };
        let text = String::from_utf8_lossy(&file.bytes);
        assert_eq!(
            meant(&read),
            meant(&expected),
            "seed {seed}\n{}\n{text}",
            both.case(&rows)
        );
    }
}

/// The verifier of proofs takes a roster for legal by the rules alone, without the check.
#[test]
fn rosters_are_legal_where_the_oracle_finds_no_conflict_of_a_duty() {
    let (mut legal, mut illegal, mut broken) = (0, 0, 0);
    for (seed, both) in read_schools().take(500) {
        let mut rng = Rng::new(seed);
        let good = rosters::good(&both.ours, &mut rng);
        let faulty = rosters::with_faults(&both.ours, &good, 1, &mut rng);
        for rows in [good, faulty, rosters::wild(&both.ours, &mut rng)] {
            let found = findings(&both.ours, &rows);
            let of_duty = |it: &&Finding| {
                matches!(it.kind, Kind::Forbid | Kind::Always)
                    && !["unfilled", "pin-broken"].contains(&it.code)
            };
            let conflict = found.keys().find(of_duty);
            let case = || format!("seed {seed}: {conflict:?}\n{}", both.case(&rows));
            let Ok(duties) = legal_duties(&both.theirs, &both.roster(&rows)) else {
                assert!(conflict.is_some(), "{}", case());
                illegal += 1;
                continue;
            };
            assert!(conflict.is_none(), "{}", case());
            legal += 1;
            if kept_pins(&both.theirs, &duties).is_none() {
                let is_told = found.keys().any(|it| it.code == "pin-broken");
                assert!(is_told, "{}", case());
                broken += 1;
            }
        }
    }
    assert!(
        legal > 100 && illegal > 300 && broken > 5,
        "{legal} {illegal} {broken}"
    );
}
