//! A table's rows become places: who is named in which role at which sitting, and where the name stands.

mod people;
mod seen;
mod state;

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::{NameAt, Role, RosterRow, RowSitting, Seat, SittingId};
use crate::input::cells;
use crate::input::complaint::{Complaints, Gravity};
use crate::input::problem::FactProblem;
use crate::lang::commands::numbers;

use super::RowTime;
use super::header::is_numbering;
use super::layout::{Form, Meaning};
use super::line::{Line, LineTime, LineWork};
use super::names::{Names, SubjectRead};
use super::problem::RosterProblem;
use super::sheet::Sheet;
use super::sittings::Sought;
use super::tables::DutyTable;

use seen::Seen;
pub use state::State;

/// A place that a row speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The place.
    pub row: RosterRow,
    /// When the row says its sitting is.
    pub time: RowTime,
    /// The form of its table.
    pub form: Form,
}

/// What a sheet's tables say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetRead {
    /// Places, in the order of rows and columns.
    pub entries: Vec<Entry>,
    /// Roles that a column, a title or a cell speaks of.
    pub roles: BTreeSet<Role>,
}

impl SheetRead {
    /// The places of the schedule that somebody is named for.
    pub fn named(&self) -> BTreeSet<(SittingId, Role)> {
        let named = self
            .entries
            .iter()
            .filter(|entry| entry.row.seat != Seat::Empty);
        named
            .filter_map(|entry| match entry.row.sitting {
                RowSitting::Known(sitting) => Some((sitting, entry.row.role)),
                RowSitting::Unknown { .. } => None,
            })
            .collect()
    }
}

/// Reads the tables of a sheet one after the other.
pub struct SheetReader<'a, 'g, 's> {
    pub sheet: &'a Sheet<'g>,
    /// Name of the sheet, in a workbook.
    pub name: Option<String>,
    pub names: &'a Names<'s>,
    pub complaints: &'a mut Complaints,
    read: SheetRead,
    state: State,
    seen: Seen<'g>,
}

impl<'a, 'g, 's> SheetReader<'a, 'g, 's> {
    /// Has read nothing yet.
    pub fn new(
        sheet: &'a Sheet<'g>,
        name: Option<String>,
        names: &'a Names<'s>,
        complaints: &'a mut Complaints,
    ) -> Self {
        Self {
            sheet,
            name,
            names,
            complaints,
            read: SheetRead::default(),
            state: State::default(),
            seen: Seen::default(),
        }
    }

    /// Reads all tables.
    pub fn read(mut self, tables: &[DutyTable]) -> SheetRead {
        if let Some(name) = self.name.clone() {
            self.state.hear_sheet(&name, self.names);
        }
        for table in tables {
            self.state.begin(table, self.sheet, self.names);
            let roles = table.header.people().filter_map(|(_, role)| role);
            self.read.roles.extend(roles);
            if table.header.form == Form::Tidy && !table.header.has(Meaning::Role) {
                let role = self.role_of_table(table);
                self.read.roles.insert(role);
            }
            for row in table.rows.clone() {
                let line = Line {
                    sheet: self.sheet,
                    header: &table.header,
                    row,
                };
                self.line(line);
            }
        }
        self.read
    }

    /// The role of a table without a role's column: its title says it; where none does, people are told what is assumed.
    fn role_of_table(&mut self, table: &DutyTable) -> Role {
        if let Some(role) = self.state.role {
            return role;
        }
        let line = Line {
            sheet: self.sheet,
            header: &table.header,
            row: table.header.first,
        };
        let heading = line.cell(Meaning::Person);
        let assumed = RosterProblem::RoleAssumed(Role::Proctor);
        self.complaints
            .add(Gravity::Warning, line.at(heading), heading.text, assumed);
        self.state.role = Some(Role::Proctor);
        Role::Proctor
    }

    fn line(&mut self, line: Line<'_, 'g>) {
        let is_own = line.header.is_own;
        if !is_own && (is_numbering(line.sheet, line.row) || self.is_section(line)) {
            return;
        }
        let mut quiet = Complaints::default();
        let time = line.time(self.names, &mut quiet);
        let [class, subject] = [Meaning::Class, Meaning::Subject].map(|meaning| line.cell(meaning));
        let own = self.seen.work(line, self.names);
        let is_named = self.names_somebody(line);
        let says_work = own.classes.iter().any(|class| !class.classes.is_empty())
            || own
                .meant
                .as_ref()
                .is_some_and(|meant| *meant != SubjectRead::Unknown);
        let has_words = self.has_words(line, class, subject);
        let is_silent = class.is_empty() && subject.is_empty() && !is_named;
        let is_stray = if has_words { !time.is_own } else { !is_named };
        // A class, a subject and a name are a duty, whether anybody knows the class and the subject or not.
        let is_whole = is_named
            && !class.is_empty()
            && !subject.is_empty()
            && class.place() != subject.place();
        let is_aside = !is_own && (is_silent || !says_work && is_stray && !is_whole);
        if is_aside {
            self.aside(line, is_named && has_words, &time);
            return;
        }
        self.complaints.absorb(quiet);
        let kept = (!is_own).then(|| self.state.work_of(class, subject));
        let [class, subject] = kept.as_ref().map_or([class, subject], |[class, subject]| {
            [class.cell(), subject.cell()]
        });
        let work = if own.classes.is_empty() || own.meant.is_none() {
            Rc::new(line.work(self.names, class, subject))
        } else {
            own
        };
        line.tell_unknown(&work, class, subject, self.names, self.complaints);
        let time = if is_own {
            time
        } else {
            self.state.time_of(&time, line)
        };
        self.places(line, &work, &time, class.text);
    }

