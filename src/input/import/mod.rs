//! Timetable programs' files become staff, subjects, classes, load and timetable.
//!
//! XML in, CSV files out; it knows nothing of how the tables are read later.

mod asc;
mod draft;
mod fet;
mod keys;
mod log;
mod problem;
mod week;
mod xml;

#[cfg(test)]
mod field;
#[cfg(test)]
mod tests;

use super::{Complaint, Gravity, InputFile};
use crate::domain::Source;
use crate::lang::Lang;

use log::Log;

pub use problem::{ImportProblem, List};

/// Whose file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// FET, the free timetabling program.
    Fet,
    /// aSc Timetables.
    Asc,
}

impl ImportKind {
    /// Name of the program.
    fn program(self) -> &'static str {
        match self {
            Self::Fet => "FET",
            Self::Asc => "aSc Timetables",
        }
    }

    /// What to do to get its file.
    fn how_to_get(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Fet, Lang::En) => "give the .fet file that the program saves",
            (Self::Fet, Lang::Ru) => "нужен файл .fet, который сохраняет программа",
            (Self::Asc, Lang::En) => "give the XML file of its menu File, Export",
            (Self::Asc, Lang::Ru) => "нужен файл XML из меню «Файл», «Экспорт»",
        }
    }
}

/// Tables made out of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The tables as CSV files, ready to be written into a folder; empty where a complaint is an error.
    pub files: Vec<InputFile>,
    /// Everything there is to say about the file.
    pub complaints: Vec<Complaint>,
    /// Files that the complaints' cells refer to.
    pub sources: Vec<Source>,
}

/// Reads a timetable program's file. Never panics, whatever the bytes.
pub fn import(kind: ImportKind, file: &InputFile) -> Imported {
    let mut log = Log::new(&file.name);
    let draft = match xml::parse(&file.bytes) {
        Ok(document) => {
            if document.has_broken_letters {
                log.about_file(ImportProblem::BrokenLetters);
            }
            if document.has_other_letters {
                log.about_file(ImportProblem::OtherLetters);
            }
            match kind {
                ImportKind::Fet => fet::read(&document.root, &mut log),
                ImportKind::Asc => asc::read(&document.root, &mut log),
            }
        }
        Err(problem) => {
            log.about_file(problem);
            None
        }
    };
    let draft = draft.map(|mut draft| {
        draft.settle(&mut log);
        draft
    });
    let (complaints, sources) = log.into_parts();
    let is_sound = complaints
        .iter()
        .all(|complaint| complaint.gravity != Gravity::Error);
    Imported {
        files: draft
            .filter(|_| is_sound)
            .map_or_else(Vec::new, |draft| draft.files()),
        complaints,
        sources,
    }
}
