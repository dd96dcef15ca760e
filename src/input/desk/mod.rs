//! Where the tables' facts come together: the lists so far, what names mean, and the complaints.
//!
//! It knows names and cells; what the columns of a table mean is the table's own business.

mod reader;
mod spans;

use std::rc::Rc;

use chrono::Weekday;

use crate::domain::{
    AreaId, Cell, ClassId, Date, GroupId, Lessons, Lists, Person, PersonId, PostLoads, RoleMap,
    SchoolId, SittingId, Subject, SubjectId,
};
use crate::input::map::Map;

use super::cells::Parsed;
use super::complaint::Complaints;
use super::memo::Memo;
use super::names::{ClassIndex, KeyIndex, PeopleIndex, clean, group_key, person_key, subject_key};
use super::tables::Bells;

pub use reader::Reader;

/// What is known of the whole folder.
#[derive(Debug, Default)]
pub struct Folder {
    /// The facts so far.
    pub lists: Lists,
    /// The complaints so far.
    pub complaints: Complaints,
    /// Everybody of every school, for names that the own school does not know.
    pub everybody: PeopleIndex,
    /// The school each person was first read in.
    homes: Vec<SchoolId>,
    subjects: Map<String, SubjectId>,
    /// The area each subject was given, if any.
    areas: Vec<Option<String>>,
    group_keys: Memo<Rc<str>>,
    groups: Map<(ClassId, Rc<str>), GroupId>,
    /// What cells of lessons and weekdays say: a timetable has the same in thousands of rows.
    lessons: Memo<Parsed<Lessons>>,
    weekdays: Memo<Parsed<Weekday>>,
}

/// What is known of one school.
#[derive(Debug)]
pub struct SchoolFacts {
    /// The school.
    pub id: SchoolId,
    /// Its staff by name.
    pub staff: PeopleIndex,
    /// Its staff and parents by name.
    pub people: PeopleIndex,
    /// Its staff by the maiden names in brackets behind theirs.
    pub maiden_names: PeopleIndex,
    /// Whom each name in `parents` means, by key.
    pub parents: Map<String, PersonId>,
    /// Its classes by name.
    pub classes: ClassIndex<ClassId>,
    /// Subjects by full name, short name and alias, as this school uses them.
    pub subjects: KeyIndex<SubjectId>,
    /// Lists that can be relied on to be there: a name missing from another is no complaint.
    pub readable: Readable,
    /// Is there a table of subjects? Without it, every text is a subject.
    pub has_subjects: bool,
    /// The year of all dates of the schedule that have one, where that is one year.
    pub year: Option<i32>,
    /// It has been said that a date has no year.
    pub year_is_told: bool,
    /// Is there a table of load?
    pub has_load: bool,
    /// Places by default, where `subjects` says.
    pub places: Map<SubjectId, RoleMap<Option<u32>>>,
    /// The shift of each class that has one.
    pub shifts: Map<ClassId, String>,
    /// Times of the lessons, where there is such a table.
    pub bells: Option<Bells>,
    /// Classes of each member of staff (column `classes`), for a school without `load`.
    pub staff_classes: Vec<(PersonId, Vec<ClassId>, Cell)>,
    /// Class teachers named so far.
    pub class_teachers: Map<ClassId, Vec<PersonId>>,
    /// The schedule's sittings.
    pub sittings: Map<(Date, ClassId, SubjectId), Vec<SittingId>>,
    /// First cell that gives lesson numbers without a clock time, with its text.
    pub lessons_only: Option<(Cell, String)>,
    /// First cell that gives clock times without lesson numbers, with its text.
    pub clock_only: Option<(Cell, String)>,
}

/// Which lists could be read as a whole.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one answer per list, each asked alone"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readable {
    /// `staff`.
    pub staff: bool,
    /// `parents`.
    pub parents: bool,
    /// `classes`.
    pub classes: bool,
    /// `subjects`.
    pub subjects: bool,
    /// `schedule`, every row of it.
    pub schedule: bool,
    /// `bells`.
    pub bells: bool,
}

