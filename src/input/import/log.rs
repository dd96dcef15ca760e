//! Complaints about a timetable program's files, gathered while they are read.

use crate::domain::{Cell, Source, SourceId};
use crate::input::grid::{Grid, read_grid_file};
use crate::input::{Complaint, Gravity, InputFile, Problem};

use super::ImportProblem;

/// Complaints of the files.
#[derive(Debug)]
pub struct Log {
    sources: Vec<Source>,
    /// The file that the complaints are about from here on.
    current: SourceId,
    complaints: Vec<Complaint>,
}

impl Log {
    /// Nothing yet.
    pub fn new(file: &str) -> Self {
        Self {
            sources: vec![Source {
                file: file.to_owned(),
                sheet: None,
            }],
            current: SourceId::new(0),
            complaints: Vec::new(),
        }
    }

    /// From here on the complaints are about this file.
    pub fn turn_to(&mut self, file: &str) {
        let is_it = |source: &Source| source.file == file && source.sheet.is_none();
        let known = self.sources.iter().position(is_it);
        let index = known.unwrap_or_else(|| {
            self.sources.push(Source {
                file: file.to_owned(),
                sheet: None,
            });
            self.sources.len() - 1
        });
        self.current = SourceId::new(index);
    }

    /// The file's rows, sheet by sheet; what is wrong with it as such becomes a complaint.
    pub fn grids(&mut self, file: &InputFile) -> Vec<Grid> {
        read_grid_file(file, &mut self.sources, &mut self.complaints)
    }

    /// Is one of the complaints an error?
    pub fn has_error(&self) -> bool {
        let mut complaints = self.complaints.iter();
        complaints.any(|complaint| complaint.gravity == Gravity::Error)
    }

    /// A complaint about the file as such.
    pub fn about_file(&mut self, problem: ImportProblem) {
        let name = self.sources[self.current.index()].file.clone();
        self.about(&name, problem);
    }

    /// A complaint about a name in the file; the same one is not made twice.
    pub fn about(&mut self, text: &str, problem: ImportProblem) {
        let at = problem.line().map(|row| Cell {
            source: self.current,
            row,
            column: None,
        });
        self.add(at, text, problem);
    }

    /// A complaint about a cell.
    pub fn about_cell(&mut self, at: Cell, text: &str, problem: ImportProblem) {
        self.add(Some(at), text, problem);
    }

    /// A complaint about a sheet.
    pub fn about_sheet(&mut self, source: SourceId, text: &str, problem: ImportProblem) {
        let before = std::mem::replace(&mut self.current, source);
        self.add(None, text, problem);
        self.current = before;
    }

    /// Name of the sheet, or of the file without its ending.
    pub fn name_of(&self, source: SourceId) -> String {
        let source = &self.sources[source.index()];
        let file = source
            .file
            .rsplit_once('.')
            .map_or(source.file.as_str(), |(stem, _)| stem);
        source.sheet.clone().unwrap_or_else(|| file.to_owned())
    }

    fn add(&mut self, at: Option<Cell>, text: &str, problem: ImportProblem) {
        /// Nobody reads more, and a malicious file could give rise to millions.
        const MOST: usize = 1_000;
        let source = at.map_or(self.current, |cell| cell.source);
        let complaint = Complaint {
            gravity: problem.gravity(),
            at,
            file: self.sources.get(source.index()).cloned(),
            text: text.to_owned(),
            problem: Problem::Import(problem),
        };
        let is_new = self.complaints.last() != Some(&complaint);
        if is_new && (self.complaints.len() < MOST || complaint.gravity == Gravity::Error) {
            self.complaints.push(complaint);
        }
    }

    /// All complaints, in the order in which they were made, and the files that their cells refer to.
    pub fn into_parts(self) -> (Vec<Complaint>, Vec<Source>) {
        (self.complaints, self.sources)
    }
}
