//! `check --fix`: the corrected roster in the user's own layout and format, with the fewest changes.
//!
//! Rows without a conflict and pinned rows stay; so do names that nobody can be sure of. What the layout cannot say – a name
//! that one cell gives to several sittings of which only some change, a role without a column – is left as it is and told. The
//! file is read back as anybody's roster: it must say just what was meant.

mod cells;
mod moves;
mod rows;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::amend::{self, AmendProblem, Edits};
use crate::domain::{Lang, Role, Roster, RowSitting, Seat, SittingId};
use crate::input::{self, InputFile};
use crate::solve::TooLarge;

use super::diff::{Change, Wording, compare};
use super::placed::place;
use super::report::{ChangeReport, ToldReport};
use super::suggest::{Suggestion, accept, change_line, fewest_changes};
use super::{Checked, Misstep};

use spelling::Spelling;

/// A corrected roster.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The file.
    pub file: Vec<u8>,
    /// The corrected roster as `check` sees it.
    pub checked: Checked,
    /// What was changed, in the roster's order.
    pub made: Vec<Suggestion>,
    /// What the layout of the file cannot say: to be done by hand.
    pub by_hand: Vec<Suggestion>,
    /// Every place that has somebody else.
    pub changes: Vec<Change>,
    /// Conflicts of the roster as it was.
    pub conflicts_before: usize,
}

/// Why there is no corrected roster.
#[derive(Debug, Error)]
pub enum FixError {
    /// The school is beyond what can be solved.
    #[error(transparent)]
    TooLarge(TooLarge),
    /// The file cannot be changed.
    #[error(transparent)]
    Amend(AmendProblem),
    /// A mistake of ours: the file does not say what was meant.
    #[error(transparent)]
    Internal(Misstep),
}

/// Corrects the roster; `file` is the one that was checked, `sheet` the sheet asked for.
pub fn fix(checked: &Checked, file: &InputFile, sheet: Option<&str>) -> Result<Fixed, FixError> {
    let all = fewest_changes(checked.judged()).map_err(FixError::TooLarge)?;
    let mut by_hand = BTreeSet::new();
    loop {
        let (edits, unsaid) = edits(checked, &all, &by_hand);
        if !unsaid.is_empty() {
            by_hand.extend(together(&all, &unsaid));
            continue;
        }
        let (made, left) = parted(&all, &by_hand);
        let bytes = amend::rewrite(&file.bytes, &edits).map_err(FixError::Amend)?;
        let wanted = accept(&checked.roster, &made);
        let again = InputFile {
            name: file.name.clone(),
            bytes,
        };
        let reading = input::read_roster_sheet(&again, &checked.school, sheet);
        let read = reading.roster.clone().unwrap_or_default();
        if says(&read) == says(&wanted) {
            return Ok(finish(checked, (again.bytes, reading), read, (made, left)));
        }
        // New rows stand where there is room, and days are written for one row: a reader may understand them otherwise.
        let is_risky = |it: &Suggestion| it.row.is_none() || it.moves;
        let new = (0..all.len()).filter(|&it| is_risky(&all[it]) && !by_hand.contains(&it));
        let new: Vec<usize> = new.collect();
        if new.is_empty() {
            return Err(FixError::Internal(Misstep::Unreadable));
        }
        by_hand.extend(together(&all, &new));
    }
}

/// The edits of the changes that are made, and the changes that cannot be written.
fn edits(checked: &Checked, all: &[Suggestion], by_hand: &BTreeSet<usize>) -> (Edits, Vec<usize>) {
    let made: Vec<(usize, &Suggestion)> = all
        .iter()
        .enumerate()
        .filter(|(index, _)| !by_hand.contains(index))
        .collect();
    let spelling = Spelling::of(checked);
    let (mut cells, mut unsaid) = cells::edits(checked, &made, &spelling);
    let (days, unsaid_days) = moves::edits(checked, &made);
    cells.extend(days);
    unsaid.extend(unsaid_days);
    let (rows, unsaid_rows) = rows::edits(checked, &made, &spelling);
    unsaid.extend(unsaid_rows);
    (Edits { cells, rows }, unsaid)
}

/// The changes and all that belong with them.
fn together(all: &[Suggestion], changes: &[usize]) -> BTreeSet<usize> {
    let with = changes.iter().flat_map(|&index| &all[index].with).copied();
    with.chain(changes.iter().copied()).collect()
}

fn parted(all: &[Suggestion], by_hand: &BTreeSet<usize>) -> (Vec<Suggestion>, Vec<Suggestion>) {
    let (left, made): (Vec<_>, Vec<_>) = all
        .iter()
        .cloned()
        .enumerate()
        .partition(|(index, _)| by_hand.contains(index));
    let bare = |list: Vec<(usize, Suggestion)>| list.into_iter().map(|(_, it)| it).collect();
    (bare(made), bare(left))
}

/// Who is named for which place, and how often; what is said of no sitting, by its words.
fn says(roster: &Roster) -> BTreeMap<(Result<SittingId, String>, Role, String), usize> {
    let mut said = BTreeMap::new();
    for row in roster.rows.iter().filter(|row| row.seat != Seat::Empty) {
        let sitting = match &row.sitting {
            RowSitting::Known(sitting) => Ok(*sitting),
            unknown @ RowSitting::Unknown { .. } => Err(format!("{unknown:?}")),
        };
        let seat = format!("{:?}", row.seat);
        *said.entry((sitting, row.role, seat)).or_insert(0) += 1;
    }
    said
}

fn finish(
    was: &Checked,
    (file, reading): (Vec<u8>, input::RosterReading),
    roster: Roster,
    (made, by_hand): (Vec<Suggestion>, Vec<Suggestion>),
) -> Fixed {
    let school = &was.school;
    let findings = crate::check::check(school, &roster);
    let before = place(school, &was.roster, &was.times);
    let after = place(school, &roster, &reading.times);
    Fixed {
        changes: compare(&before, &after),
        conflicts_before: was.findings.conflicts.len(),
        checked: Checked {
            roster,
            times: reading.times,
            layouts: reading.layouts,
            findings,
            suggestions: None,
            ..was.clone()
        },
        file,
        made,
        by_hand,
    }
}

impl Fixed {
    /// The changes and who has to be told, by name.
    pub fn told(&self) -> (Vec<ChangeReport>, Vec<ToldReport>) {
        let words = Wording(&self.checked.school);
        (words.changes(&self.changes), words.told(&self.changes))
    }

    /// What is to be done by hand, a line each.
    pub fn by_hand(&self, lang: Lang) -> Vec<String> {
        let school = &self.checked.school;
        let lines = self.by_hand.iter();
        lines.map(|it| change_line(school, it, lang)).collect()
    }
}
