//! Classes, subjects and other things that a text names by one key.

use std::collections::hash_map::Entry;

use super::{Budget, Nearest};
use crate::input::map::Map;
use crate::input::memo::Memo;

/// Names of one kind of thing: key → id.
#[derive(Debug, Clone)]
pub struct KeyIndex<Id> {
    key_of: fn(&str) -> String,
    ids: Map<String, Id>,
    nearest: Nearest,
    found: Memo<Option<Id>>,
}

impl<Id: Copy> KeyIndex<Id> {
    /// An empty index whose names are compared by `key_of`.
    pub fn new(key_of: fn(&str) -> String) -> Self {
        Self {
            key_of,
            ids: Map::default(),
            nearest: Nearest::default(),
            found: Memo::default(),
        }
    }

    /// Enters a name. Where its key is taken, nothing changes and the one who has it is returned.
    pub fn insert(&mut self, name: &str, id: Id) -> Option<Id> {
        let key = (self.key_of)(name);
        match self.ids.entry(key) {
            Entry::Occupied(taken) => Some(*taken.get()),
            Entry::Vacant(free) => {
                self.nearest.add(free.key().clone(), name);
                free.insert(id);
                self.found.clear();
                None
            }
        }
    }

    /// What the text names.
    pub fn find(&self, text: &str) -> Option<Id> {
        self.found
            .of(text, |text| self.ids.get(&(self.key_of)(text)).copied())
    }

    /// The known name nearest to the text.
    pub fn nearest(&self, text: &str, budget: &mut Budget) -> Option<&str> {
        self.nearest.to(&(self.key_of)(text), budget)
    }
}

#[cfg(test)]
mod tests {
    use super::super::class_key;
    use super::*;

    #[test]
    fn the_first_of_two_equal_names_keeps_the_key() {
        let mut classes = KeyIndex::new(class_key);
        assert_eq!(classes.insert("5А", 0), None);
        assert_eq!(classes.insert("5 «a»", 1), Some(0));
        assert_eq!(classes.find("5-а"), Some(0));
        assert_eq!(classes.find("5Б"), None);
        assert_eq!(classes.nearest("5Б", &mut Budget::default()), Some("5А"));
    }
}
