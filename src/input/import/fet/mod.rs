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
    for (name, line) in named(top, ("Subjects_List", "Subject"), List::Subjects, log) {
        if names.add(&name, draft.subjects.len(), (List::Subjects, line), log) {
            draft.subjects.push(Subject {
                name,
                ..Subject::default()
            });
        }
    }
    names
}

fn teachers(top: &Element, subjects: &Names, draft: &mut Draft, log: &mut Log) -> Names {
    let mut names = Names::default();
    for teacher in top.entries("Teachers_List", "Teacher") {
        let name = teacher.text_of("Name");
        let (list, line) = (List::Teachers, teacher.line);
        if name.is_empty() {
            log.about("", ImportProblem::EmptyName { list, line });
        } else if names.add(name, draft.staff.len(), (list, line), log) {
            draft.staff.push(Teacher {
                name: name.to_owned(),
                subjects: teacher
                    .all("Qualified_Subjects")
                    .flat_map(|list| list.texts_of("Qualified_Subject"))
                    .filter_map(|subject| subjects.find(subject))
                    .collect(),
                ..Teacher::default()
            });
        }
    }
    names
}

/// Names of a list's entries, with their lines; an entry without a name is told of.
fn named(top: &Element, path: (&str, &str), list: List, log: &mut Log) -> Vec<(String, u32)> {
    let mut named = Vec::new();
    for entry in top.entries(path.0, path.1) {
        match entry.text_of("Name") {
            "" => log.about(
                "",
                ImportProblem::EmptyName {
                    list,
                    line: entry.line,
                },
            ),
            name => named.push((name.to_owned(), entry.line)),
        }
    }
    named
}
