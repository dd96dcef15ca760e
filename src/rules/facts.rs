//! Facts that several rules ask for, each told once with the cells that prove it.

use std::collections::BTreeSet;

use crate::domain::{AreaId, ClassId, PersonId, School, Sitting, Teaching};

use super::Evidence;
use super::scope::LAST_PRIMARY_GRADE;

/// `T(p,*,c)`: the person teaches anything in the class. The sitting's own subject comes first in the proof.
pub fn teaches_class(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let rows = school
        .taught_by(person)
        .iter()
        .filter(|teaching| teaching.class == sitting.class);
    teaching_evidence(sitting, rows)
}

/// `T(p,*,c)` as the checkers' rules see it: with `by_group`, who teaches only another group of the class does not
/// teach the group that writes. Where the class writes undivided, each group's teacher teaches those who write.
pub fn teaches_writers(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let by_group = school.policy.options.by_group;
    let rows = school
        .taught_by(person)
        .iter()
        .filter(|teaching| teaching.class == sitting.class)
        .filter(|teaching| !(by_group && is_other_group(teaching, sitting)));
    teaching_evidence(sitting, rows)
}

/// The teaching is of one group, and a different one writes.
fn is_other_group(teaching: &Teaching, sitting: &Sitting) -> bool {
    match (teaching.group, sitting.group) {
        (Some(taught), Some(writing)) => taught != writing,
        _ => false,
    }
}

/// Teaching as proof, rows in the sitting's subject first.
fn teaching_evidence<'a>(
    sitting: &Sitting,
    rows: impl Iterator<Item = &'a Teaching>,
) -> Option<Evidence> {
    let mut rows: Vec<&Teaching> = rows.collect();
    rows.sort_by_key(|teaching| teaching.subject != sitting.subject);
    Evidence::of_teaching(rows)
}

/// What the person teaches in the area of the sitting's subject, in any class.
pub fn teaching_of_area<'a>(
    school: &'a School,
    person: PersonId,
    sitting: &Sitting,
) -> impl Iterator<Item = &'a Teaching> {
    let area = school.area(sitting.subject);
    school
        .taught_by(person)
        .iter()
        .filter(move |teaching| school.area(teaching.subject) == area)
}

/// `area(s) ∈ spec(p)`: the subject is among `staff.subjects`, or in the area of something the person is set to teach.
pub fn is_specialist(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let area = school.area(sitting.subject);
    let staff = school.person(person).staff.as_ref();
    let listed = staff.and_then(|staff| {
        let subject = staff.subjects.iter().find(|&&s| school.area(s) == area)?;
        Some((*subject, staff.subjects_at))
    });
    let taught: Vec<&Teaching> = teaching_of_area(school, person, sitting)
        .filter(|teaching| teaching.specialist)
        .collect();
    let subject = listed
        .map(|(subject, _)| subject)
        .or(taught.first().map(|teaching| teaching.subject))?;
    let cells = listed
        .map(|(_, cell)| cell)
        .into_iter()
        .chain(taught.iter().map(|teaching| teaching.read_at));
    Evidence::about_subject(subject, cells)
}

/// Least number of areas taught in one class that makes a primary teacher a generalist.
const GENERALIST_AREAS: usize = 4;

/// A teacher of primary school who teaches four or more areas in one class, other than `class`.
pub fn is_generalist_elsewhere(school: &School, person: PersonId, class: ClassId) -> bool {
    let mut areas: BTreeSet<(ClassId, AreaId)> = BTreeSet::new();
    for teaching in school.taught_by(person) {
        if teaching.class != class && is_primary(school, teaching.class) {
            areas.insert((teaching.class, school.area(teaching.subject)));
        }
    }
    let areas: Vec<_> = areas.into_iter().collect();
    areas
        .chunk_by(|a, b| a.0 == b.0)
        .any(|of_class| of_class.len() >= GENERALIST_AREAS)
}

/// Is it a class of primary school (grades 1–4)?
pub fn is_primary(school: &School, class: ClassId) -> bool {
    (1..=LAST_PRIMARY_GRADE).contains(&school.class(class).grade)
}

/// The person is the class teacher of the class that writes.
pub fn is_homeroom(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let rows = school
        .homerooms_of(person)
        .iter()
        .filter(|homeroom| homeroom.class == sitting.class);
    Evidence::about_class(sitting.class, rows.map(|homeroom| homeroom.read_at))
}

/// A child of the person is in the class that writes.
pub fn has_child_in_class(
    school: &School,
    person: PersonId,
    sitting: &Sitting,
) -> Option<Evidence> {
    let rows = school
        .children_of(person)
        .iter()
        .filter(|child| child.class == sitting.class);
    Evidence::about_class(sitting.class, rows.map(|child| child.read_at))
}
