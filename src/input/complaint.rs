//! What is wrong in the user's files: where, what, what would be right.

use crate::domain::{Cell, Source};
use crate::lang::Lang;

use super::grid::GridProblem;
use super::import::ImportProblem;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The files cannot be used as they are.
    Error,
    /// Worth a look; the files can be used.
    Warning,
    /// Information: what was left aside.
    Note,
}

/// One complaint about one place of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// How bad.
    pub gravity: Gravity,
    /// The cell or row, where there is one.
    pub at: Option<Cell>,
    /// File the complaint is about where there is no cell (a file that cannot be read, a missing table).
    pub file: Option<Source>,
    /// The cell's text, as written.
    pub text: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong. Each stage of reading has its own list and its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// With the file as such.
    Grid(GridProblem),
    /// With a timetable program's file.
    Import(ImportProblem),
}

impl Complaint {
    /// One sentence: what is wrong, with the value in quotes, and what would be right.
    pub fn sentence(&self, lang: Lang) -> String {
        match &self.problem {
            Problem::Grid(problem) => problem.sentence(&self.text, lang),
            Problem::Import(problem) => problem.sentence(&self.text, lang),
        }
    }
}
