//! `validate`: what was understood of a folder, and everything there is to say about it.

use crate::check::{self, Advice};
use crate::domain::{Role, RoleMap, School};
use crate::input::{self, InputFile, ReadOptions, TableSummary};
use crate::lang::Lang;
use crate::rules;

use super::Complaints;
use super::report::{UncheckedReport, unchecked_reports};

/// What the lists amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Schools.
    pub schools: usize,
    /// People of the lists.
    pub people: usize,
    /// Those who work here.
    pub staff: usize,
    /// Those who stand in `parents`.
    pub parents: usize,
    /// Classes.
    pub classes: usize,
    /// Rows of the schedule.
    pub sittings: usize,
    /// Places of the schedule, by role.
    pub places: RoleMap<usize>,
    /// People who hold each role.
    pub candidates: RoleMap<usize>,
}

/// Everything `validate` shows.
#[derive(Debug, Clone)]
pub struct Validation {
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableSummary>,
    /// Complaints, and the sources that tables and complaints refer to.
    pub complaints: Complaints,
    /// The facts, where the files can be used.
    pub school: Option<School>,
    /// What could be better about the schedule.
    pub advice: Vec<Advice>,
}

/// Reads a folder and says what was understood.
pub fn validate(files: &[InputFile], options: &ReadOptions) -> Validation {
    let reading = input::read(files, options);
    Validation {
        advice: reading
            .school
            .as_ref()
            .map(check::schedule_advice)
            .unwrap_or_default(),
        tables: reading.tables,
        complaints: Complaints {
            list: reading.complaints,
            sources: reading.sources,
        },
        school: reading.school,
    }
}

impl Validation {
    /// What the lists amount to, where they can be used.
    pub fn understood(&self) -> Option<Understood> {
        self.school.as_ref().map(understood)
    }

    /// What no roster of the lists can be checked for, as long as they are what they are.
    pub fn unchecked(&self, lang: Lang) -> Vec<UncheckedReport> {
        let of = |school| unchecked_reports(school, &rules::unchecked(school), lang);
        self.school.as_ref().map(of).unwrap_or_default()
    }
}

fn understood(school: &School) -> Understood {
    let mut places = RoleMap::default();
    let mut candidates = RoleMap::default();
    for role in Role::ALL {
        places[role] = school
            .sittings
            .iter()
            .map(|sitting| sitting.places[role] as usize)
            .sum();
        candidates[role] = school
            .person_ids()
            .filter(|&person| school.is_candidate(person, role))
            .count();
    }
    let people = || school.people.iter();
    Understood {
        schools: school.schools.len(),
        people: school.people.len(),
        staff: people().filter(|person| person.staff.is_some()).count(),
        parents: people().filter(|person| person.parent.is_some()).count(),
        classes: school.classes.len(),
        sittings: school.sittings.len(),
        places,
        candidates,
    }
}
