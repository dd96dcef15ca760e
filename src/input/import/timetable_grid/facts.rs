//! What the cells of all sheets say, one by one: on this day, in this lesson, this class has this subject, or this teacher, or both.

use std::collections::BTreeMap;

use crate::domain::{Cell, SourceId};
use crate::input::import::ImportProblem;
use crate::input::import::log::Log;
use crate::input::map::Set;
use crate::input::names::{ClassIndex, person_key, person_words};

use super::content::{self, Content, Item};
use super::frame::Place;
use super::people::{Named, People};
use super::problem::Understood;
use super::subjects::is_subject;
use super::{TableGridProblem, TimetableSheet, cell};

/// What one cell says of one class.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Weekday, 0 = Monday.
    pub day: usize,
    pub lesson: u32,
    /// Position in [`Facts::classes`].
    pub class: usize,
    pub subject: Option<String>,
    /// Position in [`People::names`].
    pub teacher: Option<usize>,
    pub room: String,
    pub group: String,
}

/// What all cells say.
#[derive(Debug, Default)]
pub struct Facts {
    pub list: Vec<Fact>,
    /// Names of the classes, in order.
    pub classes: Vec<String>,
    pub people: People,
    /// Sheets of classes were read.
    pub has_classes: bool,
}

/// A cell that was read, before its names are known.
struct Read<'s> {
    place: &'s Place,
    at: Cell,
    is_of_teacher: bool,
    content: Content,
}

impl Facts {
    /// Reads the cells; says of each sheet what was understood, and of each cell what was not.
    pub fn of(sheets: &[TimetableSheet], log: &mut Log) -> Self {
        let surnames = surnames_in(sheets);
        let read: Vec<Vec<Read>> = sheets
            .iter()
            .map(|sheet| read_sheet(sheet, &surnames))
            .collect();
        let mut facts = Self {
            people: People::of(read.iter().flatten().flat_map(names_in)),
            has_classes: sheets.iter().any(|sheet| !sheet.across.is_of_teachers()),
            ..Self::default()
        };
        let mut classes = ClassIndex::default();
        for sheet in sheets.iter().filter(|sheet| !sheet.across.is_of_teachers()) {
            for name in &sheet.frame.whose {
                facts.class(name, &mut classes);
            }
        }
        let known = facts.classes.len();
        let (mut unclear, mut all, mut no_lessons) = (0, 0, 0);
        for (sheet, cells) in sheets.iter().zip(&read) {
            let mut told = Vec::new();
            for cell in cells {
                no_lessons += u32::from(cell.content == Content::NoLesson);
                facts.enter(cell, &mut classes, &mut told);
            }
            let understood = understood(sheet, cells, told.len());
            unclear += understood.unclear;
            all += understood.cells + understood.unclear;
            let names = sheet.frame.whose.join(", ");
            let problem = TableGridProblem::Understood(understood);
            log.about_sheet(sheet.source, &names, ImportProblem::TableGrid(problem));
            for (at, text, problem) in told {
                log.about_cell(at, &text, ImportProblem::TableGrid(problem));
            }
        }
        if facts.has_classes {
            for name in &facts.classes[known..] {
                log.about(name, ImportProblem::TableGrid(TableGridProblem::OtherClass));
            }
        }
        if no_lessons > 0 {
            let cells = no_lessons;
            log.about_file(ImportProblem::TableGrid(TableGridProblem::NoLessons {
                cells,
            }));
        }
        // One in four.
        if unclear * 4 > all {
            let problem = TableGridProblem::TooMuchUnclear {
                unclear,
                cells: all,
            };
            log.about_file(ImportProblem::TableGrid(problem));
        }
        facts
    }

    /// Enters what a cell says; what is not understood is added to `told`.
    fn enter(
        &mut self,
        read: &Read,
        classes: &mut ClassIndex<usize>,
        told: &mut Vec<(Cell, String, TableGridProblem)>,
    ) {
        let items = match &read.content {
            Content::Items(items) => items,
            Content::Unclear => {
                told.push((
                    read.at,
                    read.place.text.clone(),
                    TableGridProblem::CellUnclear,
                ));
                return;
            }
            Content::Nothing | Content::NoLesson => return,
        };
        for item in items {
            let name = if read.is_of_teacher {
                Some(read.place.whose.as_str())
            } else {
                item.teacher.as_deref()
            };
            let teacher = match name.map(|name| (name, self.people.find(name))) {
                Some((_, Some(Named::One(person)))) => Some(person),
                Some((name, _)) => {
                    told.push((read.at, name.to_owned(), TableGridProblem::NameShared));
                    continue;
                }
                None => None,
            };
            let own = [read.place.whose.clone()];
            let named = if read.is_of_teacher {
                item.classes.as_slice()
            } else {
                &own
            };
            for class in named {
                let class = self.class(class, classes);
                self.list.push(fact(read, item, (class, teacher)));
            }
        }
    }

    fn class(&mut self, name: &str, classes: &mut ClassIndex<usize>) -> usize {
        if let Some(known) = classes.find(name) {
            return known;
        }
        let next = self.classes.len();
        if let Some(known) = classes.insert(name, next) {
            return known;
        }
        self.classes.push(name.to_owned());
        next
    }
}

