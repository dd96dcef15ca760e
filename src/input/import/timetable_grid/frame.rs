//! Where in a sheet which day, lesson, and class or teacher stands: the edges of a timetable, and the cells between them.
//!
//! Across stand classes, teachers or days; down stand days and lessons. A sheet with them the other way round is read turned.

use std::ops::Range;

use crate::input::map::Set;

use super::view::View;
use super::words::{self, Heading};

/// What stands across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Classes.
    Classes,
    /// People.
    Teachers,
    /// Days, of one class at a time.
    DaysOfClass,
    /// Days, of one teacher at a time.
    DaysOfTeacher,
}

impl Across {
    /// Are the cells those of teachers?
    pub fn is_of_teachers(self) -> bool {
        matches!(self, Self::Teachers | Self::DaysOfTeacher)
    }
}

/// The cell, or cells, of one class or teacher at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Whose: the class or the teacher.
    pub whose: String,
    /// The teacher's subject, where a column tells it.
    pub subject: String,
    /// Weekday, 0 = Monday.
    pub day: usize,
    pub lesson: u32,
    /// The texts, one on a line.
    pub text: String,
    /// The text of a column for rooms.
    pub room: String,
    /// Row and column of the first of the texts, 1-based.
    pub at: (u32, u32),
}

/// Why a sheet, or part of it, is no timetable that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The weekday is not told.
    NoDay,
    /// Lessons begin again though no other day is named.
    DayRepeats,
    /// The class or teacher is not told.
    NobodyNamed,
}

/// What was found in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    pub places: Vec<Place>,
    /// What keeps it from being read, each with the cell that shows it.
    pub faults: Vec<(Fault, (u32, u32))>,
    /// Texts among the lessons that stand beside no lesson.
    pub stray: Vec<(u32, u32)>,
    /// Classes or teachers, in order.
    pub whose: Vec<String>,
}

/// A column between the edges.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    /// Position in the row of headings that it belongs to.
    head: usize,
    /// Holds rooms.
    is_room: bool,
}

/// The columns of a table, by what stands over them.
#[derive(Debug, Default)]
struct Columns {
    /// Where each heading stands.
    heads: Vec<usize>,
    /// Every column; none at the edges.
    columns: Vec<Option<Column>>,
}

/// Reads the view with this across.
pub fn read(view: &View<'_, '_>, across: Across, sheet_name: &str) -> Frame {
    let mut frame = Frame::default();
    let heads = head_rows(view, across);
    let mut told: Set<(String, usize, u32)> = Set::default();
    for (index, &head) in heads.iter().enumerate() {
        let before = frame.places.len();
        let end = heads.get(index + 1).copied().unwrap_or(view.height());
        let above = if index == 0 { 0 } else { heads[index - 1] + 1 };
        let table = Table {
            view,
            across,
            sheet_name,
            above: above..head,
            head,
            rows: head + 1..end,
        };
        table.read(&mut frame);
        let of = |place: &Place| (place.whose.clone(), place.day, place.lesson);
        let new = &frame.places[before..];
        if let Some(again) = new.iter().find(|place| told.contains(&of(place))) {
            frame.faults.push((Fault::DayRepeats, again.at));
        }
        told.extend(new.iter().map(of));
    }
    frame
}

/// Rows in which at least two labels of the kind stand, and nearly nothing else; none where most rows are like that.
fn head_rows(view: &View<'_, '_>, across: Across) -> Vec<usize> {
    let rows: Vec<usize> = (0..view.height())
        .filter(|&row| is_head_row(view, across, row))
        .collect();
    let with_text = (0..view.height()).filter(|&row| view.texts(row).next().is_some());
    if rows.len() * 2 > with_text.count() {
        return Vec::new();
    }
    rows
}

