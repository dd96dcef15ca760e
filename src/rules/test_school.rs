//! A school told in sentences, for tests: `TestSchool::writing("5А", "Математика").teaches("Физика", "5А").build()`.
//!
//! Facts are about the current person and the current sitting: at first [`TestSchool::PERSON`], a teacher without
//! lessons, and [`TestSchool::SITTING`], on Tuesday 21.04.2026, lesson 2, one proctor, one checker, one observer.

use std::collections::BTreeSet;

use chrono::Weekday;

use crate::domain::{
    Absence, AreaId, Cell, Child, Class, ClassId, Date, GroupId, Homeroom, Lesson, Lessons, Lists,
    Parenthood, Person, PersonId, Pin, PinKind, Policy, Role, RoleMap, RoleSet, RuleCode, School,
    SchoolId, Sitting, SittingId, Source, SourceId, Span, Staff, Subject, SubjectId, Teaching, Tie,
    Waiver,
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

    // ---- schools and subjects

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

    // ---- people

    fn push_person(&mut self, name: &str, staff: Option<Staff>) {
        self.lists.people.push(Person {
            name: name.to_owned(),
            staff,
            parent: None,
            history: RoleMap::default(),
        });
        self.person = PersonId::new(self.lists.people.len() - 1);
    }

    /// A new member of staff, proctor and checker, becomes the current person.
    pub fn staff(mut self, name: &str) -> Self {
        let read_at = self.cell(Table::Staff);
        let staff = Staff {
            school: self.school,
            position: "учитель".to_owned(),
            subjects: Vec::new(),
            subjects_at: read_at,
            roles: RoleSet::of(&[Role::Proctor, Role::Checker]),
            roles_at: read_at,
            checks: Vec::new(),
            checks_at: read_at,
            max_per_day: None,
            max_total: None,
            building: String::new(),
            email: String::new(),
            read_at,
        };
        self.push_person(name, Some(staff));
        self
    }

    /// A new parent with a child in the class becomes the current person.
    pub fn parent(mut self, name: &str, class: &str) -> Self {
        self.push_person(name, None);
        self.has_child_in(class)
    }

    /// The current person has the child, and observes.
    pub fn has_child_in(mut self, class: &str) -> Self {
        let class = self.class(class);
        let read_at = self.cell(Table::Parents);
        self.lists.children.push(Child {
            parent: self.person,
            class,
            read_at,
        });
        let parent = &mut self.lists.people[self.person.index()].parent;
        parent.get_or_insert(Parenthood {
            observer: true,
            dates: None,
            phone: String::new(),
            read_at,
        });
        self
    }

    /// The parent comes on these days of April 2026 only.
    pub fn offers(mut self, days: &[u32]) -> Self {
        let dates: BTreeSet<Date> = days.iter().map(|&day| april(day)).collect();
        let person = &mut self.lists.people[self.person.index()];
        person
            .parent
            .as_mut()
            .expect("the current person is a parent")
            .dates = Some(dates);
        self
    }

    /// The parent does not observe.
    pub fn does_not_observe(mut self) -> Self {
        let person = &mut self.lists.people[self.person.index()];
        person
            .parent
            .as_mut()
            .expect("the current person is a parent")
            .observer = false;
        self
    }

    /// The person at that position of the list becomes the current one.
    pub fn about(mut self, person: usize) -> Self {
        self.person = PersonId::new(person);
        self
    }

    /// The current person works in the current school of the district.
    pub fn works_here(mut self) -> Self {
        self.current_staff().school = self.school;
        self
    }

    /// `staff.subjects`: one more.
    pub fn specialist_in(mut self, subject: &str) -> Self {
        let subject = self.subject(subject);
        self.current_staff().subjects.push(subject);
        self
    }

    /// `staff.checks`: one more.
    pub fn checks(mut self, subject: &str) -> Self {
        let subject = self.subject(subject);
        self.current_staff().checks.push(subject);
        self
    }

    /// `staff.roles`.
    pub fn roles(mut self, roles: &[Role]) -> Self {
        self.current_staff().roles = RoleSet::of(roles);
        self
    }

    /// `staff.max_per_day`.
    pub fn at_most_per_day(mut self, duties: u32) -> Self {
        self.current_staff().max_per_day = Some(duties);
        self
    }

    /// `staff.max_total`.
    pub fn at_most_in_all(mut self, duties: u32) -> Self {
        self.current_staff().max_total = Some(duties);
        self
    }

    /// Load carried over.
    pub fn history(mut self, role: Role, load: u32) -> Self {
        self.lists.people[self.person.index()].history[role] = load;
        self
    }

    fn teaching(&mut self, subject: &str, class: &str, group: Option<&str>, table: Table) {
        let (subject, class) = (self.subject(subject), self.class(class));
        let group = group.map(|name| self.group(name));
        let read_at = self.cell(table);
        self.lists.teaching.push(Teaching {
            person: self.person,
            class,
            subject,
            group,
            specialist: matches!(table, Table::Load),
            read_at,
        });
    }

    /// A row of `load`.
    pub fn teaches(mut self, subject: &str, class: &str) -> Self {
        self.teaching(subject, class, None, Table::Load);
        self
    }

    /// A row of `load` for one group of the class.
    pub fn teaches_group(mut self, subject: &str, class: &str, group: &str) -> Self {
        self.teaching(subject, class, Some(group), Table::Load);
        self
    }

    /// Teaching that only the timetable knows of.
    pub fn stands_in(mut self, subject: &str, class: &str) -> Self {
        self.teaching(subject, class, None, Table::Timetable);
        self
    }

    /// A lesson of the ordinary week (teaching is not implied).
    pub fn lesson(mut self, weekday: Weekday, lesson: u32, subject: &str, class: &str) -> Self {
        let (subject, class) = (self.subject(subject), self.class(class));
        let read_at = self.cell(Table::Timetable);
        self.lists.lessons.push(Lesson {
            weekday,
            span: lessons(&[lesson]),
            class,
            subject,
            person: self.person,
            group: None,
            room: String::new(),
            read_at,
        });
        self
    }

    /// The current person is the class teacher.
    pub fn leads(mut self, class: &str) -> Self {
        let class = self.class(class);
        let read_at = self.cell(Table::Classes);
        self.lists.homerooms.push(Homeroom {
            person: self.person,
            class,
            read_at,
        });
        self
    }

    /// A row of `ties`.
    pub fn tied_to(mut self, class: &str) -> Self {
        let class = self.class(class);
        let read_at = self.cell(Table::Ties);
        self.lists.ties.push(Tie {
            person: self.person,
            class,
            kind: "бабушка".to_owned(),
            read_at,
        });
        self
    }

    /// Away on these days of April 2026; `at` = only in these lessons.
    pub fn absent(mut self, days: (u32, u32), at: Option<&[u32]>) -> Self {
        let read_at = self.cell(Table::Absences);
        self.lists.absences.push(Absence {
            person: self.person,
            from: april(days.0),
            to: april(days.1),
            span: at.map(lessons),
            reason: "болезнь".to_owned(),
            read_at,
        });
        self
    }

    /// A pin of the current person to the current sitting.
    pub fn pin(mut self, role: Role, kind: PinKind) -> Self {
        let read_at = self.cell(Table::Pins);
        self.lists.pins.push(Pin {
            sitting: self.sitting,
            role,
            person: self.person,
            kind,
            read_at,
        });
        self
    }

    /// A waiver of the rule for the current person, everywhere and always.
    pub fn waives(mut self, rule: RuleCode) -> Self {
        let read_at = self.cell(Table::Waivers);
        self.lists.waivers.push(Waiver {
            person: self.person,
            rule,
            class: None,
            subject: None,
            from: None,
            to: None,
            reason: "приказ № 7".to_owned(),
            approved: "директор".to_owned(),
            read_at,
        });
        self
    }

    // ---- the schedule

    /// A new sitting becomes the current one.
    pub fn writes(mut self, class: &str, subject: &str) -> Self {
        let (class, subject) = (self.class(class), self.subject(subject));
        let read_at = self.cell(Table::Schedule);
        self.lists.sittings.push(Sitting {
            date: april(21),
            span: lessons(&[2]),
            class,
            subject,
            group: None,
            room: String::new(),
            pupils: 24,
            places: RoleMap([1, 1, 1, 0]),
            read_at,
        });
        self.sitting = SittingId::new(self.lists.sittings.len() - 1);
        self
    }

    /// Only this group of the class writes.
    pub fn only_group(mut self, group: &str) -> Self {
        let group = self.group(group);
        self.current_sitting().group = Some(group);
        self
    }

    /// The current sitting is on that day of April 2026, in these lessons.
    pub fn at(mut self, day: u32, numbers: &[u32]) -> Self {
        let sitting = self.current_sitting();
        sitting.date = april(day);
        sitting.span = lessons(numbers);
        self
    }

    /// The current sitting is in that room.
    pub fn in_room(mut self, room: &str) -> Self {
        room.clone_into(&mut self.current_sitting().room);
        self
    }

    /// Places of the current sitting.
    pub fn places(mut self, role: Role, places: u32) -> Self {
        self.current_sitting().places[role] = places;
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
