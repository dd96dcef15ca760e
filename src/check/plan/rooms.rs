//! `rooms.csv`: each sitting in a room that holds it, one at a time, and each lesson that stood there somewhere else.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{
    ClassId, Date, PlanList, Room, RoomRow, School, SittingId, Span, are_same_letters as same,
};

use super::{Facts, PlanFinding, PlanFlaw};

const LESSON: usize = 1;
const CLASS: usize = 5;
const ROOM: usize = 8;
const FROM: usize = 10;

/// Everything wrong with these rows.
pub fn findings(facts: &Facts<'_>, rows: &[RoomRow]) -> Vec<PlanFinding> {
    let mut page = Page {
        facts,
        standing: standing(facts.school),
        sittings: BTreeMap::new(),
        taken: Vec::new(),
        moved: BTreeSet::new(),
        lessons: BTreeMap::new(),
        findings: Vec::new(),
    };
    let is_sitting = |row: &&RoomRow| row.is_sitting;
    for row in rows.iter().filter(|row| !row.is_sitting) {
        page.note_lesson(row);
    }
    for row in rows.iter().filter(is_sitting) {
        page.sitting(row);
    }
    for row in rows.iter().filter(|row| !row.is_sitting) {
        page.lesson(row);
    }
    page.missing();
    page.findings
}

struct Page<'a> {
    facts: &'a Facts<'a>,
    /// Where each lesson of the timetable takes place.
    standing: Vec<Option<usize>>,
    /// Rows of sittings.
    sittings: BTreeMap<SittingId, u32>,
    /// Rooms that rows have taken.
    taken: Vec<Taken>,
    /// Lessons that rows move.
    moved: BTreeSet<(Date, usize)>,
    /// The row of each, and its lessons.
    lessons: BTreeMap<u32, Vec<usize>>,
    findings: Vec<PlanFinding>,
}

struct Taken {
    room: usize,
    date: Date,
    span: Span,
    row: u32,
    is_given: bool,
}

