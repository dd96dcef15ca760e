//! Lists of names of Untis: classes, teachers and subjects by their short names, to which names in lessons are added.

use std::collections::{BTreeMap, HashMap};

use crate::input::import::draft::{Class, Draft, Subject, Teacher};
use crate::input::import::log::Log;
use crate::input::import::{ImportProblem, List};
use crate::input::names::{NoPerson, class_key, no_person, person_key, subject_key};

use super::UntisProblem;
use super::files::{Files, Listed, Record};

/// The draft's lists, and where in them each short name stands.
#[derive(Debug, Default)]
pub struct Lists {
    /// What becomes of the files.
    pub draft: Draft,
    classes: Short,
    teachers: Short,
    subjects: Short,
}

/// Positions in one of the draft's lists by what lessons call them.
#[derive(Debug, Default)]
struct Short {
    /// By the short name as written.
    exact: HashMap<String, usize>,
    /// By the name as the tables read it later.
    folded: HashMap<String, usize>,
    /// The file had a list.
    is_listed: bool,
}

/// Columns of the lists.
mod columns {
    pub const SHORT: usize = 1;
    pub const LONG: usize = 2;
    pub const CLASS_ROOM: usize = 4;
    pub const CLASS_GRADE: usize = 14;
    pub const CLASS_PUPILS: [usize; 3] = [17, 18, 32];
    pub const CLASS_TEACHER: usize = 30;
    pub const FIRST_NAME: usize = 29;
}

impl Lists {
    /// Reads the lists that there are.
    pub fn of(files: &Files, log: &mut Log) -> Self {
        let mut lists = Self::default();
        if let Some(teachers) = &files.teachers {
            log.turn_to(&teachers.name);
            lists.read_teachers(teachers, log);
        }
        if let Some(subjects) = &files.subjects {
            log.turn_to(&subjects.name);
            lists.read_subjects(subjects, log);
        }
        if let Some(classes) = &files.classes {
            log.turn_to(&classes.name);
            lists.read_classes(classes, log);
        }
        lists
    }

    fn read_teachers(&mut self, file: &Listed, log: &mut Log) {
        self.teachers.is_listed = true;
        let names: Vec<(&str, String)> = file
            .records()
            .map(|record| (record.text(columns::SHORT), full_name(record)))
            .filter(|(short, _)| !short.is_empty())
            .collect();
        let mut called: BTreeMap<String, u32> = BTreeMap::new();
        for (_, full) in &names {
            *called.entry(person_key(full)).or_default() += 1;
        }
        for (short, full) in names {
            let is_shared = called
                .get(&person_key(&full))
                .is_some_and(|&times| times > 1);
            let is_one_person = no_person(&full).is_none();
            let name = match (is_one_person, is_shared) {
                (true, false) => full,
                (true, true) => {
                    log.about(&full, ImportProblem::Untis(UntisProblem::ToldApart));
                    format!("{full} {short}")
                }
                (false, _) => short.to_owned(),
            };
            if no_person(&name) != Some(NoPerson::Nobody) {
                self.teacher(short, &name);
            }
        }
    }

    fn read_subjects(&mut self, file: &Listed, log: &mut Log) {
        self.subjects.is_listed = true;
        for record in file.records() {
            let (short, long) = (record.text(columns::SHORT), record.text(columns::LONG));
            if short.is_empty() {
                continue;
            }
            let name = if long.is_empty() { short } else { long };
            let before = self.draft.subjects.len();
            let position = self.subject(short, name);
            if position < before && self.draft.subjects[position].short != short {
                let (list, line) = (List::Subjects, record.line());
                log.about(name, ImportProblem::SameName { list, line });
            }
        }
    }

    fn read_classes(&mut self, file: &Listed, log: &mut Log) {
        self.classes.is_listed = true;
        for record in file.records() {
            let name = record.text(columns::SHORT);
            if name.is_empty() {
                continue;
            }
            let before = self.draft.classes.len();
            let position = self.class(name);
            if position < before {
                let (list, line) = (List::Classes, record.line());
                log.about(name, ImportProblem::SameName { list, line });
                continue;
            }
            let grade = record.number(columns::CLASS_GRADE);
            let counts = columns::CLASS_PUPILS.map(|column| record.number(column).unwrap_or(0));
            let pupils = counts
                .iter()
                .fold(0, |sum: u32, &count| sum.saturating_add(count));
            let class = &mut self.draft.classes[position];
            class.grade = grade.filter(|grade| (1..=13).contains(grade));
            class.pupils = Some(pupils).filter(|pupils| (1..=999).contains(pupils));
            record.text(columns::CLASS_ROOM).clone_into(&mut class.room);
            let teachers =
                self.teachers_in(record.text(columns::CLASS_TEACHER), record.line(), log);
            if let Some(&first) = teachers.first() {
                self.draft.staff[first].homeroom.push(position);
            }
        }
    }

