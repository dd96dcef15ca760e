//! Names as people write them by hand: short, turned round, with a title, a maiden name, or a slip of the pen.
//!
//! A form is taken for somebody's name only where it fits nobody else; what is merely near a name is offered and never
//! taken. It knows names and nothing of where they stand.

mod forms;
mod slips;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::domain::{Doubt, PersonId};

use super::people::fits;
use super::{Budget, Found, PeopleIndex, person_key, person_words};
pub use forms::is_job;
use forms::{Bracketed, bracketed, is_latin, is_patronymic, maiden_forms, rewritten, without_job};
use slips::Slips;

/// Whom a name written by hand means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// This person and no other.
    One(PersonId),
    /// Any of these, or none of them.
    Doubtful(Doubt, Vec<PersonId>),
    /// Nobody of the lists.
    Nobody,
}

/// Everybody's names, and the answers to earlier questions.
#[derive(Debug, Clone, Default)]
pub struct HandNames {
    /// Names as the lists write them.
    listed: PeopleIndex,
    /// The same, and forms that the lists do not write: without brackets, by the maiden name, surname first.
    all: PeopleIndex,
    /// Words of every entry of `all`, with its person.
    entries: Vec<(Vec<String>, PersonId)>,
    /// Entries by surname.
    surnames: HashMap<String, Vec<usize>>,
    /// Entries by first name and patronymic.
    given: HashMap<[String; 2], Vec<usize>>,
    /// Everybody's entries.
    forms: HashMap<PersonId, Vec<usize>>,
    learned: HashMap<String, Option<PersonId>>,
    slips: OnceCell<Slips>,
}

