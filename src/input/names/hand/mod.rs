//! Names as people write them by hand: short, turned round, with a title, a maiden name, or a slip of the pen.
//!
//! A form is taken for somebody's name only where it fits nobody else; what is merely near a name is offered and never
//! taken. It knows names and nothing of where they stand.

mod every_form;
mod forms;
mod slips;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;

use crate::domain::{Doubt, PersonId};
use crate::input::map::Map;

use super::{Budget, Found, PeopleIndex, person_key};
use every_form::{EveryForm, Forms};
use forms::{bracketed, without_job, without_remark};

pub(super) use forms::is_patronymic;
pub use forms::{
    halves_of_surname, is_aside_word, is_job, maiden_forms, titles_clash, without_asides,
    without_front, without_list_number,
};

/// Ends the word, however it is typed, as patronymics do?
pub fn is_patronymic_word(word: &str) -> bool {
    is_patronymic(&person_key(word))
}

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
    /// All names in the order in which they were entered.
    names: Vec<Name>,
    learned: Map<String, Option<PersonId>>,
    /// Made when a text is not a name as the lists write it: those that a program wrote all are.
    forms: OnceCell<Forms>,
}

/// A name that was entered.
#[derive(Debug, Clone)]
struct Name {
    text: String,
    person: PersonId,
    is_listed: bool,
}

impl HandNames {
    /// Enters a name of the lists.
    pub fn insert(&mut self, name: &str, person: PersonId) {
        self.listed.insert(name, person);
        self.add(name, person, true);
    }

    /// Another form of the person's name, which the lists do not write.
    pub fn enter(&mut self, name: &str, person: PersonId) {
        self.add(name, person, false);
    }

    fn add(&mut self, name: &str, person: PersonId, is_listed: bool) {
        self.forms.take();
        self.names.push(Name {
            text: name.to_owned(),
            person,
            is_listed,
        });
    }

    /// Keeps an answer: the text means that person, or nobody of the lists.
    pub fn learn(&mut self, text: &str, person: Option<PersonId>) {
        self.learned.insert(person_key(text), person);
    }

    /// Whom the text means. The full name of a list counts before any answer, an answer before any form.
    pub fn recognise(&self, text: &str) -> Recognised {
        match self.recognise_untitled(text) {
            // Mrs Taylor is not the Mr Taylor of the list.
            Recognised::One(person) if self.has_other_title(person, text) => Recognised::Nobody,
            recognised => recognised,
        }
    }

    fn has_other_title(&self, person: PersonId, text: &str) -> bool {
        let mut names = self.names.iter();
        names.any(|name| name.person == person && titles_clash(&name.text, text))
    }

    /// As [`Self::recognise`], whatever title stands before the name.
    fn recognise_untitled(&self, text: &str) -> Recognised {
        if let Found::One(person) = self.listed.exactly(text) {
            return Recognised::One(person);
        }
        match self.learned.get(&person_key(text)) {
            Some(Some(person)) => return Recognised::One(*person),
            Some(None) => return Recognised::Nobody,
            None => {}
        }
        let names = self.every_form();
        let is_name = |name: &str| {
            let outside = name.split('(').next().unwrap_or_default().trim();
            self.is_name(name) || (!outside.is_empty() && self.is_name(outside))
        };
        let text = without_job(text, is_name).unwrap_or(text);
        // The position's own end is cut off together with the bracket's.
        let text = match text.split_once('(') {
            Some((outside, within)) if !within.contains(')') => outside.trim(),
            _ => text,
        };
        let mut found = names.named(text);
        if found == Found::Nobody
            && let Some(name) = without_remark(text)
        {
            found = names.named(name);
        }
        if found != Found::Nobody {
            return recognised(found);
        }
        if let Some(bracket) = bracketed(text) {
            let found = names.beside_bracket(&bracket);
            if found != Found::Nobody {
                return recognised(found);
            }
        }
        names.nearly(text)
    }

    /// Is the text, as a whole, a name that the lists know, whoever it is?
    pub fn is_name(&self, text: &str) -> bool {
        self.listed.knows(text)
            || self.learned.contains_key(&person_key(text))
            || self.every_form().named(text) != Found::Nobody
    }

    /// The listed name nearest to the text.
    pub fn nearest(&self, text: &str, budget: &mut Budget) -> Option<&str> {
        self.listed.nearest(text, budget)
    }

    /// The names in every form.
    fn every_form(&self) -> EveryForm<'_> {
        EveryForm {
            listed: &self.listed,
            forms: self.forms.get_or_init(|| Forms::of(&self.names)),
        }
    }
}

fn recognised(found: Found) -> Recognised {
    match found {
        Found::One(person) => Recognised::One(person),
        Found::Several(people) => Recognised::Doubtful(Doubt::SeveralFit, people),
        Found::Nobody => Recognised::Nobody,
    }
}
