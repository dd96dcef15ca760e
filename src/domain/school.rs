//! The school's lists as facts, each with the cell it was read from, and an index over them.

use std::collections::BTreeSet;
use std::ops::{Deref, Range};

use chrono::{Datelike, Weekday};

use super::{
    AreaId, Cell, ClassId, Date, GroupId, PersonId, Policy, Role, RoleMap, RoleSet, RuleCode,
    SchoolId, SittingId, Source, Span, SubjectId,
};

/// Somebody of the lists: staff, parent, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name as written, unique in the folder (in a district, namesakes carry their school in brackets).
    pub name: String,
    /// Set for those who work here.
    pub staff: Option<Staff>,
    /// Set for those who stand in `parents`.
    pub parent: Option<Parenthood>,
    /// Load carried over per role: duties; works for a checker.
    pub history: RoleMap<u32>,
}

/// A row of `staff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Where the person works.
    pub school: SchoolId,
    /// Job title.
    pub position: String,
    /// Subjects the person is a specialist in.
    pub subjects: Vec<SubjectId>,
    /// Cell of `subjects`.
    pub subjects_at: Cell,
    /// Roles the person may hold: proctor, checker, assistant.
    pub roles: RoleSet,
    /// Cell of `roles`.
    pub roles_at: Cell,
    /// Subjects the person is qualified to check; empty = `subjects`.
    pub checks: Vec<SubjectId>,
    /// Cell of `checks`.
    pub checks_at: Cell,
    /// Most time-bound duties on one day.
    pub max_per_day: Option<u32>,
    /// Most time-bound duties in all.
    pub max_total: Option<u32>,
    /// Building.
    pub building: String,
    /// E-mail address.
    pub email: String,
    /// The row.
    pub read_at: Cell,
}

/// What `parents` says of a person over all their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parenthood {
    /// Ready to observe: no row says no.
    pub observer: bool,
    /// Days offered over all rows; `None` = any.
    pub dates: Option<BTreeSet<Date>>,
    /// Telephone.
    pub phone: String,
    /// First row of the person, at the cell that decides (`observer` or `dates`) where one does.
    pub read_at: Cell,
}

/// A row of `classes`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// The school it belongs to.
    pub school: SchoolId,
    /// Name as written (`5А`).
    pub name: String,
    /// Year of study.
    pub grade: u32,
    /// Number of pupils, 0 where not given.
    pub pupils: u32,
    /// Home room.
    pub room: String,
    /// Building.
    pub building: String,
    /// The row.
    pub read_at: Cell,
}

/// A row of `subjects`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Full name.
    pub name: String,
    /// Short name, or empty.
    pub short: String,
    /// Its specialism.
    pub area: AreaId,
}

/// `T(p,s,c)`: a person teaches a subject in a class (in one group of it, where `group` is set).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teaching {
    /// Who teaches.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The group, where the class is split.
    pub group: Option<GroupId>,
    /// Makes the person a specialist (`load`, or what stands in for it); a mere `timetable` row beside a `load` does not.
    pub specialist: bool,
    /// The row that says so.
    pub read_at: Cell,
}

/// A person is the class teacher of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Homeroom {
    /// The class teacher.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// The cell that says so, in `staff` or `classes`.
    pub read_at: Cell,
}

/// A person has a child in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Child {
    /// The parent.
    pub parent: PersonId,
    /// The child's class.
    pub class: ClassId,
    /// Row of `parents`.
    pub read_at: Cell,
}

/// A personal interest in a class beyond the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Who.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// Kind of tie, free text.
    pub kind: String,
    /// Row of `ties`.
    pub read_at: Cell,
}

/// A lesson of the ordinary week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Day of the week.
    pub weekday: Weekday,
    /// When.
    pub span: Span,
    /// The class taught.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The teacher.
    pub person: PersonId,
    /// The group, where the class is split.
    pub group: Option<GroupId>,
    /// Room.
    pub room: String,
    /// Row of `timetable`.
    pub read_at: Cell,
}

