//! Rosters as people really make them, each after a habit: every duty is read as it was meant, what the oracle finds is found at
//! its cell, and nothing else is said.
//!
//! `SNAPSHOTS=overwrite` rewrites what the cases say is found; a person reads the difference.

mod case;
mod school;

use std::collections::BTreeMap;

use crate::oracle::bridge::Both;
use crate::oracle::judge::{Finding, Row, Who, findings};
use case::{Case, cases};
use recuse::check::{Findings, check};
use recuse::domain::{Roster, RosterRow, RowSitting, Seat, cell_name};
use recuse::input::{Gravity, InputFile, RosterReading, read_roster_sheet};
use recuse::lang::Lang;

fn read(case: &Case, both: &Both) -> (RosterReading, Roster) {
    let file = InputFile {
        name: case.file.clone(),
        bytes: case.bytes.clone(),
    };
    let reading = read_roster_sheet(&file, &both.theirs, case.wanted.as_deref());
    let roster = reading.roster.clone();
    let told: Vec<String> = reading
        .complaints
        .iter()
        .map(|told| told.sentence(Lang::En))
        .collect();
    let roster = roster.unwrap_or_else(|| panic!("{}: {told:?}", case.name()));
    (reading, roster)
}

/// A row of the library as the oracle would write it.
fn as_ours(both: &Both, row: &RosterRow) -> Row {
    Row {
        sitting: match row.sitting {
            RowSitting::Known(id) => Some(id.index()),
            RowSitting::Unknown { .. } => None,
        },
        role: crate::oracle::school::Role::ALL[row.role as usize],
        who: match row.seat {
            Seat::Empty => Who::Nobody,
            Seat::Person(person) => Who::Person(both.person(person)),
            Seat::Unknown(_) | Seat::Ambiguous { .. } => Who::Stranger,
        },
    }
}

fn counted(rows: &[Row]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for row in rows.iter().filter(|row| row.who != Who::Nobody) {
        *counted.entry(format!("{row:?}")).or_insert(0) += 1;
    }
    counted
}

/// What the oracle finds in the rows as they were read; names that nobody can be sure of are strangers there, and questions here.
fn expected(case: &Case, both: &Both, rows: &[Row]) -> BTreeMap<Finding, usize> {
    let mut expected = findings(&both.ours, rows);
    for &(sitting, role) in &case.unclear {
        let question = expected
            .iter_mut()
            .find(|(found, _)| {
                found.code == "unknown-person"
                    && (found.sitting, found.role) == (Some(sitting), role)
            })
            .expect("the oracle takes it for a stranger");
        *question.1 -= 1;
    }
    expected.retain(|_, count| *count > 0);
    expected
}

/// A finding, a question, or a text that was not understood: what, the cell, the role, the name as typed and as understood.
fn lines(both: &Both, reading: &RosterReading, roster: &Roster, found: &Findings) -> String {
    let school = &both.theirs;
    let name = |person| school.person(person).name.clone();
    let place = |row: Option<usize>| {
        let Some(row) = row.map(|row| &roster.rows[row]) else {
            return ("-".to_owned(), String::new());
        };
        let layout = reading
            .layouts
            .iter()
            .filter(|layout| layout.sheet == row.sheet);
        let text = layout
            .map(|layout| layout.text(row.name.row, row.name.column))
            .next()
            .unwrap_or_default();
        let typed = text[row.name.bytes.clone()].replace('\n', "\\n");
        let cell = cell_name(row.row, Some(row.name.column));
        let sheet = row
            .sheet
            .as_ref()
            .map_or(String::new(), |sheet| format!("{sheet}!"));
        (format!("{sheet}{cell}"), typed)
    };
    let all = [
        &found.conflicts,
        &found.exceptions,
        &found.preferences,
        &found.possible,
    ];
    let mut lines: Vec<String> = all
        .into_iter()
        .flatten()
        .map(|finding| {
            let (cell, typed) = place(finding.row);
            let person = finding.person.map_or(String::new(), name);
            let role = finding.role.name();
            format!(
                "{} | {cell} | {role} | {typed} | {person}",
                finding.code.name()
            )
        })
        .collect();
    lines.extend(found.questions.iter().map(|question| {
        let (cell, typed) = place(Some(question.row));
        let people: Vec<String> = question.candidates.iter().copied().map(name).collect();
        let role = roster.rows[question.row].role.name();
        format!(
            "question | {cell} | {role} | {typed} | {}",
            people.join(" / ")
        )
    }));
    let told = reading
        .complaints
        .iter()
        .filter(|told| told.gravity <= Gravity::Warning);
    lines.extend(told.map(|told| {
        let cell = told
            .at
            .map_or("-".to_owned(), |at| cell_name(at.row, at.column));
        format!("told | {cell} | {}", told.sentence(Lang::En))
    }));
    lines.iter().fold(String::new(), |text, line| {
        text + line.trim_end_matches(" |").trim_end() + "\n"
    })
}

#[test]
fn every_habit_is_read_as_meant_and_judged_as_the_oracle_does() {
    let both = Both::read(school::school(), 1).unwrap();
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite");
    let cases = cases();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        let (reading, roster) = read(case, &both);
        let rows: Vec<Row> = roster.rows.iter().map(|row| as_ours(&both, row)).collect();
        let found = check(&both.theirs, &roster);
        let lines = lines(&both, &reading, &roster, &found);
        let mut fault = String::new();
        let (read, meant) = (counted(&rows), counted(&case.meant));
        if read != meant {
            let only = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| -> Vec<String> {
                a.iter()
                    .filter(|(row, count)| b.get(*row) != Some(count))
                    .map(|(row, _)| row.clone())
                    .collect()
            };
            fault += &format!(
                "read {:#?}\nmeant {:#?}\n",
                only(&read, &meant),
                only(&meant, &read)
            );
        }
        let (theirs, ours) = (both.findings(&found), expected(case, &both, &rows));
        if fault.is_empty() && theirs != ours {
            fault += &format!("found {theirs:#?}\nthe oracle finds {ours:#?}\n");
        }
        if fault.is_empty() && overwrite {
            case.rewrite(&lines);
        } else if lines != case.found {
            fault += &format!("found:\n{lines}instead of:\n{}", case.found);
        }
        if !fault.is_empty() {
            wrong += &format!("--- {}\n{fault}\n", case.name());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