impl SchoolFacts {
    /// A school of which nothing is known yet.
    pub fn new(id: SchoolId) -> Self {
        Self {
            id,
            staff: PeopleIndex::default(),
            people: PeopleIndex::default(),
            maiden_names: PeopleIndex::default(),
            parents: Map::default(),
            classes: ClassIndex::default(),
            subjects: KeyIndex::new(subject_key),
            readable: Readable {
                staff: true,
                parents: true,
                classes: true,
                subjects: true,
                schedule: true,
                bells: true,
            },
            has_subjects: false,
            year: None,
            year_is_told: false,
            has_load: false,
            places: Map::default(),
            shifts: Map::default(),
            bells: None,
            staff_classes: Vec::new(),
            class_teachers: Map::default(),
            sittings: Map::default(),
            lessons_only: None,
            clock_only: None,
        }
    }
}

impl Folder {
    /// Several schools? Their names are known before any table is read.
    fn is_district(&self) -> bool {
        self.lists.schools.len() > 1
    }

    /// A new person, read in that school.
    pub fn add_person(&mut self, name: &str, home: SchoolId) -> PersonId {
        let id = PersonId::new(self.lists.people.len());
        if self.is_district() {
            self.everybody.insert(name, id);
        }
        self.lists.people.push(Person {
            name: clean(name),
            staff: None,
            parent: None,
            history: RoleMap::default(),
            post_history: PostLoads::default(),
        });
        self.homes.push(home);
        id
    }

    /// The subject of that full name: one for the whole folder.
    pub fn subject(&mut self, name: &str) -> SubjectId {
        let next = SubjectId::new(self.lists.subjects.len());
        let id = *self.subjects.entry(subject_key(name)).or_insert(next);
        if id == next {
            self.areas.push(None);
            self.lists.subjects.push(Subject {
                name: clean(name),
                short: String::new(),
                area: AreaId::new(0),
            });
        }
        id
    }

    /// Puts the subject into an area. Where another school has put it into a different one, that stays and is returned.
    pub fn set_area(&mut self, subject: SubjectId, area: &str) -> Option<&str> {
        let slot = &mut self.areas[subject.index()];
        match slot {
            None => *slot = Some(clean(area)),
            Some(earlier) if subject_key(earlier) != subject_key(area) => return Some(earlier),
            Some(_) => {}
        }
        None
    }

    /// The class's group of that name.
    pub fn group(&mut self, class: ClassId, name: &str) -> GroupId {
        let next = GroupId::new(self.lists.groups.len());
        let key = self.group_keys.of(name, |name| group_key(name).into());
        let id = *self.groups.entry((class, key)).or_insert(next);
        if id == next {
            self.lists.groups.push(clean(name));
        }
        id
    }

    /// Gives namesakes of different schools their school in brackets.
    pub fn tell_namesakes_apart(&mut self) {
        if !self.is_district() {
            return;
        }
        let mut namesakes: Map<String, Vec<usize>> = Map::default();
        for (index, person) in self.lists.people.iter().enumerate() {
            namesakes
                .entry(person_key(&person.name))
                .or_default()
                .push(index);
        }
        for (index, person) in self.lists.people.iter_mut().enumerate() {
            if namesakes[&person_key(&person.name)].len() > 1 {
                let school = &self.lists.schools[self.homes[index].index()];
                person.name = format!("{} ({school})", person.name);
                self.everybody.insert(&person.name, PersonId::new(index));
            }
        }
    }

    /// Gives every subject its area: the one it was put into, else one of its own name.
    pub fn settle_areas(&mut self) {
        let mut ids: Map<String, AreaId> = Map::default();
        for (subject, area) in self.lists.subjects.iter_mut().zip(&self.areas) {
            let name = area.as_ref().unwrap_or(&subject.name);
            let next = AreaId::new(self.lists.areas.len());
            subject.area = *ids.entry(subject_key(name)).or_insert(next);
            if subject.area == next {
                self.lists.areas.push(name.clone());
            }
        }
    }
}