fn is_head_row(view: &View<'_, '_>, across: Across, row: usize) -> bool {
    let (mut heads, mut others) = (0, 0);
    let mut people = 0;
    let has_grades = names_grades(view, row);
    let mut days = [false; 7];
    for (_, text) in view.texts(row) {
        let label = view.label(text);
        people += u32::from(label.is_person);
        if let Some(day) = label.day {
            days[day] = true;
        }
        let is_head = match across {
            Across::Classes => label.class.is_some() || (has_grades && label.is_grade),
            Across::Teachers => label.is_person || label.is_surname,
            Across::DaysOfClass | Across::DaysOfTeacher => label.day.is_some(),
        };
        let is_edge = label.heading.is_some() || label.day.is_some() || label.lesson.is_some();
        if is_head {
            heads += 1;
        } else if !is_edge {
            others += 1;
        }
    }
    let is_clear = heads >= 2 && heads > others;
    match across {
        Across::Classes => is_clear && people == 0,
        Across::Teachers => is_clear,
        Across::DaysOfClass | Across::DaysOfTeacher => {
            heads > others && days.iter().filter(|&&day| day).count() >= 2
        }
    }
}

/// Are bare numbers in the row classes? Where it says so, or has classes with letters beside them.
fn names_grades(view: &View<'_, '_>, row: usize) -> bool {
    let mut lettered = 0;
    for (_, text) in view.texts(row) {
        let small = text.trim().to_lowercase();
        if matches!(small.as_str(), "класс" | "классы" | "class" | "classes") {
            return true;
        }
        lettered += u32::from(view.label(text).class.is_some());
    }
    lettered >= 2
}

/// One row of headings and the rows below it.
struct Table<'t, 's, 'g> {
    view: &'t View<'s, 'g>,
    across: Across,
    sheet_name: &'t str,
    /// Rows above, down from the table before.
    above: Range<usize>,
    head: usize,
    rows: Range<usize>,
}

/// Columns at the edge that belong to one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edge {
    lesson: usize,
    day: Option<usize>,
    whose: Option<usize>,
}

/// What is known on the way down.
#[derive(Debug, Default)]
struct Down {
    day: Option<usize>,
    whose: Option<String>,
    lesson: Option<u32>,
    /// Place of the label that told the lesson.
    told_at: Option<(u32, u32)>,
    /// Rows since then.
    since: usize,
    /// A day label has stood since the last lesson.
    place: Option<Place>,
    places_seen: Vec<(u32, u32)>,
}

