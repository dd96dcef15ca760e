//! The person whose sheets are asked for, by name as people type it.

use thiserror::Error;

use crate::domain::{PersonId, School};
use crate::sheets::{initials, sort_key};

/// More names than these do not help.
const MOST_SHOWN: usize = 5;

/// Nobody, or not one person alone, is called that.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{name}\" is nobody, or not one person alone")]
pub struct PersonNotFound {
    /// The name asked for.
    pub name: String,
    /// Whom it may mean.
    pub candidates: Vec<String>,
}

/// The person of that name: in full, with initials, or a beginning that fits one person alone.
pub fn resolve(school: &School, name: &str) -> Result<PersonId, PersonNotFound> {
    let wanted = key(name);
    let people = |fits: &dyn Fn(&str) -> bool| -> Vec<PersonId> {
        let named = |&person: &PersonId| fits(&school.person(person).name);
        school.person_ids().filter(named).collect()
    };
    let tiers = [
        people(&|full| key(full) == wanted),
        people(&|full| key(&initials(full)) == key(&initials(name))),
        people(&|full| !wanted.is_empty() && key(full).starts_with(&wanted)),
    ];
    let found = tiers.into_iter().find(|people| !people.is_empty());
    match found.unwrap_or_default().as_slice() {
        &[person] => Ok(person),
        several => Err(PersonNotFound {
            name: name.to_owned(),
            candidates: several
                .iter()
                .take(MOST_SHOWN)
                .map(|&person| school.person(person).name.clone())
                .collect(),
        }),
    }
}

/// Case, spaces and `ё` do not matter.
fn key(name: &str) -> String {
    sort_key(name).split_whitespace().collect()
}
