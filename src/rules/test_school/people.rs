//! Sentences about people: what they teach, lead, hold; whose parents they are; what was decided about them.

use std::collections::BTreeSet;

use chrono::Weekday;

use super::*;
use crate::domain::Share;

impl TestSchool {
    fn push_person(&mut self, name: &str, staff: Option<Staff>) {
        self.lists.people.push(Person {
            name: name.to_owned(),
            staff,
            parent: None,
            history: RoleMap::default(),
            post_history: PostLoads::default(),
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
            posts: PostSet::BY_DEFAULT,
            roles_at: read_at,
            checks: Vec::new(),
            checks_at: read_at,
            max_per_day: None,
            max_per_week: None,
            max_total: None,
            max_works: None,
            share: Share::FULL,
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

    /// `staff.max_per_week`.
    pub fn at_most_per_week(mut self, duties: u32) -> Self {
        self.current_staff().max_per_week = Some(duties);
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
            weekdays: Weekdays::default(),
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
        let exemption = Exemption {
            person: self.person,
            rule,
            class: None,
            subject: None,
            from: None,
            to: None,
            reason: "приказ № 7".to_owned(),
            approved: "директор".to_owned(),
        };
        self.lists.waivers.push(Waiver { exemption, read_at });
        self
    }
}