impl Table<'_, '_, '_> {
    fn read(&self, frame: &mut Frame) {
        let columns = self.columns();
        let mut edges: Vec<usize> = Vec::new();
        for (index, &column) in columns.heads.iter().enumerate() {
            let Some(edge) = self.edge(&columns, column) else {
                continue;
            };
            edges.push(edge.lesson);
            edges.extend(edge.day);
            edges.extend(edge.whose);
            self.read_head((index, column), &columns, (edge, frame));
        }
        if edges.is_empty() {
            return;
        }
        let left = (0..self.view.width())
            .filter(|at| columns.columns[*at].is_none() && !edges.contains(at));
        frame
            .stray
            .extend(left.filter_map(|column| self.left_aside(column)));
    }

    /// The first text of a column that is under no heading, where it may be a lesson.
    fn left_aside(&self, column: usize) -> Option<(u32, u32)> {
        let heading = self.view.label_at(self.head, column).heading;
        if heading.is_some() || self.is_lesson_column(column) {
            return None;
        }
        let mut rows = self.rows.clone().filter(|&row| {
            let text = self.view.own(row, column);
            let label = self.view.label(text);
            let is_edge = label.day.is_some() || label.lesson.is_some() || label.heading.is_some();
            text.contains(char::is_alphabetic) && !is_edge
        });
        rows.next().map(|row| self.view.at(row, column).place())
    }

    /// The columns, sorted under the headings.
    fn columns(&self) -> Columns {
        let view = self.view;
        let has_grades = names_grades(view, self.head);
        let mut sorted = Columns {
            heads: Vec::new(),
            columns: vec![None; view.width()],
        };
        let mut current: Option<(u32, u32)> = None;
        let mut blanks: Vec<usize> = Vec::new();
        let mut widest = 1;
        let mut width: usize = 0;
        for column in 0..view.width() {
            let cell = view.at(self.head, column);
            let label = view.label(cell.text);
            let is_head = match self.across {
                Across::Classes => label.class.is_some() || (has_grades && label.is_grade),
                Across::Teachers => label.is_person || label.is_surname,
                Across::DaysOfClass | Across::DaysOfTeacher => label.day.is_some(),
            };
            let is_part = match label.heading {
                Some(Heading::Room | Heading::Part) => !sorted.heads.is_empty(),
                Some(Heading::Edge) => false,
                None => cell.is_empty() && !self.is_lesson_column(column),
            };
            if is_head {
                if current.is_some() && current != Some(cell.place()) {
                    widest = widest.max(width);
                }
                if current != Some(cell.place()) {
                    sorted.heads.push(column);
                    current = Some(cell.place());
                    width = 0;
                    blanks.clear();
                }
                width += 1;
            } else if is_part && current.is_some() {
                width += 1;
                if cell.is_empty() {
                    blanks.push(column);
                } else {
                    blanks.clear();
                }
            } else {
                current = None;
                continue;
            }
            let is_room = self.is_room_column(column);
            sorted.columns[column] = Some(Column {
                head: sorted.heads.len() - 1,
                is_room,
            });
        }
        // Behind the last heading blank columns are its own only as far as others have them.
        if current.is_some() {
            let surplus = width.saturating_sub(widest);
            let from = blanks.len().saturating_sub(surplus);
            for &column in &blanks[from..] {
                sorted.columns[column] = None;
            }
        }
        sorted
    }

    fn is_room_column(&self, column: usize) -> bool {
        let heads = [
            Some(self.head),
            Some(self.head + 1).filter(|row| self.rows.contains(row)),
        ];
        heads
            .into_iter()
            .flatten()
            .any(|row| self.view.label_at(row, column).heading == Some(Heading::Room))
    }

    /// Do numbers of lessons stand in the column, counting up?
    fn is_lesson_column(&self, column: usize) -> bool {
        let (mut lessons, mut others, mut steps) = (0, 0, 0);
        let mut before: Option<u32> = None;
        for row in self.rows.clone() {
            let text = self.view.own(row, column);
            if text.is_empty() {
                continue;
            }
            let label = self.view.label(text);
            match label.lesson {
                Some(lesson) => {
                    lessons += 1;
                    // One on, or the first ones of the next day.
                    let goes_on = |before| lesson == before + 1 || lesson < before && lesson <= 2;
                    steps += u32::from(before.is_some_and(goes_on));
                    before = Some(lesson);
                }
                None if label.heading.is_some() || label.day.is_some() => {}
                None => others += 1,
            }
        }
        lessons > 0 && lessons > others && (lessons < 3 || steps * 2 >= lessons)
    }

    /// The edge that the heading at that column belongs to: the columns nearest on its left.
    fn edge(&self, columns: &Columns, column: usize) -> Option<Edge> {
        let is_edge = |&at: &usize| columns.columns[at].is_none();
        let left = || (0..column).rev().filter(is_edge);
        let lesson = left().find(|&at| self.is_lesson_column(at))?;
        let has = |at: usize, is: &dyn Fn(usize) -> bool| {
            self.rows
                .clone()
                .any(|row| !self.view.own(row, at).is_empty() && is(row))
        };
        let day = left()
            .find(|&at| at != lesson && has(at, &|row| self.view.label_at(row, at).day.is_some()));
        let whose = left().find(|&at| {
            at != lesson
                && match self.across {
                    Across::DaysOfClass => {
                        has(at, &|row| self.view.label_at(row, at).class.is_some())
                    }
                    Across::DaysOfTeacher => has(at, &|row| self.view.label_at(row, at).is_person),
                    _ => false,
                }
        });
        Some(Edge { lesson, day, whose })
    }

    /// The cells below one heading.
    fn read_head(
        &self,
        (index, column): (usize, usize),
        columns: &Columns,
        (edge, frame): (Edge, &mut Frame),
    ) {
        let label = self.view.label_at(self.head, column);
        let is_days = matches!(self.across, Across::DaysOfClass | Across::DaysOfTeacher);
        let mut down = Down {
            day: if is_days {
                label.day
            } else {
                self.day_above(column)
            },
            whose: if is_days {
                self.whose_above()
            } else {
                let text = self.view.at(self.head, column).text;
                label.class.clone().or_else(|| Some(one_line(text)))
            },
            ..Down::default()
        };
        let subject = self.subject_of(column);
        let mine: Vec<(usize, bool)> = columns
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, it)| {
                it.as_ref()
                    .filter(|it| it.head == index)
                    .map(|it| (at, it.is_room))
            })
            .collect();
        let stack = self.rows_of_a_lesson(edge.lesson);
        for row in self.rows.clone() {
            if self.is_row_of_headings(row) {
                continue;
            }
            if let Some(day) = self.day_title(row).filter(|_| !is_days) {
                down.flush(frame);
                down = Down {
                    day: Some(day),
                    whose: down.whose,
                    ..Down::default()
                };
                continue;
            }
            self.step(row, edge, (&mut down, frame, stack));
            self.take(row, &mine, (&mut down, frame, &subject));
        }
        down.flush(frame);
    }

    /// Looks at the edge of a row.
    fn step(&self, row: usize, edge: Edge, (down, frame, stack): (&mut Down, &mut Frame, usize)) {
        if let Some(whose) = edge.whose {
            let cell = self.view.at(row, whose);
            let label = self.view.label(cell.text);
            let named = match self.across {
                Across::DaysOfClass => label.class.clone(),
                _ => label.is_person.then(|| one_line(cell.text)),
            };
            if named.is_some() && named != down.whose {
                down.flush(frame);
                *down = Down {
                    whose: named,
                    day: down.day,
                    ..Down::default()
                };
            }
        }
        if let Some(at) = edge.day {
            let day = self.view.label_at(row, at).day;
            if day.is_some() && day != down.day {
                down.flush(frame);
                *down = Down {
                    day,
                    whose: down.whose.take(),
                    ..Down::default()
                };
            }
        }
        let cell = self.view.at(row, edge.lesson);
        let lesson = self.view.label(cell.text).lesson;
        match lesson {
            Some(_) if down.told_at == Some(cell.place()) => down.since += 1,
            Some(lesson) => {
                let continues = down.lesson == Some(lesson) && down.told_at.is_some();
                if down.lesson.is_some_and(|before| lesson <= before) && !continues {
                    frame.faults.push((Fault::DayRepeats, cell.place()));
                }
                if !continues {
                    down.flush(frame);
                }
                down.lesson = Some(lesson);
                down.told_at = Some(cell.place());
                down.since = 0;
            }
            None => {
                down.since += 1;
                if !cell.is_empty() || down.since >= stack {
                    down.flush(frame);
                    down.told_at = None;
                }
            }
        }
    }

    /// Takes the row's texts.
    fn take(
        &self,
        row: usize,
        columns: &[(usize, bool)],
        (down, frame, subject): (&mut Down, &mut Frame, &str),
    ) {
        for &(column, is_room) in columns {
            let cell = self.view.at(row, column);
            if cell.is_empty() || down.places_seen.contains(&cell.place()) {
                continue;
            }
            let (Some(lesson), true) = (down.lesson, down.told_at.is_some()) else {
                let own = self.view.own(row, column);
                if own.contains(char::is_alphabetic) && !self.begins_with_heading(row) {
                    frame.stray.push(cell.place());
                }
                continue;
            };
            let Some(whose) = down.whose.clone() else {
                frame.faults.push((Fault::NobodyNamed, cell.place()));
                continue;
            };
            let Some(day) = down.day else {
                frame.faults.push((Fault::NoDay, cell.place()));
                continue;
            };
            down.places_seen.push(cell.place());
            let place = down.place.get_or_insert_with(|| Place {
                whose,
                subject: subject.to_owned(),
                day,
                lesson,
                text: String::new(),
                room: String::new(),
                at: cell.place(),
            });
            let into = if is_room {
                &mut place.room
            } else {
                &mut place.text
            };
            if !into.is_empty() {
                into.push('\n');
            }
            into.push_str(cell.text);
        }
    }

    /// How many rows a lesson mostly has.
    fn rows_of_a_lesson(&self, column: usize) -> usize {
        let mut counts: Vec<usize> = Vec::new();
        let mut before: Option<usize> = None;
        for row in self.rows.clone() {
            if self.view.label(self.view.own(row, column)).lesson.is_some() {
                if let Some(before) = before {
                    counts.push(row - before);
                }
                before = Some(row);
            }
        }
        counts.sort_unstable();
        counts.get(counts.len() / 2).copied().unwrap_or(1)
    }

    /// A row with nothing but one weekday.
    fn day_title(&self, row: usize) -> Option<usize> {
        let mut day = None;
        for (_, text) in self.view.texts(row) {
            let label = self.view.label(text);
            match label.day {
                Some(told) if day.is_none_or(|day| day == told) => day = Some(told),
                Some(_) => return None,
                None if label.heading.is_some() => {}
                None => return None,
            }
        }
        day
    }

    /// A row of headings alone, or one that tells the teachers' subjects.
    fn is_row_of_headings(&self, row: usize) -> bool {
        let mut texts = self.view.texts(row).peekable();
        if texts.peek().is_none() {
            return false;
        }
        self.names_subjects(row) || texts.all(|(_, text)| self.view.label(text).heading.is_some())
    }

    /// Is the row one of rooms, subjects and the like?
    fn begins_with_heading(&self, row: usize) -> bool {
        let first = self.view.texts(row).next();
        first.is_some_and(|(_, text)| self.view.label(text).heading.is_some())
    }

    /// Does the row's first text say that subjects stand in it?
    fn names_subjects(&self, row: usize) -> bool {
        let first = self.view.texts(row).next();
        let is_part =
            first.is_some_and(|(_, text)| self.view.label(text).heading == Some(Heading::Part));
        is_part && self.across == Across::Teachers
    }

    fn subject_of(&self, column: usize) -> String {
        const NEAR: usize = 2;
        let from = self.head.saturating_sub(NEAR);
        let mut rows =
            (from..self.rows.end.min(self.head + 1 + NEAR)).filter(|&row| row != self.head);
        let row = rows.find(|&row| self.names_subjects(row));
        row.map_or_else(String::new, |row| one_line(self.view.at(row, column).text))
    }

    /// The day told above a column, or at the left of the headings; of several side by side the nearest on the left.
    fn day_above(&self, column: usize) -> Option<usize> {
        for row in (self.above.start..=self.head).rev() {
            let mut days: Vec<(usize, usize)> = Vec::new();
            let mut has_lesson = false;
            for (at, text) in self.view.texts(row) {
                let label = self.view.label(text);
                has_lesson = has_lesson || label.lesson.is_some();
                if let Some(day) = label.day.or_else(|| words::day_in_title(text)) {
                    days.push((at, day));
                }
            }
            // Lessons of the table before: its days are not this one's.
            if has_lesson && row != self.head {
                break;
            }
            if let Some(&(_, day)) = days.iter().rev().find(|(at, _)| *at <= column) {
                return Some(day);
            }
            if let Some(&(_, day)) = days.first() {
                return Some(day);
            }
        }
        words::day(self.sheet_name)
    }

    /// The class or teacher told above the table, at the left of its headings, or by the sheet's name.
    fn whose_above(&self) -> Option<String> {
        let named = |text: &str| match self.across {
            Across::DaysOfTeacher => words::is_person(text).then(|| one_line(text)),
            _ => words::class_in_title(text),
        };
        (self.above.start..=self.head)
            .rev()
            .find_map(|row| {
                let mut found = self.view.texts(row).filter_map(|(_, text)| named(text));
                found.next()
            })
            .or_else(|| named(self.sheet_name))
    }
}

impl Down {
    /// Closes the cell that was being read.
    fn flush(&mut self, frame: &mut Frame) {
        self.places_seen.clear();
        if let Some(place) = self.place.take() {
            if !frame.whose.contains(&place.whose) {
                frame.whose.push(place.whose.clone());
            }
            frame.places.push(place);
        }
    }
}

/// The text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
