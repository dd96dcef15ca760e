//! A plan's tables read back: whatever hand has been in them, each row means what its cells say.
//!
//! Columns are known by the headings that are written, in either language and any order. A row with a cell that says nothing is
//! told by that cell, and no row.

use crate::domain::{
    ClassId, ClockSpan, Lang, Lessons, MeetingRow, PersonId, PlanList, PlanRows, RoomRow, RowWhen,
    School, Seat, SubjectId, SubstituteRow, UnreadCell,
};
use crate::lang::commands::plan::{heading, what};

use super::InputFile;
use super::cells::{self, Serials};
use super::grid::{Grid, GridRow, read_grid};
use super::names::word_key;
use super::roster::{Names, SubjectRead};

const LANGS: [Lang; 2] = [Lang::En, Lang::Ru];
/// Columns by which a header is known.
const FEWEST_HEADINGS: usize = 3;
/// Rows among which it is looked for.
const MOST_ROWS_ABOVE: usize = 10;
/// Lessons that a meeting can be said to cost.
const MOST_LESSONS: u32 = 100_000;

/// Reads the tables among the files; other files are left alone.
pub fn read_plan(files: &[InputFile], school: &School) -> PlanRows {
    let names = Names::of(school);
    let mut rows = PlanRows::default();
    for list in PlanList::ALL {
        let Some(file) = files.iter().find(|file| file.name == list.file_name()) else {
            continue;
        };
        let mut unread = Vec::new();
        let grids = read_grid(file);
        let sheet = grids.iter().find_map(|grid| Sheet::of(list, grid));
        let Some(sheet) = sheet else {
            rows.unread.push(UnreadCell {
                table: list,
                row: None,
                column: 0,
                text: String::new(),
            });
            continue;
        };
        let mut page = Page {
            names: &names,
            sheet: &sheet,
            unread: &mut unread,
        };
        match list {
            PlanList::Rooms => rows.rooms = Some(page.all(Page::room)),
            PlanList::Meetings => rows.meetings = Some(page.all(Page::meeting)),
            PlanList::Substitutes => rows.substitutes = Some(page.all(Page::substitute)),
        }
        rows.unread.append(&mut unread);
    }
    rows
}

/// A grid whose columns are known.
struct Sheet<'g> {
    list: PlanList,
    rows: &'g [GridRow],
    /// Of each of the table's columns, where it stands.
    places: Vec<Option<usize>>,
}

impl<'g> Sheet<'g> {
    fn of(list: PlanList, grid: &'g Grid) -> Option<Self> {
        let places = |row: &GridRow| -> Vec<Option<usize>> {
            let of = |column: usize| {
                let keys = LANGS.map(|lang| heading(list.file_name(), column, lang).map(word_key));
                let mut cells = row.cells.iter();
                cells.position(|cell| keys.contains(&Some(word_key(cell))))
            };
            let columns =
                (0..).take_while(|&column| heading(list.file_name(), column, Lang::En).is_some());
            columns.map(of).collect()
        };
        let rows = grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate();
        let (at, places) = rows
            .map(|(at, row)| (at, places(row)))
            .find(|(_, places)| places.iter().flatten().count() >= FEWEST_HEADINGS)?;
        Some(Self {
            list,
            rows: &grid.rows[at + 1..],
            places,
        })
    }
}

struct Page<'a, 's> {
    names: &'a Names<'s>,
    sheet: &'a Sheet<'a>,
    unread: &'a mut Vec<UnreadCell>,
}

/// Nothing can be made of a cell: its column and text.
struct Unread(usize, String);

type Read<T> = Result<T, Unread>;

