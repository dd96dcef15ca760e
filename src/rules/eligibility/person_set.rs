//! Sets of people: a list where few, bits where many.

use crate::domain::PersonId;

/// A set of people of one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonSet {
    /// Ids, ascending.
    Few(Box<[PersonId]>),
    /// One bit a person.
    Many(Box<[u64]>),
}

impl PersonSet {
    /// The set of these people, ascending, out of `people` in all; takes whichever form is smaller.
    pub fn of(members: Vec<PersonId>, people: usize) -> Self {
        let words = people.div_ceil(64);
        if members.len() <= words * 2 {
            return Self::Few(members.into());
        }
        let mut bits = PersonBits::none(people);
        for person in members {
            bits.insert(person);
        }
        Self::Many(bits.0.into())
    }

    /// Is nobody in the set?
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Few(members) if members.is_empty())
    }

    /// Is the person in the set?
    pub fn contains(&self, person: PersonId) -> bool {
        match self {
            Self::Few(members) => members.binary_search(&person).is_ok(),
            Self::Many(words) => words[person.index() / 64] & bit(person) != 0,
        }
    }
}

/// A set of people under construction, one bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonBits(Vec<u64>);

impl PersonBits {
    /// Nobody, out of `people`.
    pub fn none(people: usize) -> Self {
        Self(vec![0; people.div_ceil(64)])
    }

    /// Adds the person.
    pub fn insert(&mut self, person: PersonId) {
        self.0[person.index() / 64] |= bit(person);
    }

    /// Takes the person out.
    pub fn take_out(&mut self, person: PersonId) {
        self.0[person.index() / 64] &= !bit(person);
    }

    /// Adds everybody of the set.
    pub fn add(&mut self, set: &PersonSet) {
        match set {
            PersonSet::Few(members) => members.iter().for_each(|&person| self.insert(person)),
            PersonSet::Many(words) => {
                for (mine, theirs) in self.0.iter_mut().zip(words) {
                    *mine |= theirs;
                }
            }
        }
    }

    /// Takes everybody of the set out.
    pub fn remove(&mut self, set: &PersonSet) {
        match set {
            PersonSet::Few(members) => members.iter().for_each(|&person| self.take_out(person)),
            PersonSet::Many(words) => {
                for (mine, theirs) in self.0.iter_mut().zip(words) {
                    *mine &= !theirs;
                }
            }
        }
    }

    /// The people, ascending.
    pub fn into_iter(self) -> People {
        let left = self.0.iter().map(|word| word.count_ones() as usize).sum();
        People {
            words: self.0,
            at: 0,
            left,
        }
    }
}

/// The people of a set, ascending; known to be so many, so that whoever keeps them makes room once.
#[derive(Debug)]
pub struct People {
    /// Those before `at` are empty.
    words: Vec<u64>,
    at: usize,
    left: usize,
}

impl Iterator for People {
    type Item = PersonId;

    fn next(&mut self) -> Option<PersonId> {
        while let Some(word) = self.words.get_mut(self.at) {
            if *word != 0 {
                let lowest = word.trailing_zeros() as usize;
                *word &= *word - 1;
                self.left -= 1;
                return Some(PersonId::new(self.at * 64 + lowest));
            }
            self.at += 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

/// The person's bit in their word.
fn bit(person: PersonId) -> u64 {
    1 << (person.index() % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(ids: &[usize]) -> Vec<PersonId> {
        ids.iter().map(|&id| PersonId::new(id)).collect()
    }

    #[test]
    fn both_forms_hold_the_same_people() {
        let few = PersonSet::of(people(&[3, 64]), 130);
        let many = PersonSet::of(people(&(60..130).collect::<Vec<_>>()), 130);
        assert!(matches!(few, PersonSet::Few(_)) && matches!(many, PersonSet::Many(_)));
        assert!(few.contains(PersonId::new(64)) && !few.contains(PersonId::new(63)));
        assert!(many.contains(PersonId::new(129)) && !many.contains(PersonId::new(59)));
    }

    #[test]
    fn sets_are_added_and_taken_out() {
        let mut bits = PersonBits::none(130);
        bits.add(&PersonSet::of(people(&(60..130).collect::<Vec<_>>()), 130));
        bits.add(&PersonSet::of(people(&[3]), 130));
        bits.remove(&PersonSet::of(people(&(61..129).collect::<Vec<_>>()), 130));
        bits.remove(&PersonSet::of(people(&[60]), 130));
        assert_eq!(bits.into_iter().collect::<Vec<_>>(), people(&[3, 129]));
    }
}
