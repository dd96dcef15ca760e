//! The work on one school between two visits to the disk: files, roster, locks, steps to take back, proofs.
//!
//! Bytes and plain structs in, plain structs out. Whoever holds a [`Desk`] works on a copy, writes the [`Outcome`] to
//! where the files are kept, and keeps the copy only if that went well: so what was answered for is always stored. It
//! opens no file, asks no clock and starts no thread.

mod board;
mod books;
mod displaced;
mod edit;
mod files;
mod history;
mod job;
mod journal;
mod lists;
mod make;
mod meaning;
mod outcome;
mod own;
mod planned;
mod price;
mod problem;
mod proven;
mod scene;
mod sheets;
mod typed;
mod view;
mod written;

use std::sync::Arc;

use crate::check::{self, Findings};
use crate::domain::{Lang, School};
use crate::explain::Staffing;
use crate::input::InputFile;

use super::explain::explain_empty;
use super::{Complaints, Explained};

pub use edit::{CellName, Edit};
pub use files::is_roster;
pub use job::{Job, Made, Watch};
pub use journal::{JournalEntry, journal_head, journal_lines};
pub use lists::{HintAnswer, Interest, Signature, WaiverOrder};
pub use make::{Absent, read_lessons, read_weekdays};
pub use meaning::Said;
pub use outcome::{FileWrite, Keep, Outcome};
pub use own::{Accept, Own};
pub use planned::{PlannedSitting, ScheduleOrder};
pub use problem::{DeskError, ErrorKind};
pub use proven::PROOF;
pub use sheets::{SheetEntry, SheetOrder, format_of, zipped};
pub use typed::{Planned, Typed};
pub use view::{
    CandidateView, CandidatesView, CellView, ChangeView, ComplaintView, FactsView, FindingView,
    JournalView, ObstaclesView, OwnView, PersonView, PlanView, ReadingView, RosterView, RulesView,
    SchoolView, SectionView, SittingView, StrayView, TableLine, TableView, ToldView, VerdictView,
};

use board::Board;
use books::{Books, Facts};
use history::{History, Label};
use journal::What;
use scene::Scene;

/// Name of the roster's file.
pub const ROSTER: &str = "roster.csv";

/// The work on one school. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Desk {
    scene: Scene,
    history: History,
    /// What the check says of the roster.
    findings: Option<Arc<Findings>>,
    /// What keeps places empty, once somebody has asked.
    obstacles: Option<Arc<Vec<Explained>>>,
    /// The proof that lies beside the roster.
    kept_proof: Option<Arc<InputFile>>,
    /// A roster of the user's own, beside the desk.
    own: Option<Arc<Own>>,
    /// What there is to say about the last file that a timetable program wrote.
    import_notes: Arc<Complaints>,
    /// Files of Untis that came in, one after the other: each says part of the same.
    untis: Arc<Vec<InputFile>>,
    /// Rises with every change.
    revision: u64,
    /// Rises when the lists change.
    school_revision: u64,
}

impl Desk {
    /// Lays out a folder's files; `roster` is the file of that name, if there is one. The roster's proof may be among the files.
    pub fn open(files: Vec<InputFile>, roster: Option<InputFile>) -> Self {
        let (proofs, files): (Vec<InputFile>, Vec<InputFile>) =
            files.into_iter().partition(|file| file.name == PROOF);
        let books = Books::read(files);
        let files = Arc::new(books.files.clone());
        let mut desk = Self {
            scene: Scene::read(files, Arc::new(books), roster.map(Arc::new)),
            history: History::default(),
            findings: None,
            obstacles: None,
            kept_proof: None,
            own: None,
            import_notes: Arc::default(),
            untis: Arc::default(),
            revision: 1,
            school_revision: 1,
        };
        desk.take_proof(proofs.into_iter().next());
        desk.judge();
        desk
    }

    /// Other files in the place of all of these. Windows that have not seen it are told: the numbers go on.
    #[must_use]
    pub fn reopened(&self, files: Vec<InputFile>, roster: Option<InputFile>) -> Self {
        Self::open(files, roster).after(self)
    }

    /// This desk, with numbers of changes that go on from those of another.
    #[must_use]
    pub fn after(self, other: &Self) -> Self {
        Self {
            revision: other.revision + 1,
            school_revision: other.school_revision + 1,
            ..self
        }
    }

    /// The number of the last change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Has the window that asks seen the last change?
    pub fn expect(&self, revision: u64) -> Result<(), DeskError> {
        if revision == self.revision {
            Ok(())
        } else {
            Err(DeskError::Stale)
        }
    }

    /// Does the folder hold no list at all?
    pub fn is_blank(&self) -> bool {
        self.scene.books.tables.is_empty() && !self.scene.books.files.iter().any(meaning::is_list)
    }

    fn facts(&self) -> Result<&Facts, DeskError> {
        let books = &self.scene.books;
        let facts = books.facts.as_ref();
        facts.ok_or_else(|| DeskError::Refused(books.complaints.clone()))
    }

    fn school(&self) -> Result<&School, DeskError> {
        Ok(&self.facts()?.school)
    }

    fn board(&self) -> Result<&Arc<Board>, DeskError> {
        self.scene.board.as_ref().ok_or(DeskError::NoRoster)
    }

    /// Language of a roster that is made now.
    fn roster_lang(&self, lang: Lang) -> Lang {
        let facts = self.scene.books.facts.as_ref();
        facts
            .and_then(|facts| facts.school.policy.document.lang)
            .unwrap_or(lang)
    }

    /// Checks the roster as it lies.
    fn judge(&mut self) {
        self.obstacles = None;
        self.findings = match (&self.scene.books.facts, &self.scene.board) {
            (Some(facts), Some(board)) => {
                Some(Arc::new(check::check(&facts.school, &board.roster)))
            }
            _ => None,
        };
    }

    /// Carries out moves as one step.
    pub fn edit(&mut self, edits: &[Edit]) -> Result<Outcome, DeskError> {
        let school = self.school()?;
        let board = edit::apply(school, self.board()?, edits)?;
        let changes = outcome::changes(school, self.board()?, &board);
        let label = if changes.is_empty() {
            Label::Locks
        } else {
            Label::Moves(changes)
        };
        let next = self.scene.with_board(school, board);
        Ok(self.step(label, next))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> Result<Outcome, DeskError> {
        let (_, scene) = self
            .history
            .undo(self.scene.clone())
            .ok_or(DeskError::NoSuchStep)?;
        Ok(self.turn_to(scene, What::Undo))
    }

    /// Takes a step again.
    pub fn redo(&mut self) -> Result<Outcome, DeskError> {
        let (_, scene) = self
            .history
            .redo(self.scene.clone())
            .ok_or(DeskError::NoSuchStep)?;
        Ok(self.turn_to(scene, What::Redo))
    }

    /// What keeps places empty, computed apart from the desk where nobody has asked yet: it takes its time.
    pub fn obstacles(&self) -> Result<Arc<Vec<Explained>>, DeskError> {
        let Facts {
            school,
            eligibility,
        } = self.facts()?;
        if let Some(known) = &self.obstacles {
            return Ok(Arc::clone(known));
        }
        let staffing = Staffing::of(school, &self.board()?.roster);
        Ok(Arc::new(explain_empty(
            (school, eligibility),
            &staffing,
            &|| false,
        )))
    }

    /// Remembers what keeps places empty at that revision.
    pub fn note_obstacles(&mut self, revision: u64, obstacles: Arc<Vec<Explained>>) {
        if revision == self.revision {
            self.obstacles = Some(obstacles);
        }
    }
}
