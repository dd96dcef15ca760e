//! The part of the page that changes with the lists only: people, sittings, tables, complaints.

use std::collections::HashMap;

use chrono::Datelike;
use serde::Serialize;

use crate::domain::{Cell, Lang, Minute, Role, School, Sitting};
use crate::input::{Complaint, Dialect, Gravity, TableSummary};
use crate::lang::sheets::dates;
use crate::service::Complaints;
use crate::service::report::PerRole;
use crate::service::views::lesson_of;
use crate::sheets::initials;

use crate::service::desk::Desk;

use super::reading::{AsideView, MissingView};

/// The lists and what there is to say about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SchoolView {
    /// The number of the last change.
    pub revision: u64,
    /// The number of the last change of the lists.
    pub school_revision: u64,
    /// What they say, where they can be used.
    pub school: Option<FactsView>,
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableLine>,
    /// By file, row and column; those about the roster's file last.
    pub complaints: Vec<ComplaintView>,
    /// Sheets that are no table of the school.
    pub aside: Vec<AsideView>,
    /// Tables that the school does not have.
    pub missing: Vec<MissingView>,
    /// Are observers invited?
    pub observers: bool,
    /// The step that undo takes back.
    pub undo: Option<String>,
    /// The step that redo takes again.
    pub redo: Option<String>,
}

/// People and sittings; ids are positions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactsView {
    /// Name of the school; empty where not given.
    pub name: String,
    /// The preset.
    pub preset: &'static str,
    /// Schools of a district.
    pub schools: Vec<String>,
    /// Is there a weekly timetable, so that lost lessons count?
    pub timetable: bool,
    /// Everybody.
    pub people: Vec<PersonView>,
    /// The schedule.
    pub sittings: Vec<SittingView>,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// Position.
    pub id: usize,
    /// In full.
    pub name: String,
    /// Surname and initials; more of the name where two people share them.
    pub short: String,
    /// Job title.
    pub position: String,
    /// Works here.
    pub staff: bool,
    /// Has a child here.
    pub parent: bool,
    /// Roles the person may hold.
    pub roles: Vec<&'static str>,
    /// Load carried over.
    pub before: PerRole,
}

/// A row of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SittingView {
    /// Position.
    pub id: usize,
    /// ISO.
    pub date: String,
    /// As people write it.
    pub date_words: String,
    /// Day of the week.
    pub weekday: &'static str,
    /// `2`, `2-3`, or the clock time.
    pub lesson: String,
    /// `09:25`, or empty.
    pub start: String,
    /// `10:10`, or empty.
    pub end: String,
    /// Class.
    pub class: String,
    /// Its grade.
    pub grade: u32,
    /// Name of its school, in a district.
    pub school: Option<String>,
    /// Subject.
    pub subject: String,
    /// Its short name, else its name.
    pub short: String,
    /// Group, or empty.
    pub group: String,
    /// Room, or empty.
    pub room: String,
    /// Number of pupils.
    pub pupils: u32,
    /// Works of one checker.
    pub works: u32,
    /// Places.
    pub places: PerRole,
}

/// A table as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableLine {
    /// Canonical name.
    pub table: &'static str,
    /// Name in the page's language.
    pub title: String,
    /// File.
    pub file: String,
    /// Sheet, in a workbook.
    pub sheet: Option<String>,
    /// Rows with text below the header.
    pub rows: usize,
    /// Of a text file.
    pub encoding: Option<&'static str>,
    /// Of a text file.
    pub delimiter: Option<char>,
    /// Row of the header.
    pub header: u32,
    /// Headers that no column has.
    pub unknown: Vec<String>,
}

/// Something to say about a cell, a row or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComplaintView {
    /// `error`, `warning`, `note`.
    pub gravity: &'static str,
    /// The file; `null` where none is meant.
    pub file: Option<String>,
    /// The sheet.
    pub sheet: Option<String>,
    /// Line of the file or row of the sheet.
    pub row: Option<u32>,
    /// From 1; `null`: the whole row.
    pub column: Option<u32>,
    /// The cell's text, as written.
    pub text: String,
    /// One sentence.
    pub message: String,
    /// The known name it comes nearest to.
    pub nearest: Option<String>,
}

impl Desk {
    /// The lists and what there is to say about them.
    pub fn school_view(&self, lang: Lang) -> SchoolView {
        let books = &self.scene.books;
        let line = |table: &TableSummary| table_line(table, &books.complaints, lang);
        let mut complaints = if self.is_blank() {
            // An empty folder is no folder with everything missing.
            Vec::new()
        } else {
            complaint_views(&books.complaints, lang)
        };
        complaints.extend(complaint_views(&self.scene.roster_complaints, lang));
        complaints.extend(complaint_views(&self.import_notes, lang));
        SchoolView {
            revision: self.revision,
            school_revision: self.school_revision,
            school: books
                .facts
                .as_ref()
                .map(|facts| facts_view(&facts.school, lang)),
            tables: books.tables.iter().map(line).collect(),
            complaints,
            aside: self.aside(),
            missing: self.missing(lang),
            observers: self.observers(),
            undo: self.undo_words(lang),
            redo: self.redo_words(lang),
        }
    }
}

