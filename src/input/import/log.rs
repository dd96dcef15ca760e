//! Complaints about a timetable program's file, gathered while it is read.

use crate::domain::{Cell, Source, SourceId};
use crate::input::{Complaint, Gravity, Problem};

use super::ImportProblem;

/// Complaints of one file.
#[derive(Debug)]
pub struct Log {
    source: Source,
    complaints: Vec<Complaint>,
}

impl Log {
    /// Nothing yet.
    pub fn new(file: &str) -> Self {
        Self {
            source: Source {
                file: file.to_owned(),
                sheet: None,
            },
            complaints: Vec::new(),
        }
    }

    /// A complaint about the file as such.
    pub fn about_file(&mut self, problem: ImportProblem) {
        let name = self.source.file.clone();
        self.about(&name, problem);
    }

    /// A complaint about a name in the file; the same one is not made twice.
    pub fn about(&mut self, text: &str, problem: ImportProblem) {
        /// Nobody reads more, and a malicious file could give rise to millions.
        const MOST: usize = 1_000;
        let complaint = Complaint {
            gravity: gravity_of(problem),
            at: problem.line().map(|row| Cell {
                source: SourceId::new(0),
                row,
                column: None,
            }),
            file: Some(self.source.clone()),
            text: text.to_owned(),
            problem: Problem::Import(problem),
        };
        let is_new = self.complaints.last() != Some(&complaint);
        if is_new && (self.complaints.len() < MOST || complaint.gravity == Gravity::Error) {
            self.complaints.push(complaint);
        }
    }

    /// All complaints, in the order in which they were made, and the file that their cells refer to.
    pub fn into_parts(self) -> (Vec<Complaint>, Vec<Source>) {
        (self.complaints, vec![self.source])
    }
}

/// An error where there is nothing to write; what a person should mend in the files is a warning.
fn gravity_of(problem: ImportProblem) -> Gravity {
    match problem {
        ImportProblem::TooLarge
        | ImportProblem::BrokenXml { .. }
        | ImportProblem::OtherProgram { .. }
        | ImportProblem::BrokenLetters
        | ImportProblem::NothingToImport => Gravity::Error,
        ImportProblem::OtherLetters
        | ImportProblem::EmptyName { .. }
        | ImportProblem::SameName { .. }
        | ImportProblem::UnknownName { .. }
        | ImportProblem::SameId { .. }
        | ImportProblem::CardsLeftOut { .. }
        | ImportProblem::GroupsOverlap { .. }
        | ImportProblem::TimetableInPart { .. }
        | ImportProblem::DayCounted
        | ImportProblem::DayUnknown
        | ImportProblem::MondayAssumed => Gravity::Warning,
        ImportProblem::InactiveLeftOut { .. }
        | ImportProblem::UnstaffedLeftOut { .. }
        | ImportProblem::AssembliesLeftOut { .. }
        | ImportProblem::ShortLeftOut
        | ImportProblem::BellsLeftOut
        | ImportProblem::WeeksJoined { .. }
        | ImportProblem::TimetableLeftOut { .. } => Gravity::Note,
    }
}