impl HandNames {
    /// Enters a name of the lists.
    pub fn insert(&mut self, name: &str, person: PersonId) {
        self.listed.insert(name, person);
        self.enter(name, person);
        for form in maiden_forms(name) {
            self.enter(&form, person);
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        if let [first @ .., surname] = words.as_slice()
            && !first.is_empty()
            && is_latin(name)
            && !surname.starts_with('(')
        {
            self.enter(&format!("{surname} {}", first.join(" ")), person);
        }
    }

    /// Another form of the person's name, which the lists do not write.
    pub fn enter(&mut self, name: &str, person: PersonId) {
        let words = person_words(name);
        let Some(surname) = words.first() else {
            return;
        };
        self.all.insert(name, person);
        let entry = self.entries.len();
        self.forms.entry(person).or_default().push(entry);
        let same = self.surnames.entry(surname.clone()).or_default();
        same.push(entry);
        if let [_, first, patronymic, ..] = words.as_slice()
            && is_patronymic(patronymic)
        {
            let key = [first.clone(), patronymic.clone()];
            self.given.entry(key).or_default().push(entry);
        }
        self.entries.push((words, person));
        self.slips.take();
    }

    /// Keeps an answer: the text means that person, or nobody of the lists.
    pub fn learn(&mut self, text: &str, person: Option<PersonId>) {
        self.learned.insert(person_key(text), person);
    }

    /// Whom the text means. The full name of a list counts before any answer, an answer before any form.
    pub fn recognise(&self, text: &str) -> Recognised {
        if let Found::One(person) = self.listed.exactly(text) {
            return Recognised::One(person);
        }
        match self.learned.get(&person_key(text)) {
            Some(Some(person)) => return Recognised::One(*person),
            Some(None) => return Recognised::Nobody,
            None => {}
        }
        let text = without_job(text, |name| self.is_name(name)).unwrap_or(text);
        let found = self.named(text);
        if found != Found::Nobody {
            return recognised(found);
        }
        if let Some(bracket) = bracketed(text) {
            let found = self.beside_bracket(&bracket);
            if found != Found::Nobody {
                return recognised(found);
            }
        }
        self.nearly(text)
    }

    /// Is the text, as a whole, a name that the lists know, whoever it is?
    pub fn is_name(&self, text: &str) -> bool {
        self.learned.contains_key(&person_key(text)) || self.named(text) != Found::Nobody
    }

    /// The listed name nearest to the text.
    pub fn nearest(&self, text: &str, budget: &mut Budget) -> Option<&str> {
        self.listed.nearest(text, budget)
    }

    /// The text as it is; else each way to write it better, the mildest first.
    fn named(&self, text: &str) -> Found {
        let plain = self.plainly(text);
        if plain != Found::Nobody {
            return plain;
        }
        let forms = rewritten(text).into_iter().map(|form| self.plainly(&form));
        forms
            .into_iter()
            .find(|found| *found != Found::Nobody)
            .unwrap_or(Found::Nobody)
    }

    fn plainly(&self, text: &str) -> Found {
        let words = person_words(text);
        let by_word = match words.as_slice() {
            [surname] => self.surnames.get(surname),
            [first, patronymic] if is_patronymic(patronymic) => {
                self.given.get(&[first.clone(), patronymic.clone()])
            }
            _ => None,
        };
        let mut people = Vec::new();
        // An exact form that the lists do not write does not outdo a short form that they do.
        add(&mut people, &self.all.find(text));
        add(&mut people, &self.listed.find(text));
        if people.is_empty() {
            return self.found(by_word.into_iter().flatten());
        }
        let mut surname_last = words.clone();
        surname_last.rotate_right(1.min(words.len()));
        let is_close = |person: &PersonId| {
            let mut forms = self.forms[person].iter().map(|&form| &self.entries[form].0);
            forms.any(|name| fits_closely(&words, name) || fits_closely(&surname_last, name))
        };
        // With any other word, the text is no name as a whole.
        if people.iter().all(is_close) {
            many(people)
        } else {
            Found::Nobody
        }
    }

    /// `Иванова (Петрова) А.П.`: either surname; but a bracket that names somebody else makes both possible.
    fn beside_bracket(&self, bracket: &Bracketed) -> Found {
        let mut people = Vec::new();
        for text in [&bracket.without, &bracket.exchanged] {
            add(&mut people, &self.named(text));
        }
        if !people.is_empty() {
            add(&mut people, &self.named(&bracket.within));
        }
        many(people)
    }

    /// People whose names differ from the text by one slip.
    fn nearly(&self, text: &str) -> Recognised {
        let slips = self.slips.get_or_init(|| Slips::of(&self.entries));
        let tidied = rewritten(text);
        let mut people = Vec::new();
        for form in std::iter::once(text).chain(tidied.iter().map(String::as_str)) {
            for entry in slips.near(&person_words(form), &self.entries, &self.surnames) {
                let person = self.entries[entry].1;
                if !people.contains(&person) {
                    people.push(person);
                }
            }
        }
        if people.is_empty() {
            return Recognised::Nobody;
        }
        people.truncate(MOST_CANDIDATES);
        Recognised::Doubtful(Doubt::Misspelt, people)
    }

    fn found<'a>(&self, entries: impl Iterator<Item = &'a usize>) -> Found {
        let mut people = Vec::new();
        for &entry in entries {
            add(&mut people, &Found::One(self.entries[entry].1));
        }
        many(people)
    }
}

/// Is the text short for the name, and has no words beyond it but such as a list may leave out: initials, a patronymic?
fn fits_closely(words: &[String], name: &[String]) -> bool {
    let is_spare = |word: &String| {
        let mut letters = word.chars();
        let is_initial =
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        is_initial || is_patronymic(word)
    };
    fits(words, name) && words.iter().skip(name.len()).all(is_spare)
}

/// More people than this are not listed where a name fits several.
const MOST_CANDIDATES: usize = 12;

fn add(people: &mut Vec<PersonId>, found: &Found) {
    let more = match found {
        Found::One(person) => std::slice::from_ref(person),
        Found::Several(people) => people.as_slice(),
        Found::Nobody => &[],
    };
    for person in more {
        if !people.contains(person) && people.len() < MOST_CANDIDATES {
            people.push(*person);
        }
    }
}

fn many(people: Vec<PersonId>) -> Found {
    match people.as_slice() {
        [] => Found::Nobody,
        [one] => Found::One(*one),
        _ => Found::Several(people),
    }
}

fn recognised(found: Found) -> Recognised {
    match found {
        Found::One(person) => Recognised::One(person),
        Found::Several(people) => Recognised::Doubtful(Doubt::SeveralFit, people),
        Found::Nobody => Recognised::Nobody,
    }
}
