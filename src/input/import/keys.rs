//! When two names of a list read as one.

use std::collections::HashMap;

use super::{ImportProblem, List, log::Log};
use crate::input::names::{class_key, person_key, subject_key};

/// Names of one list, with the place of each.
#[derive(Debug, Default)]
pub struct Names {
    /// By the name as written.
    exact: HashMap<String, usize>,
    /// By the name as read.
    folded: HashMap<String, usize>,
}

impl Names {
    /// Takes a name into the list as number `index`; `false` where it stands there already, letter by letter.
    ///
    /// A name that only reads like another is taken, and told of.
    pub fn add(&mut self, name: &str, index: usize, at: (List, u32), log: &mut Log) -> bool {
        let (list, line) = at;
        if self.exact.contains_key(name) {
            log.about(name, ImportProblem::SameName { list, line });
            return false;
        }
        self.exact.insert(name.to_owned(), index);
        if self.folded.insert(folded(name, list), index).is_some() {
            log.about(name, ImportProblem::SameName { list, line });
        }
        true
    }

    /// Number of the entry with exactly this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.exact.get(name).copied()
    }
}

/// The name as the lists read it later.
fn folded(name: &str, list: List) -> String {
    match list {
        List::Teachers => person_key(name),
        List::Subjects => subject_key(name),
        List::Classes => class_key(name),
    }
}