/// A person is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub person: PersonId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Only at this time of each day; `None` = all day.
    pub span: Option<Span>,
    /// Why, free text.
    pub reason: String,
    /// Row of `absences`.
    pub read_at: Cell,
}

/// What a pin decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PinKind {
    /// The person takes a place of the sitting.
    Must,
    /// The person never does.
    Never,
}

/// A decision by hand about one person and one role. A pin that fits several sittings (groups) is one entry each;
/// `Must` always names exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pin {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who.
    pub person: PersonId,
    /// Must or never.
    pub kind: PinKind,
    /// Row of `pins`.
    pub read_at: Cell,
}

/// An exception granted in writing: where it matches, `forbid` becomes `avoid`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// For whom.
    pub person: PersonId,
    /// From which rule.
    pub rule: RuleCode,
    /// Only in this class.
    pub class: Option<ClassId>,
    /// Only in this subject.
    pub subject: Option<SubjectId>,
    /// Not before.
    pub from: Option<Date>,
    /// Not after.
    pub to: Option<Date>,
    /// The reason given.
    pub reason: String,
    /// Who approved.
    pub approved: String,
    /// Row of `waivers`.
    pub read_at: Cell,
}

impl Waiver {
    /// Does it cover the person, the rule and the sitting?
    pub fn covers(&self, person: PersonId, rule: RuleCode, sitting: &Sitting) -> bool {
        self.person == person
            && self.rule == rule
            && self.class.is_none_or(|class| class == sitting.class)
            && self
                .subject
                .is_none_or(|subject| subject == sitting.subject)
            && self.from.is_none_or(|from| from <= sitting.date)
            && self.to.is_none_or(|to| sitting.date <= to)
    }
}

/// A row of the schedule: a class writes a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Day.
    pub date: Date,
    /// Time of the day.
    pub span: Span,
    /// The class that writes.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The group, where only one writes.
    pub group: Option<GroupId>,
    /// Room (the cell, else the class's).
    pub room: String,
    /// Number of pupils (the cell, else the class's, else 0).
    pub pupils: u32,
    /// Places per role.
    pub places: RoleMap<u32>,
    /// Row of `schedule`.
    pub read_at: Cell,
}

impl Sitting {
    /// Works of one checker: pupils divided by checker places, rounded up.
    pub fn works(&self) -> u32 {
        self.pupils.div_ceil(self.places[Role::Checker].max(1))
    }

    /// What one duty of the role adds to a person's load: 1, or the works of a checker.
    pub fn load(&self, role: Role) -> u32 {
        if role == Role::Checker {
            self.works()
        } else {
            1
        }
    }
}

/// Everything the tables say, in the order of the files. Ids are positions in these lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// The school's decisions.
    pub policy: Policy,
    /// Files and sheets that cells refer to.
    pub sources: Vec<Source>,
    /// Names of the schools: one, or those of a district.
    pub schools: Vec<String>,
    /// People.
    pub people: Vec<Person>,
    /// Classes.
    pub classes: Vec<Class>,
    /// Subjects.
    pub subjects: Vec<Subject>,
    /// Other spellings of subjects (column `aliases`), for rosters made by hand.
    pub aliases: Vec<(String, SubjectId)>,
    /// Whom names as typed in rosters mean, as people have answered; `None`: nobody of the lists.
    pub learned: Vec<(String, Option<PersonId>)>,
    /// Names of the specialisms.
    pub areas: Vec<String>,
    /// Names of teaching groups.
    pub groups: Vec<String>,
    /// The schedule.
    pub sittings: Vec<Sitting>,
    /// Who teaches what where.
    pub teaching: Vec<Teaching>,
    /// Class teachers.
    pub homerooms: Vec<Homeroom>,
    /// Children.
    pub children: Vec<Child>,
    /// Personal ties.
    pub ties: Vec<Tie>,
    /// The ordinary week; empty without `timetable`.
    pub lessons: Vec<Lesson>,
    /// Absences.
    pub absences: Vec<Absence>,
    /// Pins.
    pub pins: Vec<Pin>,
    /// Written exceptions.
    pub waivers: Vec<Waiver>,
}

