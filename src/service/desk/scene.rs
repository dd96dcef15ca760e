//! One state of the work: files, roster, and what is known of it. It is never changed in place.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{Objective, PersonId, Role, Roster, RowSitting, School, SittingId};
use crate::input::{self, InputFile};
use crate::service::Complaints;

use super::ROSTER;
use super::board::Board;
use super::books::Books;

/// Everything that undo brings back. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The files as they stand in the folder.
    pub disk: Arc<Vec<InputFile>>,
    /// The files with corrections that are not saved yet, and what they say.
    pub books: Arc<Books>,
    /// The roster's file: as it is to stand in the folder.
    pub roster_file: Option<Arc<InputFile>>,
    /// What there is to say about that file.
    pub roster_complaints: Arc<Complaints>,
    /// The roster, where its file and the lists can be used.
    pub board: Option<Arc<Board>>,
    /// What is known of how good it is.
    pub standing: Option<Arc<Standing>>,
}

impl Scene {
    /// The files, and the roster's file as the lists let it be read.
    pub fn read(
        disk: Arc<Vec<InputFile>>,
        books: Arc<Books>,
        roster_file: Option<Arc<InputFile>>,
    ) -> Self {
        let mut scene = Self {
            disk,
            books,
            roster_file,
            roster_complaints: Arc::default(),
            board: None,
            standing: None,
        };
        if let (Some(facts), Some(file)) = (&scene.books.facts, &scene.roster_file) {
            let reading = input::read_roster(file, &facts.school);
            scene.board = reading
                .roster
                .map(|roster| Arc::new(Board::of(&facts.school, roster, reading.lang)));
            scene.roster_complaints = Arc::new(Complaints {
                list: reading.complaints,
                sources: reading.sources,
            });
        }
        scene
    }

    /// The same lists and another roster.
    pub fn with_board(&self, school: &School, board: Board) -> Self {
        let file = InputFile {
            name: ROSTER.to_owned(),
            bytes: input::write_roster(school, &board.roster, board.lang),
        };
        Self {
            roster_file: Some(Arc::new(file)),
            roster_complaints: Arc::default(),
            board: Some(Arc::new(board)),
            ..self.clone()
        }
    }
}

/// A lock: who must stay where.
pub type LockedDuty = (SittingId, Role, PersonId);

/// A roster that is proven to be best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// Levels 1–4 of the best rosters.
    pub objective: Objective,
    /// The locks that it was made with.
    pub locks: BTreeSet<LockedDuty>,
    /// The roster.
    pub made: Roster,
    /// Levels do not tell how many people are called in, where few are preferred: only this very roster is known to be
    /// best.
    pub only_this: bool,
    /// What proves it, where it was made without locks.
    pub proof: Option<InputFile>,
}

/// What a solver proved of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// No roster with these locks is better.
    Best(Box<Best>),
    /// No valid roster changes fewer duties of the one before; this is it.
    FewestChanges(Roster),
    /// The solver was stopped, or gave up, before it had a proof.
    Unproven,
}

/// The locked duties of a board.
pub fn locks(board: &Board) -> BTreeSet<LockedDuty> {
    let rows = board.roster.rows.iter().filter(|row| row.pinned);
    rows.filter_map(|row| match row.sitting {
        RowSitting::Known(sitting) => Some((sitting, row.role, row.seat.person()?)),
        RowSitting::Unknown { .. } => None,
    })
    .collect()
}
