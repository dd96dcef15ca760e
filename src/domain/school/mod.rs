//! The school's lists as facts, each with the cell it was read from, and an index over them.

mod by_owner;
mod decisions;
mod lists;
mod people;
mod procedure;
mod sitting;
mod teaching;

use std::ops::Deref;

use chrono::Datelike;

use super::share::square_weights;
use super::{AreaId, ClassId, Date, Holders, PersonId, Role, SchoolId, SittingId, Spot, SubjectId};
use by_owner::ByOwner;

pub use decisions::{Exemption, Pin, PinKind, Waiver};
pub use lists::Lists;
pub use people::{Absence, Child, Cleared, Parenthood, Person, Staff, Tie};
pub use procedure::{Camera, Commission, Procedure, Ring, Room};
pub use sitting::Sitting;
pub use teaching::{Class, Homeroom, Lesson, Subject, Teaching};

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
    square_weights: Vec<u32>,
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
        // Input refuses lists whose weights cannot be counted.
        let square_weights = square_weights(&lists).unwrap_or_else(|| vec![1; lists.people.len()]);
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
            square_weights,
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

    /// Every role at every sitting.
    pub fn spots(&self) -> impl Iterator<Item = Spot> + use<> {
        self.sitting_ids()
            .flat_map(|id| Role::ALL.map(|role| (id, role)))
    }

    /// Duties that pins decide, each as place and person.
    pub fn musts(&self) -> impl Iterator<Item = (Spot, PersonId)> + '_ {
        let musts = self.pins.iter().filter(|pin| pin.kind == PinKind::Must);
        musts.map(|pin| ((pin.sitting, pin.role), pin.person))
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

    /// The person's limit of works, their own before the policy's.
    pub fn works_limit(&self, person: PersonId) -> Option<u32> {
        let staff = self.person(person).staff.as_ref();
        staff
            .and_then(|staff| staff.max_works)
            .or(self.policy.limits.works)
    }

    /// What the square of the person's load weighs at level 4: part-time posts weigh more. Observers serve as parents, all
    /// alike.
    pub fn square_weight(&self, person: PersonId, role: Role) -> u32 {
        if role.is_of_parents() {
            1
        } else {
            self.square_weights[person.index()]
        }
    }

    /// Is there a limit on the works of the person, in all or of a day?
    pub fn limits_works(&self, person: PersonId) -> bool {
        self.works_limit(person).is_some() || self.policy.limits.works_a_day.is_some()
    }

    /// Was a hint about the person and the class looked into?
    pub fn is_cleared(&self, person: PersonId, class: ClassId) -> bool {
        let mut cleared = self.cleared.iter();
        cleared.any(|it| (it.person, it.class) == (person, class))
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
        self.is_candidate(person, role)
            && match role.card().holders {
                Holders::OwnStaff => self.works_at(person, school),
                Holders::AnyStaff => true,
                Holders::Parents => self.has_child_in(person, school),
            }
    }

    /// Holds the role anywhere: counted by fairness (level 4 of the objective).
    pub fn is_candidate(&self, person: PersonId, role: Role) -> bool {
        let person = self.person(person);
        if role.is_of_parents() {
            person.parent.as_ref().is_some_and(|parent| parent.observer)
        } else {
            let staff = person.staff.as_ref();
            staff.is_some_and(|staff| staff.roles.contains(role))
        }
    }

    /// Goes a child of the person to that school?
    pub fn has_child_in(&self, person: PersonId, school: SchoolId) -> bool {
        let mut children = self.children_of(person).iter();
        children.any(|child| self.class(child.class).school == school)
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

    /// Own lessons that the person holds on the day: those whose class (group) writes meanwhile are not among them.
    pub fn lessons_held(&self, person: PersonId, date: Date) -> impl Iterator<Item = &Lesson> {
        self.lessons_of(person)
            .iter()
            .filter(move |lesson| lesson.weekday == date.weekday())
            .filter(move |lesson| !self.writes_during(lesson, date))
    }

    /// How many lessons a duty costs the person: nothing in roles that keep nobody from lessons.
    pub fn lessons_missed(&self, person: PersonId, (sitting, role): Spot) -> usize {
        if role.misses_lessons() {
            self.lessons_lost(person, self.sitting(sitting)).count()
        } else {
            0
        }
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
