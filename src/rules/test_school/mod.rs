//! A school told in sentences, for tests: `TestSchool::writing("5А", "Математика").teaches("Физика", "5А").build()`.
//!
//! Facts are about the current person and the current sitting: at first [`TestSchool::person`], a teacher without
//! lessons, and [`TestSchool::sitting`], on Tuesday 21.04.2026, lesson 2, one proctor, one checker, one observer.

mod people;
mod schedule;

use crate::domain::{
    Absence, AreaId, Cell, Child, Class, ClassId, Date, Exemption, GroupId, Homeroom, Lesson,
    Lessons, Lists, Parenthood, Person, PersonId, Pin, PinKind, Policy, PostLoads, PostSet, Role,
    RoleMap, RoleSet, RuleCode, School, SchoolId, Sitting, SittingId, Source, SourceId, Span,
    Staff, Subject, SubjectId, Teaching, Tie, Waiver, Weekdays,
};

/// The tables that facts are read from, in the order of their [`SourceId`].
#[derive(Debug, Clone, Copy)]
enum Table {
    Staff,
    Load,
    Classes,
    Parents,
    Schedule,
    Timetable,
    Absences,
    Pins,
    Ties,
    Waivers,
}

const FILES: [&str; 10] = [
    "staff.csv",
    "load.csv",
    "classes.csv",
    "parents.csv",
    "schedule.csv",
    "timetable.csv",
    "absences.csv",
    "pins.csv",
    "ties.csv",
    "waivers.csv",
];

/// The lists under construction.
#[derive(Debug, Clone)]
pub struct TestSchool {
    /// The lists so far, for what no sentence says.
    pub lists: Lists,
    rows: u32,
    person: PersonId,
    sitting: SittingId,
    school: SchoolId,
}

impl TestSchool {
    /// The teacher every school starts with, «Петрова А. И.».
    pub const NAME: &str = "Петрова А. И.";

    /// That teacher.
    pub fn person() -> PersonId {
        PersonId::new(0)
    }

    /// The sitting every school starts with.
    pub fn sitting() -> SittingId {
        SittingId::new(0)
    }

    /// A school where this class writes this subject.
    pub fn writing(class: &str, subject: &str) -> Self {
        let lists = Lists {
            schools: vec!["Школа № 31".to_owned()],
            sources: FILES
                .map(|file| Source {
                    file: file.to_owned(),
                    sheet: None,
                })
                .to_vec(),
            ..Lists::default()
        };
        Self {
            lists,
            rows: 1,
            person: Self::person(),
            sitting: Self::sitting(),
            school: SchoolId::new(0),
        }
        .staff(Self::NAME)
        .writes(class, subject)
    }

    /// The finished school.
    pub fn build(self) -> School {
        School::new(self.lists)
    }

    fn cell(&mut self, table: Table) -> Cell {
        self.rows += 1;
        Cell {
            source: SourceId::new(table as usize),
            row: self.rows,
            column: None,
        }
    }

    /// The class of that name, made on first use: 24 pupils, grade by the name.
    pub fn class(&mut self, name: &str) -> ClassId {
        if let Some(index) = self.lists.classes.iter().position(|c| c.name == name) {
            return ClassId::new(index);
        }
        let read_at = self.cell(Table::Classes);
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        self.lists.classes.push(Class {
            school: self.school,
            name: name.to_owned(),
            grade: digits.parse().unwrap_or(0),
            pupils: 24,
            room: String::new(),
            building: String::new(),
            read_at,
        });
        ClassId::new(self.lists.classes.len() - 1)
    }

    /// The subject of that name, made on first use with an area of its own.
    pub fn subject(&mut self, name: &str) -> SubjectId {
        if let Some(index) = self.lists.subjects.iter().position(|s| s.name == name) {
            return SubjectId::new(index);
        }
        let area = self.area(name);
        self.lists.subjects.push(Subject {
            name: name.to_owned(),
            short: String::new(),
            area,
        });
        SubjectId::new(self.lists.subjects.len() - 1)
    }

    fn area(&mut self, name: &str) -> AreaId {
        let known = self.lists.areas.iter().position(|area| area == name);
        AreaId::new(known.unwrap_or_else(|| {
            self.lists.areas.push(name.to_owned());
            self.lists.areas.len() - 1
        }))
    }

    fn group(&mut self, name: &str) -> GroupId {
        let known = self.lists.groups.iter().position(|group| group == name);
        GroupId::new(known.unwrap_or_else(|| {
            self.lists.groups.push(name.to_owned());
            self.lists.groups.len() - 1
        }))
    }

    fn current_staff(&mut self) -> &mut Staff {
        self.lists.people[self.person.index()]
            .staff
            .as_mut()
            .expect("the current person is staff")
    }

    fn current_sitting(&mut self) -> &mut Sitting {
        &mut self.lists.sittings[self.sitting.index()]
    }

    /// From here on, new classes and staff belong to another school of the district.
    pub fn school(mut self, name: &str) -> Self {
        self.lists.schools.push(name.to_owned());
        self.school = SchoolId::new(self.lists.schools.len() - 1);
        self
    }

    /// The subject belongs to the area.
    pub fn subject_in_area(mut self, subject: &str, area: &str) -> Self {
        let (subject, area) = (self.subject(subject), self.area(area));
        self.lists.subjects[subject.index()].area = area;
        self
    }

    /// Changes the policy.
    pub fn policy(mut self, change: impl FnOnce(&mut Policy)) -> Self {
        change(&mut self.lists.policy);
        self
    }
}

/// A day of April 2026 (the 21st is a Tuesday).
pub fn april(day: u32) -> Date {
    Date::from_ymd_opt(2026, 4, day).expect("a day of April")
}

/// A span of lesson numbers.
pub fn lessons(numbers: &[u32]) -> Span {
    Span {
        lessons: Lessons::of(numbers.iter().copied()),
        clock: Vec::new(),
    }
}
