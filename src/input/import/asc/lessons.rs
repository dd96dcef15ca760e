//! Lessons of aSc Timetables as load: every teacher of a lesson teaches every class of it.

use std::collections::{BTreeSet, HashMap};

use crate::input::import::draft::{Draft, Parts, Teaching};
use crate::input::import::log::Log;
use crate::input::import::xml::Element;
use crate::input::import::{ImportProblem, List};

use super::Ids;

/// A lesson that is part of the load.
#[derive(Debug)]
pub struct Lesson {
    /// Periods that one card takes.
    pub duration: u32,
    /// Periods a week, in hundredths.
    pub hours: u32,
    /// Who teaches what to whom in it.
    pub teachings: Vec<Teaching>,
}

/// The lessons by their ids; `None` where nobody can say which lesson is meant, or the lesson is none that counts.
pub type Lessons<'r> = HashMap<&'r str, Option<Lesson>>;

/// Reads the lessons, by their ids. A lesson without an id has cards that say themselves what they are.
pub fn read<'r>(top: &'r Element, ids: &Ids<'r>, draft: &mut Draft, log: &mut Log) -> Lessons<'r> {
    let mut lessons = Lessons::new();
    let (mut unstaffed, mut assemblies) = (0, 0);
    for entry in top.entries("lessons", "lesson") {
        let id = entry.attribute("id");
        if lessons.contains_key(id) && !id.is_empty() {
            log.about(id, ImportProblem::SameId { line: entry.line });
        }
        let is_first = !id.is_empty() && lessons.insert(id, None).is_none();
        let Some(parts) = parts(entry, ids, log) else {
            unstaffed += 1;
            continue;
        };
        if draft.is_assembly(&parts) {
            assemblies += 1;
            continue;
        }
        let hours = hundredths(entry.attribute("periodsperweek"));
        let duration = duration(entry);
        let Some(teachings) = draft.enter(&parts, hours, duration) else {
            log.about_file(ImportProblem::TooLarge);
            break;
        };
        let lesson = Lesson {
            duration,
            hours,
            teachings,
        };
        if is_first {
            lessons.insert(id, Some(lesson));
        }
    }
    if assemblies > 0 {
        log.about_file(ImportProblem::AssembliesLeftOut {
            lessons: assemblies,
        });
    }
    if unstaffed > 0 {
        log.about_file(ImportProblem::UnstaffedLeftOut { lessons: unstaffed });
    }
    lessons
}

/// What a lesson, or a card that says so itself, is made of; `None` where it lacks a subject, a teacher or a class.
pub fn parts(lesson: &Element, ids: &Ids, log: &mut Log) -> Option<Parts> {
    let line = lesson.line;
    let mut unknown = |id: &str, list| log.about(id, ImportProblem::UnknownName { list, line });
    let subject_id = lesson.attribute("subjectid");
    let Some(&subject) = ids.subjects.get(subject_id) else {
        unknown(subject_id, List::Subjects);
        return None;
    };
    let mut teachers = BTreeSet::new();
    for id in lesson.ids("teacherids").chain(lesson.ids("teacherid")) {
        match ids.teachers.get(id) {
            Some(&teacher) => _ = teachers.insert(teacher),
            None => unknown(id, List::Teachers),
        }
    }
    let groups = groups(lesson, ids);
    let mut classes = BTreeSet::new();
    for id in lesson.ids("classids").chain(lesson.ids("classid")) {
        match (ids.classes.get(id), groups.get(id)) {
            (Some(&class), Some(groups)) if !groups.contains("") => {
                classes.extend(groups.iter().map(|&group| (class, group.to_owned())));
            }
            (Some(&class), _) => _ = classes.insert((class, String::new())),
            (None, _) => unknown(id, List::Classes),
        }
    }
    (!teachers.is_empty() && !classes.is_empty()).then_some(Parts {
        teachers,
        subject,
        classes,
    })
}

/// Names of the lesson's groups, by the ids of their classes; an empty name is the whole class.
fn groups<'i>(lesson: &Element, ids: &Ids<'i>) -> HashMap<&'i str, BTreeSet<&'i str>> {
    let mut groups: HashMap<_, BTreeSet<_>> = HashMap::new();
    for group in lesson.ids("groupids").filter_map(|id| ids.groups.get(id)) {
        groups.entry(group.class).or_default().insert(group.name);
    }
    groups
}

/// Periods that one card takes: newer files say it, older ones under another name, else one.
fn duration(lesson: &Element) -> u32 {
    const DAY: u32 = 24;
    ["periodspercard", "durationperiods"]
        .iter()
        .find_map(|name| lesson.attribute(name).parse().ok())
        .unwrap_or(1)
        .clamp(1, DAY)
}

/// Hundredths of `2`, `2.0` or `0,5`; nothing of anything else.
fn hundredths(hours: &str) -> u32 {
    /// More than a week has.
    const MOST: f64 = 168.0;
    let hours: f64 = hours.replace(',', ".").parse().unwrap_or(0.0);
    // In range and without a fraction after rounding, so that the conversion loses nothing.
    if (0.0..=MOST).contains(&hours) {
        #[expect(clippy::cast_sign_loss, reason = "the range begins at zero")]
        let hundredths = (hours * 100.0).round() as u32;
        hundredths
    } else {
        0
    }
}