impl Page<'_> {
    fn say(&mut self, at: (u32, usize), flaw: PlanFlaw) {
        let finding = PlanFinding::at(PlanList::Rooms, at, flaw);
        self.findings.push(finding);
    }

    fn say_open(&mut self, at: (u32, usize), flaw: PlanFlaw) {
        let finding = PlanFinding::at(PlanList::Rooms, at, flaw).open();
        self.findings.push(finding);
    }

    fn sitting(&mut self, row: &RoomRow) {
        let school = self.facts.school;
        let Some(id) = self.sitting_of(row) else {
            return;
        };
        self.sittings.insert(id, row.row);
        let sitting = school.sitting(id);
        let at = (row.row, ROOM);
        if row.room.is_empty() {
            self.say_open(at, PlanFlaw::NoRoom);
            return;
        }
        let Some(room) = room_named(school, (sitting.class, &row.room)) else {
            self.say(at, PlanFlaw::UnknownRoom(row.room.clone()));
            return;
        };
        let given = school.procedure.rooms_given.binary_search(&id);
        let given = given
            .ok()
            .and_then(|_| room_named(school, (sitting.class, &sitting.room)));
        if given.is_some_and(|given| given != room) {
            self.say(at, PlanFlaw::OtherThanGiven(sitting.room.clone()));
        }
        let is_given = given == Some(room);
        let facts = &school.procedure.rooms[room];
        self.is_fit(at, (facts, sitting.pupils, is_given), sitting.class);
        self.take(Taken {
            room,
            date: sitting.date,
            span: sitting.span.clone(),
            row: row.row,
            is_given,
        });
        let stands = (0..school.lessons.len()).find(|&lesson| {
            let facts = &school.lessons[lesson];
            self.standing[lesson] == Some(room)
                && facts.weekday == sitting.date.weekday()
                && facts.span.overlaps(&sitting.span)
                && !self.facts.is_written_over(facts, sitting.date)
                && !self.moved.contains(&(sitting.date, lesson))
        });
        if let Some(lesson) = stands {
            self.say(at, PlanFlaw::LessonStands(lesson));
        }
    }

    /// The sitting that the row is about, and no earlier row.
    fn sitting_of(&mut self, row: &RoomRow) -> Option<SittingId> {
        let school = self.facts.school;
        let fits = |id: &SittingId| row.is_of(school, school.sitting(*id));
        let fitting: Vec<SittingId> = school.sitting_ids().filter(fits).collect();
        let new = fitting.iter().find(|id| !self.sittings.contains_key(id));
        match (new, fitting.first()) {
            (Some(&new), _) => Some(new),
            (None, Some(told)) => {
                let earlier = self.sittings[told];
                self.say((row.row, CLASS), PlanFlaw::ToldBefore(earlier));
                None
            }
            (None, None) => {
                self.say((row.row, CLASS), PlanFlaw::NoSuchSitting);
                None
            }
        }
    }

    /// Seats, and the building.
    fn is_fit(&mut self, at: (u32, usize), facts: (&Room, u32, bool), class: ClassId) {
        let (room, pupils, is_given) = facts;
        if !room.holds(pupils) {
            let flaw = PlanFlaw::TooSmall(room.seats.unwrap_or(0), pupils);
            if is_given {
                self.say_open(at, flaw);
            } else {
                self.say(at, flaw);
            }
        }
        let building = &self.facts.school.class(class).building;
        let is_near =
            room.building.is_empty() || building.is_empty() || same(&room.building, building);
        if !is_near && !is_given {
            self.say(at, PlanFlaw::OtherBuilding(room.building.clone()));
        }
    }

    /// One at a time.
    fn take(&mut self, new: Taken) {
        let earlier = self
            .taken
            .iter()
            .find(|it| (it.room, it.date) == (new.room, new.date) && it.span.overlaps(&new.span));
        let earlier = earlier.map(|it| (it.row, it.is_given));
        if let Some((row, is_given)) = earlier {
            let at = (new.row, ROOM);
            if is_given && new.is_given {
                self.say_open(at, PlanFlaw::RoomTaken(row));
            } else {
                self.say(at, PlanFlaw::RoomTaken(row));
            }
        }
        self.taken.push(new);
    }

    /// Notes which lessons the row moves.
    fn note_lesson(&mut self, row: &RoomRow) {
        let school = self.facts.school;
        let Some(date) = row.when.date else { return };
        let from = row
            .classes
            .first()
            .and_then(|&class| room_named(school, (class, &row.from)));
        let all = school.lessons.iter().enumerate();
        let moved: Vec<usize> = all
            .filter(|(at, lesson)| {
                lesson.weekday == date.weekday()
                    && row.classes.contains(&lesson.class)
                    && row.when.means(date, &lesson.span)
                    && from.is_some()
                    && self.standing[*at] == from
                    && !self.facts.is_written_over(lesson, date)
            })
            .map(|(at, _)| at)
            .collect();
        // Of lessons of one class in one room, that of the row's subject.
        let of_subject = |at: &usize| school.lessons[*at].subject == row.subject;
        if moved.iter().any(of_subject) {
            self.moved.extend(moved.iter().map(|&at| (date, at)));
            self.lessons.insert(row.row, moved);
        }
    }

    fn lesson(&mut self, row: &RoomRow) {
        let school = self.facts.school;
        let lessons = self.lessons.get(&row.row).cloned().unwrap_or_default();
        let (Some(&first), Some(date)) = (lessons.first(), row.when.date) else {
            let is_known = row
                .classes
                .first()
                .is_some_and(|&class| room_named(school, (class, &row.from)).is_some());
            let column = if is_known { LESSON } else { FROM };
            self.say((row.row, column), PlanFlaw::NoSuchLesson);
            return;
        };
        let at = (row.row, ROOM);
        if row.room.is_empty() {
            self.say_open(at, PlanFlaw::LessonWithoutRoom);
            return;
        }
        let class = school.lessons[first].class;
        let Some(room) = room_named(school, (class, &row.room)) else {
            self.say(at, PlanFlaw::UnknownRoom(row.room.clone()));
            return;
        };
        let classes: BTreeSet<ClassId> =
            lessons.iter().map(|&it| school.lessons[it].class).collect();
        let pupils = classes.iter().map(|&it| school.class(it).pupils).sum();
        self.is_fit(at, (&school.procedure.rooms[room], pupils, false), class);
        let span = &school.lessons[first].span;
        self.take(Taken {
            room,
            date,
            span: span.clone(),
            row: row.row,
            is_given: false,
        });
        let stands = (0..school.lessons.len()).find(|&other| {
            let lesson = &school.lessons[other];
            self.standing[other] == Some(room)
                && lesson.weekday == date.weekday()
                && lesson.span.overlaps(span)
                && !lessons.contains(&other)
                && !self.facts.is_written_over(lesson, date)
                && !self.moved.contains(&(date, other))
        });
        if let Some(lesson) = stands {
            self.say(at, PlanFlaw::LessonStands(lesson));
        }
    }

    /// Sittings without a row, where rooms are listed and the schedule names no other.
    fn missing(&mut self) {
        let school = self.facts.school;
        for id in school.sitting_ids() {
            let sitting = school.sitting(id);
            let of_school = school.school_of(sitting);
            let rooms = &school.procedure.rooms;
            let is_given = school.procedure.rooms_given.binary_search(&id).is_ok();
            let is_planned = rooms.iter().any(|room| room.school == of_school)
                && (!is_given || room_named(school, (sitting.class, &sitting.room)).is_some());
            if is_planned && !self.sittings.contains_key(&id) {
                let flaw = PlanFlaw::SittingNotListed(id);
                let finding = PlanFinding::without_row(PlanList::Rooms, CLASS, flaw);
                self.findings.push(finding);
            }
        }
    }
}

/// Where each lesson takes place: in the room that the timetable names, else in the class's own.
fn standing(school: &School) -> Vec<Option<usize>> {
    let room = |lesson: &crate::domain::Lesson| {
        let own = &school.class(lesson.class).room;
        let name = if lesson.room.is_empty() {
            own
        } else {
            &lesson.room
        };
        room_named(school, (lesson.class, name))
    };
    school.lessons.iter().map(room).collect()
}

/// The room of that name in the class's school; of several, the one in its building.
fn room_named(school: &School, (class, name): (ClassId, &str)) -> Option<usize> {
    let class = school.class(class);
    let all = school.procedure.rooms.iter().enumerate();
    let mut named = all.filter(|(_, room)| room.school == class.school && same(&room.name, name));
    let near = named
        .clone()
        .find(|(_, room)| same(&room.building, &class.building));
    near.or_else(|| named.next()).map(|(at, _)| at)
}