    /// The classes that a lesson's cell names; those without a list are added.
    pub fn classes_in(&mut self, text: &str, line: u32, log: &mut Log) -> Vec<usize> {
        let names = self.classes.names_in(text);
        let told = |name: &str, log: &mut Log| {
            let (list, line) = (List::Classes, line);
            log.about(
                name,
                ImportProblem::Untis(UntisProblem::NotListed { list, line }),
            );
        };
        names
            .into_iter()
            .map(|name| {
                if self.classes.is_listed && !self.classes.exact.contains_key(name) {
                    told(name, log);
                }
                self.class(name)
            })
            .collect()
    }

    /// The teachers that a lesson's cell names; those without a list are added, marks of nobody are not.
    pub fn teachers_in(&mut self, text: &str, line: u32, log: &mut Log) -> Vec<usize> {
        let names = self.teachers.names_in(text);
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            if let Some(&known) = self.teachers.exact.get(name) {
                found.push(known);
                continue;
            }
            if no_person(name) == Some(NoPerson::Nobody) {
                if name.contains(|letter: char| letter.is_ascii_digit()) {
                    let problem = UntisProblem::NumberForTeacher { line };
                    log.about(name, ImportProblem::Untis(problem));
                }
                continue;
            }
            if self.teachers.is_listed {
                let list = List::Teachers;
                log.about(
                    name,
                    ImportProblem::Untis(UntisProblem::NotListed { list, line }),
                );
            }
            found.push(self.teacher(name, name));
        }
        found
    }

    /// The subject that a lesson's cell names; one without a list is added.
    pub fn subject_in(&mut self, text: &str, line: u32, log: &mut Log) -> Option<usize> {
        if text.is_empty() {
            return None;
        }
        if self.subjects.is_listed && !self.subjects.exact.contains_key(text) {
            let list = List::Subjects;
            log.about(
                text,
                ImportProblem::Untis(UntisProblem::NotListed { list, line }),
            );
        }
        Some(self.subject(text, text))
    }

    fn class(&mut self, name: &str) -> usize {
        let next = self.draft.classes.len();
        let position = self.classes.enter(name, class_key(name), next);
        if position == next {
            self.draft.classes.push(Class {
                name: name.to_owned(),
                ..Class::default()
            });
        }
        position
    }

    fn teacher(&mut self, short: &str, name: &str) -> usize {
        let next = self.draft.staff.len();
        let position = self.teachers.enter(short, person_key(name), next);
        if position == next {
            self.draft.staff.push(Teacher {
                name: name.to_owned(),
                ..Teacher::default()
            });
        }
        position
    }

    fn subject(&mut self, short: &str, name: &str) -> usize {
        let next = self.draft.subjects.len();
        let position = self.subjects.enter(short, subject_key(name), next);
        if position == next {
            self.draft.subjects.push(Subject {
                name: name.to_owned(),
                short: if short == name { "" } else { short }.to_owned(),
            });
        }
        position
    }
}

impl Short {
    /// Where the short name stands, or from now on stands: at `next` where no name reads the same.
    fn enter(&mut self, short: &str, key: String, next: usize) -> usize {
        if let Some(&known) = self.exact.get(short) {
            return known;
        }
        let position = *self.folded.entry(key).or_insert(next);
        self.exact.insert(short.to_owned(), position);
        position
    }

    /// The names in a cell: `5A,5B` and `5A~5B` are two, where the list does not have them as one.
    fn names_in<'t>(&self, text: &'t str) -> Vec<&'t str> {
        if text.is_empty() {
            return Vec::new();
        }
        if self.exact.contains_key(text) {
            return vec![text];
        }
        let by_slash: Vec<&str> = text.split('/').map(str::trim).collect();
        if by_slash.iter().all(|part| self.exact.contains_key(*part)) {
            return by_slash;
        }
        let parts = text.split([',', '~', ';', '|']).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }
}

/// `Surname First`, else what the list has of it, else the short name.
fn full_name(record: Record<'_>) -> String {
    let parts = [record.text(columns::LONG), record.text(columns::FIRST_NAME)];
    let name = parts.join(" ").trim().to_owned();
    if record.text(columns::LONG).is_empty() {
        record.text(columns::SHORT).to_owned()
    } else {
        name
    }
}