impl<'a> Page<'a, '_> {
    fn all<T>(&mut self, read: impl Fn(&Self, &'a GridRow) -> Read<T>) -> Vec<T> {
        let mut all = Vec::new();
        for row in self.sheet.rows {
            if row.cells.iter().all(str::is_empty) {
                continue;
            }
            match read(self, row) {
                Ok(read) => all.push(read),
                Err(Unread(column, text)) => self.unread.push(UnreadCell {
                    table: self.sheet.list,
                    row: Some(row.row),
                    column,
                    text,
                }),
            }
        }
        all
    }

    fn text(&self, row: &'a GridRow, column: usize) -> &'a str {
        let place = self.sheet.places.get(column).copied().flatten();
        let text = place.and_then(|place| row.cells.get(place));
        text.unwrap_or_default()
    }

    fn room(&self, row: &'a GridRow) -> Read<RoomRow> {
        use columns::rooms::{CLASS, FROM, GROUP, ROOM, SCHOOL, SUBJECT, WHAT, WHEN};
        let text = self.text(row, WHAT);
        let is = |is_sitting: bool| {
            let words = LANGS.map(|lang| word_key(what(is_sitting, lang)));
            words.contains(&word_key(text))
        };
        if !is(true) && !is(false) {
            return Err(Unread(WHAT, text.to_owned()));
        }
        Ok(RoomRow {
            row: row.row,
            is_sitting: is(true),
            when: self.when(row, WHEN)?,
            classes: self.classes(row, (CLASS, SCHOOL))?,
            subject: self.subject(row, SUBJECT)?,
            group: self.text(row, GROUP).to_owned(),
            room: self.text(row, ROOM).to_owned(),
            from: self.text(row, FROM).to_owned(),
        })
    }

    fn meeting(&self, row: &'a GridRow) -> Read<MeetingRow> {
        use columns::meetings::{
            CHAIR, GRADE, LOST, MEMBERS, MISSING, ROOM, SCHOOL, SUBJECT, WHEN,
        };
        let text = self.text(row, GRADE);
        let grade = |text: &str| {
            let count = cells::count(text.trim(), super::tables::HIGHEST_GRADE);
            count.map_err(|_| Unread(GRADE, text.to_owned()))
        };
        let grades: Read<Vec<u32>> = text.split([',', ';']).map(grade).collect();
        let text = self.text(row, LOST);
        let lost = if text.is_empty() { "0" } else { text };
        let lost = cells::count(lost, MOST_LESSONS);
        Ok(MeetingRow {
            row: row.row,
            subject: self.subject(row, SUBJECT)?,
            grades: grades?,
            when: self.when(row, WHEN)?,
            room: self.text(row, ROOM).to_owned(),
            chair: self.people(row, CHAIR)?.first().copied(),
            members: self.people(row, MEMBERS)?,
            missing: self.people(row, MISSING)?,
            school: self.names.school_named(self.text(row, SCHOOL)),
            lessons_lost: lost.map_err(|_| Unread(LOST, text.to_owned()))?,
        })
    }

    fn substitute(&self, row: &'a GridRow) -> Read<SubstituteRow> {
        use columns::substitutes::{CLASS, SCHOOL, SUBJECT, SUBSTITUTE, TEACHER, WHEN};
        let teacher = self.people(row, TEACHER)?;
        let teacher = teacher.first().copied();
        Ok(SubstituteRow {
            row: row.row,
            when: self.when(row, WHEN)?,
            classes: self.classes(row, (CLASS, SCHOOL))?,
            subject: self.subject(row, SUBJECT)?,
            teacher: teacher.ok_or(Unread(TEACHER, String::new()))?,
            substitute: self.people(row, SUBSTITUTE)?.first().copied(),
        })
    }

    /// Date, lessons, start and end, in four columns from that one on.
    fn when(&self, row: &'a GridRow, first: usize) -> Read<RowWhen> {
        let text = |nth: usize| self.text(row, first + nth);
        let unread = |nth: usize| Unread(first + nth, text(nth).to_owned());
        let minute = |nth: usize| match text(nth) {
            "" => Ok(None),
            typed => cells::time(typed).map(Some).map_err(|_| unread(nth)),
        };
        let date = match text(0) {
            "" => None,
            typed => Some(cells::date(typed, Serials::Allowed).map_err(|_| unread(0))?),
        };
        let lessons = match text(1) {
            "" => Ok(Lessons::default()),
            typed => cells::lessons(typed).map_err(|_| unread(1)),
        };
        let clock = match (minute(2)?, minute(3)?) {
            (Some(start), Some(end)) if start < end => Some(ClockSpan { start, end }),
            (None, None) => None,
            _ => return Err(unread(3)),
        };
        Ok(RowWhen {
            date,
            lessons: lessons?,
            clock,
        })
    }

    /// Classes of the school that the row names, else of any.
    fn classes(&self, row: &'a GridRow, (column, school): (usize, usize)) -> Read<Vec<ClassId>> {
        let text = self.text(row, column);
        let school = self.text(row, school);
        let is_class = |text: &str| !self.names.classes_named(text, school).is_empty();
        let mut all = Vec::new();
        for piece in cells::pieces(text, None, is_class) {
            let named = self.names.classes_named(piece, school);
            if named.is_empty() {
                return Err(Unread(column, piece.to_owned()));
            }
            all.extend(named);
        }
        if all.is_empty() {
            return Err(Unread(column, text.to_owned()));
        }
        Ok(all)
    }

    fn subject(&self, row: &'a GridRow, column: usize) -> Read<SubjectId> {
        let text = self.text(row, column);
        match self.names.subject_in(text) {
            SubjectRead::Sure(subject) if !text.is_empty() => Ok(subject),
            _ => Err(Unread(column, text.to_owned())),
        }
    }

    fn people(&self, row: &'a GridRow, column: usize) -> Read<Vec<PersonId>> {
        let text = self.text(row, column);
        let is_person = |text: &str| matches!(self.names.seat(text), Seat::Person(_));
        let mut all = Vec::new();
        for piece in cells::pieces(text, None, is_person) {
            match self.names.seat(piece) {
                Seat::Person(person) => all.push(person),
                Seat::Empty => {}
                _ => return Err(Unread(column, piece.to_owned())),
            }
        }
        Ok(all)
    }
}

/// Positions of the tables' columns, as `lang` lists their headings. A time has four, from the first on.
mod columns {
    pub mod rooms {
        pub const WHEN: usize = 0;
        pub const WHAT: usize = 4;
        pub const CLASS: usize = 5;
        pub const SUBJECT: usize = 6;
        pub const GROUP: usize = 7;
        pub const ROOM: usize = 8;
        pub const FROM: usize = 10;
        pub const SCHOOL: usize = 12;
    }
    pub mod meetings {
        pub const SUBJECT: usize = 0;
        pub const GRADE: usize = 1;
        pub const WHEN: usize = 2;
        pub const ROOM: usize = 6;
        pub const CHAIR: usize = 7;
        pub const MEMBERS: usize = 8;
        pub const MISSING: usize = 9;
        pub const LOST: usize = 10;
        pub const SCHOOL: usize = 11;
    }
    pub mod substitutes {
        pub const WHEN: usize = 0;
        pub const CLASS: usize = 4;
        pub const SUBJECT: usize = 5;
        pub const TEACHER: usize = 6;
        pub const SUBSTITUTE: usize = 7;
        pub const SCHOOL: usize = 10;
    }
}
