//! Timetable programs' files become staff, subjects, classes, load and timetable.

mod problem;

use super::{Complaint, InputFile};

pub use problem::ImportProblem;

/// Whose file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// FET, the free timetabling program.
    Fet,
    /// aSc Timetables.
    Asc,
}

/// Tables made out of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The tables as CSV files, ready to be written into a folder; empty where a complaint is an error.
    pub files: Vec<InputFile>,
    /// Everything there is to say about the file.
    pub complaints: Vec<Complaint>,
}

/// Reads a timetable program's file.
pub fn import(_kind: ImportKind, _file: &InputFile) -> Imported {
    Imported {
        files: Vec::new(),
        complaints: Vec::new(),
    }
}
