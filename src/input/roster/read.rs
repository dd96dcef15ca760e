//! A file becomes a roster: every row, whether its sitting and its person are known or not.

use std::collections::HashMap;

use crate::domain::{
    ClassId, Date, Doubt, Lang, NameAt, PersonId, Roster, RosterRow, RowSitting, School, SchoolId,
    Seat, SittingId, Source, SubjectId,
};
use crate::input::InputFile;
use crate::input::cells;
use crate::input::complaint::{Complaints, Gravity};
use crate::input::grid::{Grid, read_grid_file};
use crate::input::header::{self, Column};
use crate::input::names::{
    Found, KeyIndex, PeopleIndex, class_key, clean, group_key, subject_key, word_key,
};
use crate::input::problem::FactProblem;
use crate::input::tables::{Field, Row, Table};

use super::{COLUMNS, ColumnUse, Form, LAYOUT, Meaning, RosterReading, RowTime, SheetLayout};

/// A header row with fewer of the tidy form's columns than this is no tidy roster.
const FEWEST_COLUMNS: usize = 3;

/// Reads a roster against the school it staffs: every sheet that has the tidy form's columns, or, where a sheet has all of
/// them, no other.
pub fn read_roster(file: &InputFile, school: &School) -> RosterReading {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    let grids = read_grid_file(file, &mut sources, &mut complaints);
    let mut complaints = Complaints::continue_from(complaints);
    let tidy = rosters_among(&grids);
    if tidy.is_empty() && !complaints.has_error() {
        let source = Source {
            file: file.name.clone(),
            sheet: None,
        };
        let columns = COLUMNS.map(Column::word).to_vec();
        complaints.about_file(Gravity::Error, source, "", FactProblem::NotTidy(columns));
    }
    let names = Names::of(school);
    let mut roster = Roster::default();
    let (mut times, mut layouts, mut lang) = (Vec::new(), Vec::new(), Lang::En);
    for grid in tidy {
        let Some(header) = header::find(grid, &LAYOUT, &mut complaints) else {
            continue;
        };
        let table = Table {
            grid,
            header: Some(header),
        };
        let sheet = sources[grid.source.index()].sheet.clone();
        lang = lang_of(&table);
        layouts.push(layout_of(&table, sheet.clone()));
        for row in table.rows() {
            let Some(read) = names.row(&row, &mut complaints) else {
                continue;
            };
            times.push(names.time(&row, &read));
            roster.rows.push(RosterRow {
                sheet: sheet.clone(),
                ..read
            });
        }
    }
    RosterReading {
        roster: (!complaints.has_error()).then_some(roster),
        layouts,
        times,
        lang,
        complaints: complaints.sorted(&sources),
        sources,
    }
}

/// The sheets to read. A sheet with every column is a roster as it was written; what stands beside it in an exported
/// workbook (annexes, personal sheets) tells the same duties again.
fn rosters_among(grids: &[Grid]) -> Vec<&Grid> {
    let complete: Vec<&Grid> = grids.iter().filter(|grid| is_complete(grid)).collect();
    if complete.is_empty() {
        grids.iter().filter(|grid| is_tidy(grid)).collect()
    } else {
        complete
    }
}

fn is_complete(grid: &Grid) -> bool {
    header::likeliest_row(grid, &LAYOUT).is_some_and(|(count, _)| count >= COLUMNS.len())
}

/// Russian where a known column's name has a Cyrillic letter.
fn lang_of(table: &Table<'_>) -> Lang {
    let Some(header) = &table.header else {
        return Lang::En;
    };
    let cells = &table.grid.rows[header.index].cells;
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let mut names = header.all_places().filter_map(|place| cells.get(place));
    if names.any(|name| name.contains(is_cyrillic)) {
        Lang::Ru
    } else {
        Lang::En
    }
}

/// The table as typed, and what its columns say.
fn layout_of(table: &Table<'_>, sheet: Option<String>) -> SheetLayout {
    let grid = table.grid;
    let header = table.header.as_ref();
    let headings = header.map(|header| &grid.rows[header.index].cells);
    let meaning = |place| {
        let is_there = |(column, _): &&(Column, Meaning)| {
            header.and_then(|header| header.place(*column)) == Some(place)
        };
        let known = MEANINGS.iter().find(is_there);
        known.map_or(Meaning::Unknown, |&(_, meaning)| meaning)
    };
    let columns = headings.into_iter().flatten().enumerate();
    SheetLayout {
        source: grid.source,
        sheet,
        dialect: grid.dialect.clone(),
        form: Form::Tidy,
        rows: grid.rows.clone(),
        merged: grid.merged.clone(),
        header: header.iter().map(|header| header.row).collect(),
        columns: columns
            .map(|(place, heading)| ColumnUse {
                heading: clean(heading),
                meaning: meaning(place),
            })
            .collect(),
    }
}

