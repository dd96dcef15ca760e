//! XML files of aSc Timetables: lists of teachers, subjects, classes and groups under ids; lessons that refer to them; cards that
//! put lessons into the week.
//!
//! Format: the program's own export, `timetable` being the outermost element; what belongs to an entry stands in its attributes.

mod cards;
mod lessons;

use std::collections::HashMap;

use super::draft::{Class, Draft, Subject, Teacher};
use super::keys::Names;
use super::log::Log;
use super::xml::Element;
use super::{ImportKind, ImportProblem, List};

/// Positions in the draft's lists, by the ids of the file.
#[derive(Debug, Default)]
pub struct Ids<'r> {
    teachers: HashMap<&'r str, usize>,
    subjects: HashMap<&'r str, usize>,
    classes: HashMap<&'r str, usize>,
    groups: HashMap<&'r str, Group<'r>>,
    rooms: HashMap<&'r str, &'r str>,
}

/// A group of a class.
#[derive(Debug)]
pub struct Group<'r> {
    /// Id of its class.
    class: &'r str,
    /// Empty where the group is the whole class.
    name: &'r str,
}

/// Reads a file.
pub fn read(top: &Element, log: &mut Log) -> Option<Draft> {
    if top.name != "timetable" {
        let expected = ImportKind::Asc;
        log.about_file(ImportProblem::OtherProgram { expected });
        return None;
    }
    let mut draft = Draft::default();
    let mut ids = Ids {
        rooms: top
            .entries("classrooms", "classroom")
            .map(|room| (room.attribute("id"), name_of(room)))
            .collect(),
        ..Ids::default()
    };
    subjects(top, &mut ids, &mut draft, log);
    teachers(top, &mut ids, &mut draft, log);
    classes(top, &mut ids, &mut draft, log);
    groups(top, &mut ids);
    let lessons = lessons::read(top, &ids, &mut draft, log);
    cards::read(top, &ids, &lessons, (&mut draft, log));
    if draft.load.is_empty() {
        log.about_file(ImportProblem::NothingToImport);
        return None;
    }
    bells(top, &mut draft);
    Some(draft)
}

fn subjects<'r>(top: &'r Element, ids: &mut Ids<'r>, draft: &mut Draft, log: &mut Log) {
    let mut names = Names::default();
    for entry in top.entries("subjects", "subject") {
        let at = (List::Subjects, entry.line);
        let Some(position) = position(name_of(entry), draft.subjects.len(), at, (&mut names, log))
        else {
            continue;
        };
        ids.subjects.insert(entry.attribute("id"), position);
        if position == draft.subjects.len() {
            draft.subjects.push(Subject {
                name: name_of(entry).to_owned(),
                short: entry.attribute("short").to_owned(),
            });
        }
    }
}

fn teachers<'r>(top: &'r Element, ids: &mut Ids<'r>, draft: &mut Draft, log: &mut Log) {
    let mut names = Names::default();
    for entry in top.entries("teachers", "teacher") {
        let parts = [entry.attribute("lastname"), entry.attribute("firstname")];
        let name = match entry.attribute("name") {
            "" => parts.join(" ").trim().to_owned(),
            name => name.to_owned(),
        };
        let at = (List::Teachers, entry.line);
        let Some(position) = position(&name, draft.staff.len(), at, (&mut names, log)) else {
            continue;
        };
        ids.teachers.insert(entry.attribute("id"), position);
        if position == draft.staff.len() {
            draft.staff.push(Teacher {
                name,
                ..Teacher::default()
            });
        }
    }
}

fn classes<'r>(top: &'r Element, ids: &mut Ids<'r>, draft: &mut Draft, log: &mut Log) {
    let mut pupils: HashMap<&str, u32> = HashMap::new();
    for pupil in top.entries("students", "student") {
        *pupils.entry(pupil.attribute("classid")).or_default() += 1;
    }
    let mut names = Names::default();
    for entry in top.entries("classes", "class") {
        let (name, id) = (name_of(entry), entry.attribute("id"));
        let at = (List::Classes, entry.line);
        let Some(class) = position(name, draft.classes.len(), at, (&mut names, log)) else {
            continue;
        };
        ids.classes.insert(id, class);
        if class < draft.classes.len() {
            continue;
        }
        let room = entry.ids("classroomids").next().unwrap_or_default();
        draft.classes.push(Class {
            name: name.to_owned(),
            grade: entry
                .attribute("grade")
                .parse()
                .ok()
                .filter(|&grade| grade > 0),
            pupils: pupils.get(id).copied(),
            room: ids.rooms.get(room).copied().unwrap_or_default().to_owned(),
        });
        let Some(class_teacher) = entry.ids("teacherid").next() else {
            continue;
        };
        match ids.teachers.get(class_teacher) {
            Some(&teacher) => draft.staff[teacher].homeroom.push(class),
            None => log.about(
                class_teacher,
                ImportProblem::UnknownName {
                    list: List::Teachers,
                    line: entry.line,
                },
            ),
        }
    }
}

fn groups<'r>(top: &'r Element, ids: &mut Ids<'r>) {
    for entry in top.entries("groups", "group") {
        let is_whole = entry.attribute("entireclass") == "1";
        let group = Group {
            class: entry.attribute("classid"),
            name: if is_whole { "" } else { name_of(entry) },
        };
        ids.groups.insert(entry.attribute("id"), group);
    }
}

/// Times of the lessons, where all are given.
fn bells(top: &Element, draft: &mut Draft) {
    let bells: Vec<[String; 3]> = top
        .entries("periods", "period")
        .map(|period| {
            ["period", "starttime", "endtime"].map(|name| period.attribute(name).to_owned())
        })
        .collect();
    if bells.iter().flatten().all(|cell| !cell.is_empty()) {
        draft.bells = bells;
    }
}

/// Where in the draft's list an entry of this name stands, or is to stand (`next`); an entry without a name is told of.
fn position(
    name: &str,
    next: usize,
    (list, line): (List, u32),
    (names, log): (&mut Names, &mut Log),
) -> Option<usize> {
    if name.is_empty() {
        log.about("", ImportProblem::EmptyName { list, line });
        return None;
    }
    if names.add(name, next, (list, line), log) {
        return Some(next);
    }
    names.find(name)
}

/// The full name, else the short one.
fn name_of(entry: &Element) -> &str {
    match entry.attribute("name") {
        "" => entry.attribute("short"),
        name => name,
    }
}
