//! Files of FET (`.fet`): teachers, subjects, years with groups and subgroups, activities, and the times locked for them.
//!
//! Format: the program's own files, version 5 and later; `fet` is the outermost element.

mod activities;
mod students;
mod times;

use super::draft::{Draft, Subject, Teacher};
use super::keys::Names;
use super::log::Log;
use super::xml::Element;
use super::{ImportKind, ImportProblem, List};

/// Reads a file.
pub fn read(top: &Element, log: &mut Log) -> Option<Draft> {
    if top.name != "fet" {
        let expected = ImportKind::Fet;
        log.about_file(ImportProblem::OtherProgram { expected });
        return None;
    }
    let mut draft = Draft::default();
    let subjects = subjects(top, &mut draft, log);
    let teachers = teachers(top, &subjects, &mut draft, log);
    let students = students::read(top, &mut draft, log);
    let mut names = activities::Names {
        teachers,
        subjects,
        students,
    };
    let activities = activities::read(top, &mut names, &mut draft, log);
    if draft.load.is_empty() {
        log.about_file(ImportProblem::NothingToImport);
        return None;
    }
    times::read(top, &activities, &mut draft, log);
    Some(draft)
}

fn subjects(top: &Element, draft: &mut Draft, log: &mut Log) -> Names {
    let mut names = Names::default();
    for entry in top.entries("Subjects_List", "Subject") {
        let at = (List::Subjects, entry.line);
        let Some(name) = added(entry, draft.subjects.len(), at, (&mut names, log)) else {
            continue;
        };
        let code = entry.text_of("Name");
        let short = if code == name { "" } else { code }.to_owned();
        draft.subjects.push(Subject { name, short });
    }
    names
}

fn teachers(top: &Element, subjects: &Names, draft: &mut Draft, log: &mut Log) -> Names {
    let mut names = Names::default();
    for teacher in top.entries("Teachers_List", "Teacher") {
        let at = (List::Teachers, teacher.line);
        let Some(name) = added(teacher, draft.staff.len(), at, (&mut names, log)) else {
            continue;
        };
        draft.staff.push(Teacher {
            name,
            subjects: teacher
                .all("Qualified_Subjects")
                .flat_map(|list| list.texts_of("Qualified_Subject"))
                .filter_map(|subject| subjects.find(subject))
                .collect(),
            ..Teacher::default()
        });
    }
    names
}

/// The name under which an entry is new in its list: since version 7 the long one, where there is one. Lessons know it by the other.
fn added(
    entry: &Element,
    next: usize,
    (list, line): (List, u32),
    (names, log): (&mut Names, &mut Log),
) -> Option<String> {
    let code = entry.text_of("Name");
    if code.is_empty() {
        log.about("", ImportProblem::EmptyName { list, line });
        return None;
    }
    let name = match entry.text_of("Long_Name") {
        "" => code,
        long => long,
    };
    let is_new = names.add(name, next, (list, line), log);
    if let Some(index) = names.find(name) {
        names.also(code, index);
    }
    is_new.then(|| name.to_owned())
}
