//! The tables that an import makes, and how they are written: UTF-8, commas, canonical English headers.
//!
//! It knows no timetable program.

use std::collections::{BTreeMap, BTreeSet};

use super::ImportProblem;
use super::log::Log;
use crate::delimited;
use crate::domain::Lang;
use crate::input::InputFile;
use crate::input::names::subject_key;

/// Everything that was understood of a file.
#[derive(Debug, Default)]
pub struct Draft {
    /// In the file's order.
    pub staff: Vec<Teacher>,
    /// In the file's order.
    pub subjects: Vec<Subject>,
    /// In the file's order.
    pub classes: Vec<Class>,
    /// Hours a week, in hundredths.
    pub load: BTreeMap<Teaching, u32>,
    /// The week, if it is known.
    pub timetable: BTreeSet<Slot>,
    /// Lesson, start, end; if they are known.
    pub bells: Vec<[String; 3]>,
    /// Lessons of teachers with classes that were entered.
    entered: usize,
}

/// A row of `staff`.
#[derive(Debug, Default)]
pub struct Teacher {
    /// Name, as in the file.
    pub name: String,
    /// Subjects (positions in [`Draft::subjects`]): taught, or entered as qualified.
    pub subjects: BTreeSet<usize>,
    /// Classes (positions in [`Draft::classes`]) whose class teacher it is.
    pub homeroom: Vec<usize>,
    /// Classes taught, where nothing says in which subject.
    pub classes: BTreeSet<usize>,
}

/// A row of `subjects`.
#[derive(Debug, Default)]
pub struct Subject {
    /// Name, as in the file.
    pub name: String,
    /// Short name, as in the file, or empty.
    pub short: String,
}

/// A row of `classes`.
#[derive(Debug, Default)]
pub struct Class {
    /// Name, as in the file.
    pub name: String,
    /// Grade, where the name itself does not begin with it.
    pub grade: Option<u32>,
    /// Pupils, where the file counts them.
    pub pupils: Option<u32>,
    /// Home room, or empty.
    pub room: String,
}

/// Who teaches what to whom: positions in the draft's lists. Ordered as they stand there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teaching {
    /// Position in [`Draft::staff`].
    pub teacher: usize,
    /// Position in [`Draft::subjects`].
    pub subject: usize,
    /// Position in [`Draft::classes`].
    pub class: usize,
    /// Name of the group; empty for the whole class.
    pub group: String,
}

/// A lesson as a timetable program has it: each of the teachers teaches each of the classes.
#[derive(Debug)]
pub struct Parts {
    /// Positions in [`Draft::staff`].
    pub teachers: BTreeSet<usize>,
    /// Position in [`Draft::subjects`].
    pub subject: usize,
    /// Positions in [`Draft::classes`], each with the name of the group; empty for the whole class.
    pub classes: BTreeSet<(usize, String)>,
}

/// One lesson of the week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Position of the day in the file's week, for the order.
    pub day: usize,
    /// As it is written.
    pub weekday: &'static str,
    /// Number of the lesson.
    pub lesson: u32,
    /// Who teaches what to whom.
    pub teaching: Teaching,
    /// Room, or empty.
    pub room: String,
}

/// What separates the entries of a list in one cell.
const SEPARATORS: [char; 5] = [',', ';', '|', '/', '\n'];

impl Draft {
    /// Enters a lesson into the load and into the teachers' subjects: it takes `hours` (in hundredths) a week, `lessons` at a
    /// time. Gives who teaches what to whom in it; `None` where that would be beyond all schools.
    pub fn enter(&mut self, parts: &Parts, hours: u32, lessons: u32) -> Option<Vec<Teaching>> {
        /// Ten times the largest school known.
        const MOST: usize = 300_000;
        let pairs = parts.teachers.len().saturating_mul(parts.classes.len());
        self.entered = pairs
            .saturating_mul(lessons as usize)
            .saturating_add(self.entered);
        if self.entered > MOST {
            return None;
        }
        let mut teachings = Vec::with_capacity(pairs);
        for &teacher in &parts.teachers {
            self.staff.get_mut(teacher)?.subjects.insert(parts.subject);
            for (class, group) in &parts.classes {
                let teaching = Teaching {
                    teacher,
                    subject: parts.subject,
                    class: *class,
                    group: group.clone(),
                };
                let sum = self.load.entry(teaching.clone()).or_default();
                *sum = sum.saturating_add(hours);
                teachings.push(teaching);
            }
        }
        Some(teachings)
    }

    /// Mends what the tables could not hold: short names that another subject has too, and bells that lack a lesson.
    pub fn settle(&mut self, log: &mut Log) {
        let mut taken: BTreeSet<String> = self
            .subjects
            .iter()
            .map(|subject| subject_key(&subject.name))
            .collect();
        for subject in &mut self.subjects {
            let key = subject_key(&subject.short);
            if subject.short.is_empty() || key == subject_key(&subject.name) {
                subject.short.clear();
            } else if !taken.insert(key) {
                log.about(&subject.short, ImportProblem::ShortLeftOut);
                subject.short.clear();
            }
        }
        let has_bell = |lesson: u32| {
            self.bells
                .iter()
                .any(|[number, ..]| number.trim().parse() == Ok(lesson))
        };
        if !self.bells.is_empty() && !self.timetable.iter().all(|slot| has_bell(slot.lesson)) {
            self.bells.clear();
            log.about_file(ImportProblem::BellsLeftOut);
        }
    }