/// Items of a list that belong to each of `len` owners, contiguous per owner.
#[derive(Debug, Clone, Default)]
struct ByOwner {
    starts: Vec<u32>,
}

impl ByOwner {
    /// Sorts `items` by owner (stable) and remembers where each owner's items start.
    fn sort<T>(items: &mut [T], owners: usize, owner: impl Fn(&T) -> usize) -> Self {
        items.sort_by_key(&owner);
        let mut starts = vec![0; owners + 1];
        for item in items.iter() {
            starts[owner(item) + 1] += 1;
        }
        for index in 0..owners {
            starts[index + 1] += starts[index];
        }
        Self { starts }
    }

    fn range(&self, owner: usize) -> Range<usize> {
        self.starts[owner] as usize..self.starts[owner + 1] as usize
    }
}

/// The lists with an index: the facts every later stage asks for.
///
/// Facts that belong to a person (teaching, children, lessons, …) are reordered by person, stably.
#[derive(Debug, Clone)]
pub struct School {
    lists: Lists,
    teaching: ByOwner,
    homerooms: ByOwner,
    children: ByOwner,
    ties: ByOwner,
    lessons: ByOwner,
    absences: ByOwner,
    waivers: ByOwner,
    sittings_of_class: Vec<Vec<SittingId>>,
}

impl Deref for School {
    type Target = Lists;
    fn deref(&self) -> &Lists {
        &self.lists
    }
}

impl School {
    /// Indexes the lists.
    ///
    /// # Panics
    /// Where an id points outside its list: input builds lists whose ids it has handed out itself.
    pub fn new(mut lists: Lists) -> Self {
        let people = lists.people.len();
        let teaching = ByOwner::sort(&mut lists.teaching, people, |teaching| {
            teaching.person.index()
        });
        let homerooms = ByOwner::sort(&mut lists.homerooms, people, |homeroom| {
            homeroom.person.index()
        });
        let children = ByOwner::sort(&mut lists.children, people, |child| child.parent.index());
        let ties = ByOwner::sort(&mut lists.ties, people, |tie| tie.person.index());
        let lessons = ByOwner::sort(&mut lists.lessons, people, |lesson| lesson.person.index());
        let absences = ByOwner::sort(&mut lists.absences, people, |absence| {
            absence.person.index()
        });
        let waivers = ByOwner::sort(&mut lists.waivers, people, |waiver| waiver.person.index());
        let mut sittings_of_class = vec![Vec::new(); lists.classes.len()];
        for (index, sitting) in lists.sittings.iter().enumerate() {
            sittings_of_class[sitting.class.index()].push(SittingId::new(index));
        }
        Self {
            lists,
            teaching,
            homerooms,
            children,
            ties,
            lessons,
            absences,
            waivers,
            sittings_of_class,
        }
    }

