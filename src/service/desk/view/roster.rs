//! The part of the page that changes with every move: cells, findings, load, verdict.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{Lang, PersonId, RosterRow, RowSitting, School, Seat};
use crate::lang::desk as words;
use crate::service::desk::Desk;
use crate::service::desk::board::{Board, Spot};
use crate::service::desk::history::Label;
use crate::service::diff::Change;
use crate::service::report::ObjectiveReport;

use super::changes::{ChangeView, ToldView, change_views, told_views};
use super::findings::{FindingView, finding_views};
use super::verdict::VerdictView;

/// A cell: sitting, role (0–3), seat, person, flags, and a name that no list knows, as written.
pub type CellView = (usize, usize, u32, Option<usize>, u8, Option<String>);

/// The cell is locked.
const LOCKED: u8 = 1;
/// The cell is beyond the sitting's places.
const SURPLUS: u8 = 2;

/// The roster, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RosterView {
    /// The number of the last change.
    pub revision: u64,
    /// The number of the last change of the lists.
    pub school_revision: u64,
    /// The check's word, and what is proven.
    pub verdict: VerdictView,
    /// The places, by sitting, role and seat.
    pub cells: Vec<CellView>,
    /// Rows about sittings that the schedule does not have.
    pub strays: Vec<StrayView>,
    /// By row, conflicts first.
    pub findings: Vec<FindingView>,
    /// Person, role (0–3), duties, works; those without duties are left out.
    pub load: Vec<(usize, usize, u32, u64)>,
    /// The levels; `null` without a roster.
    pub objective: Option<ObjectiveReport>,
    /// What undo takes back.
    pub undo: Option<String>,
    /// What redo takes again.
    pub redo: Option<String>,
    /// What the last step changed, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<ChangeView>>,
    /// Who has to be told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Vec<ToldView>>,
}

/// A row about a sitting that the schedule does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StrayView {
    /// ISO, where it can be read.
    pub date: Option<String>,
    /// As written.
    pub class: String,
    /// As written.
    pub subject: String,
    /// Name of the role.
    pub role: &'static str,
    /// Who.
    pub text: String,
}

impl Desk {
    /// The roster, judged.
    pub fn roster_view(&self, lang: Lang) -> RosterView {
        let mut view = RosterView {
            revision: self.revision,
            school_revision: self.school_revision,
            verdict: VerdictView::none(lang),
            cells: Vec::new(),
            strays: Vec::new(),
            findings: Vec::new(),
            load: Vec::new(),
            objective: None,
            undo: self.history.last().map(|it| self.step_words(it, lang)),
            redo: self.history.next().map(|it| self.step_words(it, lang)),
            changes: None,
            told: None,
        };
        let (Ok(school), Ok(board), Some(findings)) =
            (self.school(), self.board(), self.findings.as_ref())
        else {
            return view;
        };
        view.cells = cells(school, board);
        view.strays = board.strays().iter().map(stray).collect();
        view.findings = finding_views(school, board, findings, lang);
        view.load = load(school, board);
        view.objective = Some((&findings.objective).into());
        view.verdict = self.verdict(findings, lang);
        view
    }

    /// The same, with what a step has changed.
    pub fn roster_view_after(&self, changes: &[Change], lang: Lang) -> RosterView {
        let mut view = self.roster_view(lang);
        if let Ok(school) = self.school() {
            view.changes = Some(change_views(school, changes, lang));
            view.told = Some(told_views(school, changes, lang));
        }
        view
    }

    /// Name of the step that undo takes back.
    pub(super) fn undo_words(&self, lang: Lang) -> Option<String> {
        let step = self.history.last()?;
        Some(self.step_words(step, lang))
    }

    /// Name of the step that redo takes again.
    pub(super) fn redo_words(&self, lang: Lang) -> Option<String> {
        let step = self.history.next()?;
        Some(self.step_words(step, lang))
    }

    fn step_words(&self, label: &Label, lang: Lang) -> String {
        let name = match label {
            Label::Moves(changes) => {
                let school = self.school().ok();
                let views = school.map(|school| change_views(school, changes, lang));
                return match views.as_deref() {
                    Some([only]) => words::step(words::StepName::Move(&only.words), lang),
                    _ => words::step(words::StepName::Moves(changes.len()), lang),
                };
            }
            Label::Locks => words::StepName::Locks,
            Label::Generate => words::StepName::Generate,
            Label::Repair => words::StepName::Repair,
            Label::Way => words::StepName::Way,
            Label::Correct(name) => words::StepName::Correct(name),
            Label::Meaning(name) => words::StepName::Meaning(name),
            Label::Schedule => words::StepName::Schedule,
            Label::Setting => words::StepName::Setting,
            Label::Policy => words::StepName::Policy,
            Label::Waiver => words::StepName::Waiver,
            Label::Interest => words::StepName::Interest,
            Label::File(name) => words::StepName::File(name),
        };
        words::step(name, lang)
    }
}

fn cells(school: &School, board: &Board) -> Vec<CellView> {
    let cell = |(spot, row): (Spot, &RosterRow)| {
        let is_surplus = spot.seat >= school.sitting(spot.sitting).places[spot.role];
        let flags = if row.pinned { LOCKED } else { 0 } | if is_surplus { SURPLUS } else { 0 };
        (
            spot.sitting.index(),
            spot.role as usize,
            spot.seat,
            row.seat.person().map(PersonId::index),
            flags,
            typed(&row.seat),
        )
    };
    board.spots().map(cell).collect()
}

/// A name that is no one person's, as written.
fn typed(seat: &Seat) -> Option<String> {
    match seat {
        Seat::Unknown(text) | Seat::Ambiguous { text, .. } => Some(text.clone()),
        Seat::Empty | Seat::Person(_) => None,
    }
}

fn stray(row: &RosterRow) -> StrayView {
    let (date, class, subject) = match &row.sitting {
        RowSitting::Unknown {
            date,
            class,
            subject,
        } => (*date, class.clone(), subject.clone()),
        RowSitting::Known(_) => Default::default(),
    };
    StrayView {
        date: date.map(|date| date.format("%Y-%m-%d").to_string()),
        class,
        subject,
        role: row.role.name(),
        text: typed(&row.seat).unwrap_or_default(),
    }
}

/// Duties and works of everybody who has any.
fn load(school: &School, board: &Board) -> Vec<(usize, usize, u32, u64)> {
    let mut sums: BTreeMap<(usize, usize), (u32, u64)> = BTreeMap::new();
    for (_, duty) in board.roster.duties() {
        let sitting = school.sitting(duty.sitting);
        let sum = sums
            .entry((duty.person.index(), duty.role as usize))
            .or_default();
        sum.0 += 1;
        sum.1 += if duty.role.counts_works() {
            u64::from(sitting.works())
        } else {
            0
        };
    }
    sums.into_iter()
        .map(|((person, role), (duties, works))| (person, role, duties, works))
        .collect()
}
