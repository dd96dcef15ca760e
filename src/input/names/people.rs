//! Whom a name means: the full name, or a shorter form that fits exactly one person.

use std::cell::{OnceCell, RefCell};

use crate::domain::PersonId;
use crate::input::map::Map;
use crate::input::memo::Memo;

use super::hand::is_patronymic;
use super::{Budget, Nearest, person_key, person_words};

/// More people than this are not listed where a name fits several.
const MOST_CANDIDATES: usize = 12;

/// Whom a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This person and no other.
    One(PersonId),
    /// Any of these; at most a dozen are listed.
    Several(Vec<PersonId>),
    /// Nobody of the list.
    Nobody,
}

/// One name of a person.
#[derive(Debug, Clone)]
struct Entry {
    name: String,
    person: PersonId,
}

/// Names to suggest, by all words and by surname and initials.
#[derive(Debug, Clone, Default)]
struct Suggestions {
    full: Nearest,
    short: Nearest,
}

/// A list of people by name.
#[derive(Debug, Clone, Default)]
pub struct PeopleIndex {
    entries: Vec<Entry>,
    /// Entries by all words.
    exact: Map<String, Vec<usize>>,
    /// Filled when a short form is looked for: most texts are full names.
    short: RefCell<ShortForms>,
    /// Made when the first suggestion is asked for: most lists never need one.
    suggestions: OnceCell<Suggestions>,
    found: Memo<Found>,
    /// Answers of [`Self::find_loosely`].
    loosely: Memo<Found>,
}

impl PeopleIndex {
    /// Enters a name of the person; one person may have several.
    pub fn insert(&mut self, name: &str, person: PersonId) {
        let known = self.exact.entry(person_key(name)).or_default();
        if known
            .iter()
            .any(|&other| self.entries[other].person == person)
        {
            return;
        }
        known.push(self.entries.len());
        self.suggestions.take();
        self.found.clear();
        self.loosely.clear();
        self.entries.push(Entry {
            name: name.to_owned(),
            person,
        });
    }

    /// Has anybody exactly this full name?
    pub fn knows(&self, name: &str) -> bool {
        self.exact.contains_key(&person_key(name))
    }

    /// People with exactly this full name.
    pub fn exactly(&self, name: &str) -> Found {
        let known = self.exact.get(&person_key(name));
        self.found(known.into_iter().flatten().copied())
    }

    /// Whom the text means: those with exactly this name; else all whose name it can be short for, with the surname
    /// first (`Иванова А.П.`) or last (`А. П. Иванова`). With any other word behind a name (`Иванова А.П. уволена`) the
    /// text means nobody.
    pub fn find(&self, text: &str) -> Found {
        self.found.of(text, |text| {
            let loosely = self.find_loosely(text);
            if self.knows(text) || self.fits_all_closely(&loosely, text) {
                loosely
            } else {
                Found::Nobody
            }
        })
    }

    /// As [`Self::find`], whatever else stands behind the name.
    pub fn find_loosely(&self, text: &str) -> Found {
        self.loosely.of(text, |text| self.found_by(text))
    }

    fn found_by(&self, text: &str) -> Found {
        if let Some(exact) = self.exact.get(&person_key(text)) {
            return self.found(exact.iter().copied());
        }
        self.found(self.fitting(text).into_iter().map(|(entry, _)| entry))
    }

    /// Entries that the text can be short for; and has it no stray words behind?
    fn fitting(&self, text: &str) -> Vec<(usize, bool)> {
        let words = person_words(text);
        let mut surname_last = words.clone();
        surname_last.rotate_right(1.min(words.len()));
        let mut short = self.short.borrow_mut();
        short.learn(&self.entries);
        let mut entries = Vec::new();
        for words in [words, surname_last] {
            for entry in short.fitting(&words) {
                entries.push((entry, fits_closely(&words, &short.words[entry])));
            }
        }
        entries
    }

    /// Has each of the people found a name beyond which the text has no stray words?
    fn fits_all_closely(&self, found: &Found, text: &str) -> bool {
        let people = match found {
            Found::One(person) => std::slice::from_ref(person),
            Found::Several(people) => people.as_slice(),
            Found::Nobody => return true,
        };
        let fitting = self.fitting(text);
        people.iter().all(|person| {
            let mut entries = fitting.iter();
            entries.any(|&(entry, is_close)| is_close && self.entries[entry].person == *person)
        })
    }

    /// The known name nearest to the text.
    pub fn nearest(&self, text: &str, budget: &mut Budget) -> Option<&str> {
        let words = person_words(text);
        let key = words.join(" ");
        let suggestions = self.suggestions.get_or_init(|| self.suggestions());
        if words.iter().skip(1).any(|word| is_initial(word)) {
            suggestions.short.to(&key, budget)
        } else {
            suggestions.full.to(&key, budget)
        }
    }

