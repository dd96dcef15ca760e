//! People as a timetable names them, here with initials, there by surname: each once, under the longest of the names.

use crate::domain::PersonId;
use crate::input::map::Map;
use crate::input::names::{Found, PeopleIndex, has_initials, person_key, person_words};

/// Whom a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Position in [`People::names`].
    One(usize),
    /// One of several.
    Shared,
}

/// Everybody whom the cells name.
#[derive(Debug, Default)]
pub struct People {
    /// The longest name of each, in order of first being named so.
    pub names: Vec<String>,
    index: PeopleIndex,
    named: Map<String, Named>,
}

impl People {
    /// Of all names, in order.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut sorted: Vec<&str> = names.collect();
        // Longer forms first: what a short one means shows in them.
        sorted.sort_by_key(|name| std::cmp::Reverse(length_of(name)));
        let mut people = Self::default();
        for name in sorted {
            people.enter(name);
        }
        people
    }

    /// Whom the name means.
    pub fn find(&self, name: &str) -> Option<Named> {
        self.named.get(&person_key(name)).copied()
    }

    fn enter(&mut self, name: &str) {
        let key = person_key(name);
        if self.named.contains_key(&key) {
            return;
        }
        let named = match self.meant(name) {
            Found::One(person) => Named::One(person.index()),
            Found::Several(_) => Named::Shared,
            Found::Nobody => {
                let position = self.names.len();
                self.names.push(name.to_owned());
                self.index.insert(name, PersonId::new(position));
                Named::One(position)
            }
        };
        self.named.insert(key, named);
    }

    /// Whom of those entered so far the name means; a lone surname is anybody's who has it.
    fn meant(&self, name: &str) -> Found {
        let words = person_words(name);
        let [surname] = words.as_slice() else {
            return self.index.find(name);
        };
        let has_it = |(_, name): &(usize, &String)| person_words(name).contains(surname);
        let mut fitting = self
            .names
            .iter()
            .enumerate()
            .filter(has_it)
            .map(|(at, _)| PersonId::new(at));
        match (fitting.next(), fitting.next()) {
            (None, _) => Found::Nobody,
            (Some(only), None) => Found::One(only),
            (Some(first), Some(second)) => Found::Several(vec![first, second]),
        }
    }
}

/// Full names, then initials, more of them first, then surnames alone.
fn length_of(name: &str) -> (bool, usize) {
    let words = person_words(name);
    (words.len() > 1 && !has_initials(name), words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_one_however_named() {
        let names = [
            "Иванова",
            "Иванова А.П.",
            "А. П. Иванова",
            "Петров И.",
            "Петров Иван Ильич",
            "Котов",
            "Лосева А.",
            "Лосева Б.",
            "Лосева",
            "Зимина Анна Ильинична",
            "Зимина Алла Ивановна",
            "Зимина А.И.",
        ];
        let people = People::of(names.into_iter());
        let name = |text: &str| match people.find(text) {
            Some(Named::One(at)) => people.names[at].as_str(),
            Some(Named::Shared) => "shared",
            None => "nobody",
        };
        for (text, expected) in [
            ("Иванова", "Иванова А.П."),
            ("А. П. Иванова", "Иванова А.П."),
            ("Петров И.", "Петров Иван Ильич"),
            ("Котов", "Котов"),
            ("Лосева Б.", "Лосева Б."),
            ("Лосева", "shared"),
            ("Зимина А.И.", "shared"),
            ("Чужой", "nobody"),
        ] {
            assert_eq!(name(text), expected, "{text}");
        }
    }
}