fn fact(read: &Read, item: &Item, (class, teacher): (usize, Option<usize>)) -> Fact {
    let place = read.place;
    // A column that tells several subjects of a teacher does not say which is taught here.
    let of_teacher = Some(place.subject.clone())
        .filter(|subject| !subject.is_empty() && !subject.contains([',', ';', '/', '+']));
    let room = if item.room.is_empty() {
        &place.room
    } else {
        &item.room
    };
    Fact {
        day: place.day,
        lesson: place.lesson,
        class,
        subject: item.subject.clone().or(of_teacher),
        teacher,
        room: room.split_whitespace().collect::<Vec<_>>().join(" "),
        group: item.group.clone(),
    }
}

/// Surnames of all whom a cell names in more than one word.
fn surnames_in(sheets: &[TimetableSheet]) -> Set<String> {
    let mut surnames = Set::default();
    let mut take = |name: &str| {
        let words = person_words(name);
        let long = words.iter().filter(|word| word.chars().count() > 1);
        if words.len() > 1
            && let Some(surname) = long
                .max_by_key(|word| word.len())
                .filter(|_| words.len() < 4)
        {
            // Of a full name the surname stands first, else the only long word is it.
            let first = words
                .iter()
                .find(|word| word.chars().count() > 1)
                .unwrap_or(surname);
            surnames.insert(person_key(first));
        }
    };
    for sheet in sheets {
        if sheet.across.is_of_teachers() {
            sheet.frame.whose.iter().for_each(|name| take(name));
            continue;
        }
        for place in &sheet.frame.places {
            if let Content::Items(items) = content::of_class(&place.text, &Set::default()) {
                items
                    .iter()
                    .filter_map(|item| item.teacher.as_deref())
                    .for_each(&mut take);
            }
        }
    }
    surnames
}

fn read_sheet<'s>(sheet: &'s TimetableSheet, surnames: &Set<String>) -> Vec<Read<'s>> {
    let is_of_teacher = sheet.across.is_of_teachers();
    let source: SourceId = sheet.source;
    let places = sheet.frame.places.iter();
    let mut read: Vec<Read> = places
        .map(|place| Read {
            place,
            at: cell(source, place.at),
            is_of_teacher,
            content: if is_of_teacher {
                content::of_teacher(&place.text)
            } else {
                content::of_class(&place.text, surnames)
            },
        })
        .collect();
    if !is_of_teacher {
        doubt_lone_words(&mut read);
        leave_out_common(&mut read, sheet.frame.whose.len());
    }
    read
}

/// Where most cells are surnames alone, a lone word that is no usual subject may be one too.
fn doubt_lone_words(read: &mut [Read]) {
    let is_person_only = |item: &Item| item.subject.is_none();
    let all_of = |cell: &Read, is: &dyn Fn(&Item) -> bool| match &cell.content {
        Content::Items(items) => items.iter().all(is),
        _ => false,
    };
    let people = read
        .iter()
        .filter(|cell| all_of(cell, &is_person_only))
        .count();
    let all = read.iter().filter(|cell| all_of(cell, &|_| true)).count();
    if people * 2 <= all {
        return;
    }
    let is_unknown = |item: &Item| {
        let subject = item.subject.as_deref();
        item.teacher.is_none() && subject.is_some_and(|subject| !is_subject(subject))
    };
    for cell in read.iter_mut() {
        if matches!(&cell.content, Content::Items(items) if items.iter().any(is_unknown)) {
            cell.content = Content::Unclear;
        }
    }
}

/// One merged cell over most classes that names nobody is an assembly, not a lesson.
fn leave_out_common(read: &mut [Read], classes: usize) {
    /// Smaller schools do teach together.
    const FEW: usize = 4;
    let mut over: BTreeMap<Cell, usize> = BTreeMap::new();
    for cell in read.iter() {
        *over.entry(cell.at).or_default() += 1;
    }
    for cell in read.iter_mut() {
        let is_common = over[&cell.at] >= FEW && over[&cell.at] * 2 > classes;
        let names_nobody = matches!(&cell.content, Content::Items(items) if items.iter().all(|item| item.teacher.is_none()));
        if is_common && names_nobody {
            cell.content = Content::NoLesson;
        }
    }
}

fn names_in<'r>(read: &'r Read) -> Vec<&'r str> {
    match &read.content {
        Content::Items(_) if read.is_of_teacher => vec![read.place.whose.as_str()],
        Content::Items(items) => items
            .iter()
            .filter_map(|item| item.teacher.as_deref())
            .collect(),
        _ => Vec::new(),
    }
}

fn understood(sheet: &TimetableSheet, cells: &[Read], unclear: usize) -> Understood {
    let mut days = [false; 7];
    for place in &sheet.frame.places {
        days[place.day] = true;
    }
    let lessons = || sheet.frame.places.iter().map(|place| place.lesson);
    let read = cells
        .iter()
        .filter(|cell| matches!(cell.content, Content::Items(_)))
        .count();
    Understood {
        is_of_teachers: sheet.across.is_of_teachers(),
        days,
        lessons: (lessons().min().unwrap_or(0), lessons().max().unwrap_or(0)),
        whose: sheet.frame.whose.len() as u32,
        cells: read as u32,
        unclear: unclear as u32,
    }
}
