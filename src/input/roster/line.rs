//! One row of a table: what its cells say of the day, the time, the class and the subject.

use crate::domain::{Cell, Date, Lessons, Minute, SourceId};
use crate::input::cells;
use crate::input::complaint::{Complaints, Gravity};
use crate::input::problem::{FactProblem, NameKind};

use super::header::Header;
use super::layout::Meaning;
use super::names::{ClassRead, Names, SubjectRead, without_group};
use super::problem::RosterProblem;
use super::sheet::{CellText, Sheet};
use super::when::Said;

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Line<'a, 'g> {
    pub sheet: &'a Sheet<'g>,
    pub header: &'a Header,
    /// Position in the grid.
    pub row: usize,
}

/// A row's time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineTime {
    /// The day.
    pub date: Option<Date>,
    /// The row, or one above it, says some day.
    pub is_dated: bool,
    /// The row's own cell says the day.
    pub is_own: bool,
    /// Lesson numbers.
    pub lessons: Lessons,
    /// The start.
    pub start: Option<Minute>,
}

/// A row's class and subject, with the texts they were read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineWork {
    /// The classes.
    pub classes: Vec<ClassRead>,
    /// The subject, as typed.
    pub subject: String,
    /// What that means.
    pub meant: Option<SubjectRead>,
    /// The group, as typed.
    pub group: String,
}

