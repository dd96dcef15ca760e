//! What several cells say of one class at one time, put together: the subject from one sheet and the teacher from another; and the
//! tables made of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::import::ImportProblem;
use crate::input::import::draft::{Class, Draft, Parts, Slot, Subject, Teacher, Teaching};
use crate::input::import::log::Log;
use crate::input::import::week::WEEKDAYS;
use crate::input::names::{shortens, subject_key};

use super::TableGridProblem;
use super::facts::{Fact, Facts};

/// A lesson of which all is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Whole {
    day: usize,
    lesson: u32,
    class: usize,
    subject: usize,
    teacher: usize,
    group: String,
    room: String,
}

/// Subjects by the names that the cells have for them.
#[derive(Debug, Default)]
struct Subjects {
    names: Vec<String>,
    by_key: BTreeMap<String, usize>,
}

/// The tables; `None` where the cells do not say who teaches whom.
pub fn draft_of(facts: &Facts, log: &mut Log) -> Option<Draft> {
    let mut draft = Draft::default();
    draft
        .staff
        .extend(facts.people.names.iter().map(|name| Teacher {
            name: name.clone(),
            ..Teacher::default()
        }));
    draft.classes.extend(facts.classes.iter().map(|name| Class {
        name: name.clone(),
        ..Class::default()
    }));
    if facts.list.iter().all(|fact| fact.teacher.is_none()) {
        log.about_file(ImportProblem::TableGrid(TableGridProblem::NoTeachers));
        return None;
    }
    let subjects = Subjects::of(&facts.list);
    if subjects.names.is_empty() {
        log.about_file(ImportProblem::TableGrid(TableGridProblem::NoSubjects));
        for fact in &facts.list {
            if let Some(teacher) = fact.teacher {
                draft.staff[teacher].classes.insert(fact.class);
            }
        }
        return Some(draft);
    }
    draft.subjects = subjects
        .names
        .iter()
        .map(|name| Subject {
            name: name.clone(),
            short: String::new(),
        })
        .collect();
    let lessons = lessons_of(&facts.list, &subjects, log);
    let lessons = without_assemblies(lessons, &draft, log);
    if lessons.is_empty() {
        log.about_file(ImportProblem::NothingToImport);
        return None;
    }
    enter(&lessons, &mut draft, log)?;
    Some(draft)
}

impl Subjects {
    /// Of the facts; a marked shortening of exactly one other name is that subject.
    fn of(facts: &[Fact]) -> Self {
        let mut subjects = Self::default();
        let named: Vec<&str> = facts
            .iter()
            .filter_map(|fact| fact.subject.as_deref())
            .collect();
        let all: BTreeMap<String, &str> = named
            .iter()
            .rev()
            .map(|name| (subject_key(name), *name))
            .collect();
        for name in named {
            let key = subject_key(name);
            if subjects.by_key.contains_key(&key) {
                continue;
            }
            let mut whole = all.values().filter(|whole| shortens(name, whole));
            let longer = match (whole.next(), whole.next()) {
                (Some(only), None) => *only,
                _ => name,
            };
            let next = subjects.names.len();
            let position = *subjects.by_key.entry(subject_key(longer)).or_insert(next);
            if position == next {
                subjects.names.push(longer.to_owned());
            }
            subjects.by_key.insert(key, position);
        }
        subjects
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.by_key.get(&subject_key(name)).copied()
    }
}

/// Lessons of which all is known; the others are counted and told of.
fn lessons_of(facts: &[Fact], subjects: &Subjects, log: &mut Log) -> BTreeSet<Whole> {
    let mut at_once: BTreeMap<(usize, u32, usize), Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        at_once
            .entry((fact.day, fact.lesson, fact.class))
            .or_default()
            .push(fact);
    }
    let mut lessons = BTreeSet::new();
    let (mut without_teacher, mut without_subject) = (0, 0);
    for together in at_once.values() {
        let (whole, unstaffed, unnamed) = joined(together, subjects);
        lessons.extend(whole);
        without_teacher += unstaffed;
        without_subject += unnamed;
    }
    let of = lessons.len() as u32 + without_teacher + without_subject;
    if without_teacher > 0 {
        let lessons = without_teacher;
        let problem = TableGridProblem::WithoutTeacher { lessons, of };
        log.about_file(ImportProblem::TableGrid(problem));
    }
    if without_subject > 0 {
        let lessons = without_subject;
        let problem = TableGridProblem::WithoutSubject { lessons, of };
        log.about_file(ImportProblem::TableGrid(problem));
    }
    lessons
}