/// What the columns of the tidy form say.
const MEANINGS: [(Column, Meaning); 13] = [
    (Column::Date, Meaning::Date),
    (Column::Lesson, Meaning::Lesson),
    (Column::Start, Meaning::Start),
    (Column::End, Meaning::End),
    (Column::Class, Meaning::Class),
    (Column::Subject, Meaning::Subject),
    (Column::Group, Meaning::Group),
    (Column::Room, Meaning::Room),
    (Column::Role, Meaning::Role),
    (Column::Person, Meaning::Person),
    (Column::School, Meaning::School),
    (Column::Pinned, Meaning::Pinned),
    (Column::Note, Meaning::Note),
];

/// The whole cell, less a mark that says nobody.
fn name_at(person: Field<'_>) -> NameAt {
    let named = if cells::is_none_mark(person.text) {
        0
    } else {
        person.text.len()
    };
    NameAt {
        row: person.at.row,
        column: person.at.column.unwrap_or_default(),
        part: 0,
        bytes: 0..named,
    }
}

fn is_tidy(grid: &Grid) -> bool {
    header::likeliest_row(grid, &LAYOUT).is_some_and(|(count, _)| count >= FEWEST_COLUMNS)
        && header::likeliest_row(grid, &DUTY).is_some()
}

/// Without one of these a sheet with dates, classes and subjects is a schedule, or a wide roster.
const DUTY: header::Layout = header::Layout {
    required: &[Column::Role],
    optional: &[Column::Person],
};

/// What the school's names mean.
pub(super) struct Names<'s> {
    pub(super) school: &'s School,
    pub(super) people: PeopleIndex,
    pub(super) classes: Vec<KeyIndex<ClassId>>,
    pub(super) subjects: KeyIndex<SubjectId>,
    schools: HashMap<String, SchoolId>,
    sittings: HashMap<(Date, ClassId, SubjectId), Vec<SittingId>>,
}

impl<'s> Names<'s> {
    pub(super) fn of(school: &'s School) -> Self {
        let mut names = Self {
            school,
            people: people(school),
            classes: vec![KeyIndex::new(class_key); school.schools.len()],
            subjects: KeyIndex::new(subject_key),
            schools: HashMap::new(),
            sittings: HashMap::new(),
        };
        for (index, name) in school.schools.iter().enumerate() {
            names.schools.insert(word_key(name), SchoolId::new(index));
        }
        for (index, class) in school.classes.iter().enumerate() {
            names.classes[class.school.index()].insert(&class.name, ClassId::new(index));
        }
        for (index, subject) in school.subjects.iter().enumerate() {
            names.subjects.insert(&subject.name, SubjectId::new(index));
        }
        for (index, subject) in school.subjects.iter().enumerate() {
            if !subject.short.is_empty() {
                names.subjects.insert(&subject.short, SubjectId::new(index));
            }
        }
        for (alias, subject) in &school.aliases {
            names.subjects.insert(alias, *subject);
        }
        for id in school.sitting_ids() {
            let sitting = school.sitting(id);
            let key = (sitting.date, sitting.class, sitting.subject);
            names.sittings.entry(key).or_default().push(id);
        }
        names
    }

    /// A row of the file; `None`, and a complaint, where it names no role.
    fn row(&self, row: &Row<'_>, complaints: &mut Complaints) -> Option<RosterRow> {
        let role_field = row.field(Column::Role);
        let role = if role_field.is_empty() {
            Err(FactProblem::EmptyCell(Column::Role.word()))
        } else {
            cells::role(role_field.text)
        };
        let pinned_field = row.field(Column::Pinned);
        let pinned = if pinned_field.is_empty() {
            Ok(false)
        } else {
            cells::yes_no(pinned_field.text)
        };
        let pinned = said(pinned, pinned_field, complaints);
        let role = said(role, role_field, complaints);
        let person = row.field(Column::Person);
        Some(RosterRow {
            row: row.at().row,
            sheet: None,
            name: name_at(person),
            sitting: self.sitting(row),
            role: role?,
            seat: self.seat(person.text),
            pinned: pinned?,
            note: row.field(Column::Note).text.to_owned(),
        })
    }

    fn seat(&self, text: &str) -> Seat {
        if text.is_empty() || cells::is_none_mark(text) {
            return Seat::Empty;
        }
        match self.people.find(text) {
            Found::One(person) => Seat::Person(person),
            Found::Several(candidates) => Seat::Ambiguous {
                text: clean(text),
                candidates,
                doubt: Doubt::SeveralFit,
            },
            Found::Nobody => Seat::Unknown(clean(text)),
        }
    }

