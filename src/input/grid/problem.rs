//! What can be wrong with a file before anybody looks at what it says.

use crate::lang::Lang;

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GridProblem {}

impl GridProblem {
    /// One sentence.
    pub fn sentence(&self, _text: &str, _lang: Lang) -> String {
        match *self {}
    }
}
