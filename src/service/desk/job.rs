//! Long work on a copy of the desk, so that the desk itself stays free: a new roster, or the fewest changes to this one.

use crate::domain::{Lang, Objective, Roster};
use crate::input::{InputFile, ReadOptions};
use crate::service::diff::Change;
use crate::service::{
    Explained, GenerateOptions, Generated, Method, Planning, Repair, RepairRequest, Stage,
    generate, repair,
};

use super::DeskError;
use super::history::Label;
use super::scene::Scene;

/// Chooses among equal rosters, as the command line does by default.
const SEED: u64 = 1;

/// What to make, detached from the desk.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files as they will be, and the roster as it is.
    pub(super) next: Scene,
    pub(super) start: Start,
    /// Name of the step.
    pub(super) label: Label,
    /// Language of sentences, and of a roster that no policy gives one.
    pub(super) lang: Lang,
}

/// What a job starts from.
#[derive(Debug, Clone)]
pub(super) enum Start {
    /// Nothing.
    Afresh,
    /// These locked duties, which stay.
    Locks(InputFile),
    /// A roster, of which as much as possible stays.
    Present(InputFile),
}

/// Told while a job runs.
pub struct Watch<'a> {
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Asked while empty places are explained: what is not known by then is said to be unknown.
    pub stop_explaining: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then where the search stands.
    pub progress: &'a (dyn Fn(Stage) + Sync),
}

/// What came of a job.
#[derive(Debug, Clone)]
pub enum Made {
    /// A roster made afresh.
    Afresh(Box<Generated>),
    /// A roster made around locks.
    AroundLocks(Box<Repair>),
    /// The present roster, repaired.
    Repaired(Box<Repair>),
}

impl Job {
    /// Does the work.
    pub fn run(&self, watch: &Watch<'_>) -> Result<Made, DeskError> {
        let files = &self.next.books.files;
        let repaired = |roster| {
            repair(&RepairRequest {
                files,
                roster,
                read: ReadOptions::default(),
                seed: SEED,
                stop: watch.stop,
                stop_explaining: watch.stop_explaining,
                progress: watch.progress,
            })
        };
        Ok(match &self.start {
            Start::Locks(roster) => Made::AroundLocks(Box::new(repaired(roster)?)),
            Start::Present(roster) => Made::Repaired(Box::new(repaired(roster)?)),
            Start::Afresh => Made::Afresh(Box::new(generate(
                files,
                &GenerateOptions {
                    read: ReadOptions::default(),
                    lang: self.lang,
                    roster_lang: None,
                    method: Method::Exact,
                    plan: Planning::Nothing,
                    seed: SEED,
                    stop: watch.stop,
                    stop_explaining: watch.stop_explaining,
                    progress: watch.progress,
                },
            )?)),
        })
    }
}

impl Made {
    /// The roster.
    pub(super) fn roster(&self) -> &Roster {
        match self {
            Made::Afresh(made) => &made.roster,
            Made::AroundLocks(made) | Made::Repaired(made) => &made.checked.roster,
        }
    }

    /// Its objective.
    pub(super) fn objective(&self) -> &Objective {
        match self {
            Made::Afresh(made) => &made.findings.objective,
            Made::AroundLocks(made) | Made::Repaired(made) => &made.checked.findings.objective,
        }
    }

    /// What keeps places empty.
    pub(super) fn unfilled(&self) -> &[Explained] {
        match self {
            Made::Afresh(made) => &made.unfilled,
            Made::AroundLocks(made) | Made::Repaired(made) => &made.unfilled,
        }
    }

    /// What changes in the present roster, where that was repaired.
    pub(super) fn changes(&self) -> Option<&[Change]> {
        match self {
            Made::Repaired(made) => Some(&made.changes),
            Made::Afresh(_) | Made::AroundLocks(_) => None,
        }
    }
}