    fn suggestions(&self) -> Suggestions {
        let mut suggestions = Suggestions::default();
        for entry in &self.entries {
            let words = person_words(&entry.name);
            suggestions.full.add(words.join(" "), &entry.name);
            suggestions.short.add(shortened(&words), &entry.name);
        }
        suggestions
    }

    fn found(&self, entries: impl Iterator<Item = usize>) -> Found {
        let mut people: Vec<PersonId> = Vec::new();
        for entry in entries {
            let person = self.entries[entry].person;
            if !people.contains(&person) {
                people.push(person);
            }
            if people.len() == MOST_CANDIDATES {
                break;
            }
        }
        match people.as_slice() {
            [] => Found::Nobody,
            [one] => Found::One(*one),
            _ => Found::Several(people),
        }
    }
}

/// Entries by the words that a short form has.
#[derive(Debug, Clone, Default)]
struct ShortForms {
    /// The words of each entry that has been learned, in the entries' order.
    words: Vec<Vec<String>>,
    /// Entries by surname and second word.
    by_word: Map<String, Vec<usize>>,
    /// Entries by surname and initial of the second word.
    by_initial: Map<String, Vec<usize>>,
    /// Entries whose second word is itself an initial, by surname and that initial.
    abbreviated: Map<String, Vec<usize>>,
}

impl ShortForms {
    /// Takes in the entries that have come since.
    fn learn(&mut self, entries: &[Entry]) {
        for (entry, Entry { name, .. }) in entries.iter().enumerate().skip(self.words.len()) {
            let words = person_words(name);
            if let [surname, second, ..] = words.as_slice() {
                let initial = pair(surname, &initial_of(second));
                if is_initial(second) {
                    let abbreviated = self.abbreviated.entry(initial.clone());
                    abbreviated.or_default().push(entry);
                }
                self.by_initial.entry(initial).or_default().push(entry);
                let by_word = self.by_word.entry(pair(surname, second));
                by_word.or_default().push(entry);
            }
            self.words.push(words);
        }
    }

    /// Entries that the words, surname first, can be short for.
    fn fitting<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = usize> + 'a {
        let (by_word, by_initial) = match words {
            [surname, second, ..] if is_initial(second) => {
                (None, self.by_initial.get(&pair(surname, second)))
            }
            [surname, second, ..] => (
                self.by_word.get(&pair(surname, second)),
                self.abbreviated.get(&pair(surname, &initial_of(second))),
            ),
            _ => (None, None),
        };
        by_word
            .into_iter()
            .chain(by_initial)
            .flatten()
            .copied()
            .filter(move |&entry| fits(words, &self.words[entry]))
    }
}

/// Can both be forms of one name? Surnames are equal; of the words after it each is equal to, or the initial of, its
/// counterpart; one name may have fewer words, but what stands in brackets (a school, to tell namesakes apart) is never
/// left out.
pub(super) fn fits(words: &[String], name: &[String]) -> bool {
    let shared = words.len().min(name.len());
    let same = |(a, b): (&String, &String)| {
        a == b
            || (is_initial(a) && b.starts_with(a.as_str()))
            || (is_initial(b) && a.starts_with(b.as_str()))
    };
    let mut left_out = words[shared..].iter().chain(&name[shared..]);
    shared > 0
        && words[0] == name[0]
        && words.iter().zip(name).skip(1).all(same)
        && !left_out.any(|word| word.starts_with('('))
}

/// Is the text short for the name, and has no words beyond it but such as a list may leave out: initials, a patronymic?
pub(super) fn fits_closely(words: &[String], name: &[String]) -> bool {
    let is_spare = |word: &String| is_initial(word) || is_patronymic(word);
    fits(words, name) && words.iter().skip(name.len()).all(is_spare)
}

/// A word of one letter.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn initial_of(word: &str) -> String {
    word.chars().take(1).collect()
}

fn pair(surname: &str, second: &str) -> String {
    format!("{surname} {second}")
}

/// The surname and initials.
fn shortened(words: &[String]) -> String {
    let mut short = words.first().cloned().unwrap_or_default();
    for word in words.iter().skip(1) {
        short.push(' ');
        short.extend(word.chars().take(1));
    }
    short
}

/// Has the name initials, with their dots, in place of names (`Иванова А.П.`)?
pub fn has_initials(name: &str) -> bool {
    if !name.contains('.') {
        return false;
    }
    let words = person_words(name);
    words.len() > 1 && words.iter().any(|word| is_initial(word))
}

#[cfg(test)]
mod tests;
