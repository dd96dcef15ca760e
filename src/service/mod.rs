//! One function per command: bytes and plain structs in, plain structs out.
//!
//! It joins reading, rules, solving and checking for the command line and any later front end. It opens no file, asks no
//! clock, prints nothing and starts no thread of its own.

mod annotate;
mod check;
mod check_plan;
mod cleared;
pub mod demo;
pub mod desk;
mod diff;
mod explain;
mod export;
mod fix;
mod generate;
mod import;
mod learn;
mod opened;
mod placed;
mod plan;
mod preferences;
mod read_back;
mod repair;
pub mod report;
mod rules;
mod sarif;
mod shown;
mod spread;
mod suggest;
mod table;
mod template;
pub mod tradeoff;
mod validate;
mod verify;
mod views;
mod warnings;

use crate::domain::{Cell, Source, SourceId};
use crate::input::{Complaint, Gravity};

pub use crate::amend::{AmendProblem, Kind as FileKind, kind as file_kind};
pub use crate::input::{Excerpt, SourceText};
pub use crate::solve::{Stage, TooLarge};
pub use annotate::annotate;
pub use check::{CheckError, CheckRequest, Checked, check};
pub use check_plan::{JudgedPlan, PlanFindingReport, plan_files};
pub use cleared::cleared_rows;
pub use diff::{DiffRequest, Difference, diff};
pub use explain::{
    CandidateReport, ExplainError, ExplainRequest, Explained, ExplainedPlace, Explanation,
    change_words, explain,
};
pub use export::{
    ExportError, ExportRequest, Exported, Format, OutputFile, PersonNotFound, export, vacancies,
};
pub use fix::{FixError, Fixed, fix};
pub use generate::{
    Completeness, GenerateError, GenerateOptions, Generated, Method, Misstep, Planning, generate,
};
pub use import::import;
pub use learn::names_with;
pub use plan::{LevelReport, PlanError, PlanReport, PlanRequest, PlanTable, Planned, plan};
pub use preferences::preferences;
pub use repair::{Repair, RepairRequest, repair};
pub use rules::{RuleCard, RuleNotFound, avoided_level, rule_card, rule_cards, rule_name};
pub use shown::ShownRow;
pub use spread::Spread;
pub use suggest::{Judged, Remedy, Suggestion, Suggestions, accept, fewest_changes, suggest};
pub use template::template;
pub use validate::{Understood, Validation, validate};
pub use verify::{Entry, Rejection, Verification, Verified, VerifyError, VerifyRequest, verify};
pub use views::{RoleTally, amend_words, duty_words, load_of, when_and_what, words_of};
pub use warnings::{counts as warning_counts, sentence as warning_sentence};

/// Is that the name of a file with a list of the school?
pub fn is_table_of_lists(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    crate::input::TableKind::from_name(stem).is_some()
}

/// What is wrong, or worth a look, in the files that were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Complaints {
    /// By file, row and column.
    pub list: Vec<Complaint>,
    /// Files and sheets that the complaints' cells refer to.
    pub sources: Vec<Source>,
}

impl Complaints {
    /// How many of that gravity.
    pub fn count(&self, gravity: Gravity) -> usize {
        self.list
            .iter()
            .filter(|complaint| complaint.gravity == gravity)
            .count()
    }

    /// Can the files not be used?
    pub fn refuse(&self) -> bool {
        self.count(Gravity::Error) > 0
    }

    /// Where the complaint points: its file, and the cell's row and column where it has one.
    pub fn place_of<'a>(&'a self, complaint: &'a Complaint) -> Option<(&'a Source, Option<Cell>)> {
        match (complaint.at, &complaint.file) {
            (Some(cell), _) => self
                .sources
                .get(cell.source.index())
                .map(|source| (source, Some(cell))),
            (None, Some(source)) => Some((source, None)),
            (None, None) => None,
        }
    }

    /// These and then those, whose cells keep pointing at their own files.
    #[must_use]
    pub fn and(mut self, other: Complaints) -> Self {
        let shift = self.sources.len();
        self.sources.extend(other.sources);
        self.list
            .extend(other.list.into_iter().map(|complaint| Complaint {
                at: complaint.at.map(|cell| Cell {
                    source: SourceId::new(cell.source.index() + shift),
                    ..cell
                }),
                ..complaint
            }));
        self
    }
}
