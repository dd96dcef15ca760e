//! Suggestions for thousands of random rosters: nobody barred is suggested, all of them together leave what nobody can
//! settle, any groups of them may be accepted, each settles its finding, and rows without a conflict stay.

use std::collections::{BTreeMap, BTreeSet};

use crate::oracle::bars::may_take;
use crate::oracle::bridge::Both;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::judge::{Finding, Kind, Row, findings};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use crate::oracle::school::Role;
use recuse::check::{self, Findings, check};
use recuse::domain::{Roster, RowSitting, Seat};
use recuse::input::RowTime;
use recuse::service::{Judged, Remedy, Suggestion, Suggestions, accept, fewest_changes, suggest};

/// A random school, a roster as people leave them, and what is suggested.
struct Case {
    seed: u64,
    both: Both,
    roster: Roster,
    found: Findings,
    suggestions: Suggestions,
    /// Changes that leave every row without a conflict alone.
    strict: Vec<Suggestion>,
}

impl Case {
    fn of(seed: u64) -> Self {
        let both = Both::read(random_school(seed, Size::SMALL), seed)
            .unwrap_or_else(|text| panic!("seed {seed}: {text}"));
        let rng = &mut Rng::new(seed ^ 0xadd);
        let mut rows = if rng.chance(60) {
            rosters::good(&both.ours, rng)
        } else {
            rosters::wild(&both.ours, rng)
        };
        for _ in 0..rng.below(3) {
            rows = rosters::with_one_replaced(&both.ours, &rows, rng);
        }
        let mut roster = both.roster(&rows);
        for row in &mut roster.rows {
            row.pinned = row.seat != Seat::Empty && rng.chance(10);
        }
        let found = check(&both.theirs, &roster);
        let times = vec![RowTime::default(); roster.rows.len()];
        let judged = Judged {
            school: &both.theirs,
            roster: &roster,
            times: &times,
            findings: &found,
        };
        let suggestions = suggest(judged).expect("a school so small");
        let strict = fewest_changes(judged).expect("a school so small");
        Self {
            seed,
            both,
            roster,
            found,
            suggestions,
            strict,
        }
    }

    fn rows(&self, roster: &Roster) -> Vec<Row> {
        self.both.rows(roster)
    }

    fn conflicts(&self, roster: &Roster) -> BTreeMap<Finding, usize> {
        let mut found = findings(&self.both.ours, &self.rows(roster));
        found.retain(|finding, _| matches!(finding.kind, Kind::Forbid | Kind::Always));
        found
    }

    fn with(&self, accepted: &BTreeSet<usize>) -> Roster {
        let list = &self.suggestions.list;
        accept(&self.roster, accepted.iter().map(|&index| &list[index]))
    }

    fn fail(&self, text: &str) -> ! {
        let case = self.both.case(&self.rows(&self.roster));
        let list: Vec<String> = self
            .suggestions
            .list
            .iter()
            .map(|it| format!("{it:?}"))
            .collect();
        panic!("seed {}\n{case}\n{}\n{text}", self.seed, list.join("\n"));
    }
}

const SCHOOLS: u64 = 1_500;

fn cases() -> impl Iterator<Item = Case> {
    (0..SCHOOLS).map(Case::of)
}

fn role(of: recuse::domain::Role) -> Role {
    Role::ALL[of as usize]
}

#[test]
fn suggestions_hold() {
    let mut seen = Seen::default();
    for case in cases() {
        nobody_barred(&case, &mut seen);
        all_together(&case, &mut seen);
        any_groups(&case, &mut seen);
        each_settles(&case, &mut seen);
        good_rows_stay(&case, &mut seen);
        alternatives(&case, &mut seen);
    }
    seen.assert_enough();
}

/// How often each thing was put to the test.
#[derive(Debug, Default)]
struct Seen {
    newcomers: usize,
    ties: usize,
    settled: usize,
    nobody: usize,
    moves: usize,
    instead: usize,
    pinned: usize,
}

