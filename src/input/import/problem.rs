//! What can be wrong with a file of a timetable program.

use crate::lang::Lang;

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportProblem {}

impl ImportProblem {
    /// One sentence.
    pub fn sentence(&self, _text: &str, _lang: Lang) -> String {
        match *self {}
    }
}
