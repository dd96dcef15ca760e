//! FET's years, groups and subgroups as classes and groups within them.
//!
//! A group is a class; a year without groups is one too. Groups that share subgroups cannot all be classes: those that cut the year
//! into classes are told by their names (5a, 5b beside 5French), else the year is the class. The others are groups within classes, and a
//! subgroup is a part of every class that it belongs to.

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
    /// Subgroups of the groups that are no classes.
    sets: HashMap<String, BTreeSet<String>>,
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
            let classes = classes_among(&groups);
            if classes.len() < groups.len() {
                let line = year.line;
                log.about(year_name, ImportProblem::GroupsOverlap { line });
                students.add_sets(&groups, &classes);
            }
            if classes.is_empty() {
                vec![year]
            } else {
                classes
            }
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
        let next = draft.classes.len();
        if names.find(name).is_none() && names.add(name, next, (list, line), log) {
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
        }
        let class = names.find(name)?;
        self.whole.entry(name.to_owned()).or_default().insert(class);
        let of_groups = group.all("Group").flat_map(|group| group.all("Subgroup"));
        for subgroup in group.all("Subgroup").chain(of_groups) {
            let name = subgroup.text_of("Name");
            if !name.is_empty() && self.parts.entry(name.to_owned()).or_default().insert(class) {
                *self.subgroups.entry(class).or_default() += 1;
            }
        }
        Some(class)
    }

    /// Takes down the groups that are not among the classes.
    fn add_sets(&mut self, groups: &[&Element], classes: &[&Element]) {
        for group in groups {
            if !classes.iter().any(|class| std::ptr::eq(*class, *group)) {
                let set = self
                    .sets
                    .entry(group.text_of("Name").to_owned())
                    .or_default();
                set.extend(subgroups(group).into_iter().map(str::to_owned));
            }
        }
    }

    /// Is there a year, group or subgroup of this name?
    pub fn knows(&self, name: &str) -> bool {
        self.whole.contains_key(name)
            || self.parts.contains_key(name)
            || self.sets.contains_key(name)
    }

    /// Classes that an activity in `subject` for these sets concerns, each with the group's name, or nothing where it is the whole class.
    pub fn classes_of(
        &mut self,
        sets: &BTreeSet<&str>,
        subject: usize,
    ) -> BTreeSet<(usize, String)> {
        let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
        for &set in sets {
            for &class in self.whole.get(set).into_iter().flatten() {
                parts.entry(class).or_default().is_whole = true;
            }
        }
        for &set in sets.iter().filter(|&&set| !self.whole.contains_key(set)) {
            let alone = BTreeSet::from([set.to_owned()]);
            for subgroup in self.sets.get(set).unwrap_or(&alone) {
                for &class in self.parts.get(subgroup).into_iter().flatten() {
                    let part = parts.entry(class).or_default();
                    part.subgroups.insert(subgroup.clone());
                    part.names.insert(set.to_owned());
                }
            }
        }
        parts
            .into_iter()
            .map(|(class, part)| (class, self.label(class, subject, part)))
            .collect()
    }

    /// Name of a part of a class: nothing where it is the whole of it, its groups' where they are few, else the subject's number
    /// within the class.
    fn label(&mut self, class: usize, subject: usize, part: Part) -> String {
        /// Names that can be read side by side.
        const FEW: usize = 3;
        let count = part.subgroups.len();
        let is_all = self.subgroups.get(&class) == Some(&count) && count > 1;
        if part.is_whole || is_all {
            return String::new();
        }
        let names: Vec<String> = part.names.into_iter().collect();
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

/// What an activity takes of a class.
#[derive(Debug, Default)]
struct Part {
    is_whole: bool,
    subgroups: BTreeSet<String>,
    /// As the activity has them.
    names: BTreeSet<String>,
}

/// Names of a group's subgroups.
fn subgroups(group: &Element) -> BTreeSet<&str> {
    group
        .all("Subgroup")
        .map(|subgroup| subgroup.text_of("Name"))
        .filter(|name| !name.is_empty())
        .collect()
}

/// Those of a year's groups that are classes: all, where no two share pupils; else the only ones that divide the year and are named
/// alike, all but the last letter (of several, those with the shortest names); none where that does not tell.
fn classes_among<'r>(groups: &[&'r Element]) -> Vec<&'r Element> {
    let is_divided = |groups: &[&Element]| {
        let mut seen = BTreeSet::new();
        groups
            .iter()
            .flat_map(|group| subgroups(group))
            .all(|subgroup| seen.insert(subgroup))
    };
    if is_divided(groups) {
        return groups.to_vec();
    }
    let everybody: BTreeSet<&str> = groups.iter().flat_map(|group| subgroups(group)).collect();
    let mut families: BTreeMap<(usize, String), Vec<&Element>> = BTreeMap::new();
    for &group in groups {
        let mut stem: Vec<char> = group.text_of("Name").trim().chars().collect();
        stem.pop();
        let family = (stem.len(), stem.into_iter().collect());
        families.entry(family).or_default().push(group);
    }
    let mut dividing = families.into_iter().filter(|(_, family)| {
        let all: BTreeSet<&str> = family.iter().flat_map(|group| subgroups(group)).collect();
        family.len() > 1 && all == everybody && is_divided(family)
    });
    let Some(((length, _), first)) = dividing.next() else {
        return Vec::new();
    };
    match dividing.next() {
        Some(((next, _), _)) if next == length => Vec::new(),
        _ => first,
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
