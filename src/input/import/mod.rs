//! Timetable programs' files become staff, subjects, classes, load and timetable.
//!
//! XML and text files in, CSV files out; it knows nothing of how the tables are read later.

mod asc;
mod draft;
mod fet;
mod keys;
mod log;
mod problem;
mod timetable_grid;
mod untis;
mod week;
mod xml;

#[cfg(test)]
mod field;
#[cfg(test)]
mod tests;

use super::{Complaint, InputFile};
use crate::domain::Source;
use crate::lang::Lang;

use draft::Draft;
use log::Log;

pub use problem::{ImportProblem, List};
pub use timetable_grid::holds_one as holds_timetable_grid;
pub use untis::is_of_untis;

/// Whose file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// FET, the free timetabling program.
    Fet,
    /// aSc Timetables.
    Asc,
    /// Untis, its text files `GPU001.TXT` and the like.
    Untis,
    /// A workbook with the timetable as a grid.
    Grid,
}

impl ImportKind {
    /// Name of the program.
    fn program(self) -> &'static str {
        match self {
            Self::Fet => "FET",
            Self::Asc => "aSc Timetables",
            Self::Untis => "Untis",
            Self::Grid => "a grid",
        }
    }

    /// What to do to get its file.
    fn how_to_get(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Fet, Lang::En) => "give the .fet file that the program saves",
            (Self::Grid, Lang::En) => "give the workbook with the timetable",
            (Self::Grid, Lang::Ru) => "нужна книга с расписанием",
            (Self::Fet, Lang::Ru) => "нужен файл .fet, который сохраняет программа",
            (Self::Asc, Lang::En) => "give the XML file of its menu File, Export",
            (Self::Asc, Lang::Ru) => "нужен файл XML из меню «Файл», «Экспорт»",
            (Self::Untis, Lang::En) => {
                "give GPU001.TXT and GPU002.TXT of its menu File, Import/Export"
            }
            (Self::Untis, Lang::Ru) => {
                "нужны GPU001.TXT и GPU002.TXT из меню «Файл», «Импорт/экспорт»"
            }
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

/// Reads a timetable program's files: one of FET and aSc Timetables, several of Untis. Never panics, whatever the bytes.
pub fn import(kind: ImportKind, files: &[InputFile]) -> Imported {
    let mut log = Log::new(files.first().map_or("", |file| &file.name));
    let draft = match (kind, files) {
        (ImportKind::Untis, files) => untis::read(files, &mut log),
        (ImportKind::Grid, files) => timetable_grid::read(files, &mut log),
        (_, [file]) => from_xml(kind, file, &mut log),
        (_, files) => {
            let problem = match files.get(1) {
                Some(second) => {
                    log.turn_to(&second.name);
                    ImportProblem::OneFileOnly
                }
                None => ImportProblem::NothingToImport,
            };
            log.about_file(problem);
            None
        }
    };
    let draft = draft.map(|mut draft| {
        draft.settle(&mut log);
        draft
    });
    let is_sound = !log.has_error();
    let (complaints, sources) = log.into_parts();
    Imported {
        files: draft
            .filter(|_| is_sound)
            .map_or_else(Vec::new, |draft| draft.files()),
        complaints,
        sources,
    }
}

/// What the XML file of FET or aSc Timetables holds.
fn from_xml(kind: ImportKind, file: &InputFile, log: &mut Log) -> Option<Draft> {
    let document = match xml::parse(&file.bytes) {
        Ok(document) => document,
        Err(problem) => {
            log.about_file(problem);
            return None;
        }
    };
    if document.has_broken_letters {
        log.about_file(ImportProblem::BrokenLetters);
    }
    if document.has_other_letters {
        log.about_file(ImportProblem::OtherLetters);
    }
    match kind {
        ImportKind::Fet => fet::read(&document.root, log),
        _ => asc::read(&document.root, log),
    }
}
