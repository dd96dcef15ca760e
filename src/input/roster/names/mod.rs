//! What the school's names mean to a roster: people, classes, subjects, sittings.

mod classes;
mod groups;
mod subjects;

#[cfg(test)]
mod tests;

use crate::domain::{ClassId, Date, PersonId, School, SchoolId, Seat, SittingId, SubjectId};
use crate::input::map::Map;
use crate::input::memo::Memo;
use crate::input::names::{
    ClassIndex, HandNames, KeyIndex, Recognised, clean, subject_key, word_key,
};

use super::in_cell::is_nobody;
use super::when::{Calendar, Expect, Said};

pub use classes::ClassRead;
pub use groups::without_group;
pub use subjects::SubjectRead;

/// What the school's names mean.
pub struct Names<'s> {
    pub school: &'s School,
    pub people: HandNames,
    pub classes: Vec<ClassIndex<ClassId>>,
    pub subjects: KeyIndex<SubjectId>,
    pub calendar: Calendar,
    schools: Map<String, SchoolId>,
    /// Sittings of each class and subject, in the schedule's order.
    sittings: Map<(ClassId, SubjectId), Vec<SittingId>>,
    /// Sittings of each class on each day.
    by_day: Map<(Date, ClassId), Vec<SittingId>>,
    seats: Memo<Seat>,
    days: Memo<Said>,
    times: Memo<Said>,
}

impl<'s> Names<'s> {
    /// Of the school.
    pub fn of(school: &'s School) -> Self {
        let mut names = Self {
            school,
            people: people(school),
            classes: vec![ClassIndex::default(); school.schools.len()],
            subjects: KeyIndex::new(subject_key),
            calendar: Calendar::of(school),
            schools: Map::default(),
            sittings: Map::default(),
            by_day: Map::default(),
            seats: Memo::default(),
            days: Memo::default(),
            times: Memo::default(),
        };
        for (index, name) in school.schools.iter().enumerate() {
            names.schools.insert(word_key(name), SchoolId::new(index));
        }
        for (index, class) in school.classes.iter().enumerate() {
            names.classes[class.school.index()].insert(&class.name, ClassId::new(index));
        }
        for (index, subject) in school.subjects.iter().enumerate() {
            names.subjects.insert(&subject.name, SubjectId::new(index));
        }
        for (index, subject) in school.subjects.iter().enumerate() {
            if !subject.short.is_empty() {
                names.subjects.insert(&subject.short, SubjectId::new(index));
            }
        }
        for (alias, subject) in &school.aliases {
            names.subjects.insert(alias, *subject);
        }
        for id in school.sitting_ids() {
            let sitting = school.sitting(id);
            let of_subject = names.sittings.entry((sitting.class, sitting.subject));
            of_subject.or_default().push(id);
            let of_day = names.by_day.entry((sitting.date, sitting.class));
            of_day.or_default().push(id);
        }
        names
    }

    /// Whom a name of a cell means.
    pub fn seat(&self, text: &str) -> Seat {
        if text.is_empty() || is_nobody(text) {
            return Seat::Empty;
        }
        self.seats
            .of(text, |text| match self.people.recognise(text) {
                Recognised::One(person) => Seat::Person(person),
                Recognised::Doubtful(doubt, candidates) => Seat::Ambiguous {
                    text: clean(text),
                    candidates,
                    doubt,
                },
                Recognised::Nobody => Seat::Unknown(clean(text)),
            })
    }

    /// What a cell for the day says.
    pub fn day(&self, text: &str) -> Said {
        self.days
            .of(text, |text| self.calendar.read(text, Expect::Day))
    }

    /// What a cell for lessons or a time says.
    pub fn lesson_or_time(&self, text: &str) -> Said {
        self.times
            .of(text, |text| self.calendar.read(text, Expect::Time))
    }

    /// Sittings of the class and subject on any day, in the schedule's order.
    pub fn sittings_of(&self, class: ClassId, subject: SubjectId) -> &[SittingId] {
        let of_both = self.sittings.get(&(class, subject));
        of_both.map_or(&[], Vec::as_slice)
    }

    /// Sittings of the class on the day, in the schedule's order.
    pub fn sittings_on(&self, date: Date, class: ClassId) -> &[SittingId] {
        self.by_day.get(&(date, class)).map_or(&[], Vec::as_slice)
    }

    /// The school of that name.
    pub fn school_named(&self, text: &str) -> Option<SchoolId> {
        self.schools.get(&word_key(text)).copied()
    }

    /// Classes of that name: of the school named, else of every school.
    pub fn classes_named(&self, class: &str, of_school: &str) -> Vec<ClassId> {
        let school = self.schools.get(&word_key(of_school));
        let indexes = match school {
            Some(school) => std::slice::from_ref(&self.classes[school.index()]),
            None => &self.classes,
        };
        indexes
            .iter()
            .filter_map(|index| index.find(class))
            .collect()
    }
}

/// Everybody by name, a district's namesakes also without the school in brackets, which then fits several; and what was
/// learned.
fn people(school: &School) -> HandNames {
    let mut people = HandNames::default();
    for id in school.person_ids() {
        let name = &school.person(id).name;
        people.insert(name, id);
        if let Some(bare) = without_school(school, id) {
            people.enter(bare, id);
        }
    }
    for (text, person) in &school.learned {
        people.learn(text, *person);
    }
    people
}

fn without_school(school: &School, person: PersonId) -> Option<&str> {
    let name = &school.person(person).name;
    school
        .schools
        .iter()
        .filter(|of_school| !of_school.is_empty())
        .find_map(|of_school| name.strip_suffix(&format!(" ({of_school})")))
}
