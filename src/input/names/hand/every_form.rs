//! The lists' names in every form that people may write them in, and whom a text means among them.

use std::cell::OnceCell;

use crate::domain::{Doubt, PersonId};
use crate::input::map::Map;

use super::super::people::fits_closely;
use super::super::{Found, PeopleIndex, person_words};
use super::forms::{Bracketed, is_latin, is_patronymic, maiden_forms, rewritten};
use super::slips::Slips;
use super::{Name, Recognised};

/// Every form of the names that were entered.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    /// Names as the lists write them, and forms that they do not write: without brackets, by the maiden name, surname first.
    all: PeopleIndex,
    /// Words of every entry of `all`, with its person.
    entries: Vec<(Vec<String>, PersonId)>,
    /// Entries by surname.
    surnames: Map<String, Vec<usize>>,
    /// Entries by first name and patronymic.
    given: Map<[String; 2], Vec<usize>>,
    /// Everybody's entries.
    of_person: Map<PersonId, Vec<usize>>,
    slips: OnceCell<Slips>,
}

impl Forms {
    /// Of the names, in their order.
    pub fn of(names: &[Name]) -> Self {
        let mut forms = Self::default();
        for Name {
            text,
            person,
            is_listed,
        } in names
        {
            forms.enter(text, *person);
            if *is_listed {
                forms.enter_others(text, *person);
            }
        }
        forms
    }

    /// The other forms of a name as the lists write it.
    fn enter_others(&mut self, name: &str, person: PersonId) {
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

    fn enter(&mut self, name: &str, person: PersonId) {
        let words = person_words(name);
        let Some(surname) = words.first() else {
            return;
        };
        self.all.insert(name, person);
        let entry = self.entries.len();
        self.of_person.entry(person).or_default().push(entry);
        let same = self.surnames.entry(surname.clone()).or_default();
        same.push(entry);
        if let [_, first, patronymic, ..] = words.as_slice()
            && is_patronymic(patronymic)
        {
            let key = [first.clone(), patronymic.clone()];
            self.given.entry(key).or_default().push(entry);
        }
        self.entries.push((words, person));
    }

    fn found<'a>(&self, entries: impl Iterator<Item = &'a usize>) -> Found {
        let mut people = Vec::new();
        for &entry in entries {
            add(&mut people, &Found::One(self.entries[entry].1));
        }
        many(people)
    }
}

/// The names as the lists write them, and all their forms.
#[derive(Debug, Clone, Copy)]
pub struct EveryForm<'a> {
    pub listed: &'a PeopleIndex,
    pub forms: &'a Forms,
}

impl EveryForm<'_> {
    /// The text as it is; else each way to write it better, the mildest first.
    pub fn named(&self, text: &str) -> Found {
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
            [surname] => self.forms.surnames.get(surname),
            [first, patronymic] if is_patronymic(patronymic) => {
                self.forms.given.get(&[first.clone(), patronymic.clone()])
            }
            _ => None,
        };
        let mut people = Vec::new();
        // An exact form that the lists do not write does not outdo a short form that they do.
        add(&mut people, &self.forms.all.find_loosely(text));
        add(&mut people, &self.listed.find_loosely(text));
        if people.is_empty() {
            return self.forms.found(by_word.into_iter().flatten());
        }
        let mut surname_last = words.clone();
        surname_last.rotate_right(1.min(words.len()));
        let is_close = |person: &PersonId| {
            let mut forms = self.forms.of_person[person]
                .iter()
                .map(|&form| &self.forms.entries[form].0);
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
    pub fn beside_bracket(&self, bracket: &Bracketed) -> Found {
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
    pub fn nearly(&self, text: &str) -> Recognised {
        let slips = self
            .forms
            .slips
            .get_or_init(|| Slips::of(&self.forms.entries));
        let tidied = rewritten(text);
        let mut people = Vec::new();
        for form in std::iter::once(text).chain(tidied.iter().map(String::as_str)) {
            for entry in slips.near(
                &person_words(form),
                &self.forms.entries,
                &self.forms.surnames,
            ) {
                let person = self.forms.entries[entry].1;
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
