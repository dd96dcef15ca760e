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
            PersonSet::Few(members) => {
                for person in members {
                    self.0[person.index() / 64] &= !bit(*person);
                }
            }
            PersonSet::Many(words) => {
                for (mine, theirs) in self.0.iter_mut().zip(words) {
                    *mine &= !theirs;
                }
            }
        }
    }

    /// The people, ascending.
    pub fn into_iter(self) -> impl Iterator<Item = PersonId> {
        self.0.into_iter().enumerate().flat_map(|(index, word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let lowest = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                Some(PersonId::new(index * 64 + lowest))
            })
        })
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