    /// Every class of the row, with the people of every role.
    fn places(&mut self, line: Line<'_, 'g>, work: &LineWork, time: &LineTime, class: &str) {
        let people = self.people(line);
        let sittings = self.sittings(work, time, class);
        for (sitting, row_time) in &sittings {
            if let RowSitting::Known(id) = sitting {
                self.tell_differences(line, *id, work, time);
            }
            let is_unknown = matches!(sitting, RowSitting::Unknown { .. });
            let nobody = people.iter().all(|person| person.seat == Seat::Empty);
            for (index, person) in people.iter().enumerate() {
                // A row about no sitting is told once, even where nobody is named.
                let is_blank = line.header.form == Form::Wide && person.seat == Seat::Empty;
                if is_blank && is_unknown && !(nobody && index == 0) {
                    continue;
                }
                self.read.entries.push(Entry {
                    row: RosterRow {
                        row: line.number(),
                        sheet: self.name.clone(),
                        name: person.name.clone(),
                        sitting: sitting.clone(),
                        role: person.role,
                        seat: person.seat.clone(),
                        pinned: person.pinned,
                        note: line.cell(Meaning::Note).text.to_owned(),
                    },
                    time: row_time.clone(),
                    form: line.header.form,
                });
            }
        }
    }

    /// The sittings that the row is about; what is unknown stays as typed.
    fn sittings(
        &self,
        work: &LineWork,
        time: &LineTime,
        class: &str,
    ) -> Vec<(RowSitting, RowTime)> {
        let mut sittings = Vec::new();
        let mut seek = |text: &str, classes: &[_], is_grade: bool| {
            let sought = Sought {
                date: time.date,
                is_dated: time.is_dated,
                class: text,
                classes,
                subject: &work.subject,
                meant: work.meant.as_ref(),
                group: &work.group,
                lessons: time.lessons,
                start: time.start,
            };
            let sitting = self.names.sitting(&sought);
            // Of a whole grade, the classes that write it.
            if is_grade && matches!(sitting, RowSitting::Unknown { .. }) {
                return false;
            }
            let row_time = self.names.time(&sought, &sitting);
            sittings.push((sitting, row_time));
            true
        };
        for read in &work.classes {
            if !read.is_grade {
                seek(&read.text, &read.classes, false);
                continue;
            }
            let each = read.classes.iter().map(std::slice::from_ref);
            let found = each.filter(|class| seek(&read.text, class, true)).count();
            if found == 0 {
                seek(&read.text, &[], false);
            }
        }
        if sittings.is_empty() {
            let sought = Sought {
                date: time.date,
                is_dated: time.is_dated,
                class,
                classes: &[],
                subject: &work.subject,
                meant: work.meant.as_ref(),
                group: &work.group,
                lessons: time.lessons,
                start: time.start,
            };
            let sitting = self.names.sitting(&sought);
            let row_time = self.names.time(&sought, &sitting);
            sittings.push((sitting, row_time));
        }
        sittings
    }

    /// Where the roster says something else of a sitting than the schedule does.
    fn tell_differences(
        &mut self,
        line: Line<'_, 'g>,
        id: SittingId,
        work: &LineWork,
        time: &LineTime,
    ) {
        let sitting = self.names.school.sitting(id);
        if let Some(SubjectRead::Likely(_)) = work.meant {
            let subject = self.names.school.subject(sitting.subject).name.clone();
            let cell = line.cell(Meaning::Subject);
            let problem = RosterProblem::ReadAs { subject };
            self.complaints
                .add(Gravity::Note, line.at(cell), cell.text, problem);
        }
        let span = &sitting.span;
        let by_lesson = !time.lessons.is_empty() && !span.lessons.is_empty();
        let other_lesson = by_lesson && !span.lessons.intersects(time.lessons);
        let other_start = !by_lesson
            && !span.clock.is_empty()
            && time.start.is_some_and(|start| {
                !span
                    .clock
                    .iter()
                    .any(|clock| clock.start <= start && start < clock.end)
            });
        if other_lesson || other_start {
            let schedule = if other_lesson {
                numbers(&span.lessons.to_string())
            } else {
                span.start()
                    .map_or(String::new(), |start| start.to_string())
            };
            let places = [Meaning::Lesson, Meaning::Start, Meaning::Date].map(|it| line.cell(it));
            let cell = places.into_iter().find(|cell| !cell.is_empty());
            if let Some(cell) = cell {
                let problem = RosterProblem::OtherTime { schedule };
                self.complaints
                    .add(Gravity::Warning, line.at(cell), cell.text, problem);
            }
        }
    }

    /// The row's role; `None`, and a complaint, where its cell says none.
    fn role(&mut self, line: Line<'_, 'g>) -> Option<Role> {
        if !line.header.has(Meaning::Role) {
            return self.state.role;
        }
        let cell = line.cell(Meaning::Role);
        let role = self.seen.role(cell.text);
        if role.is_none() {
            let problem = match cells::role(cell.text) {
                Err(problem) if !cell.is_empty() => problem,
                _ => FactProblem::EmptyCell(super::Column::Role.word()),
            };
            self.complaints
                .add(Gravity::Warning, line.at(cell), cell.text, problem);
        }
        role
    }
}

/// A person of a row, or a place for one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PersonRead {
    name: NameAt,
    role: Role,
    seat: Seat,
    pinned: bool,
}
