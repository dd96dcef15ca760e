//! Long work on a copy of the desk, so that the desk itself stays free: a new roster.

use std::sync::Arc;

use crate::domain::{Lang, Objective, Roster};
use crate::input::{InputFile, ReadOptions};
use crate::service::{GenerateOptions, Generated, Repair, RepairRequest, generate, repair};

use super::DeskError;
use super::books::Books;

/// Chooses among equal rosters, as the command line does by default.
const SEED: u64 = 1;

/// What to make, detached from the desk.
#[derive(Debug, Clone)]
pub struct Job {
    pub(super) books: Arc<Books>,
    /// The roster to start from: its locks.
    pub(super) locks: Option<InputFile>,
    /// Language of sentences, and of a roster that no policy gives one.
    pub(super) lang: Lang,
}

/// Told while a job runs.
pub struct Watch<'a> {
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then: (levels proven, levels in all).
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// What came of a job.
#[derive(Debug, Clone)]
pub enum Made {
    /// A roster made afresh.
    Afresh(Box<Generated>),
    /// A roster made around locks.
    AroundLocks(Box<Repair>),
}

impl Job {
    /// Does the work.
    pub fn run(&self, watch: &Watch<'_>) -> Result<Made, DeskError> {
        match &self.locks {
            None => {
                let made = generate(
                    &self.books.files,
                    &GenerateOptions {
                        read: ReadOptions::default(),
                        lang: self.lang,
                        roster_lang: None,
                        seed: SEED,
                        stop: watch.stop,
                        progress: watch.progress,
                    },
                )?;
                Ok(Made::Afresh(Box::new(made)))
            }
            Some(roster) => {
                let made = repair(&RepairRequest {
                    files: &self.books.files,
                    roster,
                    read: ReadOptions::default(),
                    seed: SEED,
                    stop: watch.stop,
                    progress: watch.progress,
                })?;
                Ok(Made::AroundLocks(Box::new(made)))
            }
        }
    }
}

impl Made {
    /// The roster.
    pub(super) fn roster(&self) -> &Roster {
        match self {
            Made::Afresh(made) => &made.roster,
            Made::AroundLocks(made) => &made.checked.roster,
        }
    }

    /// Its objective.
    pub(super) fn objective(&self) -> &Objective {
        match self {
            Made::Afresh(made) => &made.findings.objective,
            Made::AroundLocks(made) => &made.checked.findings.objective,
        }
    }

    /// Levels 1–4 are proven.
    pub(super) fn is_optimal(&self) -> bool {
        match self {
            Made::Afresh(made) => made.answer.optimal,
            Made::AroundLocks(made) => made.solved.optimal,
        }
    }
}
