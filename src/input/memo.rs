//! What a text means, found once: the same texts stand in many cells.

use std::cell::RefCell;

use super::map::Map;

/// Meanings by text, as far as anybody has asked.
#[derive(Debug, Clone)]
pub struct Memo<T> {
    known: RefCell<Map<String, T>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self {
            known: RefCell::default(),
        }
    }
}

impl<T: Clone> Memo<T> {
    /// What the text means: as was found before, else as `find` says.
    pub fn of(&self, text: &str, find: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.known.borrow().get(text) {
            return known.clone();
        }
        let found = find(text);
        let mut known = self.known.borrow_mut();
        known.insert(text.to_owned(), found.clone());
        found
    }

    /// Forgets all: the texts may mean something else now.
    pub fn clear(&mut self) {
        self.known.get_mut().clear();
    }
}
