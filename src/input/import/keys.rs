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
    /// Takes a name into the list as number `index`; `false` where one stands there already that reads the same: every table would
    /// take the two for one, so they are one from here on, and told of.
    pub fn add(&mut self, name: &str, index: usize, at: (List, u32), log: &mut Log) -> bool {
        let (list, line) = at;
        let first = *self.folded.entry(folded(name, list)).or_insert(index);
        if first != index || self.exact.contains_key(name) {
            log.about(name, ImportProblem::SameName { list, line });
        }
        self.exact.entry(name.to_owned()).or_insert(first);
        first == index
    }

    /// Enters a second name of the entry `index`, under which the file's lessons know it.
    pub fn also(&mut self, name: &str, index: usize) {
        self.exact.insert(name.to_owned(), index);
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
