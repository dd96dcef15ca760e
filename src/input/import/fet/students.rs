//! FET's years, groups and subgroups as classes and groups within them.
//!
//! A group is a class; a year without groups is one too. A subgroup is a part of every group that lists it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::input::import::draft::{Class, Draft};
use crate::input::import::keys::Names;
use crate::input::import::log::Log;
use crate::input::import::xml::Element;
use crate::input::import::{ImportProblem, List};

/// What the names of student sets stand for.
#[derive(Debug, Default)]
pub struct Students {
    /// Classes, whole, that a year or a group stands for.
    whole: HashMap<String, BTreeSet<usize>>,
    /// Classes that a subgroup is a part of.
    parts: HashMap<String, BTreeSet<usize>>,
    /// Number of subgroups of each class.
    subgroups: BTreeMap<usize, usize>,
    /// Groups of several subgroups that got a name: by class, subject and subgroups.
    labels: HashMap<(usize, usize, Vec<String>), String>,
    /// How many such groups there are of a class and subject.
    labelled: HashMap<(usize, usize), u32>,
}

/// Reads the lists.
pub fn read(top: &Element, draft: &mut Draft, log: &mut Log) -> Students {
    let mut students = Students::default();
    let mut names = Names::default();
    for year in top.entries("Students_List", "Year") {
        let year_name = year.text_of("Name");
        let groups: Vec<&Element> = year.all("Group").collect();
        let mut classes = BTreeSet::new();
        // A year that is not divided is itself what others call a class.
        let listed = if groups.is_empty() {
            vec![year]
        } else {
            groups
        };
        for group in listed {
            classes.extend(students.add_class(group, year_name, &mut names, (draft, log)));
        }
        students
            .whole
            .entry(year_name.to_owned())
            .or_default()
            .extend(classes);
    }
    for room in top.entries("Space_Constraints_List", "ConstraintStudentsSetHomeRoom") {
        let class = names.find(room.text_of("Students"));
        if let Some(class) = class.and_then(|class| draft.classes.get_mut(class)) {
            room.text_of("Room").clone_into(&mut class.room);
        }
    }
    students
}

impl Students {
    fn add_class(
        &mut self,
        group: &Element,
        year: &str,
        names: &mut Names,
        (draft, log): (&mut Draft, &mut Log),
    ) -> Option<usize> {
        let (list, line) = (List::Classes, group.line);
        let name = group.text_of("Name");
        if name.is_empty() {
            log.about("", ImportProblem::EmptyName { list, line });
            return None;
        }
        // A group may stand in several years: it is one class all the same.
        let class = names.find(name).unwrap_or_else(|| {
            let class = draft.classes.len();
            names.add(name, class, (list, line), log);
            draft.classes.push(Class {
                name: name.to_owned(),
                grade: grade(name, year),
                pupils: group
                    .text_of("Number_of_Students")
                    .parse()
                    .ok()
                    .filter(|&pupils| pupils > 0),
                room: String::new(),
            });
            class
        });
        self.whole.entry(name.to_owned()).or_default().insert(class);
        for subgroup in group.all("Subgroup") {
            let name = subgroup.text_of("Name");
            if !name.is_empty() && self.parts.entry(name.to_owned()).or_default().insert(class) {
                *self.subgroups.entry(class).or_default() += 1;
            }
        }
        Some(class)
    }

    /// Is there a year, group or subgroup of this name?
    pub fn knows(&self, name: &str) -> bool {
        self.whole.contains_key(name) || self.parts.contains_key(name)
    }

    /// Classes that an activity in `subject` for these sets concerns, each with the group's name, or nothing where it is the whole class.
    pub fn classes_of(
        &mut self,
        sets: &BTreeSet<&str>,
        subject: usize,
    ) -> BTreeSet<(usize, String)> {
        let mut parts: BTreeMap<usize, Option<BTreeSet<&str>>> = BTreeMap::new();
        for &set in sets {
            for &class in self.whole.get(set).into_iter().flatten() {
                parts.insert(class, None);
            }
        }
        for &set in sets {
            if self.whole.contains_key(set) {
                continue;
            }
            for &class in self.parts.get(set).into_iter().flatten() {
                if let Some(subgroups) = parts.entry(class).or_insert_with(|| Some(BTreeSet::new()))
                {
                    subgroups.insert(set);
                }
            }
        }
        parts
            .into_iter()
            .map(|(class, subgroups)| {
                let group = subgroups.map_or_else(String::new, |s| self.label(class, subject, &s));
                (class, group)
            })
            .collect()
    }

    /// Name of the group of these subgroups: theirs where they are few, else the subject's number within the class.
    fn label(&mut self, class: usize, subject: usize, subgroups: &BTreeSet<&str>) -> String {
        /// Names that can be read side by side.
        const FEW: usize = 3;
        if self.subgroups.get(&class) == Some(&subgroups.len()) && subgroups.len() > 1 {
            return String::new();
        }
        let names: Vec<String> = subgroups.iter().map(|&name| name.to_owned()).collect();
        if names.len() <= FEW {
            return names.join("+");
        }
        let labelled = self.labelled.entry((class, subject)).or_default();
        self.labels
            .entry((class, subject, names))
            .or_insert_with(|| {
                *labelled += 1;
                format!("group {labelled}")
            })
            .clone()
    }
}

/// The grade that the year's name says where the class's own does not begin with a number.
fn grade(class: &str, year: &str) -> Option<u32> {
    /// Schools have no more grades; other numbers are years of birth, codes.
    const LAST: u32 = 13;
    if class
        .trim_start()
        .starts_with(|letter: char| letter.is_ascii_digit())
    {
        return None;
    }
    let digits: String = year
        .trim()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits
        .parse()
        .ok()
        .filter(|grade| (1..=LAST).contains(grade))
}
