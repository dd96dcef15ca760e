//! A place asked for by date, class, subject and role, and a person by name: read as the cells of a roster are.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::domain::{ClassId, Date, Doubt, PersonId, Role, School, SittingId, SubjectId};
use crate::input::cells::{self, Serials};
use crate::input::names::{Budget, Recognised};

use super::names::Names;

/// What somebody asks for, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ask {
    /// The day.
    pub date: String,
    /// The class.
    pub class: String,
    /// The subject.
    pub subject: String,
    /// The role; all of the sitting where not given.
    pub role: Option<String>,
    /// A person.
    pub person: Option<String>,
}

/// What is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The sittings of that date, class and subject: several where groups write, or schools share the class's name.
    pub sittings: Vec<SittingId>,
    /// The role.
    pub role: Option<Role>,
    /// The person.
    pub person: Option<PersonId>,
}

/// What cannot be understood, with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskProblem {
    /// No date.
    Date(String),
    /// No class of that name; the nearest there is.
    Class(String, Option<String>),
    /// No subject of that name; the nearest there is.
    Subject(String, Option<String>),
    /// No role.
    Role(String),
    /// Nobody of that name; the nearest there is.
    Person(String, Option<String>),
    /// The name fits several people.
    SeveralPeople(String, Vec<String>),
    /// The class does not write the subject on that day; the days on which it does.
    NoSitting(Vec<Date>),
}

/// The day, with its year or without: then that of the schedule.
fn day(school: &School, text: &str) -> Option<Date> {
    if let Ok(date) = cells::date(text, Serials::Refused) {
        return Some(date);
    }
    let wanted = cells::day_and_month(text)?;
    let mut days = school.sittings.iter().map(|sitting| sitting.date);
    let same = |date: &Date| (date.day(), date.month()) == wanted;
    let written = days.clone().find(same);
    written.or_else(|| {
        let year = days.next()?.year();
        Date::from_ymd_opt(year, wanted.1, wanted.0)
    })
}

/// Days on which one of the classes writes the subject, in order.
fn days_of(school: &School, (classes, subject): (&[ClassId], Option<SubjectId>)) -> Vec<Date> {
    let sittings = school.sittings.iter();
    let theirs = sittings
        .filter(|sitting| classes.contains(&sitting.class) && Some(sitting.subject) == subject);
    let days: BTreeSet<Date> = theirs.map(|sitting| sitting.date).collect();
    days.into_iter().collect()
}

/// Finds what is asked for, or says all that cannot be understood.
pub fn find_places(school: &School, ask: &Ask) -> Result<Asked, Vec<AskProblem>> {
    let names = Names::of(school);
    let mut budget = Budget::default();
    let mut problems = Vec::new();
    let date = day(school, &ask.date);
    if date.is_none() {
        problems.push(AskProblem::Date(ask.date.clone()));
    }
    let classes = names.classes_named(&ask.class, "");
    if classes.is_empty() {
        let mut nearest = names.classes.iter();
        let nearest = nearest.find_map(|index| index.nearest(&ask.class, &mut budget));
        problems.push(AskProblem::Class(
            ask.class.clone(),
            nearest.map(str::to_owned),
        ));
    }
    let subject = names.subjects.find(&ask.subject);
    if subject.is_none() {
        let nearest = names.subjects.nearest(&ask.subject, &mut budget);
        problems.push(AskProblem::Subject(
            ask.subject.clone(),
            nearest.map(str::to_owned),
        ));
    }
    let role = ask.role.as_deref().and_then(|text| {
        let role = cells::role(text);
        role.map_err(|_| problems.push(AskProblem::Role(text.to_owned())))
            .ok()
    });
    let person = ask.person.as_deref().and_then(|text| {
        let problem = match names.people.recognise(text) {
            Recognised::One(person) => return Some(person),
            Recognised::Doubtful(Doubt::SeveralFit, people) => AskProblem::SeveralPeople(
                text.to_owned(),
                people
                    .into_iter()
                    .map(|person| school.person(person).name.clone())
                    .collect(),
            ),
            Recognised::Doubtful(Doubt::Misspelt, people) => {
                let nearest = people
                    .first()
                    .map(|&person| school.person(person).name.clone());
                AskProblem::Person(text.to_owned(), nearest)
            }
            Recognised::Nobody => {
                let nearest = names.people.nearest(text, &mut budget);
                AskProblem::Person(text.to_owned(), nearest.map(str::to_owned))
            }
        };
        problems.push(problem);
        None
    });
    let sittings: Vec<SittingId> = school
        .sitting_ids()
        .filter(|&id| {
            let sitting = school.sitting(id);
            date == Some(sitting.date)
                && classes.contains(&sitting.class)
                && subject == Some(sitting.subject)
        })
        .collect();
    if sittings.is_empty() && problems.is_empty() {
        let meant = (&classes[..], subject);
        problems.push(AskProblem::NoSitting(days_of(school, meant)));
    }
    if problems.is_empty() {
        Ok(Asked {
            sittings,
            role,
            person,
        })
    } else {
        Err(problems)
    }
}