    /// Whether these are most teachers with most classes at once: an assembly, and no teaching.
    pub fn is_assembly(&self, parts: &Parts) -> bool {
        /// Smaller schools do teach together.
        const FEW: usize = 4;
        let classes: BTreeSet<usize> = parts.classes.iter().map(|&(class, _)| class).collect();
        parts.teachers.len() >= FEW
            && classes.len() >= FEW
            && parts.teachers.len() * 2 > self.staff.len()
            && classes.len() * 2 > self.classes.len()
    }

    /// The tables as files; `timetable` and `bells` only where there is something in them.
    pub fn files(&self) -> Vec<InputFile> {
        let only_classes = self.staff.iter().any(|teacher| !teacher.classes.is_empty());
        if only_classes {
            return self.files_without_subjects();
        }
        let mut files = vec![
            file(
                "staff.csv",
                &["person", "position", "subjects", "homeroom"],
                self.staff_rows(),
            ),
            file("subjects.csv", &["subject", "short"], self.subject_rows()),
            file(
                "classes.csv",
                &["class", "grade", "pupils", "room", "homeroom"],
                self.class_rows(),
            ),
            file(
                "load.csv",
                &["person", "subject", "class", "group", "hours"],
                self.load_rows(),
            ),
        ];
        if !self.timetable.is_empty() {
            let header = [
                "weekday", "lesson", "class", "subject", "person", "group", "room",
            ];
            files.push(file("timetable.csv", &header, self.timetable_rows()));
        }
        if !self.bells.is_empty() {
            files.push(file(
                "bells.csv",
                &["lesson", "start", "end"],
                self.bells.iter().map(|bell| bell.to_vec()),
            ));
        }
        files
    }

    /// Where no subject is known: people with the classes that they teach.
    fn files_without_subjects(&self) -> Vec<InputFile> {
        let people = self.staff.iter().map(|teacher| {
            let names = teacher
                .classes
                .iter()
                .map(|&class| &*self.classes[class].name);
            let classes = names.collect::<Vec<_>>().join(", ");
            vec![teacher.name.clone(), "teacher".to_owned(), classes]
        });
        let header = ["class", "grade", "pupils", "room", "homeroom"];
        vec![
            file("staff.csv", &["person", "position", "classes"], people),
            file("classes.csv", &header, self.class_rows()),
        ]
    }

    fn staff_rows(&self) -> impl Iterator<Item = Vec<String>> {
        self.staff.iter().map(|teacher| {
            let subjects: Vec<_> = teacher
                .subjects
                .iter()
                .map(|&subject| self.subjects[subject].listed())
                .collect();
            // A class whose name would fall apart in a list is told by table `classes` alone.
            let homeroom: Vec<_> = teacher
                .homeroom
                .iter()
                .map(|&class| self.classes[class].name.as_str())
                .filter(|name| !name.contains(SEPARATORS))
                .collect();
            vec![
                teacher.name.clone(),
                "teacher".to_owned(),
                subjects.join(", "),
                homeroom.join(", "),
            ]
        })
    }

    fn subject_rows(&self) -> impl Iterator<Item = Vec<String>> {
        self.subjects.iter().map(|subject| {
            let listed = subject.listed();
            let short = if listed == subject.name {
                subject.short.clone()
            } else {
                listed
            };
            vec![subject.name.clone(), short]
        })
    }

    fn class_rows(&self) -> impl Iterator<Item = Vec<String>> {
        let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
        let class_teachers: BTreeMap<usize, &str> = self
            .staff
            .iter()
            .flat_map(|teacher| {
                let name = teacher.name.as_str();
                teacher.homeroom.iter().map(move |&class| (class, name))
            })
            .collect();
        self.classes.iter().enumerate().map(move |(index, class)| {
            vec![
                class.name.clone(),
                number(class.grade),
                number(class.pupils),
                class.room.clone(),
                class_teachers
                    .get(&index)
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
            ]
        })
    }

    fn load_rows(&self) -> impl Iterator<Item = Vec<String>> {
        self.load.iter().map(|(teaching, &hours)| {
            vec![
                self.staff[teaching.teacher].name.clone(),
                self.subjects[teaching.subject].name.clone(),
                self.classes[teaching.class].name.clone(),
                teaching.group.clone(),
                hundredths(hours),
            ]
        })
    }

    fn timetable_rows(&self) -> impl Iterator<Item = Vec<String>> {
        self.timetable.iter().map(|slot| {
            vec![
                slot.weekday.to_owned(),
                slot.lesson.to_string(),
                self.classes[slot.teaching.class].name.clone(),
                self.subjects[slot.teaching.subject].name.clone(),
                self.staff[slot.teaching.teacher].name.clone(),
                slot.teaching.group.clone(),
                slot.room.clone(),
            ]
        })
    }
}

impl Subject {
    /// The name that can stand in a list: the full one, else the short one, else the full one with hyphens.
    fn listed(&self) -> String {
        if !self.name.contains(SEPARATORS) {
            self.name.clone()
        } else if !self.short.is_empty() && !self.short.contains(SEPARATORS) {
            self.short.clone()
        } else {
            self.name.replace(SEPARATORS, "-")
        }
    }
}

/// `1.5` of 150.
fn hundredths(hours: u32) -> String {
    let text = format!("{}.{:02}", hours / 100, hours % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn file(name: &str, header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> InputFile {
    let header = header.iter().map(|&title| title.to_owned()).collect();
    InputFile {
        name: name.to_owned(),
        bytes: delimited::file(std::iter::once(header).chain(rows), Lang::En),
    }
}