/// What is said of one class at one time: whole lessons, and how many lack a teacher, and a subject.
fn joined(facts: &[&Fact], subjects: &Subjects) -> (Vec<Whole>, u32, u32) {
    let subject_of = |fact: &Fact| fact.subject.as_deref().and_then(|name| subjects.find(name));
    let mut whole: Vec<Whole> = Vec::new();
    let mut staffed: BTreeSet<usize> = BTreeSet::new();
    for fact in facts {
        if let (Some(subject), Some(teacher)) = (subject_of(fact), fact.teacher) {
            whole.push(whole_of(fact, subject, teacher));
            staffed.insert(teacher);
        }
    }
    let taught: BTreeSet<usize> = whole.iter().map(|lesson| lesson.subject).collect();
    let alone: Vec<&&Fact> = facts.iter().filter(|fact| fact.teacher.is_none()).collect();
    let open: BTreeSet<usize> = alone
        .iter()
        .filter_map(|fact| subject_of(fact))
        .filter(|subject| !taught.contains(subject))
        .collect();
    let unnamed: BTreeSet<usize> = facts
        .iter()
        .filter(|fact| fact.subject.is_none())
        .filter_map(|fact| fact.teacher)
        .filter(|teacher| !staffed.contains(teacher))
        .collect();
    // Whoever is with the class while it has one subject only teaches that.
    let only = match (open.len(), taught.len()) {
        (1, _) => open.first().copied(),
        (0, 1) => taught.first().copied(),
        _ => None,
    };
    let Some(subject) = only.filter(|_| !unnamed.is_empty()) else {
        return (whole, open.len() as u32, unnamed.len() as u32);
    };
    let room = alone
        .iter()
        .find(|fact| subject_of(fact) == Some(subject))
        .map(|fact| fact.room.clone());
    for fact in facts.iter().filter(|fact| fact.subject.is_none()) {
        if let Some(teacher) = fact.teacher.filter(|teacher| unnamed.contains(teacher)) {
            let mut lesson = whole_of(fact, subject, teacher);
            if lesson.room.is_empty() {
                lesson.room = room.clone().unwrap_or_default();
            }
            whole.push(lesson);
        }
    }
    (whole, 0, 0)
}

fn whole_of(fact: &Fact, subject: usize, teacher: usize) -> Whole {
    Whole {
        day: fact.day,
        lesson: fact.lesson,
        class: fact.class,
        subject,
        teacher,
        group: fact.group.clone(),
        room: fact.room.clone(),
    }
}

/// Leaves out what most teachers have with most classes at once.
fn without_assemblies(lessons: BTreeSet<Whole>, draft: &Draft, log: &mut Log) -> Vec<Whole> {
    let mut at_once: BTreeMap<(usize, u32, usize), Vec<&Whole>> = BTreeMap::new();
    for lesson in &lessons {
        let key = (lesson.day, lesson.lesson, lesson.subject);
        at_once.entry(key).or_default().push(lesson);
    }
    let assemblies: BTreeSet<(usize, u32, usize)> = at_once
        .into_iter()
        .filter(|(_, together)| is_assembly(together, draft))
        .map(|(key, _)| key)
        .collect();
    if !assemblies.is_empty() {
        let lessons = assemblies.len() as u32;
        log.about_file(ImportProblem::AssembliesLeftOut { lessons });
    }
    let is_lesson =
        |lesson: &Whole| !assemblies.contains(&(lesson.day, lesson.lesson, lesson.subject));
    lessons.into_iter().filter(is_lesson).collect()
}

/// Each class has most of the teachers: where each has its own, all are taught at once and apart.
fn is_assembly(together: &[&Whole], draft: &Draft) -> bool {
    let parts = Parts {
        teachers: together.iter().map(|lesson| lesson.teacher).collect(),
        subject: together[0].subject,
        classes: together
            .iter()
            .map(|lesson| (lesson.class, String::new()))
            .collect(),
    };
    let pairs: BTreeSet<(usize, usize)> = together
        .iter()
        .map(|lesson| (lesson.teacher, lesson.class))
        .collect();
    draft.is_assembly(&parts) && pairs.len() * 2 > parts.teachers.len() * parts.classes.len()
}

fn enter(lessons: &[Whole], draft: &mut Draft, log: &mut Log) -> Option<()> {
    /// Hundredths of a period.
    const ONE: u32 = 100;
    let mut counted = BTreeSet::new();
    for lesson in lessons {
        let teaching = Teaching {
            teacher: lesson.teacher,
            subject: lesson.subject,
            class: lesson.class,
            group: lesson.group.clone(),
        };
        // The same lesson read of two sheets, or in two rooms.
        if counted.insert((lesson.day, lesson.lesson, teaching.clone())) {
            let parts = Parts {
                teachers: BTreeSet::from([lesson.teacher]),
                subject: lesson.subject,
                classes: BTreeSet::from([(lesson.class, lesson.group.clone())]),
            };
            if draft.enter(&parts, ONE, 1).is_none() {
                log.about_file(ImportProblem::TooLarge);
                return None;
            }
        }
        draft.timetable.insert(Slot {
            day: lesson.day,
            weekday: WEEKDAYS[lesson.day],
            lesson: lesson.lesson,
            teaching,
            room: lesson.room.clone(),
        });
    }
    Some(())
}