impl<'g> Line<'_, 'g> {
    /// The cell of the column with that meaning; empty where there is none.
    pub fn cell(&self, meaning: Meaning) -> CellText<'g> {
        let place = self.header.place(meaning);
        place.map_or_else(CellText::default, |place| self.sheet.cell(self.row, place))
    }

    /// The cell of a column that names people; what is merged with it from elsewhere, as a title is, names nobody.
    pub fn person(&self, column: usize) -> CellText<'g> {
        let cell = self.sheet.cell(self.row, column);
        let from = (cell.column as usize).checked_sub(1);
        let from = from.and_then(|from| self.header.columns.get(from));
        let names_people = from
            .is_some_and(|column| matches!(column.meaning, Meaning::People(_) | Meaning::Person));
        if names_people {
            cell
        } else {
            CellText { text: "", ..cell }
        }
    }

    /// Number of the row in the file.
    pub fn number(&self) -> u32 {
        self.sheet.row_number(self.row)
    }

    /// The file and sheet.
    pub fn source(&self) -> SourceId {
        self.sheet.grid.source
    }

    /// The cell, for a complaint.
    pub fn at(&self, cell: CellText<'_>) -> Cell {
        Cell {
            source: self.source(),
            row: cell.row,
            column: Some(cell.column),
        }
    }

    /// The row's own words for its time. What a file of ours says is read as strictly as it was written.
    pub fn time(&self, names: &Names<'_>, complaints: &mut Complaints) -> LineTime {
        let day = self.cell(Meaning::Date);
        let said = self.day(day, names, complaints);
        let mut time = LineTime {
            date: said.date,
            is_dated: !day.is_empty(),
            is_own: said.date.is_some(),
            lessons: said.lessons,
            start: said.start,
        };
        let lesson = self.cell(Meaning::Lesson);
        if !lesson.is_empty() && !cells::is_none_mark(lesson.text) {
            let mut said = names.lesson_or_time(lesson.text);
            if let Some(start) = cells::fraction_of_day(lesson.text) {
                said = Said {
                    start: Some(start),
                    ..Said::default()
                };
            }
            if said.lessons.is_empty() && said.start.is_none() {
                complaints.add(
                    Gravity::Warning,
                    self.at(lesson),
                    lesson.text,
                    RosterProblem::NotATime,
                );
            } else if !said.unread.is_empty() {
                let unread = said.unread.join(" ");
                complaints.add(
                    Gravity::Note,
                    self.at(lesson),
                    &unread,
                    RosterProblem::Unread,
                );
            }
            (time.lessons, time.start) = (said.lessons, said.start);
        }
        let start = self.cell(Meaning::Start);
        if !start.is_empty() {
            let read = cells::fraction_of_day(start.text);
            let read = read.or_else(|| names.lesson_or_time(start.text).start);
            let read = read.or_else(|| cells::time(start.text).ok());
            if read.is_none() && !cells::is_none_mark(start.text) {
                complaints.add(
                    Gravity::Warning,
                    self.at(start),
                    start.text,
                    FactProblem::NotATime,
                );
            }
            time.start = read.or(time.start);
        }
        time
    }

    fn day(&self, day: CellText<'_>, names: &Names<'_>, complaints: &mut Complaints) -> Said {
        let mut said = names.day(day.text);
        if said.date.is_none() {
            said.date = said
                .weekday
                .and_then(|weekday| names.calendar.only(weekday));
        }
        if day.is_empty() {
            return said;
        }
        if said.date.is_none() {
            complaints.add(
                Gravity::Warning,
                self.at(day),
                day.text,
                FactProblem::NotADate,
            );
        } else if !said.unread.is_empty() {
            let unread = said.unread.join(" ");
            complaints.add(Gravity::Note, self.at(day), &unread, RosterProblem::Unread);
        }
        if said.is_at_odds() {
            complaints.add(
                Gravity::Warning,
                self.at(day),
                day.text,
                RosterProblem::WeekdayAtOdds,
            );
        }
        said
    }

    /// The row's class and subject: its own, or those of the cells given, which stand above it.
    pub fn work(&self, names: &Names<'_>, class: CellText<'_>, subject: CellText<'_>) -> LineWork {
        let of_school = self.cell(Meaning::School).text;
        // A group's words may be part of a name: `Gr 2 B`.
        let is_class = |piece: &str| !names.classes_named(piece.trim(), of_school).is_empty();
        let is_listed =
            is_class(class.text) || class.text.split([',', ';', '/', '\n']).all(is_class);
        let (class_text, class_group) = if is_listed {
            (class.text.to_owned(), None)
        } else {
            without_group(class.text)
        };
        let (subject_text, subject_group) = if names.subjects.find(subject.text).is_some() {
            (subject.text.to_owned(), None)
        } else {
            without_group(subject.text)
        };
        let own_group = self.cell(Meaning::Group).text;
        let group = if own_group.is_empty() {
            class_group.or(subject_group).unwrap_or_default()
        } else {
            own_group.to_owned()
        };
        let mut work = LineWork {
            classes: names.classes_in(&class_text, of_school),
            meant: (!subject.is_empty()).then(|| names.subject_in(&subject_text)),
            subject: subject.text.to_owned(),
            group,
        };
        if work.meant == Some(SubjectRead::Unknown) && subject_text != subject.text {
            work.meant = Some(names.subject_in(subject.text));
        }
        if work.meant.is_none() && work.classes.iter().any(|class| class.classes.is_empty()) {
            work.part(names, &class_text, of_school);
        }
        work
    }

    /// Classes and subjects that nobody knows are told, with the nearest name there is.
    pub fn tell_unknown(
        &self,
        work: &LineWork,
        class: CellText<'_>,
        subject: CellText<'_>,
        names: &Names<'_>,
        complaints: &mut Complaints,
    ) {
        let is_here = |cell: CellText<'_>| cell.row == self.number();
        let unknown = work.classes.iter().filter(|read| read.classes.is_empty());
        for read in unknown.filter(|_| is_here(class)) {
            let mut indexes = names.classes.iter();
            let nearest = indexes.find_map(|index| index.nearest(&read.text, complaints.budget()));
            let problem = FactProblem::UnknownName {
                kind: NameKind::Class,
                nearest: nearest.map(str::to_owned),
            };
            complaints.add(Gravity::Warning, self.at(class), &read.text, problem);
        }
        if work.meant == Some(SubjectRead::Unknown) && is_here(subject) {
            let nearest = names.subjects.nearest(subject.text, complaints.budget());
            let problem = FactProblem::UnknownName {
                kind: NameKind::Subject,
                nearest: nearest.map(str::to_owned),
            };
            complaints.add(Gravity::Warning, self.at(subject), subject.text, problem);
        }
    }
}

impl LineWork {
    /// `5А, математика`, `Математика 5А`: one cell for both.
    fn part(&mut self, names: &Names<'_>, text: &str, of_school: &str) {
        let is_gap = |letter: char| {
            letter.is_whitespace() || matches!(letter, ',' | '/' | ';' | '-' | '–' | '—')
        };
        let gaps = text.char_indices().filter(|&(_, letter)| is_gap(letter));
        for (at, letter) in gaps {
            let (before, after) = (text[..at].trim(), text[at + letter.len_utf8()..].trim());
            let after = after.trim_start_matches(is_gap);
            for (class, subject) in [(before, after), (after, before)] {
                let classes = names.classes_in(class, of_school);
                let is_known =
                    !classes.is_empty() && classes.iter().all(|class| !class.classes.is_empty());
                let meant = names.subject_in(subject.trim_end_matches(is_gap));
                if is_known && meant != SubjectRead::Unknown {
                    self.classes = classes;
                    self.meant = Some(meant);
                    subject.clone_into(&mut self.subject);
                    return;
                }
            }
        }
    }
}