impl Seen {
    fn assert_enough(&self) {
        let all = [
            (self.newcomers, 3_000),
            (self.ties, 50),
            (self.settled, 2_000),
            (self.nobody, 300),
            (self.moves, 50),
            (self.instead, 100),
            (self.pinned, 50),
        ];
        assert!(all.iter().all(|(seen, least)| seen >= least), "{self:?}");
    }
}

fn nobody_barred(case: &Case, seen: &mut Seen) {
    for suggestion in case.suggestions.list.iter().chain(&case.strict) {
        let Some(person) = suggestion.to else {
            continue;
        };
        seen.newcomers += 1;
        let person = case.both.person(person);
        let sitting = suggestion.sitting.index();
        if !may_take(&case.both.ours, person, role(suggestion.role), sitting) {
            case.fail(&format!("barred: {suggestion:?}"));
        }
    }
    for remedy in all_remedies(&case.suggestions) {
        if let Remedy::Accept(changes)
        | Remedy::Nobody {
            meanwhile: changes, ..
        } = remedy
            && changes.iter().any(|&it| it >= case.suggestions.list.len())
        {
            case.fail("a remedy speaks of no suggestion");
        }
    }
}

fn all_remedies(suggestions: &Suggestions) -> impl Iterator<Item = &Remedy> {
    let lists = [
        &suggestions.conflicts,
        &suggestions.exceptions,
        &suggestions.questions,
    ];
    lists.into_iter().flatten()
}

fn all_together(case: &Case, _: &mut Seen) {
    for list in [&case.suggestions.list, &case.strict] {
        let roster = accept(&case.roster, list);
        for finding in case.conflicts(&roster).keys() {
            if !case.both.is_hopeless(finding, &roster) {
                case.fail(&format!("still there: {}", case.both.describe(finding)));
            }
        }
        let places = |roster: &Roster| {
            let conflicts = case.conflicts(roster);
            let unfilled = conflicts.iter().filter(|(it, _)| it.code == "unfilled");
            unfilled.map(|(_, count)| count).sum::<usize>()
        };
        // A duty that is not legal may have to be given up for nothing; else no place becomes empty.
        let given_up = list.iter().filter(|it| it.to.is_none()).count();
        assert!(places(&roster) <= places(&case.roster) + given_up);
    }
}

/// Any groups, accepted on their own: no newcomer is in a conflict that was not there.
fn any_groups(case: &Case, seen: &mut Seen) {
    let list = &case.suggestions.list;
    let rng = &mut Rng::new(case.seed);
    let before = by_person(&case.conflicts(&case.roster));
    for _ in 0..4 {
        let mut accepted = BTreeSet::new();
        for (index, suggestion) in list.iter().enumerate() {
            seen.ties += usize::from(!suggestion.with.is_empty());
            if rng.chance(40) {
                accepted.extend(case.suggestions.together(index));
            }
        }
        let roster = case.with(&accepted);
        let after = case.conflicts(&roster);
        for (key, count) in by_person(&after) {
            if count > before.get(&key).copied().unwrap_or(0) {
                case.fail(&format!("accepting {accepted:?} adds {key:?}"));
            }
        }
    }
}

/// Conflicts of a person's duties, counted by code and person.
fn by_person(conflicts: &BTreeMap<Finding, usize>) -> BTreeMap<(&'static str, usize), usize> {
    let mut counted = BTreeMap::new();
    for (finding, count) in conflicts {
        if let (Some(person), false) = (finding.person, finding.code == "pin-broken") {
            *counted.entry((finding.code, person)).or_insert(0) += count;
        }
    }
    counted
}