fn facts_view(school: &School, lang: Lang) -> FactsView {
    let names: Vec<&str> = school.people.iter().map(|it| it.name.as_str()).collect();
    let short = short_names(&names);
    let people = school.person_ids().map(|id| {
        let person = school.person(id);
        let roles = Role::ALL.into_iter();
        PersonView {
            id: id.index(),
            name: person.name.clone(),
            short: short[id.index()].clone(),
            position: person
                .staff
                .as_ref()
                .map(|it| it.position.clone())
                .unwrap_or_default(),
            staff: person.staff.is_some(),
            parent: person.parent.is_some(),
            roles: roles
                .filter(|&role| school.is_candidate(id, role))
                .map(Role::name)
                .collect(),
            before: person.history.map(u64::from).into(),
        }
    });
    let sittings = school.sittings.iter().enumerate();
    FactsView {
        name: school.policy.document.school.clone(),
        preset: school.policy.preset.name(),
        schools: if school.is_district() {
            school.schools.clone()
        } else {
            Vec::new()
        },
        timetable: !school.lessons.is_empty(),
        people: people.collect(),
        sittings: sittings
            .map(|(id, it)| sitting_view(school, id, it, lang))
            .collect(),
    }
}

/// What everybody is called where there is little room: the shortest form that nobody else has.
fn short_names(names: &[&str]) -> Vec<String> {
    let forms = |name: &&str| [initials(name), first_name_in_full(name)];
    let all: Vec<[String; 2]> = names.iter().map(forms).collect();
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for form in all.iter().flatten() {
        *bearers.entry(form).or_default() += 1;
    }
    let short = names.iter().zip(&all).map(|(name, forms)| {
        let own = forms.iter().find(|form| bearers[form.as_str()] == 1);
        own.cloned().unwrap_or_else(|| (*name).to_owned())
    });
    short.collect()
}

/// `Иванова Анна П.` of `Иванова Анна Петровна`.
fn first_name_in_full(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words[..] {
        [surname, first, father] => {
            let letter = father.chars().next().unwrap_or_default();
            format!("{surname} {first} {letter}.")
        }
        _ => name.to_owned(),
    }
}

fn sitting_view(school: &School, id: usize, sitting: &Sitting, lang: Lang) -> SittingView {
    let class = school.class(sitting.class);
    let subject = school.subject(sitting.subject);
    let minute = |minute: Option<Minute>| minute.map(|it| it.to_string()).unwrap_or_default();
    let short = if subject.short.is_empty() {
        &subject.name
    } else {
        &subject.short
    };
    SittingView {
        id,
        date: sitting.date.format("%Y-%m-%d").to_string(),
        date_words: dates::long(sitting.date, lang),
        weekday: dates::weekday(sitting.date.weekday(), lang),
        lesson: lesson_of(sitting),
        start: minute(sitting.span.start()),
        end: minute(sitting.span.end()),
        class: class.name.clone(),
        grade: class.grade,
        school: school
            .is_district()
            .then(|| school.schools[class.school.index()].clone()),
        subject: subject.name.clone(),
        short: short.clone(),
        group: sitting
            .group
            .map(|group| school.groups[group.index()].clone())
            .unwrap_or_default(),
        room: sitting.room.clone(),
        pupils: sitting.pupils,
        works: sitting.works(),
        places: sitting.places.map(u64::from).into(),
    }
}

fn table_line(table: &TableSummary, complaints: &Complaints, lang: Lang) -> TableLine {
    let source = complaints.sources.get(table.source.index());
    let (encoding, delimiter) = match table.dialect {
        Dialect::Csv {
            encoding,
            delimiter,
        } => (Some(encoding), Some(delimiter)),
        Dialect::Sheet => (None, None),
    };
    TableLine {
        table: table.table,
        title: capitalised(table.title(lang)),
        file: source.map(|it| it.file.clone()).unwrap_or_default(),
        sheet: source.and_then(|it| it.sheet.clone()),
        rows: table.rows,
        encoding,
        delimiter,
        header: table.header_row,
        unknown: table.unknown_columns.clone(),
    }
}

/// With a capital letter.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Complaints in words.
pub fn complaint_views(complaints: &Complaints, lang: Lang) -> Vec<ComplaintView> {
    let view = |complaint: &Complaint| {
        let place = complaints.place_of(complaint);
        let cell: Option<Cell> = place.and_then(|(_, cell)| cell);
        ComplaintView {
            gravity: match complaint.gravity {
                Gravity::Error => "error",
                Gravity::Warning => "warning",
                Gravity::Note => "note",
            },
            file: place.map(|(source, _)| source.file.clone()),
            sheet: place.and_then(|(source, _)| source.sheet.clone()),
            row: cell.map(|cell| cell.row),
            column: cell.and_then(|cell| cell.column),
            text: complaint.text.clone(),
            message: complaint.sentence(lang),
            nearest: complaint.nearest(lang),
        }
    };
    complaints.list.iter().map(view).collect()
}

#[cfg(test)]
mod tests {
    use super::short_names;

    #[test]
    fn namesakes_are_told_apart_where_there_is_little_room() {
        let names = [
            "Кузнецова Олеся Викторовна",
            "Кузнецова Ольга Викторовна",
            "Ким Анна Юрьевна",
            "Ким Анна Яковлевна",
            "Ким Анна Якубовна",
        ];
        assert_eq!(
            short_names(&names),
            [
                "Кузнецова Олеся В.",
                "Кузнецова Ольга В.",
                "Ким\u{a0}А.\u{a0}Ю.",
                "Ким Анна Яковлевна",
                "Ким Анна Якубовна",
            ]
        );
    }
}