    /// The lists themselves, in their indexed order.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The person.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.lists.people[id.index()]
    }

    /// The class.
    pub fn class(&self, id: ClassId) -> &Class {
        &self.lists.classes[id.index()]
    }

    /// The subject.
    pub fn subject(&self, id: SubjectId) -> &Subject {
        &self.lists.subjects[id.index()]
    }

    /// The sitting.
    pub fn sitting(&self, id: SittingId) -> &Sitting {
        &self.lists.sittings[id.index()]
    }

    /// Every person's id.
    pub fn person_ids(&self) -> impl Iterator<Item = PersonId> + use<> {
        (0..self.lists.people.len()).map(PersonId::new)
    }

    /// Every sitting's id.
    pub fn sitting_ids(&self) -> impl Iterator<Item = SittingId> + use<> {
        (0..self.lists.sittings.len()).map(SittingId::new)
    }

    /// Several schools in one folder?
    pub fn is_district(&self) -> bool {
        self.lists.schools.len() > 1
    }

    /// `area(s)`: the specialism of a subject.
    pub fn area(&self, subject: SubjectId) -> AreaId {
        self.subject(subject).area
    }

    /// `T(p,·,·)`: all the person teaches.
    pub fn taught_by(&self, person: PersonId) -> &[Teaching] {
        &self.lists.teaching[self.teaching.range(person.index())]
    }

    /// Classes the person is the class teacher of.
    pub fn homerooms_of(&self, person: PersonId) -> &[Homeroom] {
        &self.lists.homerooms[self.homerooms.range(person.index())]
    }

    /// The person's children.
    pub fn children_of(&self, person: PersonId) -> &[Child] {
        &self.lists.children[self.children.range(person.index())]
    }

    /// The person's ties.
    pub fn ties_of(&self, person: PersonId) -> &[Tie] {
        &self.lists.ties[self.ties.range(person.index())]
    }

    /// The person's lessons in the ordinary week.
    pub fn lessons_of(&self, person: PersonId) -> &[Lesson] {
        &self.lists.lessons[self.lessons.range(person.index())]
    }

    /// The person's absences.
    pub fn absences_of(&self, person: PersonId) -> &[Absence] {
        &self.lists.absences[self.absences.range(person.index())]
    }

    /// Exceptions granted to the person.
    pub fn waivers_of(&self, person: PersonId) -> &[Waiver] {
        &self.lists.waivers[self.waivers.range(person.index())]
    }

    /// Sittings of a class, in the schedule's order.
    pub fn sittings_of_class(&self, class: ClassId) -> &[SittingId] {
        &self.sittings_of_class[class.index()]
    }

    /// School of the class that writes.
    pub fn school_of(&self, sitting: &Sitting) -> SchoolId {
        self.class(sitting.class).school
    }

    /// Works in the school whose class writes?
    pub fn works_at(&self, person: PersonId, school: SchoolId) -> bool {
        self.person(person)
            .staff
            .as_ref()
            .is_some_and(|staff| staff.school == school)
    }

    /// Holds the role at the sitting: staff by `roles` (outside their own school as checkers only), parents with
    /// `observer` = yes in the school of a child.
    pub fn holds_role(&self, person: PersonId, role: Role, sitting: &Sitting) -> bool {
        let school = self.school_of(sitting);
        if role == Role::Observer {
            return self
                .person(person)
                .parent
                .as_ref()
                .is_some_and(|parent| parent.observer)
                && self
                    .children_of(person)
                    .iter()
                    .any(|child| self.class(child.class).school == school);
        }
        let Some(staff) = &self.person(person).staff else {
            return false;
        };
        staff.roles.contains(role) && (role == Role::Checker || staff.school == school)
    }

    /// Holds the role anywhere: counted by fairness (level 4 of the objective).
    pub fn is_candidate(&self, person: PersonId, role: Role) -> bool {
        let person = self.person(person);
        match role {
            Role::Observer => person.parent.as_ref().is_some_and(|parent| parent.observer),
            _ => person
                .staff
                .as_ref()
                .is_some_and(|staff| staff.roles.contains(role)),
        }
    }

    /// Own lessons (rows of `timetable`) that a time-bound duty at the sitting costs the person: those that overlap it,
    /// except where the lesson's class (group) is itself writing then.
    pub fn lessons_lost(
        &self,
        person: PersonId,
        sitting: &Sitting,
    ) -> impl Iterator<Item = &Lesson> {
        let weekday = sitting.date.weekday();
        self.lessons_of(person)
            .iter()
            .filter(move |lesson| lesson.weekday == weekday && lesson.span.overlaps(&sitting.span))
            .filter(move |lesson| !self.writes_during(lesson, sitting.date))
    }

    /// Does the lesson's class (group) write during the lesson on that day?
    fn writes_during(&self, lesson: &Lesson, date: Date) -> bool {
        self.sittings_of_class(lesson.class).iter().any(|&id| {
            let sitting = self.sitting(id);
            let same_group =
                lesson.group.is_none() || sitting.group.is_none() || lesson.group == sitting.group;
            sitting.date == date && same_group && sitting.span.overlaps(&lesson.span)
        })
    }
}