fn each_settles(case: &Case, seen: &mut Seen) {
    let found = case.found.conflicts.iter();
    for (finding, remedy) in found.zip(&case.suggestions.conflicts) {
        let changes = match remedy {
            Remedy::Accept(changes) => changes,
            Remedy::Nobody { obstacle, .. } => {
                seen.nobody += 1;
                if obstacle.is_none() {
                    case.fail(&format!("no reason: {finding:?}"));
                }
                continue;
            }
            Remedy::Pinned(person) => {
                seen.pinned += 1;
                if let (Some(person), Some(sitting)) = (person, finding.sitting) {
                    let person = case.both.person(*person);
                    let may =
                        may_take(&case.both.ours, person, role(finding.role), sitting.index());
                    assert!(may, "seed {}: barred", case.seed);
                }
                continue;
            }
            _ => continue,
        };
        seen.settled += 1;
        if changes.is_empty() {
            case.fail(&format!("nothing to accept: {finding:?}"));
        }
        let roster = case.with(&changes.iter().copied().collect());
        let after = check(&case.both.theirs, &roster);
        if times_found(finding, &after) >= times_found(finding, &case.found) {
            case.fail(&format!("{changes:?} do not settle {finding:?}"));
        }
    }
}

/// How often the roster is said to have that conflict: of the person, or of the place where nobody is meant.
fn times_found(finding: &check::Finding, found: &Findings) -> usize {
    let same = |other: &&check::Finding| {
        let place = (other.sitting, other.role) == (finding.sitting, finding.role);
        other.code == finding.code
            && other.person == finding.person
            && (finding.person.is_some() || place)
    };
    found.conflicts.iter().filter(same).count()
}

fn good_rows_stay(case: &Case, seen: &mut Seen) {
    for suggestion in &case.suggestions.list {
        if suggestion
            .row
            .is_some_and(|row| case.roster.rows[row].pinned)
        {
            case.fail(&format!("pinned: {suggestion:?}"));
        }
        seen.moves += usize::from(suggestion.is_good_row);
    }
    let talked_of: BTreeSet<usize> = case
        .found
        .conflicts
        .iter()
        .flat_map(|it| it.row.into_iter().chain(it.clash))
        .collect();
    let people: BTreeSet<_> = case
        .found
        .conflicts
        .iter()
        .filter_map(|it| it.person)
        .collect();
    let crowded: BTreeSet<_> = case
        .found
        .conflicts
        .iter()
        .filter(|it| matches!(it.code.name(), "overfilled" | "pin-broken"))
        .map(|it| (it.sitting, it.role))
        .collect();
    for suggestion in &case.strict {
        let Some(index) = suggestion.row else {
            continue;
        };
        let row = &case.roster.rows[index];
        let of_conflict = talked_of.contains(&index)
            || row.seat.person().is_some_and(|it| people.contains(&it))
            || crowded.contains(&(Some(suggestion.sitting), suggestion.role));
        if row.seat != Seat::Empty && !of_conflict || row.pinned {
            case.fail(&format!("a good row changes: {suggestion:?}"));
        }
    }
}

/// Whoever could do without an exception can, and all of them at once.
fn alternatives(case: &Case, seen: &mut Seen) {
    let mut roster = accept(&case.roster, &case.suggestions.list);
    let before = by_person(&case.conflicts(&roster));
    let exceptions = |roster: &Roster| check(&case.both.theirs, roster).exceptions;
    let found = case.found.exceptions.iter();
    for (finding, remedy) in found.zip(&case.suggestions.exceptions) {
        let (Remedy::Instead(person), Some(row)) = (remedy, finding.row) else {
            continue;
        };
        seen.instead += 1;
        roster.rows[row].seat = Seat::Person(*person);
        let RowSitting::Known(sitting) = roster.rows[row].sitting else {
            case.fail("an exception about no sitting");
        };
        let mine = |it: &&check::Finding| it.person == Some(*person) && it.sitting == Some(sitting);
        if exceptions(&roster)
            .iter()
            .any(|it| mine(&it) && it.role == finding.role)
        {
            case.fail(&format!(
                "an exception for an exception: {finding:?} {remedy:?}"
            ));
        }
    }
    for (key, count) in by_person(&case.conflicts(&roster)) {
        if count > before.get(&key).copied().unwrap_or(0) {
            case.fail(&format!("an alternative adds {key:?}"));
        }
    }
}
