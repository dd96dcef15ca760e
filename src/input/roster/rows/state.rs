//! What the rows above have said: titles, rows of their own for a day or a class, and cells left blank below a first one.

use crate::domain::{Cell, Date, Role};
use crate::input::complaint::Gravity;
use crate::input::names::clean;
use crate::input::roster::headings::role_in;
use crate::input::roster::layout::{Form, Meaning};
use crate::input::roster::line::{Line, LineTime};
use crate::input::roster::names::{Names, SubjectRead};
use crate::input::roster::problem::RosterProblem;
use crate::input::roster::sheet::{CellText, Sheet};
use crate::input::roster::tables::DutyTable;
use crate::input::roster::when::Expect;

use super::SheetReader;

/// A text that stands above, kept after its row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    text: String,
    row: u32,
    column: u32,
}

impl Kept {
    fn of(cell: CellText<'_>) -> Self {
        Self {
            text: cell.text.to_owned(),
            row: cell.row,
            column: cell.column,
        }
    }
}

/// What holds for the rows to come.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The role of a table without a role's column.
    pub role: Option<Role>,
    /// A table has begun.
    begun: bool,
    time: LineTime,
    class: Kept,
    subject: Kept,
    /// Rows that were left aside since the last one with duties.
    aside: Vec<usize>,
}

impl State {
    /// A sheet may be named after a day, a class, a subject or a role.
    pub fn hear_sheet(&mut self, name: &str, names: &Names<'_>) {
        self.hear_title(name, names);
        let classes = names.classes_in(name, "");
        if !classes.is_empty() && classes.iter().all(|class| !class.classes.is_empty()) {
            name.clone_into(&mut self.class.text);
        } else if let SubjectRead::Sure(_) = names.subject_in(name) {
            name.clone_into(&mut self.subject.text);
        }
    }

    fn hear_title(&mut self, text: &str, names: &Names<'_>) {
        if let Some(date) = names.calendar.read(text, Expect::Sentence).date {
            self.hear_date(date);
        }
        self.role = role_in(text).or(self.role);
    }

    fn hear_date(&mut self, date: Date) {
        self.time = LineTime {
            date: Some(date),
            is_dated: true,
            ..LineTime::default()
        };
    }

    /// A table begins: its titles are heard; what the table above it has said last holds on.
    pub fn begin(&mut self, table: &DutyTable, sheet: &Sheet<'_>, names: &Names<'_>) {
        let titles = table.above.clone();
        for row in titles
            .filter(|row| !self.begun || self.aside.contains(row))
            .collect::<Vec<_>>()
        {
            for title in sheet.texts(row) {
                self.hear_title(title.text, names);
            }
        }
        self.aside.clear();
        self.begun = true;
    }

    /// The row's class and subject; a blank cell says what the one above it says.
    pub fn work_of(&mut self, class: CellText<'_>, subject: CellText<'_>) -> [Kept; 2] {
        self.aside.clear();
        for (cell, kept) in [(class, &mut self.class), (subject, &mut self.subject)] {
            if !cell.is_empty() {
                *kept = Kept::of(cell);
            }
        }
        [self.class.clone(), self.subject.clone()]
    }

    /// The row's time; without a day of its own, that of the rows above, and their lesson where the row says nothing else.
    pub fn time_of(&mut self, own: &LineTime, line: Line<'_, '_>) -> LineTime {
        let says_work =
            [Meaning::Class, Meaning::Subject].map(|meaning| !line.cell(meaning).is_empty());
        let mut time = own.clone();
        if !own.is_dated {
            (time.date, time.is_dated) = (self.time.date, self.time.is_dated);
            if own.lessons.is_empty() && own.start.is_none() && says_work != [true, true] {
                (time.lessons, time.start) = (self.time.lessons, self.time.start);
            }
        }
        self.time = time.clone();
        time
    }
}

impl Kept {
    /// As a cell again.
    pub fn cell(&self) -> CellText<'_> {
        CellText {
            text: &self.text,
            row: self.row,
            column: self.column,
        }
    }
}

impl<'g> SheetReader<'_, 'g, '_> {
    /// A row of one text that speaks for the rows below it: a day; a class, subject or role that has no column.
    pub(super) fn is_section(&mut self, line: Line<'_, 'g>) -> bool {
        let mut texts = line.sheet.texts(line.row);
        let Some(only) = texts.next() else {
            return true;
        };
        if texts.next().is_some() {
            return false;
        }
        let said = self.names.day(only.text);
        let weekday = said
            .weekday
            .and_then(|weekday| self.names.calendar.only(weekday));
        if let Some(date) = said.date.or(weekday).filter(|_| said.unread.is_empty()) {
            self.state.hear_date(date);
            return true;
        }
        if self.names_somebody(line) {
            return false;
        }
        let has = |meaning| line.header.has(meaning);
        let classes = self.names.classes_in(only.text, "");
        if !has(Meaning::Class)
            && !classes.is_empty()
            && classes.iter().all(|class| !class.classes.is_empty())
        {
            self.state.class = Kept::of(only);
            return true;
        }
        if !has(Meaning::Subject)
            && matches!(self.names.subject_in(only.text), SubjectRead::Sure(_))
        {
            self.state.subject = Kept::of(only);
            return true;
        }
        let needs_role = line.header.form == Form::Tidy && !has(Meaning::Role);
        if let Some(role) = role_in(only.text).filter(|_| needs_role) {
            self.state.role = Some(role);
            return true;
        }
        false
    }

    /// Has the row words outside the cells for people, days, lessons and rooms?
    #[expect(
        clippy::unused_self,
        reason = "a question to the reader, as its neighbours are"
    )]
    pub(super) fn has_words(
        &self,
        line: Line<'_, 'g>,
        class: CellText<'_>,
        subject: CellText<'_>,
    ) -> bool {
        let says_words = |cell: CellText<'_>| cell.text.contains(char::is_alphabetic);
        let other = line
            .header
            .columns
            .iter()
            .enumerate()
            .any(|(place, column)| {
                let is_other = matches!(
                    column.meaning,
                    Meaning::Unknown | Meaning::Aside | Meaning::Date
                );
                is_other && says_words(line.sheet.cell(line.row, place))
            });
        other || says_words(class) || says_words(subject)
    }

    /// A row that belongs to no table: people are told, and warned where it names somebody.
    pub(super) fn aside(&mut self, line: Line<'_, 'g>, is_named: bool, time: &LineTime) {
        self.state.aside.push(line.row);
        if let Some(date) = time.date.filter(|_| time.is_own) {
            self.state.hear_date(date);
        }
        let texts = line.sheet.texts(line.row);
        let texts: Vec<String> = texts.map(|cell| clean(cell.text)).collect();
        let gravity = if is_named {
            Gravity::Warning
        } else {
            Gravity::Note
        };
        let at = Cell {
            source: line.source(),
            row: line.number(),
            column: None,
        };
        self.complaints
            .add(gravity, at, &texts.join(" | "), RosterProblem::RowAside);
    }
}
