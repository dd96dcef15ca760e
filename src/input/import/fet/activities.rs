//! FET's activities as load: every teacher of an activity teaches every class of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::import::draft::{Draft, Parts, Teaching};
use crate::input::import::log::Log;
use crate::input::import::xml::Element;
use crate::input::import::{ImportProblem, List, keys};

use super::students::Students;

/// The file's lists.
pub struct Names {
    /// Positions in the draft's staff.
    pub teachers: keys::Names,
    /// Positions in the draft's subjects.
    pub subjects: keys::Names,
    /// Classes and groups.
    pub students: Students,
}

/// An activity that is part of the load.
#[derive(Debug)]
pub struct Activity {
    /// Lessons in a row.
    pub duration: u32,
    /// Who teaches what to whom in it.
    pub teachings: Vec<Teaching>,
}

/// Reads the activities, by their ids.
pub fn read(
    top: &Element,
    names: &mut Names,
    draft: &mut Draft,
    log: &mut Log,
) -> BTreeMap<String, Activity> {
    let mut activities = BTreeMap::new();
    let (mut inactive, mut unstaffed, mut assemblies) = (0, 0, 0);
    for entry in top.entries("Activities_List", "Activity") {
        if entry.text_of("Active") == "false" {
            inactive += 1;
            continue;
        }
        let Some(parts) = parts(entry, names, log) else {
            unstaffed += 1;
            continue;
        };
        if draft.is_assembly(&parts) {
            assemblies += 1;
            continue;
        }
        let duration = duration(entry);
        let Some(teachings) = draft.enter(&parts, duration * 100, duration) else {
            log.about_file(ImportProblem::TooLarge);
            break;
        };
        let activity = Activity {
            duration,
            teachings,
        };
        activities.insert(entry.text_of("Id").to_owned(), activity);
    }
    if inactive > 0 {
        log.about_file(ImportProblem::InactiveLeftOut { lessons: inactive });
    }
    if assemblies > 0 {
        log.about_file(ImportProblem::AssembliesLeftOut {
            lessons: assemblies,
        });
    }
    if unstaffed > 0 {
        log.about_file(ImportProblem::UnstaffedLeftOut { lessons: unstaffed });
    }
    activities
}

/// Lessons in a row: one where it is not said, and never more than a day has.
fn duration(activity: &Element) -> u32 {
    const DAY: u32 = 24;
    activity
        .text_of("Duration")
        .parse()
        .unwrap_or(1)
        .clamp(1, DAY)
}

/// What an activity is made of; `None` where one of them is missing.
fn parts(activity: &Element, names: &mut Names, log: &mut Log) -> Option<Parts> {
    let line = activity.line;
    let mut unknown = |name: &str, list| log.about(name, ImportProblem::UnknownName { list, line });
    let subject_name = activity.text_of("Subject");
    let Some(subject) = names.subjects.find(subject_name) else {
        unknown(subject_name, List::Subjects);
        return None;
    };
    let mut teachers = BTreeSet::new();
    for name in activity.texts_of("Teacher") {
        match names.teachers.find(name) {
            Some(teacher) => _ = teachers.insert(teacher),
            None => unknown(name, List::Teachers),
        }
    }
    let mut sets = BTreeSet::new();
    for name in activity.texts_of("Students") {
        if names.students.knows(name) {
            sets.insert(name);
        } else {
            unknown(name, List::Classes);
        }
    }
    if teachers.is_empty() || sets.is_empty() {
        return None;
    }
    Some(Parts {
        teachers,
        subject,
        classes: names.students.classes_of(&sets, subject),
    })
}