    /// The sitting of that date, class and subject; of several, the one of that group and lesson.
    fn sitting(&self, row: &Row<'_>) -> RowSitting {
        let date_field = row.field(Column::Date);
        let (class, subject) = (row.field(Column::Class), row.field(Column::Subject));
        let date = cells::date(date_field.text, date_field.table.serials()).ok();
        let unknown = RowSitting::Unknown {
            date,
            class: clean(class.text),
            subject: clean(subject.text),
        };
        let (Some(date), Some(subject)) = (date, self.subjects.find(subject.text)) else {
            return unknown;
        };
        let mut fitting: Vec<SittingId> = self
            .classes_named(class.text, row.field(Column::School).text)
            .into_iter()
            .filter_map(|class| self.sittings.get(&(date, class, subject)))
            .flatten()
            .copied()
            .collect();
        if fitting.len() > 1 {
            self.keep_group(&mut fitting, row.field(Column::Group).text);
        }
        if fitting.len() > 1 {
            self.keep_time(&mut fitting, row);
        }
        match fitting.as_slice() {
            [one] => RowSitting::Known(*one),
            _ => unknown,
        }
    }

    /// Classes of that name: of the school named, else of every school.
    pub(super) fn classes_named(&self, class: &str, of_school: &str) -> Vec<ClassId> {
        let school = self.schools.get(&word_key(of_school));
        let indexes = match school {
            Some(school) => std::slice::from_ref(&self.classes[school.index()]),
            None => &self.classes,
        };
        indexes
            .iter()
            .filter_map(|index| index.find(class))
            .collect()
    }

    /// When the row says its sitting is, and where else that may be now.
    fn time(&self, row: &Row<'_>, read: &RosterRow) -> RowTime {
        let date = row.field(Column::Date);
        let alike = match read.sitting {
            RowSitting::Known(_) => Vec::new(),
            RowSitting::Unknown { .. } => self.alike(row),
        };
        RowTime {
            date: cells::date(date.text, date.table.serials()).ok(),
            lessons: cells::lessons(row.field(Column::Lesson).text).unwrap_or_default(),
            start: cells::time(row.field(Column::Start).text).ok(),
            alike,
        }
    }

    /// Sittings of the row's class and subject on any day; those of its group, if there are any.
    fn alike(&self, row: &Row<'_>) -> Vec<SittingId> {
        let (class, of_school) = (
            row.field(Column::Class).text,
            row.field(Column::School).text,
        );
        let classes = self.classes_named(class, of_school);
        let subject = self.subjects.find(row.field(Column::Subject).text);
        let mut alike: Vec<SittingId> = self
            .school
            .sitting_ids()
            .filter(|&id| {
                let sitting = self.school.sitting(id);
                classes.contains(&sitting.class) && subject == Some(sitting.subject)
            })
            .collect();
        let all = alike.clone();
        self.keep_group(&mut alike, row.field(Column::Group).text);
        if alike.is_empty() { all } else { alike }
    }

    fn keep_group(&self, fitting: &mut Vec<SittingId>, text: &str) {
        let wanted = group_key(text);
        fitting.retain(|&id| {
            let group = self.school.sitting(id).group;
            let name = group.map(|group| self.school.groups[group.index()].as_str());
            group_key(name.unwrap_or_default()) == wanted
        });
    }

    fn keep_time(&self, fitting: &mut Vec<SittingId>, row: &Row<'_>) {
        let lessons = cells::lessons(row.field(Column::Lesson).text).ok();
        let start = cells::time(row.field(Column::Start).text).ok();
        fitting.retain(|&id| {
            let span = &self.school.sitting(id).span;
            match (lessons, start) {
                (Some(lessons), _) if !span.lessons.is_empty() => span.lessons.intersects(lessons),
                (_, Some(start)) => span.start() == Some(start),
                _ => false,
            }
        });
    }
}

/// Everybody by name; a district's namesakes also without the school in brackets, which then fits several.
fn people(school: &School) -> PeopleIndex {
    let mut people = PeopleIndex::default();
    for id in school.person_ids() {
        let name = &school.person(id).name;
        people.insert(name, id);
        if let Some(bare) = without_school(school, id) {
            people.insert(bare, id);
        }
    }
    people
}

fn without_school(school: &School, person: PersonId) -> Option<&str> {
    let name = &school.person(person).name;
    school
        .schools
        .iter()
        .filter(|of_school| !of_school.is_empty())
        .find_map(|of_school| name.strip_suffix(&format!(" ({of_school})")))
}

fn said<T>(
    parsed: Result<T, FactProblem>,
    field: Field<'_>,
    complaints: &mut Complaints,
) -> Option<T> {
    parsed
        .map_err(|problem| complaints.error(field.at, field.text, problem))
        .ok()
}
