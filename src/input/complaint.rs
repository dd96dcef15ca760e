//! What is wrong in the user's files: where, what, what would be right.

use std::collections::BTreeSet;

use crate::domain::{Cell, Source};
use crate::lang::Lang;
use crate::lang::facts::Word;

use super::grid::GridProblem;
use super::import::ImportProblem;
use super::names::Budget;
use super::policy::PolicyProblem;
use super::problem::FactProblem;
use super::roster::RosterProblem;

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
    /// With what a table or a roster says.
    Fact(FactProblem),
    /// With the policy.
    Policy(PolicyProblem),
    /// With a roster made by hand.
    Roster(RosterProblem),
}

impl Complaint {
    /// One sentence: what is wrong, with the value in quotes, and what would be right.
    pub fn sentence(&self, lang: Lang) -> String {
        match &self.problem {
            Problem::Grid(problem) => problem.sentence(&self.text, lang),
            Problem::Import(problem) => problem.sentence(&self.text, lang),
            Problem::Fact(problem) => problem.sentence(&self.text, lang),
            Problem::Policy(problem) => problem.sentence(&self.text, lang),
            Problem::Roster(problem) => problem.sentence(&self.text, lang),
        }
    }
}

impl Complaint {
    /// A note without which no verdict may stand: columns that were left aside may have held what a rule needs.
    pub fn is_shown_always(&self) -> bool {
        matches!(self.problem, Problem::Fact(FactProblem::UnknownColumns(_)))
    }

    /// The known name that the cell's text comes nearest to, as it would be written there.
    pub fn nearest(&self, lang: Lang) -> Option<String> {
        let word = |word: &Word| word.in_lang(lang).to_owned();
        match &self.problem {
            Problem::Fact(
                FactProblem::NoTable { nearest } | FactProblem::NotOneOf { nearest, .. },
            ) => nearest.as_ref().map(word),
            Problem::Fact(
                FactProblem::MissingColumn { nearest, .. }
                | FactProblem::UnknownName { nearest, .. },
            ) => nearest.clone(),
            Problem::Fact(FactProblem::NotARule { nearest })
            | Problem::Policy(
                PolicyProblem::UnknownKey { nearest, .. }
                | PolicyProblem::UnknownValue { nearest, .. },
            ) => nearest.map(str::to_owned),
            _ => None,
        }
    }
}

/// Complaints as they are collected, with what is left for searching nearest names.
#[derive(Debug, Clone, Default)]
pub struct Complaints {
    list: Vec<Complaint>,
    budget: Budget,
}

impl Complaints {
    /// Those that an earlier stage left, to go on with.
    pub fn continue_from(list: Vec<Complaint>) -> Self {
        Self {
            list,
            budget: Budget::default(),
        }
    }

    /// Adds one about a cell.
    pub fn add(&mut self, gravity: Gravity, at: Cell, text: &str, problem: impl Into<Problem>) {
        self.list.push(Complaint {
            gravity,
            at: Some(at),
            file: None,
            text: text.to_owned(),
            problem: problem.into(),
        });
    }

    /// Adds an error about a cell.
    pub fn error(&mut self, at: Cell, text: &str, problem: FactProblem) {
        self.add(Gravity::Error, at, text, problem);
    }

    /// Adds one about a file as such.
    pub fn about_file(
        &mut self,
        gravity: Gravity,
        file: Source,
        text: &str,
        problem: impl Into<Problem>,
    ) {
        self.list.push(Complaint {
            gravity,
            at: None,
            file: Some(file),
            text: text.to_owned(),
            problem: problem.into(),
        });
    }

    /// Takes in those of a part that was read by itself.
    pub fn absorb(&mut self, part: Complaints) {
        self.list.extend(part.list);
    }

    /// Adds one as it stands.
    pub fn push(&mut self, complaint: Complaint) {
        self.list.push(complaint);
    }

    /// What is left for searching nearest names.
    pub fn budget(&mut self) -> &mut Budget {
        &mut self.budget
    }

    /// Is one of them an error?
    pub fn has_error(&self) -> bool {
        self.list
            .iter()
            .any(|complaint| complaint.gravity == Gravity::Error)
    }

    /// Files that an error is about.
    pub fn files_in_error(&self, sources: &[Source]) -> BTreeSet<String> {
        self.list
            .iter()
            .filter(|complaint| complaint.gravity == Gravity::Error)
            .filter_map(|complaint| complaint.source(sources))
            .map(|source| source.file.clone())
            .collect()
    }

    /// All of them, by file, sheet, row and column.
    pub fn sorted(mut self, sources: &[Source]) -> Vec<Complaint> {
        let place = |complaint: &Complaint| {
            let cell = complaint.at;
            (cell.map(|cell| cell.row), cell.and_then(|cell| cell.column))
        };
        self.list.sort_by(|a, b| {
            let (of_a, of_b) = (a.source(sources), b.source(sources));
            let files = of_a
                .map(|source| &source.file)
                .cmp(&of_b.map(|source| &source.file));
            let sheets = || {
                of_a.map(|source| &source.sheet)
                    .cmp(&of_b.map(|source| &source.sheet))
            };
            files
                .then_with(sheets)
                .then_with(|| place(a).cmp(&place(b)))
        });
        self.list
    }
}

impl Complaint {
    /// The file and sheet it is about.
    pub fn source<'a>(&'a self, sources: &'a [Source]) -> Option<&'a Source> {
        match self.at {
            Some(cell) => sources.get(cell.source.index()),
            None => self.file.as_ref(),
        }
    }
}

impl From<FactProblem> for Problem {
    fn from(problem: FactProblem) -> Self {
        Problem::Fact(problem)
    }
}

impl From<PolicyProblem> for Problem {
    fn from(problem: PolicyProblem) -> Self {
        Problem::Policy(problem)
    }
}

impl From<RosterProblem> for Problem {
    fn from(problem: RosterProblem) -> Self {
        Problem::Roster(problem)
    }
}
